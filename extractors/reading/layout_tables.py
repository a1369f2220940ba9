"""Tables that are layout: a whole document typed into one table, its headings and paragraphs rows of a single cell."""

from collections.abc import Iterable
from dataclasses import replace

from models.page import Block, Cell, Grid


def parts_of(grid: Grid) -> list[Block]:
    """Return a grid as it is, or cut at its rows of a single cell where such cells hold the running text.

    A heading inside a table of data is one short line and cuts nothing: a table is layout where a cell over its whole
    width holds several lines and such cells hold more than 40 % of its characters.
    """
    width = max((cell.column + cell.column_span for cell in grid.cells), default=0)
    whole = {cell.row: cell for cell in grid.cells if cell.column_span == width and cell.row_span == 1}
    running = any(len(cell.lines) > 1 for cell in whole.values())
    if not running or _length(whole.values()) <= 0.4 * _length(grid.cells):
        return [grid]
    blocks: list[Block] = []
    rows: list[Cell] = []
    for cell in sorted(grid.cells, key=lambda c: (c.row, c.column)):
        if cell.row in whole:
            blocks += _regrid(rows)
            blocks += cell.lines
            rows = []
        else:
            rows.append(cell)
    return blocks + _regrid(rows)


def _length(cells: Iterable[Cell]) -> int:
    return sum(len(line.as_text()) for cell in cells for line in cell.lines)


def _regrid(cells: list[Cell]) -> list[Block]:
    first = min((cell.row for cell in cells), default=0)
    return [Grid(tuple(replace(cell, row=cell.row - first) for cell in cells))] if cells else []
