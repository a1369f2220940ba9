"""Tables that are layout: a whole document typed into one table, its headings and paragraphs rows of a single cell."""

import re
from collections.abc import Iterable
from dataclasses import replace

from models.page import Block, Cell, Grid

PROSE = 800
"""Characters from which a cell over a table's whole width is running text, whatever else the table holds."""


def parts_of(grid: Grid) -> list[Block]:
    """Return a grid as it is, or cut at its rows of a single cell where such cells hold the running text.

    A heading inside a table of data is one short line and cuts nothing: a table is layout where a cell over its whole
    width holds several lines and such cells hold more than 40 % of its characters, or where one is a page of prose.
    """
    whole = _whole_rows(grid)
    running = [_length([cell]) for cell in whole.values() if len(cell.lines) > 1]
    if not running or max(running) < PROSE and _length(whole.values()) <= 0.4 * _length(grid.cells):
        return [grid]
    blocks: list[Block] = []
    rows: list[Cell] = []
    ordered = sorted((cell for cell in grid.cells if cell.lines), key=lambda c: (c.row, c.column))
    for at, cell in enumerate(ordered):
        if cell is whole.get(cell.row) and not (rows and _opens_entries(cell, ordered[at + 1 :])):
            blocks += _regrid(rows)
            blocks += cell.lines
            rows = []
        else:
            rows.append(cell)
    return blocks + _regrid(rows)


def _whole_rows(grid: Grid) -> dict[int, Cell]:
    """Return the rows that hold one cell, over at least half of the width, by the row that it begins in."""
    width = max((cell.column + cell.column_span for cell in grid.cells), default=0)
    filled: dict[int, list[Cell]] = {}
    for cell in grid.cells:
        for row in range(cell.row, cell.row + cell.row_span) if cell.lines else ():
            filled.setdefault(row, []).append(cell)
    alone = (cells[0] for cells in filled.values() if len(cells) == 1 and cells[0].column_span * 2 >= width)
    return {
        cell.row: cell
        for cell in alone
        if all(len(filled[row]) == 1 for row in range(cell.row, cell.row + cell.row_span))
    }


def _opens_entries(cell: Cell, after: list[Cell]) -> bool:
    """Say whether a row is the section of a table, whose number the next row goes on with: `3. …` before `3.1 | …`."""
    number = re.match(r"\s*(?:\w+ )?(\d{1,2})\.?\s", cell.lines[0].as_text())
    following = after[0].lines[0].as_text().strip() if after else ""
    return bool(number and re.match(rf"{number[1]}\.\d", following) and len(after) > 1 and after[1].row == after[0].row)


def _length(cells: Iterable[Cell]) -> int:
    return sum(len(line.as_text()) for cell in cells for line in cell.lines)


def _regrid(cells: list[Cell]) -> list[Block]:
    """Return the rows between running text as a table; a cell that stands alone there is lines set to a side."""
    if len(cells) == 1:
        return list(cells[0].lines)
    first = min((cell.row for cell in cells), default=0)
    return [Grid(tuple(replace(cell, row=cell.row - first) for cell in cells))] if cells else []
