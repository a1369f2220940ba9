"""Cells that a converter printed in every column and head that they cover: each is one again.

A program that writes a table row by row repeats a merged cell in each of its places: `Số giờ | Số giờ` over `LT | TH`,
the name of a group in all columns. A table tells that it was written so; in others what is alike is alike on paper.
"""

from dataclasses import replace
from itertools import takewhile

from models.page import Cell, Grid
from normalizers.neighbours import runs

LETTERS = 4
"""Letters of a cell that may be repeated, at least."""
PROSE = 100
"""Characters from which a cell over a whole row tells of a table of two columns."""
HEAD = 3
"""Rows of a head, at most, where its first cell is not repeated."""
SOME, LONG = 2, 15
"""Cells and characters from which one that goes over some columns of a row is one."""


def gathered(grid: Grid) -> Grid:
    """Return a grid with the repeated cells of its head and of whole rows joined, where they tell that it was written
    so: a whole row says one thing, or the first row one in some of its columns; else with heads as wide as what they
    stand over, where the second row says the same below each of them."""
    if any(cell.column_span > 1 or cell.row_span > 1 for cell in grid.cells):
        return grid
    rows: dict[int, list[Cell]] = {}
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        rows.setdefault(cell.row, []).append(cell)
    width = max((cell.column + 1 for cell in grid.cells), default=0)
    if (size := _size_of_heads(list(rows.values()), width)) > 1:
        top = [replace(cell, column_span=size) for cell in rows.pop(min(rows))[::size]]
        return Grid((*top, *(cell for row in rows.values() for cell in row)))
    told = [runs(row, _goes_on) for row in rows.values()]
    parted = any(1 < len(run) < width for run in told[0]) if told else False
    whole = [_text(own[0][0]) for own in told if len(own) == 1 and len(own[0]) == width]
    if not parted and (width < 2 or max(map(len, whole), default=0) < (1 if width > 2 else PROSE)):
        return grid
    counted = (n for n, own in enumerate(told) if any(_text(run[0]).isdecimal() for run in own))
    labelled = takewhile(lambda own: _text(own[0][0]) == _text(told[0][0][0]) != "", told)
    end = max(min(next(counted, HEAD), HEAD), len([*labelled])) if parted else 0
    joined: list[Cell] = []
    for number, own in enumerate(told):
        for run in own:
            one = number < end or len(run) == width or len(run) > SOME and len(_text(run[0])) >= LONG
            joined += [replace(run[0], column_span=len(run))] if one else run
    return Grid(tuple(_upright(joined, list(rows)[:end])))


def _size_of_heads(rows: list[list[Cell]], width: int) -> int:
    """Return how many columns each head stands over, where the second row says the same below all of them; else 1."""
    over, under = ([_text(cell) for cell in row] for row in [*rows, [], []][:2])
    size = next((n for n, text in enumerate(over) if n and text), 1)
    groups = width // size
    repeated = bool(under) and under == under[:size] * groups
    return size if repeated and sum(map(bool, over[::size])) == sum(map(bool, over)) == groups else 1


def _goes_on(run: list[Cell], cell: Cell) -> bool:
    """Say whether a cell stands right behind a run of cells and says their words once more."""
    return cell.column == run[-1].column + 1 and _text(cell) == _text(run[0]) and _is_worded(cell)


def _upright(cells: list[Cell], head: list[int]) -> list[Cell]:
    """Return cells with those in the rows of a head joined that say the same as the one above, as wide as it."""
    kept: list[Cell] = []
    for cell in cells:
        place = (cell.row, cell.column, cell.column_span, _text(cell))
        above = (n for n, c in enumerate(kept) if (c.row + c.row_span, c.column, c.column_span, _text(c)) == place)
        n = next(above, None) if cell.row in head and cell.lines else None
        if n is None:
            kept.append(cell)
        else:
            kept[n] = replace(kept[n], row_span=kept[n].row_span + 1)
    return kept


def _text(cell: Cell) -> str:
    return " ".join(line.as_text().strip() for line in cell.lines)


def _is_worded(cell: Cell) -> bool:
    return sum(map(str.isalpha, _text(cell))) >= LETTERS
