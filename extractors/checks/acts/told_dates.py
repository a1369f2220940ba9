"""Told dates: what lines say of a document's own date, of its effect, of deadlines and of what it rests on, whatever of
them was read as values."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

from extractors.checks.printed import joined_lines, lines_of
from extractors.checks.telling import tell
from extractors.curriculum.grids import Grid, grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.wordings import Wordings

HEAD = 1500
"""Characters of a document among which its own date stands, where no value was read."""
SHORT = 30
"""Letters that may stand beside a date on the line that dates a document."""
LONG_AGO = 400
"""Days before a document from which a date is no deadline of it."""
FAR = timedelta(days=900)
"""Time behind a document from which a deadline of it is misprinted, where the year stands nowhere else."""
_WORDS = Path(__file__).parents[1] / "knowledge" / "date_words.tsv"
_PAST = Wordings(_WORDS, r"(?<!\w)<<past>>")
_ENACTED = Wordings(_WORDS, r"^\W*<<enacted>>[^.;]{0,60}$")
"""How a line at the top begins that tells by which act, of which day, the document was enacted."""
_AHEAD = Wordings(_WORDS, r"(?<!\w)<<ahead>>", re.I)
_EFFECT = Wordings(_WORDS, r"(?<!\w)<<effect>>\s*[«\"“]?$", re.I)
DUE = Wordings(_WORDS, r"<<due>>\s*[«\"“]?$", re.I)
DUE_BEHIND = Wordings(_WORDS, r"\w*\s*<<due_behind>>(?!\w)", re.I)
_BYGONE = Wordings(_WORDS, r"<<bygone>>", re.I)
TO = Wordings(_WORDS, r"\W{0,3}(?:[^\W\d_]{1,5}\W{1,3})?(?<!\w)<<to>>(?:\s|(?<=[–—-]))[^;:\n]{0,24}?", re.I)
"""What stands between the first and the last day of a span, with an hour or the day of the week."""
_PART = Wordings(
    _WORDS, r"(?<![\w.,/])((?:[^\W\d_]{3,9}\s)?\d{1,2}(?:[./]\d{1,2})?)\W{0,2}\s*<<to>>\s(?:[^\W\d_]{2,4}\s)?$", re.I
)
"""What stands of the first day of a span before its last day, which has the year of both."""
HALF_YEAR = timedelta(days=183)
_KAZAKH_SPAN = re.compile(r"(?:[-\s]?(?:күн)?[дтн][ае]н)(?:\s+бастап)?,?\s+")
"""The ending of the first day of a span, in Kazakh."""
_OTHER = Wordings(_WORDS, r"\d/\S|№|<<lapse>>", re.I)
"""Another act, or the end of one, on the line of an effect."""
_RESTS = Wordings(_WORDS, r"<<rests>>")
_SENTENCE = re.compile(r"(?<!\W[ргж])\.\s*$")
"""The full stop of a line that tells something, and no shortened `year` of one that dates a document."""
_AMENDED = Wordings(_WORDS, r"<<amended>>", re.I)
_TIMED = Wordings(_WORDS, r"<<timed>>", re.I)
_BEGUN = Wordings(_WORDS, r"\W*<<begun>>", re.I)
_ENDED = Wordings(_WORDS, r"\W*<<ended>>", re.I)
_CLOCK = re.compile(r"(?<![\d.,])\d{1,2}[.:hг]\s?\d{2}(?![\d.])")
_EFFECT_BEHIND = Wordings(_WORDS, r"\w*\s*<<effect_behind>>(?!\w)", re.I)
_PLANNED = ("decision", "plan", "notice", "circular", "other")
"""Kinds whose deadlines lie ahead of them; a regulation may set limits in the past."""
_Told = tuple[int, int, str]


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return dates that the lines of a document tell and that come in an impossible order, or lie ahead."""
    own = next((row for row in rows if row.table == "documents"), None)
    if own is None:
        return []
    language = document.genre.language
    dated = [(line, days) for line in lines_of(document) if (days := days_of(line, language))]
    issued = own.get("issued_on") or _issued(document, dated)
    found = list(_future(own, dated))
    if not found and not own.get("issued_on") and issued and issued > date.today().isoformat():
        found.append(tell("date_in_future", "warning", "documents", own.row_key, column="issued_on", date=issued))
    dated = [(line, days) for line in joined_lines(document) if (days := days_of(line, language))]
    found += [*_spans(dated, language), *_between_columns(document)]
    if not isinstance(issued, str) or len(issued) < 10:
        return found
    found += [*_effects(own, issued, dated), *_bases(own, rows, issued, dated), *_far(document, issued, dated)]
    if own.get("kind") in _PLANNED:
        found += [*_deadlines(own, rows, issued, dated), *_planned(document, own, rows, issued)]
    return found


