"""Rows and cells of a table of levels: rows that no rule parts are cut, cells over several columns or rows made one."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise
from statistics import median

from extractors.arranging.lining import build_lines
from extractors.arranging.tables.banding import Filled, bands, is_value
from extractors.arranging.tables.gutters import Row, least_gap, pieces, row_of, span_of
from extractors.arranging.tables.heads_over import over_columns
from extractors.arranging.tables.jointed import SAME, Level
from extractors.arranging.tables.strokes import Stroke
from models.page import Box, Word

OVER = 2.0
"""Points by which a word stands out on both sides of a border that it runs over."""
MIDDLE = 1.5
"""Points by which words may stand off the middle of their columns, or begin beside where others do."""
RULED = 0.6
"""Share of the rows that a rule down parts from which the rows without it have one cell there."""
SPACE = 0.32
"""Heights of a line of single spacing up to which the white between two words is a space."""


@dataclass(frozen=True, slots=True)
class Stack:
    """The levels of a table from the top down, the borders of its columns, left and right end among them, and rules
    down."""

    levels: tuple[Level, ...]
    xs: tuple[float, ...]
    down: tuple[Stroke, ...] = ()

    @property
    def is_proved(self) -> bool:
        """Whether joints tell columns: at two levels, the edges of one shade counted once, or two at one rule."""
        jointed = [level for level in self.levels if level.joints]
        shades = sum(level.shade for level in jointed)
        return len(jointed) - shades // 2 >= 2 or any(len(v.joints) > 1 and not v.shade for v in jointed)


def cut_levels(stack: Stack, words: Sequence[Word], unit: float) -> tuple[Level, ...]:
    """Return the levels with those between rows that no rule parts."""
    xs, levels = stack.xs, stack.levels
    still = [w for w in words if not _is_between(w, stack)]
    lines: list[Filled] = []
    for a, b in pairwise(levels):
        held = [w for w in still if a.at <= y_of(w) < b.at]
        for line in build_lines(held):
            row = row_of(line.words)
            columns: dict[int, list[Word]] = {}
            for word in line.words:
                columns.setdefault(sum(x <= x_of(word) for x in xs[1:-1]), []).append(word)
            lines.append(Filled(row, {c: tuple(ws) for c, ws in columns.items()}, runs_over(row, xs)))
    levels = (*levels, *_under_head(levels, lines, xs, unit))
    levels = tuple(sorted(levels, key=lambda level: level.at))
    ys = [level.at for level in levels]
    between = [[line for line in lines if a < line.row.middle < b] for a, b in pairwise(ys)]
    split = [[[band[i] for i in group] for group in bands(band, unit)] for band in between]
    counts = [len(groups) for groups in split if groups]
    few = len(counts) >= 3 and max(counts) <= 3 and sum(counts) <= 2 * len(counts)
    if few and not any(map(_are_rows, split)):
        return levels
    groups = bands(lines, unit, ys)
    more = []
    for one, two in pairwise([[lines[i].row for i in group] for group in groups]):
        foot, head = max(r.box.y1 for r in one), min(r.box.y0 for r in two)
        if not any(foot - 3 <= y <= head + 3 for y in ys):
            more.append(Level((foot + head) / 2, ((xs[0], xs[-1]),)))
    return tuple(sorted([*levels, *more], key=lambda level: level.at))


def _under_head(
    levels: Sequence[Level], lines: Sequence[Filled], xs: Sequence[float], unit: float
) -> tuple[Level, ...]:
    """Return the level that is not ruled between a head over several columns and their own heads, if there is one."""
    band = [line.row for line in lines if levels[0].at < line.row.middle < levels[1].at]
    for over, under in combinations(band, 2):
        heads = [span_of(run) for run in pieces(over, least_gap(unit))]
        columns = sorted({sum(x <= x_of(w) for x in xs[1:-1]) for w in under.words})
        if spans := over_columns(heads, columns, xs):
            at = (over.box.y1 + under.box.y0) / 2
            return (Level(at, tuple((xs[first], xs[last + 1]) for first, last in spans)),)
    return ()


def _are_rows(groups: Sequence[Sequence[Filled]]) -> bool:
    """Return whether groups of lines between two rules are rows: each has figures in the same two columns."""
    valued = [{c for line in group for c, words in line.columns.items() if is_value(words)} for group in groups]
    return len(groups) > 1 and len(set.intersection(*valued)) >= 2


def _is_between(word: Word, stack: Stack) -> bool:
    """Return whether a word stands on a level that does not rule its column: at half height of a tall cell."""
    at = sum(x <= x_of(word) for x in stack.xs[1:-1])
    high = word.box.height if word.box else 0.0
    near = [level for level in stack.levels[1:-1] if abs(level.at - y_of(word)) < 0.45 * high]
    return any(not level.covers(stack.xs[at], stack.xs[at + 1]) for level in near)


def cells_of(stack: Stack, words: Sequence[Word], unit: float) -> list[Box]:
    """Return the cells: places of the grid, those of one cell over several columns or rows as one."""
    xs, levels = stack.xs, stack.levels
    lines = [row_of(line.words) for line in build_lines(list(words)) if line.words]
    flush = [[round(b.x0) for row in lines for _, b in _beside(row, x)] for x in xs[1:-1]]
    rows = [[r for r in lines if a.at <= r.middle < b.at] for a, b in pairwise(levels)]
    spans = [_across((stack, place), row, unit, flush) for place, row in enumerate(rows)]
    if len(rows) > 2:
        spans[0] = _over(spans[0], rows[:2], xs, unit)
    cells: list[Box] = []
    open_cells: dict[tuple[int, int], Box] = {}
    for place, (a, b) in enumerate(pairwise(levels)):
        following: dict[tuple[int, int], Box] = {}
        for first, last in spans[place]:
            box = Box(xs[first], a.at, xs[last + 1], b.at)
            above = open_cells.get((first, last))
            if above is not None and _goes_down(above, box, a, words, unit):
                box = above.union(box)
            elif above is not None:
                cells.append(above)
            following[first, last] = box
        cells += [box for span, box in open_cells.items() if span not in following]
        open_cells = following
    return [*cells, *open_cells.values()]


def _beside(row: Row, x: float) -> list[tuple[Box, Box]]:
    """Return the two words of a line between which a border is."""
    boxes = [w.box for w in row.words if w.box]
    return [(a, b) for a, b in pairwise(boxes) if a.x1 <= x + 1 and b.x0 >= x - 1]


def _across(
    here: tuple[Stack, int], lines: Sequence[Row], unit: float, flush: Sequence[Sequence[int]]
) -> list[tuple[int, int]]:
    """Return first and last column of the cells of a row: what words run over, and a head over a rule of its width.

    `here` is the table and the number of the row, `flush` where words begin right of each inner border.
    """
    stack, place = here
    xs = stack.xs
    joined = [False] * (len(xs) - 2)
    for row in lines:
        boxes = [w.box for w in row.words if w.box]
        gaps = [b.x0 - a.x1 for a, b in pairwise(boxes)]
        space = max(SPACE * unit, 1.4 * median(gaps) if len(gaps) > 2 and median(gaps) < 0.5 * unit else 0.0)
        for at, x in enumerate(xs[1:-1]):
            inside = any(b.x0 < x - 1 and b.x1 > x + 1 for b in boxes)
            beside = any(b.x0 - a.x1 <= space and flush[at].count(round(b.x0)) < 3 for a, b in _beside(row, x))
            joined[at] |= inside or beside
    under = stack.levels[place + 1]
    if under.joints and not under.shade:  # the border below a cell over several columns is drawn as one
        for at, x in enumerate(xs[1:-1]):
            joined[at] |= any(x0 < x - 2 * SAME and x1 > x + 2 * SAME for x0, x1 in under.pieces)
    for x0, x1 in _parts(under, xs):
        held = [run for row in lines for run in pieces(row, least_gap(unit)) if x0 <= sum(span_of(run)) / 2 <= x1]
        if len(held) == 1:
            joined = [join or x0 + SAME < x < x1 - SAME for join, x in zip(joined, xs[1:-1], strict=True)]
    joined = [join or free for join, free in zip(joined, _without_rule(stack, place), strict=True)]
    last = _middle_of(lines, xs, unit, flush)
    joined = [join or at < last for at, join in enumerate(joined)]
    out, first = [], 0
    for at in range(len(xs) - 1):
        if at == len(xs) - 2 or not joined[at]:
            out.append((first, at))
            first = at + 1
    return out


def _without_rule(stack: Stack, place: int) -> list[bool]:
    """Return for each inner border whether a row lacks the rule down that most rows have there."""
    middles = [(a.at + b.at) / 2 for a, b in pairwise(stack.levels)]
    out = []
    for x in stack.xs[1:-1]:
        own = [s for s in stack.down if abs(s.at - x) <= SAME]
        ruled = [any(s.start < y < s.end for s in own) for y in middles]
        out.append(not ruled[place] and sum(ruled) >= RULED * len(ruled))
    return out


def _middle_of(lines: Sequence[Row], xs: Sequence[float], unit: float, flush: Sequence[Sequence[int]]) -> int:
    """Return the last of the columns, the first one among them, that the first words of a row of one line stand at the
    middle of: a heading over all, the label of a total. 0 where they stand in a column of their own."""
    if len(lines) != 1:
        return 0
    runs = [span_of(run) for run in pieces(lines[0], least_gap(unit))]
    (x0, x1), at = runs[0], sum(x <= sum(runs[0]) / 2 for x in xs[1:-1])
    own = (
        abs(x0 + x1 - xs[at] - xs[at + 1]) <= 2 * MIDDLE or at and sum(abs(x0 - x) <= MIDDLE for x in flush[at - 1]) > 1
    )
    free = sum(x <= runs[1][0] for x in xs[1:-1]) if len(runs) > 1 else len(xs) - 1
    off = {last: abs(x0 + x1 - xs[0] - xs[last + 1]) / 2 for last in range(max(at, 1), free)}
    best = min(off, key=lambda last: off[last], default=0)
    return best if best and not own and off[best] <= MIDDLE else 0


def _over(
    spans: list[tuple[int, int]], rows: Sequence[Sequence[Row]], xs: Sequence[float], unit: float
) -> list[tuple[int, int]]:
    """Return the cells of a first row with those made one that a head over several columns takes."""
    heads, below = ([span_of(run) for row in lines for run in pieces(row, least_gap(unit))] for lines in rows)
    columns = [sum(x <= (a + b) / 2 for x in xs[1:-1]) for a, b in below]
    for first, last in over_columns(sorted(heads), columns, xs):
        if all(b < first or a > last or first <= a and b <= last for a, b in spans):
            spans = sorted([*(s for s in spans if s[1] < first or s[0] > last), (first, last)])
    return spans


def _parts(level: Level, xs: Sequence[float]) -> list[tuple[float, float]]:
    """Return the stretches of a level that rule some columns and not all: they hang under a head of several columns."""
    stretches: list[tuple[float, float]] = []
    for x0, x1 in level.pieces:
        if stretches and x0 - stretches[-1][1] <= 3.2:
            stretches[-1] = (stretches[-1][0], x1)
        else:
            stretches.append((x0, x1))
    return [(a, b) for a, b in stretches if b - a < xs[-1] - xs[0] - 2 * SAME]


def _goes_down(above: Box, box: Box, level: Level, words: Sequence[Word], unit: float) -> bool:
    """Return whether a cell goes on below a level that does not rule it: one of the two is empty, or text goes on."""
    if level.covers(box.x0, box.x1) or len(level.pieces) == 0:
        return False
    upper = [w for w in words if w.lies_in(above)]
    lower = [w for w in words if w.lies_in(box)]
    if not upper or not lower:
        return True
    return min(map(y_of, lower)) - max(map(y_of, upper)) <= 1.3 * unit


def x_of(word: Word) -> float:
    return word.box.middle_x if word.box else 0.0


def y_of(word: Word) -> float:
    return word.box.middle_y if word.box else 0.0


def runs_over(row: Row, xs: Sequence[float]) -> bool:
    """Return whether words of a line run over an inner border, or stand out of the table."""
    if row.box.x0 < xs[0] - OVER or row.box.x1 > xs[-1] + OVER:
        return True
    return any(w.box and w.box.x0 < x - OVER and w.box.x1 > x + OVER for w in row.words for x in xs[1:-1])
