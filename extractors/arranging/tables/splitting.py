"""Tall cells: where a frame and rules down hold many rows in one, the rows that its lines make."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.arranging.lining import build_lines
from extractors.arranging.tables.banding import Filled, bands, is_value
from extractors.arranging.tables.gridding import by_sides
from extractors.arranging.tables.gutters import row_of, unit_of
from extractors.arranging.tables.ruling import Ruled
from models.page import Box, Word

ROWS = 4
"""Rows that are ruled, at most, in a table whose rules across are missing: a head, a body, a total."""
SAME = 6.0
"""Points by which the edges of the cells of a row may differ."""


def split_tall(table: Ruled, words: Sequence[Word]) -> Ruled:
    """Return a table with its tall rows cut, where three columns or more hold lines that stand level as rows do."""
    rows = by_sides(sorted(table.cells, key=lambda c: (c.y0, c.x0)), lambda c: (c.y0, c.y1), SAME)
    if len(rows) > ROWS or max((len(row) for row in rows), default=0) < 3:
        return table
    inside = [w for w in words if not w.turn and w.lies_in(table.box)]
    if len(inside) < 6:
        return table
    cells: list[Box] = []
    for row in (sorted(row, key=lambda c: c.x0) for row in rows):
        cells += _cut(row, inside, unit_of(inside)) if len(row) >= 3 else row
    return replace(table, cells=cells)


def _cut(row: list[Box], words: Sequence[Word], unit: float) -> list[Box]:
    """Return the cells of a ruled row cut between the rows of its lines; as they are where those are not clear."""
    lines = []
    for line in build_lines([w for w in words if any(w.lies_in(cell) for cell in row)]):
        columns = {place: tuple(w for w in line.words if w.lies_in(cell)) for place, cell in enumerate(row)}
        lines.append(Filled(row_of(line.words), {place: held for place, held in columns.items() if held}))
    groups = bands(lines, unit, body=0) if len(lines) >= 3 else []
    if not _is_clear([[lines[i] for i in group] for group in groups], len(row)):
        return row
    tops = [min(lines[i].row.box.y0 for i in group) for group in groups]
    feet = [max(lines[i].row.box.y1 for i in group) for group in groups]
    inner = [(foot + top) / 2 for foot, top in zip(feet, tops[1:], strict=False)]
    ys = [row[0].y0, *inner, row[0].y1]
    return [Box(cell.x0, top, cell.x1, foot) for top, foot in zip(ys, ys[1:], strict=False) for cell in row]


def _is_clear(groups: Sequence[Sequence[Filled]], columns: int) -> bool:
    """Return whether groups of lines are rows: most have most columns filled, and figures, marks or codes in one."""
    if len(groups) < 3:
        return False
    filled = [set().union(*(line.columns for line in group)) for group in groups]
    if _is_wrapped(groups, [0 in found for found in filled]):
        return False
    values = [any(is_value(words) for line in group for words in line.columns.values()) for group in groups]
    if sum(values) < 0.8 * len(groups):
        return False
    full = sum(len(found) >= 0.5 * columns for found in filled)
    entries = [words for group in groups for line in group for place, words in line.columns.items() if place]
    matrix = all(0 in found for found in filled) and all(is_value(words) for words in entries)
    return matrix or full >= 0.6 * len(groups)


def _is_wrapped(groups: Sequence[Sequence[Filled]], first: Sequence[bool]) -> bool:
    """Return whether the first column holds the lines of one cell: it is filled from the top to the middle at most, or
    what stands below its first line goes on with it, `11` and `(4 tiết)`, and ends before the last."""
    filled = first.index(False) if False in first else len(first)
    if filled == 0 or any(first[filled:]) or filled == len(first):
        return False
    if filled * 2 <= len(first):
        return True
    begins = (next((line.columns[0][0].text for line in group if 0 in line.columns), "") for group in groups[1:filled])
    return any(word.startswith("(") or word[:1].islower() for word in begins)