def days_of(line: str, language: str) -> list[_Told]:
    """Return the whole days of a line."""
    return [told for told in find_dates(line, language) if len(told[2]) == TO_THE_DAY]


def _issued(document: Document, dated: list[tuple[str, list[_Told]]]) -> str | None:
    """Return the date of a line at the top that holds hardly anything else."""
    head = document.text.content[:HEAD]
    for line, days in dated:
        if line in head and _ENACTED.match(line[: days[0][0]]):
            return days[0][2]
        if line not in head or len(days) != 1:
            continue
        if _RESTS.search(line) or _AHEAD.search(line) or _SENTENCE.search(line):
            continue
        if _CLOCK.search(re.sub(r"№\s*\S+", "", line[days[0][1] :])):
            continue  # when something is to happen
        rest = re.sub(r"№\s*\S+|\W|\d", "", line[: days[0][0]] + line[days[0][1] :])
        if len(rest) <= SHORT and "\t" not in line:
            return days[0][2]
    return None


def _future(own: Row, dated: list[tuple[str, list[_Told]]]) -> Iterator[Finding]:
    """Yield the first date that lies ahead on a line about what was done to the document."""
    today = date.today().isoformat()
    for line, days in dated:
        if _PAST.search(line) and not _AHEAD.search(line) and len(days) == 1 and days[0][2] > today:
            yield tell("date_in_future", "warning", "documents", own.row_key, column="issued_on", date=days[0][2])
            return


def _spans(dated: list[tuple[str, list[_Told]]], language: str) -> Iterator[Finding]:
    """Yield the spans of days that end before they begin: `từ ngày 8/3/2017 đến ngày 7/3/2017`."""
    for line, days in dated:
        for first, last in _from_part(line, days, language):
            yield tell("date_order.span", "warning", "tasks", None, start=first, end=last)
        for (_, end, first), (start, behind, last) in pairwise(days):
            joined = _KAZAKH_SPAN.fullmatch(line[end:start]) and DUE_BEHIND.match(line[behind:])
            spanned = joined if language == "kk" else TO.fullmatch(line[end:start])
            if last < first and spanned:
                yield tell("date_order.span", "warning", "tasks", None, start=first, end=last)


def _from_part(line: str, days: list[_Told], language: str) -> Iterator[tuple[str, str]]:
    """Yield first and last days of spans that run backwards, where the first has no year of its own, or its month
    neither: `August 29 to August 16, 2022`, `з 9 до 2 січня 2023 року`, and no columns of days."""
    for start, end, last in days:
        part = _PART.search(line, 0, start)
        if part is None or days_of(line[part.start() : start], language) or line[end:].lstrip()[:1].isdecimal():
            continue
        for whole in (f"{part[1]}, {last[:4]}", f"{part[1]}{part[1][-3:-2]}{last[:4]}", f"{part[1]} {last[:4]}"):
            first = next((day for *_, day in days_of(whole, language)), None)
            if first and last < first and date.fromisoformat(first) - date.fromisoformat(last) < HALF_YEAR:
                yield first, last
                break
        if part[1].isdecimal() and len(part[1]) <= 2 and int(part[1]) > int(last[8:]):
            yield f"{last[:8]}{int(part[1]):02}", last


def _between_columns(document: Document) -> Iterator[Finding]:
    """Yield the rows of a table with an earlier day in the column of last days than in that of first days, and the one
    row in which the days of two columns do not rise as in all the others."""
    for grid in grids(document):
        heads = [place.text for place in grid.rows[0]]
        days = [[days_of(place.text, document.genre.language) for place in row] for row in grid.rows[1:]]
        for first, last in pairwise(n for n in range(grid.width) if any(row[n] for row in days)):
            told = [(row[first][0][2], row[last][0][2]) for row in days if row[first] and row[last]]
            wrong = [(begin, end) for begin, end in told if end < begin]
            called = _BEGUN.match(heads[first]) and _ENDED.match(heads[last])
            for begin, end in wrong if called or len(wrong) == 1 and len(told) > 2 else ():
                yield tell("date_order.span", "warning", "tasks", None, start=begin, end=end)


