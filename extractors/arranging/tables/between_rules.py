"""Tables between rules of one width across, or of one height down: where they begin and end."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.arranging.tables.banding import is_value
from extractors.arranging.tables.gutters import Gutter, Row, crosses, least_gap, pieces, span_of
from extractors.arranging.tables.regions import Region, columns_of, within
from extractors.arranging.tables.strokes import ALIKE, Stroke, Strokes, alike

HEAD, NEAR, NAMED = 4, 1.5, 0.75
"""Lines of a head above its rule, at most; lines of single spacing from one to the next; share of columns it names."""
HALF = 0.5
"""Share of the columns that a row with a figure fills below the last rule, at least; share of the width of a rule that
leaves columns free, at least."""
FULL = 0.6
"""Share of the lines between two rules alone that stand in three columns, at least."""


def between_rules_across(rows: Sequence[Row], strokes: Strokes, unit: float) -> list[Region]:
    """Return regions between rules of the same width; a region ends where its lines leave no common gutter."""
    found = []
    for rules in alike(strokes.across, 2):
        start = 0
        while start < len(rules) - 1:
            end = _last_rule(rows, rules, start, unit)
            begun = _first_rule(rows, rules, (start, end), unit)
            region = _region(rows, rules[begun : end + 1], unit) if end > begun else None
            if region is not None:
                found.append(_with_parts(_with_foot(rows, region, unit), strokes.across))
            start = end if region is not None or begun > start else start + 1
    return found


def _region(rows: Sequence[Row], rules: Sequence[Stroke], unit: float) -> Region | None:
    """Return the table of rules; of two alone where a head stands above them, or most lines between are in columns."""
    inside = _ruled_region(rows, rules)
    if inside is None:
        return None
    region = _with_head(rows, inside, unit)
    if len(rules) > 2 or len(region.rows) > len(inside.rows) > 1:
        return region
    columns = len(_wide(columns_of(inside, unit), unit)) + 1
    full = sum(len(pieces(row, least_gap(unit))) > 2 for row in inside.rows)
    return region if columns > 2 < full and full >= FULL * len(inside.rows) else None


def _first_rule(rows: Sequence[Row], rules: Sequence[Stroke], ends: tuple[int, int], unit: float) -> int:
    """Return the index of the first rule of a table: the one above it may be the last of another, text between them
    that runs over the columns or stands in one piece far from the rules."""
    start, end = ends
    inside = within(rows, rules[start].at, rules[start + 1].at) if end > start + 1 else []
    rest = _ruled_region(rows, rules[start + 1 : end + 1]) if inside else None
    if rest is None:
        return start
    gutters = _wide(columns_of(rest, unit), unit)
    if len(gutters) > 1 and _is_prose(inside[0], gutters, rest, unit):
        return start + 1
    if len(gutters) > 1 and any(_is_prose(row, gutters, rest, unit) for row in inside[1:-1]):
        return start + 1
    white = rules[start + 1].at - rules[start].at - len(inside) * unit
    other = [crosses(row, gutters, unit) or len(pieces(row, least_gap(unit))) == 1 for row in inside]
    far = end > start + 2 and white > 1.6 * unit
    return start + 1 if all(other) and (len(inside) > 1 or far) else start


def _is_prose(row: Row, gutters: Sequence[Gutter], table: Region, unit: float) -> bool:
    """Return whether a line in one piece begins where the table does and runs over gutters: no head does."""
    left = min(r.box.x0 for r in table.rows)
    over = [g for g in gutters if row.box.x0 < g.x0 and row.box.x1 > g.x1]
    return len(pieces(row, least_gap(unit))) == 1 and row.box.x0 < left + unit and len(over) > 1


def _with_head(rows: Sequence[Row], region: Region, unit: float) -> Region:
    """Return a region with the lines of a head above its first rule, where that is drawn below the head alone: they
    stand near it, keep the gutters and name most columns."""
    gutters = _wide(columns_of(region, unit), unit)
    if len(gutters) < 2 or not region.across:
        return region
    head: list[Row] = []
    last = region.across[0]
    for row in sorted((r for r in rows if r.middle < region.across[0]), key=lambda r: -r.middle)[:HEAD]:
        far = last - row.middle > NEAR * unit
        if far or len(pieces(row, least_gap(unit))) == 1 and not head or crosses(row, gutters, unit):
            break
        head.insert(0, row)
        last = row.middle
    bounds = [float("-inf"), *(g.middle for g in gutters), float("inf")]
    named = sum(any(w.box and a < w.box.middle_x < b for r in head for w in r.words)
                for a, b in pairwise(bounds))  # fmt: skip
    left, right = region.ends or (float("-inf"), float("inf"))
    beside = any(row.box.x0 < left - ALIKE or row.box.x1 > right + ALIKE for row in head)
    return region if beside or named < NAMED * (len(bounds) - 1) else replace(region, rows=[*head, *region.rows])


def _with_foot(rows: Sequence[Row], region: Region, unit: float) -> Region:
    """Return a region with the row below its last rule, where rules are drawn between rows alone: its lines stand near
    the rule and each other, keep the gutters, and fill most columns, or half of them with a figure among them."""
    gutters = _wide(columns_of(region, unit), unit)
    if len(gutters) < 2 or len(region.across) < 3 or region.ends is None:
        return region
    bounds = [float("-inf"), *(g.middle for g in gutters), float("inf")]
    foot: list[Row] = []
    last = region.across[-1]
    for row in sorted((r for r in rows if r.middle > last), key=lambda r: r.middle)[:HEAD]:
        out = row.box.x0 < region.ends[0] - ALIKE or row.box.x1 > region.ends[1] + ALIKE
        alone = len(pieces(row, least_gap(unit))) == 1 and (not foot or row.box.x0 < bounds[1])
        if row.middle - last > NEAR * unit or out or alone or crosses(row, gutters, unit):
            break
        foot.append(row)
        last = row.middle
    runs = [run for row in foot for run in pieces(row, least_gap(unit))]
    filled = {sum(bound <= sum(span_of(run)) / 2 for bound in bounds[1:-1]) for run in runs}
    least = HALF if any(is_value(run) for run in runs) else NAMED
    few = len(filled) < max(2, least * (len(bounds) - 1))
    return region if few else replace(region, rows=[*region.rows, *foot])


def _with_parts(region: Region, across: Sequence[Stroke]) -> Region:
    """Return a region with the rules between its first and its last that leave columns at one end of it free."""
    if region.ends is None:
        return region
    left, right = region.ends
    found = []
    for rule in across:
        inside = region.across[0] + ALIKE < rule.at < region.across[-1] - ALIKE or rule.at > region.across[-1] + ALIKE
        inside &= rule.at < max(row.box.y1 for row in region.rows)
        begins, ends = abs(rule.start - left) <= ALIKE, abs(rule.end - right) <= ALIKE
        if inside and begins != ends and left - ALIKE < rule.start and rule.end < right + ALIKE:
            found += [rule] if rule.length >= HALF * (right - left) else []
    return replace(region, parts=tuple(found))


def _last_rule(rows: Sequence[Row], rules: Sequence[Stroke], start: int, unit: float) -> int:
    """Return the index of the last rule of the table whose first is at `start`; `start` where there is none."""
    end, gutters = start, list[Gutter]()
    while end + 1 < len(rules):
        inside = within(rows, rules[end].at, rules[end + 1].at)
        region = _ruled_region(rows, rules[start : end + 2])
        if region is None or not inside and end > start:
            break
        over = [row for row in inside if _runs_over(row, _wide(gutters, unit), unit)]
        body = end > start or len(_with_head(rows, region, unit).rows) > len(region.rows) > 1
        more = columns_of(region, unit) if body else []
        if end > start and len(more) < len(gutters) and not over and end + 2 < len(rules):
            ahead = _ruled_region(rows, rules[start : end + 3])  # a full cell near to the next is one of several
            more = max(more, columns_of(ahead, unit) if ahead else [], key=len)
        if end > start and (len(more) < max(1, len(gutters)) or over):
            following = within(rows, rules[end + 1].at, rules[end + 2].at) if end + 2 < len(rules) else []
            heading = len(inside) == 1 and following and len(following) < 4
            if heading and not gutters and len(pieces(inside[0], least_gap(unit))) == 1:  # between a head and its rows
                gutters = _several(Region([*within(rows, rules[start].at, rules[end].at), *following]), unit)
            if not (heading and gutters) or any(crosses(row, _wide(gutters, unit), unit) for row in following):
                break
        gutters = more if len(more) >= len(gutters) else gutters
        end += 1
    return end if gutters else start


def _several(region: Region, unit: float) -> list[Gutter]:
    """Return the gutters of a region of three columns or more; none of one of fewer."""
    found = columns_of(region, unit)
    return found if len(found) > 1 else []


def _runs_over(row: Row, gutters: Sequence[Gutter], unit: float) -> bool:
    """Return whether a line is of no row: in one piece over a gutter, or in more over half of them. A full cell whose
    words come near to the next one's is of a row."""
    if not crosses(row, gutters, unit):
        return False
    runs = [span_of(run) for run in pieces(row, least_gap(unit))]
    over = [g for g in gutters if any(x0 < g.x0 and x1 > g.x1 for x0, x1 in runs)]
    return len(runs) == 1 or 2 * len(over) > len(gutters)


