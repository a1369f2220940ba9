"""Weeks: those that a course names beyond the weeks that it has."""

import re
from collections.abc import Iterator
from pathlib import Path

from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from models.document import Document
from models.rows import Finding, Row
from normalizers.knowledge import read_table

AFTER = 3
"""Weeks behind those of study in which works may still be due: of the session and of repeated examinations."""
LEAST, MOST = 5, 40
"""Weeks that a course may have; fewer or more count something else."""
PLANNED = 8
"""Week from which on the last one of a plan of topics tells how many the course has."""
_WORDS = Path(__file__).parent / "knowledge" / "week_words.tsv"


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the week that a syllabus names and that lies far behind its last one."""
    if document.genre.kind != "syllabus" or len(syllabi(document)) > 1:
        return []
    stated = [n for n in _numbers(document, "stated") if LEAST <= n <= MOST]
    planned = [n for row in rows if row.table == "topics" for n in _last(str(row.get("week") or ""))]
    weeks = stated[0] if stated else max(planned, default=0)
    if len(set(stated)) > 1 or not stated and weeks < PLANNED:
        return []
    beyond = sorted({n for n in (*_numbers(document, "named"), *planned) if weeks + AFTER < n <= MOST})
    said = {"weeks": weeks, "beyond": beyond[0]} if beyond else {}
    return [tell("schedule_mismatch.weeks", "warning", "topics", None, **said)] if beyond else []


def _numbers(document: Document, tells: str) -> Iterator[int]:
    for row in read_table(_WORDS, ("tells", "language", "pattern", "example")):
        if (row["tells"], row["language"]) == (tells, document.genre.language):
            yield from (int(match["n"]) for match in re.finditer(row["pattern"], document.text.content))


def _last(printed: str) -> list[int]:
    """Return the last of the weeks that a topic takes, where they are printed as numbers: `4-7`."""
    match = re.fullmatch(r"(?:\d{1,2}\s*[-–,]\s*)*(\d{1,2})", printed.strip())
    return [int(match[1])] if match else []
