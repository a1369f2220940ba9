"""Rules about dates: they exist, come in order, and none lies in the future."""

import re
from collections.abc import Iterator
from datetime import date
from pathlib import Path

from extractors.checks.acts.told_dates import days_of
from extractors.checks.placing import row_at
from extractors.checks.printed import joined_lines
from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row
from models.tables import BY_NAME
from normalizers.values.dates import TO_THE_DAY, find_dates, misdated
from normalizers.wordings import Wordings

_NUMERIC = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?![\w/-]|\.\d)")
_WORDED = re.compile(r"(?<![\d/])(?:[Nn]gày\s)?(\d{1,2})\stháng\s(\d{1,2})\snăm\s((?:19|20)\d{2})")
_SIGNED = re.compile(r"дата подписания:?\s*(\d{2})\.(\d{2})\.(\d{4})", re.IGNORECASE)
_TITLE_PAGE = re.compile(r"[^\W\d_][\w .'’-]{1,30}?\s*[,–—-]?\s*(?:[^\W\d_]{3,4}\s)?(?:19|20)\d{2}")
"""Place and year at the foot of a title page, where no day is expected."""
_WORDS = Path(__file__).parents[1] / "knowledge" / "date_words.tsv"
_EFFECT = Wordings(_WORDS, r"<<act>>(?: này)? có hiệu lực[^.;]{0,90}")
_BEGIN = Wordings(_WORDS, r"từ\s+(<<begin>>)")
_AT_ONCE = re.compile("ngày (?:ký|ban hành)")
_SCHOOL_YEAR = Wordings(
    _WORDS, r"(?P<n><<school_year>>:? )?\b(20\d\d) ?[-–/] ?(20\d\d)(?!\d)(?P<m>\S{0,3} <<school_year_behind>>)?", re.I
)
_BEFORE = Wordings(_WORDS, r"(?:<<before_date>>|,|\()\s*$", re.I)
_AFTER = Wordings(_WORDS, r"\s?<<after_date>>")
_NAMES = (*(f"(?:<<weekday>> <<nth_{n}>>|<<day_{n}>>)" for n in range(1, 7)), "<<day_7>>")
_DAYS = [Wordings(_WORDS, rf"(?<!\w){day}\W{{0,3}}(?:<<before_day>>\s*)?⟨|⟩\s?\(\s?{day}\s?\)", re.I) for day in _NAMES]
"""The days of the week, before or behind a date in marks."""
# Dates of these columns say what happened, so they cannot lie ahead.
_PAST = {
    "documents": ("issued_on",),
    "citations": ("issued_on",),
    "people": ("acted_on",),
    "amendments": ("registered_on", "basis_issued_on"),
}


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what is wrong with the dates of a document and its rows."""
    own = next((r for r in rows if r.table == "documents"), None)
    return [
        *_impossible(document, rows),
        *_uncalendared(rows),
        *_weekdays(document),
        *_school_years(document),
        *_future(rows),
        *_basis_order(own, rows),
        *_enacted_before(own, rows),
        *_effect(document, own),
        *_tasks(own, rows),
        *_incomplete(document, own, rows),
        *_register(document, rows),
    ]


def _impossible(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Printed dates that the calendar does not have."""
    content, found = document.text.content, []
    for pattern, place in ((_NUMERIC, (1, 3, 4)), (_WORDED, (1, 2, 3))):
        for match in pattern.finditer(content):
            day, month, year = (int(match[i]) for i in place)
            turned = document.genre.language == "en" and _exists(year, day, month)
            if _exists(year, month, day) or turned:
                continue
            if pattern is _NUMERIC and not _is_date(content, match):
                continue
            table, key = row_at(document, rows, match.start())
            page = document.text.page_at(match.start())
            found.append(tell("date_impossible", "error", table, key, date=match[0], page=page))
    for start, end in dict.fromkeys(misdated(content)):
        table, key = row_at(document, rows, start)
        said = {"date": content[start:end], "page": document.text.page_at(start)}
        found.append(tell("date_impossible", "error", table, key, **said))
    return found


def _is_date(content: str, match: re.Match[str]) -> bool:
    """Say whether figures between points or strokes are a date: a word before or after says so, or they stand alone."""
    before = content[max(0, match.start() - 8) : match.start()]
    after = content[match.end() : match.end() + 8]
    if _BEFORE.search(before) or _AFTER.match(after) or match[2] == "/" and int(match[1]) <= 39 >= int(match[3]):
        return True
    alone = re.search(r"(?:^|[\t\n\f]|:\s)$", before) and re.match(r"[.,;)]?\s*(?:[\t\n\f]|$)", after)
    return bool(alone) and int(match[1]) <= 39 and int(match[3]) <= 39


def _weekdays(document: Document) -> Iterator[Finding]:
    """Yield the days that stand beside the name of another day of the week: `Thứ Ba, ngày 5/3/2031`."""
    for line in joined_lines(document):
        for start, end, day in find_dates(line, document.genre.language):
            marked = f"{line[:start]}⟨{line[start:end]}⟩{line[end:]}"
            named = [n for n, name in enumerate(_DAYS) if name.search(marked)] if len(day) == TO_THE_DAY else []
            if len(named) == 1 and named[0] != date.fromisoformat(day).weekday():
                said = {"line": f" {line[:end]}"[-(end - start + 20) :].partition(" ")[2], "date": day}
                yield tell("date_impossible.weekday", "warning", "documents", None, **said)


