"""Cells of tables as grids of words, and their place among the lines."""

from collections.abc import Callable, Iterable
from typing import TypeVar

from extractors.arranging.lining import build_lines
from models.page import Block, Box, Cell, Grid, Line, Word
from normalizers.neighbours import near

Held = TypeVar("Held")

LEAST_COLUMNS = 3
"""Columns of a row that went on to the next page, at least."""
RUNNING_HEAD = 12
"""Words above it at most."""


def grid_of(cells: list[Box], whole: Box, words: list[Word], *, tolerance: float) -> Grid | None:
    """Return the grid that cell boxes make; edges within `tolerance` points are one. None where it is no table."""
    xs = _edges([c.x0 for c in cells] + [c.x1 for c in cells], tolerance)
    ys = _edges([c.y0 for c in cells] + [c.y1 for c in cells], tolerance)
    if len(xs) < 3 or len(ys) < 2:
        return None
    xs, ys = _with_open_sides((xs, ys), whole, words, tolerance)
    placed = [(w.box.middle_x, w.box.middle_y, w) for w in words if w.box]
    made = [_cell(box, xs, ys, placed) for box in cells]
    made += _open_cells(made, (xs, ys), [w for w in words if w.box and not any(c.holds(w.box) for c in cells)])
    filled = sum(1 for cell in made if cell.lines)
    if filled < 2 and not (filled and _tops_page(len(xs), len(ys), whole, words)):
        return None
    return Grid(tuple(sorted(made, key=lambda c: (c.row, c.column))), whole)


def _tops_page(columns: int, rows: int, whole: Box, words: list[Word]) -> bool:
    """Return whether edges make one row of several cells with hardly a word above: the rest of the page before."""
    above = sum(w.box is not None and w.box.y1 <= whole.y0 for w in words)
    return rows == 2 and columns > LEAST_COLUMNS and above <= RUNNING_HEAD


def _edges(values: list[float], tolerance: float) -> list[float]:
    """Return the values in order, those within the tolerance of their neighbour taken as one."""
    return [sum(group) / len(group) for group in near(values, tolerance)]


def _with_open_sides(
    edges: tuple[list[float], list[float]], whole: Box, words: list[Word], tolerance: float
) -> tuple[list[float], list[float]]:
    """Return the edges of cells with those of the table on sides where words of it stand beyond its closed cells: the
    frame of a last column was lost, its words must not be."""
    inside = [w.box for w in words if w.box and not w.turn and whole.holds(w.box)]
    out = []
    for values, (low, high), places in zip(
        edges,
        ((whole.x0, whole.x1), (whole.y0, whole.y1)),
        ([b.middle_x for b in inside], [b.middle_y for b in inside]),
        strict=True,
    ):
        before = [low] if values[0] - low > tolerance and any(place < values[0] for place in places) else []
        after = [high] if high - values[-1] > tolerance and any(place > values[-1] for place in places) else []
        out.append([*before, *values, *after])
    return out[0], out[1]


def _nearest(edges: list[float], value: float) -> int:
    return min(range(len(edges)), key=lambda i: abs(edges[i] - value))


def _cell(box: Box, xs: list[float], ys: list[float], placed: list[tuple[float, float, Word]]) -> Cell:
    """Return a cell with its words, which are given with their middles."""
    column, row = _nearest(xs, box.x0), _nearest(ys, box.y0)
    left, top, right, foot = box.x0, box.y0, box.x1, box.y1
    inside = [w for x, y, w in placed if top <= y < foot and left <= x < right]
    return Cell(
        row,
        column,
        tuple(build_lines(inside)),
        max(1, _nearest(ys, box.y1) - row),
        max(1, _nearest(xs, box.x1) - column),
    )


def _open_cells(made: list[Cell], edges: tuple[list[float], list[float]], words: list[Word]) -> list[Cell]:
    """Return cells for the words of a table that stand in none of its cells: rules were lost, words must not be."""
    xs, ys = edges
    covered = {(c.row + i, c.column + j) for c in made for i in range(c.row_span) for j in range(c.column_span)}
    open_words: dict[tuple[int, int], list[Word]] = {}
    for word in words:
        assert word.box
        x, y = word.box.middle_x, word.box.middle_y
        at = sum(edge <= y for edge in ys) - 1, sum(edge <= x for edge in xs) - 1
        if 0 <= at[0] < len(ys) - 1 and 0 <= at[1] < len(xs) - 1 and at not in covered:
            open_words.setdefault(at, []).append(word)
    return [Cell(row, column, tuple(build_lines(inside))) for (row, column), inside in open_words.items()]


def by_sides(held: Iterable[Held], sides: Callable[[Held], tuple[float, float]], same: float) -> list[list[Held]]:
    """Return what has its two sides where the first of its group has them, to within `same` points, group by group:
    by left and right the cells of columns, by top and foot those of rows."""
    groups: list[list[Held]] = []
    for one in held:
        alike = (g for g in groups if all(abs(a - b) <= same for a, b in zip(sides(g[0]), sides(one), strict=True)))
        if (group := next(alike, None)) is not None:
            group.append(one)
        else:
            groups.append([one])
    return groups


def place(words: list[Word], grids: list[Grid]) -> list[Block]:
    """Return lines and grids top to bottom; words inside a grid stand in its cells only."""
    free = [w for w in words if not any(g.box and w.lies_in(g.box) for g in grids)]
    blocks: list[tuple[float, Block]] = [(g.box.y0 if g.box else 0.0, g) for g in grids]
    blocks += [(_top(line), line) for line in build_lines(free)]
    return [block for _, block in sorted(blocks, key=lambda pair: pair[0])]


def _top(line: Line) -> float:
    return min((w.box.y0 for w in line.words if w.box), default=0.0)
