"""Tables whose rules are missing, in part or all: found by what rules there are and by how their words stand.

Rules of one width, one below the other, hold a table where the words between them leave common gutters. Without
rules a table is a run of lines with three columns or more, one of them short, or names beside figures (`pairing`).
"""

from collections.abc import Sequence
from itertools import pairwise
from statistics import median

from extractors.arranging.lining import build_lines
from extractors.arranging.tables.banding import Filled, bands, fill, is_value
from extractors.arranging.tables.between_rules import between_rules_across, between_rules_down
from extractors.arranging.tables.gutters import (
    LEAST,
    Gutter,
    Row,
    crosses,
    eased,
    least_gap,
    pieces,
    row_of,
    span_of,
    unit_of,
)
from extractors.arranging.tables.heads_over import head_cells, head_over
from extractors.arranging.tables.pairing import pairs
from extractors.arranging.tables.regions import Region, columns_of
from extractors.arranging.tables.ruling import Ruled
from extractors.arranging.tables.strokes import Strokes
from extractors.arranging.tables.tall_cells import with_tall, without_tall
from extractors.arranging.tables.upward_heads import with_upward_head
from models.page import Box, Word

BARS = set("|¦‖")
LINE = "_"
"""What is left of a rule across; a blank to be filled in is longer."""
SURE = 0.85
"""Confidence below which a word without a letter or figure tells nothing of columns."""
SHORT = 4
"""Lines below which a run without rules is tried again from the lines beside it."""
CENTRED = 3.0
"""Points by which the middle of a heading may be off that of its table."""
SPACE, SPACES = 0.22, 1.5
"""Lines of single spacing of a space between words; such spaces from which words of one run are of two columns."""
ROOM = 14.0
"""Points from the words of a first or last row to the rule that bounds it, at most."""
APART = 4.2
"""Heights of a word between two lines of an unruled table, at most."""


def aligned_tables(words: Sequence[Word], strokes: Strokes, taken: Sequence[Box] = ()) -> list[Ruled]:
    """Return the tables among words that are in no other table: first those between rules, then those without."""
    free = [w for w in words if w.box and not w.turn and not _is_speck(w, words)]
    free = [w for w in free if w.box and not any(box.holds(w.box) for box in taken)]
    if len(free) < 6:
        return []
    unit = unit_of(free)
    found: list[Ruled] = []
    rows, known = _rows(free), 0
    for find in (between_rules_across, between_rules_down, _without_rules, _of_pairs):
        if len(found) > known:
            rows = _rows([w for w in free if w.box and not any(table.box.holds(w.box) for table in found)])
            known = len(found)
        for region in find(rows, strokes, unit):
            table = _table(region, unit)
            table = table and with_upward_head(table, words)
            if table and not any(table.box.meets(box, by=2) for box in (*taken, *(t.box for t in found))):
                found.append(table)
    return found


def _is_speck(word: Word, words: Sequence[Word]) -> bool:
    """Return whether a word tells nothing of columns: what a rule or a fold left, a dot read where there is none."""
    if not set(word.text) - BARS or word.text == LINE:
        return True
    if word.confidence >= SURE or any(c.isalnum() for c in word.text) or word.box is None:
        return False
    box = word.box
    return not any(w.box and 0 < box.x0 - w.box.x1 < LEAST + 2 and w.box.y0 < box.y1 and box.y0 < w.box.y1
                   for w in words)  # fmt: skip


def _rows(words: Sequence[Word]) -> list[Row]:
    return [row_of(line.words) for line in build_lines(list(words)) if line.words]


def _without_rules(rows: Sequence[Row], _: Strokes, unit: float) -> list[Region]:
    """Return runs of lines that keep two gutters or more, grown from the lines of the most columns."""
    least = least_gap(unit)
    counts = [len(pieces(row, least)) for row in rows]
    used: set[int] = set()  # of tables found: lines that made none may be the head or the foot of the next
    found = []
    for seed in sorted(range(len(rows)), key=lambda i: -counts[i]):
        if counts[seed] < 3 or seed in used:
            continue
        first, last = _widest(rows, _grown(rows, seed, unit, used), unit, used)
        run = list(range(first, last + 1))
        while run and counts[run[0]] < 2:
            run.pop(0)
        while run and counts[run[-1]] < 2 and not _goes_on(rows, run, unit):
            run.pop()
        region = Region([rows[i] for i in run])
        if len(run) >= 3 and _is_convincing(region, unit):
            used.update(run)
            found.append(region)
    return found


def _of_pairs(rows: Sequence[Row], _: Strokes, unit: float) -> list[Region]:
    """Return the runs of names beside figures."""
    return [Region(run) for run in pairs(rows, unit)]


