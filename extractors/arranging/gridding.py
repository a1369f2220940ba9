"""Ruled tables of a PDF page as grids, and their place among the lines."""

from typing import Any

from extractors.arranging.lining import build_lines
from models.page import Block, Box, Cell, Grid, Line, Word


def grids_of(page: Any, words: list[Word]) -> list[Grid]:
    """Return the ruled tables of a pdfplumber page that have at least two columns and two filled cells."""
    grids = []
    for table in page.find_tables():
        xs = sorted({round(c[0]) for c in table.cells} | {round(c[2]) for c in table.cells})
        ys = sorted({round(c[1]) for c in table.cells} | {round(c[3]) for c in table.cells})
        if len(xs) < 3 or len(ys) < 2:
            continue
        cells = [_cell(Box(*map(float, c)), xs, ys, words) for c in sorted(table.cells, key=lambda c: (c[1], c[0]))]
        if sum(1 for cell in cells if cell.lines) >= 2:
            grids.append(Grid(tuple(sorted(cells, key=lambda c: (c.row, c.column))), Box(*map(float, table.bbox))))
    return grids


def _cell(box: Box, xs: list[int], ys: list[int], words: list[Word]) -> Cell:
    column, row = xs.index(round(box.x0)), ys.index(round(box.y0))
    inside = [w for w in words if w.box and holds(box, w.box)]
    return Cell(
        row,
        column,
        tuple(build_lines(inside)),
        max(1, ys.index(round(box.y1)) - row),
        max(1, xs.index(round(box.x1)) - column),
    )


def holds(outer: Box, inner: Box) -> bool:
    """Return whether the middle of a box lies in another."""
    x, y = (inner.x0 + inner.x1) / 2, (inner.y0 + inner.y1) / 2
    return outer.x0 <= x < outer.x1 and outer.y0 <= y < outer.y1


def place(words: list[Word], grids: list[Grid]) -> list[Block]:
    """Return lines and grids top to bottom; words inside a grid stand in its cells only."""
    free = [w for w in words if not any(g.box and w.box and holds(g.box, w.box) for g in grids)]
    blocks: list[tuple[float, Block]] = [(g.box.y0 if g.box else 0.0, g) for g in grids]
    blocks += [(_top(line), line) for line in build_lines(free)]
    return [block for _, block in sorted(blocks, key=lambda pair: pair[0])]


def _top(line: Line) -> float:
    return min((w.box.y0 for w in line.words if w.box), default=0.0)
