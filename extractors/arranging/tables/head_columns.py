"""Rows of a ruled table that lost their rules down, as heads on a dark ground do: parted as the rows below them are."""

from collections.abc import Sequence
from dataclasses import replace

from extractors.arranging.tables.ruling import Ruled
from models.page import Box, Word
from normalizers.neighbours import near

WIDE = 0.9
"""Share of the width of the table from which a cell takes a whole row."""
COLUMNS, FILLED = 3, 0.6
"""Columns of a table, at least; share of them in which such a row must have words."""
SAME = 3.0
"""Points within which edges of cells are one rule."""
SPACE = 0.5
"""Share of the height of print that parts the words on both sides of an edge, at least: more than a space."""
REACH = 1.5
"""Points by which a word may reach over an edge."""
USUAL = 0.6
"""Share of the rows that show a rule where the others are parted."""


def with_columns(table: Ruled, words: Sequence[Word]) -> Ruled:
    """Return a table with rows of one cell parted at its columns, where the words in them stand apart as those do."""
    width = table.box.width
    wide = [c for c in table.cells if c.width >= WIDE * width]
    edges = _edges([c for c in table.cells if c.width < WIDE * width], table.box)
    if not wide or len(edges) + 1 < COLUMNS:
        return table
    cells: list[Box] = []
    for cell in table.cells:
        own = [w for w in words if w.lies_in(cell)] if any(cell is w for w in wide) else []
        cells += _parts(cell, edges) if _stand_apart(own, edges) else [cell]
    return replace(table, cells=cells)


def _edges(cells: Sequence[Box], whole: Box) -> list[float]:
    """Return where most rows of a table have rules down, from left to right, apart from the frame."""
    rows = len({round(c.y0 / SAME) for c in cells})
    groups = near((c.x0 for c in cells if c.x0 > whole.x0 + 2 * SAME), SAME)
    return [sum(group) / len(group) for group in groups if len(group) >= USUAL * rows]


def _stand_apart(words: Sequence[Word], edges: Sequence[float]) -> bool:
    """Return whether no word reaches over an edge of a column, and most columns have words."""
    boxes = [w.box for w in words if w.box]
    if any(b.x0 + REACH < edge < b.x1 - REACH for b in boxes for edge in edges):
        return False
    if any(_run_over(boxes, edge) for edge in edges):
        return False
    filled = {sum(edge <= b.middle_x for edge in edges) for b in boxes}
    return len(filled) >= max(COLUMNS, FILLED * (len(edges) + 1))


def _run_over(boxes: Sequence[Box], edge: float) -> bool:
    """Return whether a line runs on over an edge with no more than a space there."""
    for left in (b for b in boxes if b.x1 <= edge + REACH):
        level = left.middle_y
        right = min((b.x0 for b in boxes if b.x0 >= edge - REACH and b.y0 < level < b.y1), default=None)
        if right is not None and right - left.x1 < SPACE * left.height:
            return True
    return False


def _parts(cell: Box, edges: Sequence[float]) -> list[Box]:
    xs = [cell.x0, *(x for x in edges if cell.x0 + SAME < x < cell.x1 - SAME), cell.x1]
    return [Box(left, cell.y0, right, cell.y1) for left, right in zip(xs, xs[1:], strict=False)]