def _goes_on(rows: Sequence[Row], run: Sequence[int], unit: float) -> bool:
    """Return whether the last line of a run, of a single piece, is the rest of a cell and no text below the table."""
    row, above = rows[run[-1]], rows[run[-2]] if len(run) > 1 else rows[run[-1]]
    step = row.middle - above.middle
    indented = row.box.x0 > above.box.x0 + unit
    return indented and step < 1.6 * unit


def _grown(rows: Sequence[Row], seed: int, unit: float, used: set[int]) -> tuple[int, int]:
    """Return the first and last line that keep the gutters of a seed; one line that crosses them may stand between."""
    least = least_gap(unit)
    runs = [span_of(run) for run in pieces(rows[seed], least)]
    gutters = [Gutter(a[1], b[0]) for a, b in zip(runs, runs[1:], strict=False)]
    ends = [seed, seed]
    for side, step in ((1, 1), (0, -1)):
        at, missed = seed + step, 0
        while 0 <= at < len(rows) and at not in used:
            previous = rows[ends[side]]
            if abs(rows[at].middle - previous.middle) > APART * unit * (1 + missed):
                break
            kept = [g for gutter in gutters if (g := _narrowed(gutter, rows[at], least))]
            if len(kept) == len(gutters):
                gutters, ends[side], missed = kept, at, 0
            else:
                missed += 1
                if missed > 1 or len(pieces(rows[at], least)) > 2:
                    break
            at += step
    return ends[0], ends[1]


def _widest(rows: Sequence[Row], ends: tuple[int, int], unit: float, used: set[int]) -> tuple[int, int]:
    """Return the ends of a run of few lines, or those of one from a line beside it that holds it: a head, whose words
    are centred, tells less of the gutters than a row does."""
    first, last = ends
    if last - first >= SHORT:
        return ends
    for beside in (last + 1, first - 1):
        if 0 <= beside < len(rows) and beside not in used and len(pieces(rows[beside], least_gap(unit))) > 2:
            more = _grown(rows, beside, unit, used)
            if more[0] <= first and last <= more[1]:
                return more
    return ends


def _narrowed(gutter: Gutter, row: Row, least: float) -> Gutter | None:
    """Return what a line leaves of a gutter: its widest white part, None below the least."""
    taken = sorted((w.box.x0, w.box.x1) for w in row.words if w.box and w.box.x0 < gutter.x1 and w.box.x1 > gutter.x0)
    free, edge = [], gutter.x0
    for x0, x1 in taken:
        free.append((x0 - edge, edge, x0))
        edge = max(edge, x1)
    free.append((gutter.x1 - edge, edge, gutter.x1))
    width, x0, x1 = max(free)
    return Gutter(x0, x1) if width >= least else None


def _is_convincing(region: Region, unit: float) -> bool:
    """Return whether lines without rules are a table: three columns, most places filled, values in one of them."""
    gutters = columns_of(region, unit)
    if len(gutters) < 2:
        return False
    lines = _filled(region, gutters, unit)
    full = [line for line in lines if len(line.columns) >= 3 and not line.wide]
    values = sum(any(is_value(words) for words in line.columns.values()) for line in full)
    return len(full) >= 3 and len(full) >= 0.4 * len(lines) and values >= max(2, 0.4 * (len(full) - 1))


def _filled(region: Region, gutters: Sequence[Gutter], unit: float) -> list[Filled]:
    wide = [crosses(row, gutters, unit) for row in region.rows]
    return fill(region.rows, [g.middle for g in gutters], wide)


def _table(region: Region, unit: float) -> Ruled | None:
    """Return the cells of a region; None where it is no table after all."""
    gutters = columns_of(region, unit)
    if not gutters:
        return None
    gutters = gutters if region.down else eased(gutters, region.rows, unit)
    lines = _filled(without_tall(region, gutters), gutters, unit)
    groups = _grouped(region, lines, unit)
    if len(groups) < 2 or len(groups) * (len(gutters) + 1) < 6:
        return None
    left = min(row.box.x0 for row in region.rows) - 2
    right = max(row.box.x1 for row in region.rows) + 2
    if region.ends:
        left, right = min(left, region.ends[0]), max(right, region.ends[1])
    xs = [left, *(g.middle for g in gutters), right]
    rules = sorted([*region.across, *(part.at for part in region.parts)])
    ys = _borders([[lines[i].row for i in group] for group in groups], rules)
    head = head_over([[lines[i].row for i in group] for group in groups[:2]], xs, unit)
    cells = head_cells(head, xs, (ys[0], ys[head.rows])) if head else []
    narrow = {g.middle for g in gutters if g.x1 - g.x0 < least_gap(unit)}
    first_row = head.rows if head else 0
    for group, top, bottom in list(zip(groups, ys, ys[1:], strict=False))[first_row:]:
        held = [lines[i] for i in group]
        for first, last in [(0, len(gutters))] if _is_heading(held, xs) else _spans(held, xs, unit, narrow):
            cells.append(Box(xs[first], top, xs[last + 1], bottom))
    return Ruled(Box(left, ys[0], right, ys[-1]), with_tall(cells, region.parts))


