"""Matrices: outcomes that no course serves, objectives and outcomes without a mark, matrices without any."""

import re
from collections.abc import Iterator

from extractors.checks.telling import tell
from extractors.curriculum.grids import Grid, Place, grids
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.names import fold

COURSES = 5
"""Courses of a matrix from which an outcome that none serves is worth telling."""
OUTCOMES = 4
HEADS = 4
"""Rows of a matrix among which its head may be."""
_CODE = re.compile(r"[^\W\d_]{2,5}[ .-]?\d{1,2}(?:\.\d{1,2})?")
_OF_PROGRAMME = ("objective", "programme_outcome")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what the matrices of a document leave without a mark."""
    kinds = {fold(str(row.get("code"))): str(row.get("kind")) for row in rows if row.table == "outcomes"}
    return [*_unserved(document, set(kinds)), *_unmarked(document, kinds)] if kinds else []


def _unserved(document: Document, keys: set[str]) -> Iterator[Finding]:
    """Yield the outcomes at the head of a matrix of courses under which no course has a mark."""
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
            return columns, [r for r in below if not all(cell.text.isdecimal() for cell in r if cell.text)]
    return {}, []


def _is_mark(text: str) -> bool:
    return bool(re.search(r"[^\s\d.]|[1-9]", text))


def _unmarked(document: Document, kinds: dict[str, str]) -> Iterator[Finding]:
    """Yield what a matrix of objectives and outcomes leaves out: a course's outcome that serves nothing, an objective
    or an outcome of the programme that nothing is marked for; a matrix whose marks are lost has none."""
    for grid in grids(document):
        found = _crossed(grid, kinds)
        if found is None:
            continue
        columns, data = found
        marked = {code: [place for place in columns if _is_mark(row[place].text)] for code, row in data.items()}
        if not any(marked.values()):
            yield tell("blank_column.matrix", "warning", "outcome_links", codes=[*data, *columns.values()])
            continue
        bare = [code for code, places in marked.items() if not places]
        of_programme = {kinds[fold(code)] for code in [*data, *columns.values()]} == set(_OF_PROGRAMME)
        reached = {place for places in marked.values() for place in places}
        bare += [code for place, code in columns.items() if of_programme and place not in reached]
        if bare and 2 * len(bare) <= len(data) + len(columns):
            yield tell("outcome_not_served.matrix", "warning", "outcomes", codes=bare)


def _crossed(grid: Grid, kinds: dict[str, str]) -> tuple[dict[int, str], dict[str, tuple[Place, ...]]] | None:
    """Return the columns and the rows of a matrix by the codes, of other kinds, that head them."""
    for number, row in enumerate(grid.rows[:HEADS]):
        columns = {n: p.text.strip() for n, p in enumerate(row) if fold(p.text) in kinds and not p.merged}
        if len(columns) < 2 or 0 in columns:
            continue
        data = {}
        for below in grid.rows[number + 1 :]:
            first = next((p.text.strip() for p in below[: min(columns)] if fold(p.text) in kinds), None)
            if first and first not in data:
                data[first] = below
        over = {kinds[fold(code)] for code in columns.values()}
        if len(data) >= 2 and len(over) == 1 and not over & {kinds[fold(code)] for code in data}:
            return columns, data
    return None
