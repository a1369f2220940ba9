"""Rows of a course list that stand a column too far left, as their first cell was never printed."""

from dataclasses import replace

from extractors.curriculum.courses.cells import is_code
from extractors.curriculum.grids import NOTHING, Place
from extractors.curriculum.heads import Headed


def set_right(head: Headed) -> Headed:
    """Return a list whose rows without a number stand below their heads: the code was below that of the numbers, the
    name below that of the codes, and nothing in the last column."""
    code, number = head.of("code"), head.of("number")
    if code is None or number is None or code.index != number.index + 1:
        return head
    moved = {r for r in head.data if _is_moved(head.grid.rows[r], number.index)}
    if not moved or 2 * len(moved) > len(head.data):
        return head
    rows = [_moved(row, number.index) if r in moved else row for r, row in enumerate(head.grid.rows)]
    return replace(head, grid=replace(head.grid, rows=tuple(rows)))


def _is_moved(row: tuple[Place, ...], at: int) -> bool:
    code, name = row[at], row[at + 1]
    coded = is_code(code.text) and any(map(str.isalpha, code.text)) and not code.merged
    return coded and any(map(str.isalpha, name.text)) and not is_code(name.text) and not row[-1].text


def _moved(row: tuple[Place, ...], at: int) -> tuple[Place, ...]:
    return (*row[:at], NOTHING, *row[at:-1])