def _grouped(region: Region, lines: Sequence[Filled], unit: float) -> list[list[int]]:
    """Return the rows: what stands between two rules across where they part most rows, else as the lines tell."""
    inner = sorted([*region.across, *(part.at for part in region.parts)])
    if len(inner) >= 4:
        ends = (float("-inf"), *inner, float("inf"))  # a head over its rule, a last row below it
        held = [[i for i, line in enumerate(lines) if a < line.row.middle < b] for a, b in pairwise(ends)]
        held = [group for group in held if group]
        split = [bands([lines[i] for i in group], unit) for group in held]
        if max(map(len, split)) <= 3 and sum(map(len, split)) <= 2 * len(held):
            return held
    return bands(lines, unit, inner)


def _borders(groups: Sequence[Sequence[Row]], across: Sequence[float]) -> list[float]:
    """Return the y between rows: a rule where there is one, else the middle of the white between them."""
    tops = [min(row.box.y0 for row in group) for group in groups]
    feet = [max(row.box.y1 for row in group) for group in groups]
    ys = []
    for foot, top in zip([tops[0] - 4, *feet], [*tops, feet[-1] + 4], strict=True):
        rule = next((y for y in across if foot - 3 <= y <= top + 3), None)
        ys.append(rule if rule is not None else (foot + top) / 2)
    ys[0] = max((y for y in across if tops[0] - ROOM <= y < ys[0]), default=ys[0])
    ys[-1] = min((y for y in across if ys[-1] < y <= feet[-1] + ROOM), default=ys[-1])
    return ys


def _is_heading(lines: Sequence[Filled], xs: Sequence[float]) -> bool:
    """Return whether a row is one line at the middle of the table: the heading of the rows below, over all columns."""
    if len(lines) != 1 or len(lines[0].columns) > 2 or 0 in lines[0].columns:
        return False
    boxes = [w.box for w in lines[0].row.words if w.box]
    return abs(boxes[0].x0 + boxes[-1].x1 - xs[0] - xs[-1]) <= 2 * CENTRED and not any(
        b.x0 - a.x1 > 2 * b.height for a, b in pairwise(boxes)
    )


def _is_over(run: Sequence[Word], x: float, xs: Sequence[float], unit: float, *, lone: bool) -> bool:
    """Return whether words in one run go on over a border: heads that fill their columns stand as near to each other,
    but farther apart than the words of one, or, beside others, leave the borders of three columns free."""
    boxes = [w.box for w in run if w.box]
    if not (boxes[0].x0 < x - 1 and boxes[-1].x1 > x + 1):
        return False
    if any(b.x0 < x - 1 and b.x1 > x + 1 for b in boxes):
        return True
    if any(b.x0 < y - 1 and b.x1 > y + 1 for b in boxes for y in xs[1:-1]):
        lone = True
    gaps = [(a.x1, b.x0) for a, b in pairwise(boxes)]
    at = [b - a for a, b in gaps if a - 1 <= x <= b + 1]
    inner = [b - a for a, b in gaps if not any(a - 1 <= y <= b + 1 for y in xs[1:-1])]
    own = {sum(y <= b.middle_x for y in xs[1:-1]) for b in boxes}
    if len(own) > 2 and (len(own) == len(boxes) or not lone):
        return False
    return max(at, default=0.0) < SPACES * (median(inner) if inner else SPACE * unit)


def _spans(lines: Sequence[Filled], xs: Sequence[float], unit: float, narrow: set[float]) -> list[tuple[int, int]]:
    """Return first and last column of the cells of a row; words that run over a border make one cell of two.

    At a `narrow` border a single word must, as the space between two is as wide.
    """
    count = len(xs) - 1
    joined = [False] * (count - 1)
    for line in lines:
        if not line.wide:
            continue
        words = [(w.box.x0, w.box.x1) for w in line.row.words if w.box]
        runs = [] if narrow.issuperset(xs[1:-1]) else pieces(line.row, least_gap(unit))
        for place, x in enumerate(xs[1:-1]):
            if x in narrow:
                joined[place] |= any(x0 < x - 1 and x1 > x + 1 for x0, x1 in words)
            else:
                joined[place] |= any(_is_over(run, x, xs, unit, lone=len(runs) == 1) for run in runs)
    spans, first = [], 0
    for place in range(count):
        if place == count - 1 or not joined[place]:
            spans.append((first, place))
            first = place + 1
    return spans
