"""Cited twice: acts, the document itself among them, named with two days of one year, of which one is misprinted."""

import re
from collections.abc import Iterator

from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.dates import TO_THE_DAY, find_dates

BEHIND, BEFORE = 14, 6
"""Characters that may part a number from the day behind it, or before it: `số 8 ngày …`, `від … року № 8`."""
REACH = 44
"""Characters in which such a day stands."""
OWN = re.compile(r".*[^\W\d_].*|\d{3,}")
"""Numbers that are one act's: with letters, or of three figures; minutes number 1 are those of any body."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the cited acts, and the document itself, beside whose number several days of one year stand."""
    if document.genre.language == "kk":
        return []
    cited = [row for row in reversed(rows) if row.table == "citations"]
    named = {str(row.get("number")): row for row in (*cited, *(row for row in rows if row.table == "documents"))}
    found = []
    for number, row in named.items():
        days = set(_days(document, number)) if OWN.fullmatch(number) and row.get("number") else set()
        if row.table == "documents" and len(str(row.get("issued_on"))) == TO_THE_DAY:
            days.add(str(row.get("issued_on")))
        if len(days) > 1 and len({day[:4] for day in days}) == 1:
            said = {"number": number, "days": sorted(days)}
            found.append(tell("inconsistent_citation_date", "warning", row.table, row.row_key, **said))
    return found


def _days(document: Document, number: str) -> Iterator[str]:
    """Yield the whole days that stand right behind a number, else right before it."""
    content, language = document.text.content, document.genre.language
    for match in re.finditer(rf"(?<![\w/.-]){re.escape(number)}(?![\w/-])", content):
        tail = re.split(r"[\n\f\t;№]", content[match.end() : match.end() + REACH])[0]
        head = re.split(r"[\n\f\t;]", content[max(0, match.start() - REACH) : match.start()])[-1]
        behind = next((day for day in find_dates(tail, language) if day[0] <= BEHIND), None)
        before = next((day for day in find_dates(head, language) if len(head) - day[1] <= BEFORE), None)
        told = before or behind
        if told and len(told[2]) == TO_THE_DAY:
            yield told[2]