def _wide(gutters: Sequence[Gutter], unit: float) -> list[Gutter]:
    """Return gutters without the narrow one after the numbers of rows: a total goes over it."""
    return [g for g in gutters if g.x1 - g.x0 >= least_gap(unit)]


def _ruled_region(rows: Sequence[Row], rules: Sequence[Stroke]) -> Region | None:
    """Return what stands between the first and the last of rules; None where it stands out on a side."""
    left, right = median(s.start for s in rules), median(s.end for s in rules)
    inside = within(rows, rules[0].at, rules[-1].at)
    if not inside or any(row.box.x0 < left - ALIKE or row.box.x1 > right + ALIKE for row in inside):
        return None
    return Region(inside, tuple(s.at for s in rules), (), (left, right))


def between_rules_down(rows: Sequence[Row], strokes: Strokes, unit: float) -> list[Region]:
    """Return regions that two rules or more of the same height part: print stands on both sides of one, in two lines
    at least. The edges of a photographed sheet part none."""
    found = []
    for group in alike(strokes.down, 2):
        top, bottom = median(s.start for s in group), median(s.end for s in group)
        inside = within(rows, top - 1, bottom + 1)
        xs = tuple(sorted(s.at for s in group))
        cut = sum(any(w.box and w.box.x0 < x - 2 and w.box.x1 > x + 2 for w in row.words) for row in inside for x in xs)
        parted = sum(any(row.box.x0 < x < row.box.x1 for x in xs) for row in inside)
        if parted >= 2 and cut <= 0.1 * len(inside) * len(xs):
            found.append(Region(inside, (), xs))
    return found
