"""Conflicts: what a document says twice of a course or a programme and not alike; what it says of all but a few."""

import re
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from extractors.checks.telling import tell
from extractors.curriculum.bundles import syllabi
from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.lists import Listed, course_lists
from models.document import Document
from models.errors import KnowledgeError
from models.rows import Finding, Row
from normalizers.knowledge import read_table
from normalizers.values.names import fold

NEAR = 0.01
COURSES = 5
"""Courses of a list from which it is odd that some say less than the others."""
MOST = 0.8
FEW = 3
PROGRAMME = (60, 360)
"""Credits that a whole programme may have."""
OUTCOMES = 4
HEADS = 4
"""Rows of a matrix among which its head may be."""
_TOTALS = Path(__file__).parent / "knowledge" / "credit_totals.tsv"
_CODE = re.compile(r"[^\W\d_]{2,5}[ .-]?\d{1,2}(?:\.\d{1,2})?")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return where lists of courses, totals and matrices of a document contradict each other or leave something out."""
    courses = [row for row in rows if row.table == "courses"]
    found = [*_programme(document, rows), *_unserved(document, rows)]
    if len(syllabi(document)) == 1:
        found += [*_between_lists(document, courses), *_wanting(courses)]
    return found


def _between_lists(document: Document, courses: list[Row]) -> Iterator[Finding]:
    """Yield the courses to which two lists of the document give other credits; a list may spread them over rows."""
    lists: dict[tuple[int, ...], dict[str, list[Listed]]] = {}
    for head, listed in course_lists(document):
        own = lists.setdefault(_columns(head.columns), defaultdict(list))
        for entry in listed:
            if "name" in entry.cells and "credits" in entry.cells:
                own[fold(str(entry.cells["name"].value))].append(entry)
    if len(lists) < 2:
        return
    rows = {fold(str(row.get("name"))): row for row in reversed(courses)}
    for name, row in rows.items():
        stated = [sorted(_credits(entries)) for own in lists.values() if (entries := own.get(name))]
        sums = {round(sum(one), 2) for one in stated}
        if len(stated) >= 2 and len(sums) > 1 and not set(stated[0]) & set(stated[1]):
            said = {"course": row.get("name"), "credits": [f"{one:g}" for one in sorted(sums)]}
            yield tell("credits_conflict", "error", "courses", row.row_key, **said)


def _columns(columns: tuple[object, ...]) -> tuple[int, ...]:
    return tuple(hash((getattr(c, "meaning", None), getattr(c, "path", ()))) for c in columns)


def _credits(entries: list[Listed]) -> list[float]:
    values = (entry.cells["credits"].value for entry in entries)
    return [float(value) for value in values if isinstance(value, (int, float))]


@cache
def _totals() -> tuple[tuple[str, re.Pattern[str]], ...]:
    found = []
    for row in read_table(_TOTALS, ("language", "pattern", "example")):
        pattern = re.compile(row["pattern"], re.IGNORECASE)
        if not pattern.search(row["example"]):
            raise KnowledgeError(f"{row['pattern']!r} does not match {row['example']!r}", where=str(_TOTALS))
        found.append((row["language"], pattern))
    return tuple(found)


def _programme(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the programme whose credits the text states otherwise than its card."""
    programmes = [row for row in rows if row.table == "programmes" and row.get("total_credits")]
    if len(programmes) != 1:
        return
    content = re.sub(r"\s+", " ", document.text.content)
    stated = {float(programmes[0].get("total_credits"))}
    for language, pattern in _totals():
        for match in pattern.finditer(content) if language == document.genre.language else ():
            value = float(match["credits"])
            if PROGRAMME[0] <= value <= PROGRAMME[1]:
                stated.add(value)
    if len(stated) > 1:
        said = {"credits": [f"{one:g}" for one in sorted(stated)]}
        yield tell("credits_conflict.programme", "warning", "programmes", programmes[0].row_key, **said)


def _wanting(courses: list[Row]) -> Iterator[Finding]:
    """Yield the few courses of a list that lack what the others have."""
    for column, rule in (("credits", "missing_credits"), ("control_form", "missing_control_form")):
        without = [row for row in courses if row.get(column) is None]
        if len(courses) >= COURSES and len(without) <= min(FEW, (1 - MOST) * len(courses)):
            for row in without:
                yield tell(rule, "info", "courses", row.row_key)


def _unserved(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the outcomes at the head of a matrix of courses under which no course has a mark."""
    keys = {fold(str(row.get("code"))) for row in rows if row.table == "outcomes" and row.get("code")}
    for grid in grids(document):
        columns, data = _matrix(grid)
        if len(columns) < OUTCOMES or len(data) < COURSES:
            continue
        bare = [code for place, code in columns.items() if not any(_is_mark(row[place].text) for row in data)]
        known = [code for code in bare if fold(code) in keys]
        if known and len(bare) * 3 <= len(columns):
            yield tell("outcome_not_served", "warning", "outcomes", None, codes=known)


def _matrix(grid: Grid) -> tuple[dict[int, str], list[tuple[Place, ...]]]:
    """Return the codes of outcomes at the head of a matrix by their column, and the rows below but a numbering."""
    for number, row in enumerate(grid.rows[:HEADS]):
        columns = {place: cell.text.strip() for place, cell in enumerate(row) if _CODE.fullmatch(cell.text.strip())}
        if len(columns) >= OUTCOMES and 0 not in columns:
            below = grid.rows[number + 1 :]
            return columns, [r for r in below if not all(cell.text.isdigit() for cell in r if cell.text)]
    return {}, []


def _is_mark(text: str) -> bool:
    return bool(re.search(r"[^\s\d.]|[1-9]", text))