def _school_years(document: Document) -> Iterator[Finding]:
    """Yield the school years whose second year is not the one that follows the first."""
    for match in _SCHOOL_YEAR.finditer(" ".join(document.text.content.split())):
        first, last = int(match[2]), int(match[3])
        if (match["n"] or match["m"]) and last != first + 1 and last < first + 3:  # more are those of a whole course
            yield tell("date_impossible.years", "warning", "documents", None, years=match[0].strip())


def _uncalendared(rows: tuple[Row, ...]) -> list[Finding]:
    """Values of date columns that are no dates."""
    found = []
    for row in rows:
        for column in BY_NAME[row.table].columns if row.table in BY_NAME else ():
            value = row.get(column.name) if column.type == "date" else None
            parts = [int(p) for p in str(value).split("-")] if re.fullmatch(r"\d{4}(-\d{2}){0,2}", str(value)) else None
            if value is not None and (parts is None or not _exists(*[*parts, 1, 1][:3])):
                said = {"column": column.name, "date": str(value)}
                found.append(tell("date_impossible.value", "error", row.table, row.row_key, **said))
    return found


def _exists(year: int, month: int, day: int) -> bool:
    try:
        date(year, month, day)
    except ValueError:
        return False
    return True


def _future(rows: tuple[Row, ...]) -> list[Finding]:
    today = date.today().isoformat()
    found = []
    for row in rows:
        for column in _PAST.get(row.table, ()):
            value = row.get(column)
            if isinstance(value, str) and value > today[: len(value)]:
                said = {"column": column, "date": value}
                found.append(tell("date_in_future", "warning", row.table, row.row_key, **said))
    return found


def _later(first: object, second: object) -> bool:
    """Say whether a date is certainly later than another, at the precision that both have."""
    if not isinstance(first, str) or not isinstance(second, str):
        return False
    length = min(len(first), len(second))
    return first[:length] > second[:length]


def _basis_order(own: Row | None, rows: tuple[Row, ...]) -> list[Finding]:
    """What a document rests on is not younger than the document, nor the first minutes that approve it."""
    issued = own.get("issued_on") if own else None
    minutes = next((row for row in rows if row.table == "citations" and row.get("kind") == "minutes"), None)
    return [
        tell("date_order.basis", "warning", "citations", row.row_key, cited=row.get("issued_on"), issued=issued)
        for row in rows
        if row.table == "citations"
        and (row.get("relation") not in ("approves", "enacts") or row is minutes)
        and _later(row.get("issued_on"), issued)
    ]


def _enacted_before(own: Row | None, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the orders that enact a regulation or a programme earlier in the year than it was issued."""
    if own is None or own.get("kind") not in ("regulation", "programme"):
        return
    issued = own.get("issued_on")
    for row in rows:
        day = row.get("issued_on")
        if row.get("relation") == "enacts" and _later(issued, day) and str(issued)[:4] == str(day)[:4]:
            yield tell("date_order.enacted", "warning", "citations", row.row_key, order=day, issued=issued)


def _effect(document: Document, own: Row | None) -> list[Finding]:
    if own is None:
        return []
    found = []
    if _later(own.get("issued_on"), own.get("effective_from")):
        days = {"effect": own.get("effective_from"), "issued": own.get("issued_on")}
        found.append(tell("effect_before_document", "warning", "documents", own.row_key, **days))
    said: dict[str, str] = {}
    for match in _EFFECT.finditer(re.sub(r"[\n\f]+", " ", document.text.content)):
        when = _BEGIN.search(match[0])
        if when:
            at_once = _AT_ONCE.match(when[1]) and own.get("issued_on")
            said.setdefault(str(at_once or next((day for *_, day in days_of(when[1], "vi")), when[1])), when[1])
    if len(said) > 1:
        found.append(tell("effect_differs", "warning", "documents", own.row_key, dates=list(said.values())))
    return found


def _tasks(own: Row | None, rows: tuple[Row, ...]) -> list[Finding]:
    issued = own.get("issued_on") if own else None
    return [
        tell("date_order.task", "warning", "tasks", row.row_key, due=row.get("due_on"), issued=issued)
        for row in rows
        if row.table == "tasks" and _later(issued, row.get("due_on"))
    ]


def _incomplete(document: Document, own: Row | None, rows: tuple[Row, ...]) -> list[Finding]:
    """Dates of which only the month or the year is printed where a day belongs."""
    found = []
    if own is not None:
        for column in ("issued_on", "effective_from"):
            value = own.get(column)
            span = own.cells[column].span if column in own.cells else None
            if isinstance(value, str) and len(value) < 10 and span is not None:
                raw = document.text[span].strip()
                said = {"column": column, "date": value, "line": " ".join(raw[:60].split())}
                severity = "info" if _TITLE_PAGE.fullmatch(raw) else "warning"
                found.append(tell("date_incomplete", severity, "documents", own.row_key, **said))
    for row in rows:
        value = row.get("acted_on") if row.table == "people" else None
        if isinstance(value, str) and len(value) < 10:
            found.append(tell("incomplete_date", "warning", "people", row.row_key, date=value))
    return found


def _register(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Changes registered after the electronic signature that should cover them."""
    signed = _SIGNED.search(document.text.content)
    if signed is None:
        return []
    at = f"{signed[3]}-{signed[2]}-{signed[1]}"
    late = [r for r in rows if r.table == "amendments" and _later(r.get("registered_on"), at)]
    if not late:
        return []
    said = {"count": len(late), "first": late[0].get("registered_on"), "last": late[-1].get("registered_on")}
    return [tell("date_order.register", "warning", "amendments", late[0].row_key, signed=at, **said)]
