"""Told counts: how many there are, beside the parts that make them up, the votes cast or the list that names them;
figures beside their words; ranges upside down."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.checks.placing import is_machine_read
from extractors.checks.telling import tell
from extractors.curriculum.grids import grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.letters import lettered
from normalizers.values.numbers import grouped
from normalizers.values.spelt import spelt_from
from normalizers.values.units import units_pattern
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "count_words.tsv"
_N = r"(?<![\d.,/–-])\d{1,4}(?![\d/–-]|[.,]\d|\s?%)"
FAREST = 1.25
"""How many times the parts may be the whole, or it they, before they are taken to tell something else."""
LEAST = 3
"""Rows of a list from which it is one."""
_WHOLE = Wordings(_WORDS, rf"(?P<whole>{_N})\s*<<counted>>", re.I)
_PART = re.compile(_N)
_COMPLEMENT = Wordings(_WORDS, r"(?<!\w)<<complement>>", re.I)
_PRESENT = Wordings(_WORDS, rf"(?<!\w)<<present>>[^\d\n.;]{{0,24}}?(?P<n>{_N})", re.I)
_VOTES = Wordings(
    _WORDS,
    rf"(?<!\w)<<in_favour>>[^\d\n]{{0,12}}(?P<a>{_N})[^\d\n]{{0,20}}?(?<!\w)<<against>>[^\d\n]{{0,12}}(?P<b>{_N})"
    rf"(?:[^\d\n]{{0,20}}?(?<!\w)<<abstained>>[^\d\n]{{0,12}}(?P<c>{_N}))?",
    re.I,
)
_LISTED = Wordings(_WORDS, rf"(?P<whole>{_N})\s*<<counted>>[^\n.;:]{{0,60}}?<<listed>>", re.I)
_NAME = re.compile(lettered(r"\p{Lu}[\p{Ll}’'-]+(?:\s\p{Lu}[\p{Ll}’'.-]*){1,4}"))
_ARTICLES = Wordings(
    _WORDS, rf"<<consists>>\s+(?:{_N}\s*<<chapter>>,?\s*(?:và\s+)?)?(?P<n>{_N})\s*<<article>>(?!\w)", re.I
)
_ARTICLE = Wordings(_WORDS, r"<<article>> (\d+)", re.I)
_TO = Wordings(_WORDS, r"\s*\w*\s+<<to>>\s+(?P<last>\d{1,4})\s*", re.I)
_LOWERED = Wordings(_WORDS, r"(?<!\w)<<lowered>>", re.I)
_IN_WORDS = Wordings(
    _WORDS,
    r"(?P<n>\d[\d. \u00a0]*)\s*(?:[^\W\d_]{1,5}\.?)?[\s,.;]*\(?\s*<<in_words>>\s*:?\s*(?P<words>[^\W\d_][^\n()\d]+)",
    re.I,
)
_BRACKETED = re.compile(r"(?<![\d.,/])(?P<n>\d{1,4})\s*\((?P<words>[^\W\d_][^()\d\n]{1,50})\)")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the counts that what stands beside them does not make, figures that their words deny, ranges that end
    before they begin."""
    if not rows:
        return []
    lines = [line for line in re.split(r"[\n\f]", document.text.content) if line.strip()]
    return [
        *(_count(made, whole) for made, whole in (*_parted(lines), *_votes(document), *_lists(document))),
        *(_count(made, whole) for made, whole in _articles(document, rows)),
        *_worded(document),
        *_upside_down(document, lines),
    ]


def _count(made: int, whole: int) -> Finding:
    return tell("table_total.count", "warning", None, None, made=made, printed=whole)


def _parted(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield parts and whole where a sentence parts those it counts into these and the others, and they differ."""
    for sentence in (s for line in lines if "\t" not in line for s in re.split(r"[.;](?=\s)", line)):
        whole = _WHOLE.search(sentence)
        parts = [int(m[0]) for m in _PART.finditer(sentence, whole.end())] if whole else []
        told = int(whole["whole"]) if whole and _COMPLEMENT.search(sentence, whole.end()) else 0
        if len(parts) >= 2 and max(parts) < told and _near(sum(parts), told):
            yield sum(parts), told


def _near(made: int, whole: int) -> bool:
    """Say whether parts are not the whole and may be meant to be."""
    return made != whole and (abs(made - whole) == 1 or max(made, whole) <= FAREST * min(made, whole))


def _votes(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the votes that are not those of all who were present, where it is told once how many these were."""
    content = document.text.content
    present = {int(match["n"]) for match in _PRESENT.finditer(content)}
    for match in _VOTES.finditer(content) if len(present) == 1 else ():
        cast = sum(int(match[of] or 0) for of in "abc")
        if _near(cast, whole := next(iter(present))):
            yield cast, whole
            return


def _lists(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the rows of the only list of names, where the text tells of another number of those listed."""
    told = {int(match["whole"]) for match in _LISTED.finditer(document.text.content)}
    if len(told) != 1 or is_machine_read(document):
        return
    listed = []
    for grid in grids(document):
        numbers = [int(n) for row in grid.rows if (n := row[0].text.strip(" .")).isdecimal() and not row[0].merged]
        named = sum(any(_NAME.fullmatch(p.text.strip()) for p in row[1:4]) for row in grid.rows)
        if len(numbers) >= LEAST and named >= len(numbers) and numbers == list(range(1, len(numbers) + 1)):
            listed.append(len(numbers))
    if len(listed) == 1 and _near(listed[0], whole := told.pop()):
        yield listed[0], whole


def _articles(document: Document, rows: tuple[Row, ...]) -> Iterator[tuple[int, int]]:
    """Yield the articles of what a decision enacts, where it says that they are more or less."""
    match = _ARTICLES.search(" ".join(document.text.content.split()))
    provided = (_ARTICLE.fullmatch(str(row.get("number"))) for row in rows if row.table == "provisions")
    numbers = [int(found[1]) for found in provided if found]
    if match and numbers and _near(max(numbers), int(match["n"])):
        yield max(numbers), int(match["n"])


def _worded(document: Document) -> Iterator[Finding]:
    """Yield the figures beside which other ones stand in words: `12 (mười)`, `900.000 đồng. Bằng chữ: Chín triệu`."""
    content, language = document.text.content, document.genre.language
    for match in (*_IN_WORDS.finditer(content), *_BRACKETED.finditer(content)):
        printed = match["n"].strip(" .\u00a0")
        figure = int(printed) if printed.isdecimal() else grouped(printed)
        words = match["words"].strip()
        spelt = spelt_from(words.lower(), 0, language)
        whole = spelt and len(words[spelt.end :].split()) <= 2
        if figure is not None and spelt and whole and spelt.value is not None and spelt.value != figure:
            yield tell("figure_in_words", "warning", None, None, figure=printed, words=words)


def _upside_down(document: Document, lines: list[str]) -> Iterator[Finding]:
    """Yield the ranges whose upper end is told first: `từ 18 tuần đến 12 tuần`."""
    unit = units_pattern(document.genre.language)
    for line in lines if not is_machine_read(document) else ():
        for match in re.finditer(_N, line) if not _LOWERED.search(line) else ():
            beyond = _TO.match(line, match.end())
            if beyond and int(beyond["last"]) < int(match[0]) and unit.match(line, beyond.end()):
                yield tell("range_upside_down", "warning", None, None, first=match[0], last=beyond["last"])
