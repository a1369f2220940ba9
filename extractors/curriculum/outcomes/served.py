"""Matrices of courses and outcomes: which outcome a listed course serves, by the mark where the two meet."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.curriculum.courses.lists import course_lists
from extractors.curriculum.grids import Grid, Place
from extractors.curriculum.heads import headed
from models.document import Document
from models.text import Span
from normalizers.values.names import fold

HEADS = 4
"""Rows of a matrix among which its head may be."""
FEWEST = 2
"""Codes of one kind that head columns, or begin rows, of a matrix."""
_SPACED = re.compile(r"[\s.–-]+")


@dataclass(frozen=True, slots=True)
class Served:
    """A course that serves an outcome, by their codes as they are listed; `mark` is the cell that says so."""

    course: str
    outcome: str
    mark: Place
    ends: tuple[Span | None, Span | None]


def course_codes(document: Document) -> dict[str, str]:
    """Return the codes of the courses that a document lists, by what stays of them without spaces and case."""
    listed = (row.cells["code"] for _, rows in course_lists(document) for row in rows if "code" in row.cells)
    return {bare(str(code.value)): str(code.value) for code in listed}


def bare(code: str) -> str:
    """Return what two prints of one code share: `ОК 1`, `ОК1` and `ОК-1`."""
    return _SPACED.sub("", fold(code))


def served(grid: Grid, courses: dict[str, str], outcomes: dict[str, str]) -> Iterator[Served]:
    """Yield the marked cells of a table that has courses on one side and outcomes on the other.

    `courses` and `outcomes` are the known codes by `bare`; a table that lists the courses with their credits is none.
    """
    head = headed(grid)
    if head is not None and head.of("credits", "hours", "activity"):
        return
    for number, row in enumerate(grid.rows[:HEADS]):
        for over, beside in ((courses, outcomes), (outcomes, courses)):
            columns = {n: p for n, p in enumerate(row) if n and not p.merged and bare(p.text) in over}
            rows = [below for below in grid.rows[number + 1 :] if bare(below[0].text) in beside]
            if len(columns) >= FEWEST and len(rows) >= FEWEST:
                yield from _marks(columns, rows, over, beside, courses_over=over is courses)
                return


def _marks(
    columns: dict[int, Place],
    rows: list[tuple[Place, ...]],
    over: dict[str, str],
    beside: dict[str, str],
    *,
    courses_over: bool,
) -> Iterator[Served]:
    for row in rows:
        for n, column in columns.items():
            if row[n].text and row[n].span and not row[n].merged:
                ends = (over[bare(column.text)], column.span), (beside[bare(row[0].text)], row[0].span)
                course, outcome = ends if courses_over else ends[::-1]
                yield Served(course[0], outcome[0], row[n], (course[1], outcome[1]))
