"""Told counts: how many there are, beside the parts that make them up or the list that names them;
figures beside their words; ranges upside down."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.checks.figures.told_sums import counts
from extractors.checks.placing import is_machine_read
from extractors.checks.printed import cells_of, joined_lines, lines_of, value_of
from extractors.checks.telling import tell
from extractors.curriculum.grids import grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.letters import lettered
from normalizers.values.numbers import grouped
from normalizers.values.spelt import spelt_from
from normalizers.values.units import units_pattern
from normalizers.wordings import Wordings

WORDS = Path(__file__).parents[1] / "knowledge" / "count_words.tsv"
COUNT = r"(?<![\d.,/–-])\d{1,4}(?![\d/–-]|[.,]\d|\s?%)"
FIGURE = r"(?<![\d.,/–-])\d{1,4}(?:,\d{1,2})?(?![\d/–-]|[.,]\d|\s?%)"
"""A count, or a measure with its tenths."""
FAREST = 1.25
"""How many times the parts may be the whole, or it they, before they are taken to tell something else."""
LEAST = 3
"""Rows of a list from which it is one."""
_WHOLE = Wordings(WORDS, rf"(?P<whole>{COUNT})\s*(?:[^\W\d_]{{2,12}}\s)?<<counted>>", re.I)
_LABELLED = Wordings(WORDS, rf"(?<!\w)<<of_all>>[^\d\n.;]{{0,24}}?<<counted>>[^\d\n.;]{{0,4}}(?P<whole>{COUNT})", re.I)
"""A whole behind its label: `Tổng số thành viên: 5`."""
_POINTS = Wordings(WORDS, r"(?<![\w.,/–-])(?P<n>\d{1,2}|[^\W\d_][\w’'ʼ]*)\s+<<item>>(?!\w)[^:.;\n]{0,60}:$", re.I)
"""How many points follow: `theo 4 nguyên tắc sau:`."""
_SPLIT = re.compile(
    r"(?<![\d.,/])(\d{1,3})(?:\s[^\W\d_]{1,8}){0,2}\s*\((\d{1,3}\s?[^\W\d_]+(?:\s?\+\s?\d{1,3}\s?[^\W\d_]+)+)\)"
)
_AMONG = Wordings(WORDS, rf"(?P<whole>{COUNT})\s+[^\d\n.;,]{{3,40}},?\s*<<among>>", re.I)
_OF = Wordings(WORDS, rf"(?P<part>{COUNT})\s+<<out_of>>\s+(?={COUNT}\s)", re.I)
"""A part before its whole: `допущено 118 із 125 студентів`."""
_PART = re.compile(COUNT)
_COMPLEMENT = Wordings(WORDS, r"(?<!\w)<<complement>>", re.I)
_LISTED = Wordings(WORDS, rf"(?P<whole>{COUNT})\s*<<counted>>[^\n.;:]{{0,60}}?<<listed>>", re.I | re.M)
_NAME = re.compile(lettered(r"(?:[\w.]{1,6}\.\s*)*\p{Lu}[\p{Ll}’'-]+(?:\s\p{Lu}[\p{Ll}’'.-]*){1,4}"))
_ARTICLES = Wordings(
    WORDS, rf"<<consists>>\s+(?:{COUNT}\s*<<chapter>>,?\s*(?:<<and>>\s+)?)?(?P<n>{COUNT})\s*<<article>>(?!\w)", re.I
)
_ARTICLE = Wordings(WORDS, r"<<article>> (\d+)", re.I)
_TO = Wordings(WORDS, r"\s*(?P<of>\w*)\s+<<to>>\s+(?P<last>\d{1,4}(?:,\d{1,2})?)\s*", re.I)
_BETWEEN = Wordings(WORDS, rf"(?<!\w)<<between>>\s+(?P<first>{COUNT})\s+<<and_to>>\s+(?P<last>{COUNT})", re.I)
_LOWERED = Wordings(WORDS, r"(?<!\w)<<lowered>>", re.I)
_INWORDS = Wordings(
    WORDS,
    r"(?P<n>\d[\d. \u00a0]*+)\s*+(?:[^\W\d_]{1,5}\.?)?[\s,.;]*+\(?\s*<<in_words>>\s*:?\s*"
    r"(?P<words>[^\W\d_](?:[^\n()\d.;]|\n(?=\p{Ll}))+)",
    re.I,
)
_BRACKETED = re.compile(
    r"(?<![\d.,/])(?P<n>\d{1,4}(?:[. \u00a0]\d{3})*)\s*(?:[^\W\d_]{1,9}(?:/[^\W\d_]{1,9}){0,2}\.?\s*)?"
    r"\((?P<words>[^\W\d_][^()\d\n]{1,70})\)"
)

_RANGE = re.compile(r"(\d{1,4}(?:[.,]\d{1,2})?)\s*[-–—]\s*(\d{1,4}(?:[.,]\d{1,2})?)")
_CLOCK = re.compile(r"(?<![\d.,:])((\d{1,2})([:hg])(\d{2}))\s*[-–—]\s*((\d{1,2})([:hg])(\d{2}))(?![\d:])")
"""Hours of the clock from which and to which something lasts: `7h30 - 9h00`."""
EVENING, MONTHS = 60 * 20, 12
"""Minute of the day from which hours may run through the night; numbers that may be of months run through the year."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the counts that what stands beside them does not make, figures that their words deny, ranges that end
    before they begin."""
    if not rows:
        return []
    lines = lines_of(document)
    return [
        *(counted(made, whole) for made, whole in (*_parted(joined_lines(document)), *_lists(document))),
        *(counted(made, whole) for made, whole in (*_articles(document, rows), *_points(document, rows))),
        *_worded(document),
        *_upside_down(document, lines),
    ]


def counted(made: int, whole: int) -> Finding:
    """Return the finding of a count that is another one than the text says."""
    return tell("table_total.count", "warning", None, None, made=made, printed=whole)


def _parted(lines: list[str]) -> Iterator[tuple[int, int]]:
    """Yield parts and whole where they differ: of brackets, of sentences that part whom they count."""
    for split in (found for line in lines for found in _SPLIT.finditer(line)):
        if near(made := sum(map(int, re.findall(r"\d+", split[2]))), int(split[1])):
            yield made, int(split[1])
    for sentence in (s for line in lines if "\t" not in line for s in re.split(r"[.;](?=\s)", line)):
        among = _AMONG.search(sentence)
        whole = _LABELLED.search(sentence) or _WHOLE.search(sentence) or among
        parts = [int(m[0]) for m in _PART.finditer(sentence, whole.end()) if counts(sentence, m)] if whole else []
        if whole and (before := _OF.search(sentence, 0, whole.end())) and before.end() == whole.start():
            parts.append(int(before["part"]))
        complete = whole and _COMPLEMENT.search(sentence, whole.end())
        told = int(whole["whole"]) if whole and (complete or among) else 0
        if len(parts) >= 2 and max(parts) <= told and near(sum(parts), told) and (complete or sum(parts) > told):
            yield sum(parts), told


def _points(document: Document, rows: tuple[Row, ...]) -> Iterator[tuple[int, int]]:
    """Yield the points below a clause that says that they are one more or less."""
    provided = [row for row in rows if row.table == "provisions" and row.get("number")]
    for place, row in enumerate(provided if not is_machine_read(document) else ()):
        match, number = _POINTS.search(str(row.get("text") or row.get("heading") or "")), row.get("number")
        spelt = spelt_from(f" {match['n']}".lower(), 1, document.genre.language) if match else None
        told = int(match["n"] if match and match["n"].isdecimal() else spelt.value or 0 if spelt else 0)
        later = provided[place + 1 :]
        end = next((n for n, r in enumerate(later) if not str(r.get("number")).startswith(f"{number}.")), len(later))
        if told > 1 < (made := sum(r.get("parent") == number for r in later[:end])) and near(made, told):
            yield made, told


def near(made: int, whole: int) -> bool:
    """Say whether a count is not the one told and may be meant to be."""
    return made != whole and (abs(made - whole) == 1 or max(made, whole) <= FAREST * min(made, whole))


def _lists(document: Document) -> Iterator[tuple[int, int]]:
    """Yield the rows of the only list of names, where the text tells of another number of those listed."""
    told = {int(match["whole"]) for match in _LISTED.finditer("\n".join(joined_lines(document)))}
    if len(told) != 1 or is_machine_read(document):
        return
    listed = []
    for grid in grids(document):
        numbers = [int(n) for row in grid.rows if (n := row[0].text.strip(" .")).isdecimal() and not row[0].merged]
        named = sum(any(_NAME.fullmatch(p.text.strip()) for p in row[1:4]) for row in grid.rows)
        if len(numbers) >= LEAST and named >= len(numbers) and numbers == list(range(1, len(numbers) + 1)):
            listed.append(len(numbers))
    if len(listed) == 1 and (whole := told.pop()) != listed[0] and max(whole, listed[0]) <= 2 * min(whole, listed[0]):
        yield listed[0], whole


def _articles(document: Document, rows: tuple[Row, ...]) -> Iterator[tuple[int, int]]:
    """Yield the articles of what a decision enacts, where it says that they are more or less."""
    match = _ARTICLES.search(" ".join(document.text.content.split()))
    provided = (_ARTICLE.fullmatch(str(row.get("number"))) for row in rows if row.table == "provisions")
    numbers = [int(found[1]) for found in provided if found]
    if match and numbers and near(max(numbers), int(match["n"])):
        yield max(numbers), int(match["n"])


def _worded(document: Document) -> Iterator[Finding]:
    """Yield the figures beside which other ones stand in words: `12 (mười)`, `900.000 đồng. Bằng chữ: Chín triệu`."""
    content, language = document.text.content, document.genre.language
    for match in (*_INWORDS.finditer(content), *_BRACKETED.finditer(content)):
        printed = match["n"].strip(" .\u00a0")
        figure = int(printed) if printed.isdecimal() else grouped(printed)
        words = " ".join(match["words"].split())
        spelt = spelt_from(words.lower(), 0, language)
        whole = spelt and len(words[spelt.end :].split()) <= 2
        if figure is not None and spelt and whole and spelt.value is not None and spelt.value != figure:
            yield tell("figure_in_words", "warning", None, None, figure=printed, words=words)


def _upside_down(document: Document, lines: list[str]) -> Iterator[Finding]:
    """Yield the ranges whose upper end is told first: `từ 18 tuần đến 12 tuần`, hours of the clock, the only range of a
    column that falls."""
    for match in _CLOCK.finditer(document.text.content):
        first, last = (60 * int(match[n]) + int(match[n + 2]) for n in (2, 6))
        if last < first < EVENING:
            yield tell("range_upside_down", "warning", None, None, first=match[1], last=match[5])
    for cells in (cells_of(grid, column) for grid in grids(document) for column in range(grid.width)):
        ends = [(value_of(m[1]), value_of(m[2])) for cell in cells if (m := _RANGE.fullmatch(cell))]
        odd = [(first, last) for first, last in ends if last < first]
        if len(odd) == 1 and len(ends) > LEAST and max(map(max, ends)) > MONTHS:
            yield tell("range_upside_down", "warning", None, None, first=odd[0][0], last=odd[0][1])
    unit = units_pattern(document.genre.language)
    for match in (m for line in lines for m in _BETWEEN.finditer(line)):
        if int(match["last"]) < int(match["first"]):
            yield tell("range_upside_down", "warning", None, None, first=match["first"], last=match["last"])
    for line in lines:
        for match in re.finditer(FIGURE, line) if not _LOWERED.search(line) else ():
            beyond = _TO.match(line, match.end())
            named = beyond and (
                unit.match(line, beyond.end()) or beyond["of"] and line[beyond.end() :].startswith(beyond["of"])
            )
            if beyond and named and value_of(beyond["last"]) < value_of(match[0]):
                yield tell("range_upside_down", "warning", None, None, first=match[0], last=beyond["last"])
