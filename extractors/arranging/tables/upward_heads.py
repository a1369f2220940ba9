"""Heads written upwards above the first rule of a table that has no rules around them, or beside its level heads."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.arranging.tables.gutters import least_gap, pieces, row_of, span_of, unit_of
from extractors.arranging.tables.heads_over import Head, head_cells, over_columns
from extractors.arranging.tables.ruling import Ruled
from models.page import Box, Word

NEAR, EDGE = 24.0, 3.0
"""Points from the lowest word of such a head to the rows below it, at most; by which it may reach into them."""
LEAST, NAMED = 2, 0.75
"""Columns with words written upwards, at least; share of the columns that are headed at all, at least."""


def with_upward_head(table: Ruled, words: Sequence[Word]) -> Ruled:
    """Return a table with the row of its heads where some of them are written upwards and the table begins below or
    beside them; as it is where they name too few columns."""
    cells = _parted(table, words)
    xs = _borders(cells)
    first = [cell for cell in cells if cell.y0 <= table.box.y0 + EDGE]
    foot = min((cell.y1 for cell in first), default=table.box.y0)
    turned = [w.box for w in words if w.turn and w.box and xs[0] <= w.box.middle_x <= xs[-1]]
    low = [box for box in turned if table.box.y0 - NEAR <= box.y1 <= foot + EDGE and box.y0 < table.box.y0]
    top = _top(turned, low, foot)
    band = [w for w in words if w.box and w.box.y0 >= top - EDGE and w.box.y1 <= foot + EDGE]
    beside = any(box.y1 > table.box.y0 + EDGE for box in low)
    end = foot if beside else table.box.y0
    inside = [w for w in band if w.box and w.box.middle_y < end]
    headed = [_columns([w.box for w in held if w.box], xs) for held in ([w for w in inside if w.turn], inside)]
    if len(headed[0]) < LEAST or len(headed[1]) < NAMED * (len(xs) - 1):
        return table
    head = [replace(cell, y0=top - EDGE) for cell in first] if beside else _head(inside, xs, (top - EDGE, end))
    rest = [cell for cell in cells if not (beside and cell in first)]
    return Ruled(replace(table.box, y0=top - EDGE), [*head, *rest])


def _parted(table: Ruled, words: Sequence[Word]) -> list[Box]:
    """Return the cells of a table with the columns parted that two labels written upwards stand over, side by side, and
    whose entries all stand under one or the other."""
    cells = list(table.cells)
    for left, right in pairwise(_borders(cells)):
        own = [w for w in words if w.box and left < w.box.middle_x < right]
        labels = sorted({w.box.middle_x for w in own if w.turn and w.box and w.box.y0 < table.box.y0})
        held = [w.box for w in own if not w.turn and w.box and table.box.holds(w.box)]
        for x in ((a + b) / 2 for a, b in pairwise(labels)):
            sides = [box.middle_x < x for box in held if box.x1 < x or box.x0 > x]
            if len(sides) == len(held) and 0 < sum(sides) < len(held):
                own_cells = [cell for cell in cells if (cell.x0, cell.x1) == (left, right)]
                cells = [cell for cell in cells if cell not in own_cells]
                cells += [replace(c, x1=x) for c in own_cells] + [replace(c, x0=x) for c in own_cells]
                break
    return cells


def _head(words: Sequence[Word], xs: Sequence[float], ends: tuple[float, float]) -> list[Box]:
    """Return the cells of a head; level words above those written upwards head all the columns that they are over."""
    turned = [w.box for w in words if w.turn and w.box]
    tops = {column: min(b.y0 for b in turned if _column(b, xs) == column) for column in _columns(turned, xs)}
    over = [w for w in words if not w.turn and w.box and w.box.y1 <= tops.get(_column(w.box, xs), ends[0]) + EDGE]
    if not over:
        return [Box(a, ends[0], b, ends[1]) for a, b in pairwise(xs)]
    row = row_of(over)
    spans = [span_of(run) for run in pieces(row, least_gap(unit_of(over)))]
    below = [column for column, y in tops.items() if y >= row.box.y0]
    return head_cells(Head(row.box.y1, tuple(over_columns(spans, below, xs)), 1), xs, ends)


def _borders(cells: Sequence[Box]) -> list[float]:
    """Return the edges of the columns of a table."""
    return sorted({x for cell in cells for x in (cell.x0, cell.x1)})


def _top(turned: Sequence[Box], low: Sequence[Box], foot: float) -> float:
    """Return where the words that go on upwards from the lowest ones end, each right above another."""
    top, grown = min((box.y0 for box in low), default=foot), True
    while grown:
        more = [box.y0 for box in turned if box.y0 < top <= box.y1 + EDGE]
        grown = bool(more)
        top = min(more, default=top)
    return top


def _columns(boxes: Sequence[Box], xs: Sequence[float]) -> set[int]:
    return {_column(box, xs) for box in boxes}


def _column(box: Box, xs: Sequence[float]) -> int:
    return sum(x <= box.middle_x for x in xs[1:-1])
