"""Tables of levels with joints: the levels of a page put together to tables, their rows and cells."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.arranging.lining import build_lines
from extractors.arranging.tables.banding import HALF, is_value
from extractors.arranging.tables.gutters import Row, least_gap, pieces, row_of, span_of, unit_of
from extractors.arranging.tables.jointed import Level, borders, fits
from extractors.arranging.tables.ruling import Ruled
from extractors.arranging.tables.stacked_cells import OVER, SPACE, Stack, cells_of, cut_levels, runs_over, x_of, y_of
from extractors.arranging.tables.strokes import Stroke
from models.page import Box, Word

BORDERS = 4
"""Places at borders that words leave free in a row that no rule bounds: so many are no chance."""
SET_APART = 1.4
"""Usual spaces of a line from which white at a border parts two columns."""
FAR = 1.7
"""Usual heights of a row within which the next row stands that no rule bounds."""


def jointed_tables(words: Sequence[Word], levels: Sequence[Level], down: Sequence[Stroke] = ()) -> list[Ruled]:
    """Return the tables whose columns the joints of rules or shades tell, and their rules `down` where there are."""
    free = [w for w in words if w.box and not w.turn]
    if len(free) < 6 or not levels:
        return []
    unit, lines = unit_of(free), [row_of(line.words) for line in build_lines(free) if line.words]
    found: list[Ruled] = []
    for stack in _stacks(levels, lines, unit):
        if stack.is_proved and len(stack.xs) > 2:
            table = _table(replace(stack, down=tuple(down)), free, lines, unit)
            if table and not any(table.box.meets(box, by=2) for box in (t.box for t in found)):
                found.append(table)
    return found


def _stacks(levels: Sequence[Level], lines: Sequence[Row], unit: float) -> list[Stack]:
    """Return levels in groups with the same borders, without text of another kind between them."""
    out: list[Stack] = []
    for level in levels:
        last = out[-1] if out else None
        if last and fits(last.xs, level) and not _is_gap(last, level, lines, unit):
            xs = borders([*last.xs, *level.edges]) if level.joints else last.xs
            out[-1] = Stack((*last.levels, level), xs)
        elif level.joints:
            out.append(Stack((level,), level.edges))
    return out


def _is_gap(stack: Stack, level: Level, lines: Sequence[Row], unit: float) -> bool:
    """Return whether between a table and a level below it stands text that is no row: it runs over borders, in several
    lines or far from the rules, or stands alone with much white about it."""
    top = stack.levels[-1].at
    inside = [row for row in lines if top < row.middle < level.at]
    over = [row for row in inside if runs_over(row, stack.xs)]
    white = level.at - top - len(inside) * unit
    if not over:
        return len(inside) == 1 and len(pieces(inside[0], least_gap(unit))) == 1 and white > 1.6 * unit
    return len(over) > max(1, 0.3 * len(inside)) or len(inside) == 1 and white > 1.6 * unit


def _table(stack: Stack, words: Sequence[Word], lines: Sequence[Row], unit: float) -> Ruled | None:
    """Return the cells of a table, rows above the first level and below the last one among them."""
    stack = _without_crossed(_with_ends(stack, lines, unit), lines)
    xs, levels = stack.xs, stack.levels
    top, bottom = levels[0].at, levels[-1].at
    inside = [w for w in words if w.box and xs[0] - OVER < x_of(w) < xs[-1] + OVER and top - 1 < y_of(w) < bottom + 1]
    cut = cut_levels(stack, inside, unit)
    filled = sum(len(set(columns)) > 1 for columns in _columns(inside, xs, cut))
    if len(xs) < 3 or len(cut) < 3 or filled < 2:
        return None
    return Ruled(Box(xs[0], top, xs[-1], bottom), cells_of(replace(stack, levels=cut), inside, unit))


def _without_crossed(stack: Stack, lines: Sequence[Row]) -> Stack:
    """Return a table without the borders that words of most of its lines run over: a stroke was drawn in parts."""
    inside = [row for row in lines if stack.levels[0].at < row.middle < stack.levels[-1].at]

    def is_free(x: float) -> bool:
        beside = [row for row in inside if row.box.x0 < x < row.box.x1]
        return 2 * sum(runs_over(row, (row.box.x0, x, row.box.x1)) for row in beside) <= len(beside)

    return replace(stack, xs=(stack.xs[0], *(x for x in stack.xs[1:-1] if is_free(x)), stack.xs[-1]))


def _columns(words: Sequence[Word], xs: Sequence[float], levels: Sequence[Level]) -> list[list[int]]:
    return [[sum(x <= x_of(w) for x in xs[1:-1]) for w in words if a.at <= y_of(w) < b.at] for a, b in pairwise(levels)]


def _with_ends(stack: Stack, lines: Sequence[Row], unit: float) -> Stack:
    """Return a table with the rows that stand above its first level and below its last one: no rule bounds them."""
    steps = [b.at - a.at for a, b in pairwise(stack.levels) if b.at - a.at > 0.8 * unit]
    high = min([*steps[:-1], 2.2 * unit] if len(steps) > 2 else [2.2 * unit])
    usual = median(steps) if len(steps) > 2 else 0.0  # few levels bound more than a row each
    high = max(high, usual, 1.4 * unit)
    for below in (True, False):
        edge = stack.levels[-1 if below else 0].at
        ends = _rows_beyond(stack, lines, unit, (edge, high), below=below)
        if ends:
            at = max(r.box.y1 for r in ends) + 2 if below else min(r.box.y0 for r in ends) - 2
            level = Level(at, ((stack.xs[0], stack.xs[-1]),))
            stack = replace(stack, levels=(*stack.levels, level) if below else (level, *stack.levels))
    return stack


def _rows_beyond(
    stack: Stack, lines: Sequence[Row], unit: float, start: tuple[float, float], *, below: bool
) -> list[Row]:
    """Return the lines of rows beyond the first or the last level, which is at `start`, where rows are so high."""
    last, high = start
    beyond = sorted((r for r in lines if (r.middle > last) == below), key=lambda r: r.middle if below else -r.middle)
    ends: list[Row] = []
    reach = 0.75 * FAR * high
    for place, row in enumerate(beyond):
        near = [abs(other.middle - row.middle) / unit for other in (*ends[-1:], *beyond[place + 1 : place + 2])]
        if abs(row.middle - last) > reach or not _fits_in(row, stack.xs, unit):
            break
        columns = {sum(x <= x_of(w) for x in stack.xs[1:-1]) for w in row.words}
        half = min(near, default=HALF) < HALF or not below and _is_over_part(row, stack)
        if len(columns) == 1 and not (half or ends and near[0] < 1.3 and (below or 0 not in columns)):
            break
        tight = [gap <= SET_APART for gap in _gaps(row, stack.xs)]
        if any(tight) and (not below or len(tight) > 1 and all(tight)):
            break  # a title, or text below
        ends.append(row)
        last, reach = row.middle, FAR * high
    columns = {sum(x <= x_of(w) for x in stack.xs[1:-1]) for row in ends for w in row.words}
    gaps = [gap for row in ends for gap in _gaps(row, stack.xs)]
    wide = len(gaps) >= BORDERS or all(gap > SET_APART for gap in gaps)
    sure = wide or any(_is_valued(row, stack.xs, unit) for row in ends)
    return ends if sure and len(columns) >= max(2, 0.5 * (len(stack.xs) - 1)) else []


def _is_over_part(row: Row, stack: Stack) -> bool:
    """Return whether a line stands over a first level that rules some columns alone, as heads of groups do."""
    pieces_of, at = stack.levels[0].pieces, row.box.middle_x
    part = pieces_of[0][0] > stack.xs[0] + OVER or pieces_of[-1][1] < stack.xs[-1] - OVER
    return part and pieces_of[0][0] < at < pieces_of[-1][1]


def _fits_in(row: Row, xs: Sequence[float], unit: float) -> bool:
    """Return whether a line may be of a row: it leaves the borders free, or holds figures in several columns."""
    if row.box.x0 < xs[0] - OVER or row.box.x1 > xs[-1] + OVER:
        return False
    return _is_valued(row, xs, unit) or not runs_over(row, xs)


def _is_valued(row: Row, xs: Sequence[float], unit: float) -> bool:
    runs = pieces(row, least_gap(unit))
    values = {sum(x <= sum(span_of(run)) / 2 for x in xs[1:-1]) for run in runs if is_value(run)}
    return len(runs) > 2 and len(values) > 1


def _gaps(row: Row, xs: Sequence[float]) -> list[float]:
    """Return the white at the borders of columns, in usual spaces of the line."""
    boxes = [w.box for w in row.words if w.box]
    gaps = [(b.x0 - a.x1, any(a.x1 - OVER < x < b.x0 + OVER for x in xs[1:-1])) for a, b in pairwise(boxes)]
    size = median([b.height for b in boxes]) if boxes else 0.0
    usual = max(0.5, median([gap for gap, at in gaps if not at] or [SPACE * size]))
    return [gap / usual for gap, at in gaps if at]
