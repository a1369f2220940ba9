"""Rules about dates: they exist, come in order, and none lies in the future."""

import re
from datetime import date

from extractors.checks.placing import row_at
from models.document import Document
from models.rows import Finding, Row
from models.tables import BY_NAME

_NUMERIC = re.compile(r"(?<![\w./-])(\d{1,2})([./-])(\d{1,2})\2((?:19|20)\d{2})(?![\w/-]|\.\d)")
_WORDED = re.compile(r"ngày\s(\d{1,2})\stháng\s(\d{1,2})\snăm\s((?:19|20)\d{2})")
_SIGNED = re.compile(r"дата подписания:?\s*(\d{2})\.(\d{2})\.(\d{4})", re.IGNORECASE)
_EFFECT = re.compile(r"(Quyết định|Quy định|Quy chế) này có hiệu lực[^.;]{0,90}")
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
        *_future(rows),
        *_basis_order(own, rows),
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
            if _exists(year, month, day) or _exists(year, day, month):
                continue
            if pattern is _NUMERIC and not _is_date(content, match):
                continue
            table, key = row_at(document, rows, match.start())
            message = f"{match[0]} is not on the calendar (page {document.text.page_at(match.start())})."
            found.append(Finding("date_impossible", "error", message, table, key))
    return found


def _is_date(content: str, match: re.Match[str]) -> bool:
    """Say whether figures between points or strokes are a date: a word before or after says so, or they stand alone."""
    before = content[max(0, match.start() - 8) : match.start()]
    after = content[match.end() : match.end() + 8]
    if re.search(r"(?:ngày|від|от|ж\.|dated|,|\()\s*$", before) or re.match(r"\s?(?:р\.|г\.|ж\.|року|года)", after):
        return True
    alone = re.search(r"(?:^|[\t\n\f])$", before) and re.match(r"[\t\n\f]|$", after)
    return bool(alone) and int(match[1]) <= 39 and int(match[3]) <= 39


def _uncalendared(rows: tuple[Row, ...]) -> list[Finding]:
    """Values of date columns that are no dates."""
    found = []
    for row in rows:
        for column in BY_NAME[row.table].columns if row.table in BY_NAME else ():
            value = row.get(column.name) if column.type == "date" else None
            parts = [int(p) for p in str(value).split("-")] if re.fullmatch(r"\d{4}(-\d{2}){0,2}", str(value)) else None
            if value is not None and (parts is None or not _exists(*[*parts, 1, 1][:3])):
                found.append(
                    Finding(
                        "date_impossible",
                        "error",
                        f"{column.name} {value} is not on the calendar.",
                        row.table,
                        row.row_key,
                    )
                )
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
                found.append(
                    Finding("date_in_future", "warning", f"{column} {value} lies ahead.", row.table, row.row_key)
                )
    return found


def _later(first: object, second: object) -> bool:
    """Say whether a date is certainly later than another, at the precision that both have."""
    if not isinstance(first, str) or not isinstance(second, str):
        return False
    length = min(len(first), len(second))
    return first[:length] > second[:length]


def _basis_order(own: Row | None, rows: tuple[Row, ...]) -> list[Finding]:
    """What a document rests on is not younger than the document."""
    issued = own.get("issued_on") if own else None
    return [
        Finding(
            "date_order",
            "warning",
            f"The act of {row.get('issued_on')} is younger than the document of {issued} that rests on it.",
            "citations",
            row.row_key,
        )
        for row in rows
        if row.table == "citations"
        and row.get("relation") in ("basis", "replaces", "amends")
        and _later(row.get("issued_on"), issued)
    ]


def _effect(document: Document, own: Row | None) -> list[Finding]:
    if own is None:
        return []
    found = []
    if _later(own.get("issued_on"), own.get("effective_from")):
        message = f"Takes effect on {own.get('effective_from')}, before its own date {own.get('issued_on')}."
        found.append(Finding("effect_before_document", "warning", message, "documents", own.row_key))
    said: dict[str, str] = {}
    for match in _EFFECT.finditer(re.sub(r"[\n\f]+", " ", document.text.content)):
        when = re.search(
            r"từ\s+(học kỳ\s\d|năm học\s\d{4}|ngày ký|ngày ban hành|ngày\s\d[\d/]+|ngày \d+ tháng \d+ năm \d+)",
            match[0],
        )
        if when:
            key = {"ngày ban hành": "ngày ký"}.get(when[1], when[1])
            said.setdefault(key, match[0].strip())
    signed = own.get("effective_from") == own.get("issued_on") and own.get("issued_on") is not None
    if len(said) > 1 and not (signed and all("ngày" in key for key in said)):
        found.append(
            Finding("effect_differs", "warning", "Two dates of effect: " + "; ".join(said), "documents", own.row_key)
        )
    return found


def _tasks(own: Row | None, rows: tuple[Row, ...]) -> list[Finding]:
    issued = own.get("issued_on") if own else None
    return [
        Finding(
            "date_order",
            "warning",
            f"Due date {row.get('due_on')} lies before the date of the document, {issued}.",
            "tasks",
            row.row_key,
        )
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
                found.append(
                    Finding(
                        "date_incomplete",
                        "warning",
                        f"{column}: only {value} is legible ({raw[:60]!r}).",
                        "documents",
                        own.row_key,
                    )
                )
    for row in rows:
        value = row.get("acted_on") if row.table == "people" else None
        if isinstance(value, str) and len(value) < 10:
            message = f"The day or the month is blank; acted_on is {value} alone."
            found.append(Finding("incomplete_date", "warning", message, "people", row.row_key))
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
    first, last = late[0].get("registered_on"), late[-1].get("registered_on")
    message = f"{len(late)} rows of the register ({first} to {last}) are later than the electronic signature of {at}."
    return [Finding("date_order", "warning", message, "amendments", late[0].row_key)]
