"""Citing: acts, the document itself among them, named with two days of one year, of which one is misprinted; acts cited
after they were replaced, as is known from outside the document."""

import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractors.checks.printed import joined_lines
from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row
from normalizers.knowledge import read_table
from normalizers.values.dates import TO_THE_DAY, find_dates

BEHIND, BEFORE = 14, 6
"""Characters that may part a number from the day behind it, or before it: `số 8 ngày …`, `від … року № 8`."""
REACH = 44
"""Characters in which such a day stands."""
OWN = re.compile(r".*[^\W\d_].*|\d{3,}")
"""Numbers that are one act's: with letters, or of three figures; minutes number 1 are those of any body."""
_YEAR = re.compile(r"\d+/((?:19|20)\d{2})/")
_KNOWLEDGE = Path(__file__).parents[1] / "knowledge"


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the cited acts that are named with several days, and those that were replaced before the document."""
    return [*_dated(document, rows), *_replaced(rows)]


def _dated(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the cited acts, and the document itself, beside whose number several days of one year stand, one day of
    several years, or a day of another year than is in it."""
    if document.genre.language == "kk":
        return []
    cited = [row for row in reversed(rows) if row.table == "citations"]
    named = {str(row.get("number")): row for row in (*cited, *(row for row in rows if row.table == "documents"))}
    found = []
    for number, row in named.items():
        days = set(_days(document, number)) if OWN.fullmatch(number) and row.get("number") else set()
        if row.table == "documents" and len(str(row.get("issued_on"))) == TO_THE_DAY:
            days.add(str(row.get("issued_on")))
        year, issued = _YEAR.match(number), str(row.get("issued_on") or "")
        odd = {year[1], issued} if year and issued and issued[:4] != year[1] else set()
        if odd or len(days) > 1 and 1 in (len({day[:4] for day in days}), len({day[4:] for day in days})):
            said = {"number": number, "days": sorted(odd or days)}
            found.append(tell("inconsistent_citation_date", "warning", row.table, row.row_key, **said))
    return found


def _days(document: Document, number: str) -> Iterator[str]:
    """Yield the whole days that stand right behind a number, else right before it."""
    content, language = "\n".join(joined_lines(document)), document.genre.language
    for match in re.finditer(rf"(?<![\w/.-]){re.escape(number)}(?![\w/-])", content):
        tail = re.split(r"[\n\f\t;№]", content[match.end() : match.end() + REACH])[0]
        head = re.split(r"[\n\f\t;]", content[max(0, match.start() - REACH) : match.start()])[-1]
        behind = next((day for day in find_dates(tail, language) if day[0] <= BEHIND), None)
        before = next((day for day in find_dates(head, language) if len(head) - day[1] <= BEFORE), None)
        told = before or behind
        if told and len(told[2]) == TO_THE_DAY:
            yield told[2]


@cache
def _superseded() -> dict[str, dict[str, str]]:
    listed = read_table(_KNOWLEDGE / "superseded.tsv", ("language", "number", "newer", "since", "what"))
    return {_bare(row["number"]): row for row in listed}


def _bare(number: str) -> str:
    return re.sub(r"\W", "", number).upper()


def _replaced(rows: tuple[Row, ...]) -> Iterator[Finding]:
    issued = next((str(row.get("issued_on") or "") for row in rows if row.table == "documents"), "")
    for row in rows:
        number = str(row.get("number") or "") if row.table == "citations" else ""
        known = _superseded().get(_bare(number)) or _by_bare_number(number)
        if number and known and row.get("relation") in ("basis", "refers") and _is_after(issued, known["since"]):
            said = {"number": known["number"], "newer": known["newer"], "since": known["since"]}
            yield tell("citation_superseded.known", "info", "citations", row.row_key, **said)


def _is_after(issued: str, since: str) -> bool:
    """Whether a date, as precise as printed, is certainly not before another."""
    return issued >= since if len(issued) == len(since) else issued > since[: len(issued)]


def _by_bare_number(number: str) -> dict[str, str] | None:
    """Return the known act of a number and year without symbol, where only one has them: `22/2016`."""
    if not re.fullmatch(r"\d{1,3}/\d{4}", number):
        return None
    known = [row for row in _superseded().values() if row["number"].startswith(f"{number}/TT")]
    return known[0] if len(known) == 1 else None
