"""Sources: numbers that topics cite and the list of literature does not have; numbers that mean two sources."""

import re
from collections import Counter

from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return citations of sources that are not listed, and ambiguous numbering of the list."""
    listed = [row for row in rows if row.table == "bibliography"]
    cited = {
        number
        for row in rows
        if row.table == "topics" and re.fullmatch(r"[\[\]\d,;.\s–-]+", str(row.get("sources") or ""))
        for number in _numbers(str(row.get("sources")))
    }
    if not listed or not cited:
        return []
    numbers = [int(n) for row in listed if (n := str(row.get("number") or "")).isdigit()]
    twice = sorted(n for n, count in Counter(numbers).items() if count > 1)
    highest = len(listed) if twice or not numbers else max(numbers)
    found = []
    missing = sorted(n for n in cited if n > highest or not twice and numbers and n not in numbers)
    if missing:
        found.append(tell("source_reference_missing", "warning", "topics", numbers=missing, listed=len(listed)))
    if twice and any(n in twice or n > max(numbers) for n in cited):
        found.append(tell("ambiguous_source_reference", "warning", "bibliography", numbers=twice))
    return found


def _numbers(text: str) -> set[int]:
    """Return the numbers of a list with ranges: `1-3, 5` is 1, 2, 3 and 5."""
    found: set[int] = set()
    for match in re.finditer(r"(\d{1,3})(?:\s*[–-]\s*(\d{1,3}))?", text):
        low, high = int(match[1]), int(match[2] or match[1])
        found |= set(range(low, high + 1)) if high - low <= 60 else {low, high}
    return found
