"""Changes: new wordings that begin with another number than the line before them names;
registers whose rows are out of order, or rest on younger acts, or change clauses that are not there."""

import re
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from extractors.checks.acts.told_dates import days_of
from extractors.checks.telling import tell
from extractors.curriculum.grids import Grid, grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parents[1] / "knowledge" / "change_words.tsv"
_LED = re.compile(r"(?P<lead>[^;:«»“”\"]{8,240}):\s*[«“\"]\s?(?P<new>[^«»“”\"]{4,40})")
"""What a line names before the new wording, and how this begins."""
_N = {"article": r"\d{1,3}[a-zđ]?", "clause": r"\d{1,2}[a-zđ]?(?:\.\d{1,2})*", "point": r"[a-zđа-яіїєґ]"}
_BEGUN = {"article": rf"<<article>>\s({_N['article']})[.:]", "clause": rf"({_N['clause']})\.\s", "point": r"(\w)\)"}
_BEGINS = {level: Wordings(_WORDS, begun, re.I) for level, begun in _BEGUN.items()}
_NAMED = {
    level: Wordings(_WORDS, rf"(?<!\w)<<{level}>>\s((?:{n}(?:\s?,\s?|\s<<and>>\s)?)+)(?!\w)", re.I)
    for level, n in _N.items()
}
_SWAPPED = Wordings(
    _WORDS,
    r"[«“\"](?P<old>[^«»“”\"]{3,160})[»”\"][^«»“”\";.]{0,60}?<<swapped>>[^«»“”\";.]{0,24}[«“\"](?P<new>[^«»“”\"]{3,160})[»”\"]",
    re.I,
)
"""Words and those that are to stand in their place."""
_REGISTER = Wordings(_WORDS, r"(?<!\w)<<register>>", re.I)
_CLAUSE = Wordings(_WORDS, r"\W*<<changed>>", re.I)
_CHANGED = re.compile(r"(?:п\.\s?)?(\d{1,2}(?:\.\d{1,2}){1,3})\.?")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what does not fit in the new wordings and in the registers of changes of a document."""
    content, language = " ".join(document.text.content.split()) if rows else "", document.genre.language
    known = {str(row.get("number")) for row in rows if row.table == "provisions"}
    registers = [grid for grid in grids(document) if rows and _REGISTER.search(" ".join(grid.texts(0)))]
    return [*_worded(content), *(finding for grid in registers for finding in _registered(grid, known, language))]


def _worded(content: str) -> Iterator[Finding]:
    for match in _LED.finditer(content):
        level, begun = next(((one, m[1]) for one, p in _BEGINS.items() if (m := p.match(match["new"]))), ("", ""))
        named = [n for m in _NAMED[level].finditer(match["lead"]) for n in re.findall(_N[level], m[1])] if level else []
        if named and begun not in named:
            yield tell("amendment_text_differs.number", "warning", "provisions", None, wanted=named, printed=begun)
    for match in _SWAPPED.finditer(content):
        if match["old"].strip() == match["new"].strip():
            yield tell("amendment_without_change.words", "warning", "provisions", None, words=match["new"].strip())


def _registered(grid: Grid, known: set[str], language: str) -> Iterator[Finding]:
    told = [[days_of(place.text, language) for place in row] for row in grid.rows[1:]]
    when = next((n for n in range(grid.width) if sum(bool(row[n]) for row in told) > 1), 0)
    dated = [(row[when][0][2], row, places) for row, places in zip(told, grid.rows[1:], strict=True) if row[when]]
    back = [(one, other) for (one, *_), (other, *_) in pairwise(dated) if other < one]
    if len(back) == 1:
        yield tell("date_order.listed", "warning", "amendments", None, day=back[0][1], before=back[0][0])
    cells = ((day, *cell) for day, row, places in dated for cell in zip(grid.rows[0], places, row, strict=True))
    for day, head, place, days in cells:
        number = _CHANGED.fullmatch(place.text.strip()) if _CLAUSE.match(head.text) else None
        if "№" in place.text and days and days[0][2] > day:
            yield tell("date_order.basis", "warning", "amendments", None, cited=days[0][2], issued=day)
        if number and number[1] not in known and number[1].partition(".")[0] in known:
            yield tell("cited_clause_missing", "warning", "amendments", None, where=head.text, wanted=number[1])