def _effects(own: Row, issued: str, dated: list[tuple[str, list[_Told]]]) -> Iterator[Finding]:
    for line, days in dated:
        for start, end, day in days:
            begins = _EFFECT.search(line[:start]) or _EFFECT_BEHIND.match(line[end:])
            if day < issued and begins and not _OTHER.search(line[:start].rpartition(". ")[2]):
                said = {"effect": day, "issued": issued}
                yield tell("effect_before_document", "warning", "documents", own.row_key, **said)
                return


def _bases(own: Row, rows: tuple[Row, ...], issued: str, dated: list[tuple[str, list[_Told]]]) -> Iterator[Finding]:
    """Yield the acts that a line says the document rests on and that are younger, but those read as citations."""
    cited = [row.get("issued_on") for row in rows if row.table == "citations" and row.get("relation") == "basis"]
    known = set(cited) if own.get("issued_on") else set()
    for line, days in dated:
        rests = _RESTS.search(line)
        for start, _, day in days if rests and not _AMENDED.search(line) else ():
            between = line[rests.end() : start] if rests and rests.end() < start else line
            apart = len(between) >= 160 or re.search(r"[.;]\s", between) or _AHEAD.search(between)
            if day > issued and day not in known and not apart:
                yield tell("date_order.basis", "warning", "citations", None, cited=day, issued=issued)
                known.add(day)


def _deadlines(own: Row, rows: tuple[Row, ...], issued: str, dated: list[tuple[str, list[_Told]]]) -> Iterator[Finding]:
    """Yield the days by which something is to be done before the document that asks for it."""
    known = _told_of(own, rows)
    for line, days in dated:
        for start, end, day in days if not _RESTS.search(line) else ():
            before = line[:start].rpartition(". ")[2]
            due = DUE.search(before) or DUE_BEHIND.match(line[end:])
            if _early(day, issued) and due and not _BYGONE.search(before) and day not in known:
                yield tell("date_order.task", "warning", "tasks", None, due=day, issued=issued)


def _far(document: Document, issued: str, dated: list[tuple[str, list[_Told]]]) -> Iterator[Finding]:
    """Yield the deadlines, on lines or in a table's column of time, of a year far ahead that stands nowhere else."""
    told = [d for line, days in dated for a, b, d in days if DUE.search(line[:a]) or DUE_BEHIND.match(line[b:])]
    columns = [list(_column(one, n, document.genre.language)) for one in grids(document) for n in range(one.width)]
    told += [day for days in columns if len(days) > 2 for day in days]
    latest = (date.fromisoformat(issued) + FAR).isoformat()
    for day in dict.fromkeys(told) if document.genre.kind in (*_PLANNED, "syllabus") else ():
        if day > latest and document.text.content.count(day[:4]) == 1:
            yield tell("date_order.far", "warning", "tasks", None, day=day, issued=issued)


def _told_of(own: Row, rows: tuple[Row, ...]) -> set[str]:
    """Return the days of tasks that the rules of dates have looked at: those of a document whose date was read."""
    return {str(row.get("due_on")) for row in rows if row.table == "tasks"} if own.get("issued_on") else set()


def _early(day: str, issued: str) -> bool:
    return (date.fromisoformat(issued) - timedelta(days=LONG_AGO)).isoformat() < day < issued


def _planned(document: Document, own: Row, rows: tuple[Row, ...], issued: str) -> Iterator[Finding]:
    """Yield the days of a table's column of time that lie before the document, where the others lie behind it."""
    known = _told_of(own, rows)
    for grid in grids(document):
        for column in range(grid.width):
            days = list(_column(grid, column, document.genre.language))
            early = [day for day in days if _early(day, issued)]
            if len(early) == 1 and sum(day >= issued for day in days) >= 2 and early[0] not in known:
                yield tell("date_order.task", "warning", "tasks", None, due=early[0], issued=issued)


def _column(grid: Grid, column: int, language: str) -> Iterator[str]:
    """Yield the last day of every cell of a column that its head calls one of time."""
    if not _TIMED.search(grid.rows[0][column].text):
        return
    for row in grid.rows[1:]:
        days = days_of(row[column].text, language) if not row[column].merged else []
        if days:
            yield days[-1][2]
