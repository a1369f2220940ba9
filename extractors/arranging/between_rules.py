"""Tables between rules of one width across, or of one height down: where they begin and end."""

from collections.abc import Sequence
from statistics import median

from extractors.arranging.gutters import Gutter, Row, crosses, least_gap, pieces
from extractors.arranging.regions import Region, columns_of, within
from extractors.arranging.strokes import ALIKE, Stroke, Strokes, alike


def between_rules_across(rows: Sequence[Row], strokes: Strokes, unit: float) -> list[Region]:
    """Return regions between rules of the same width; a region ends where its lines leave no common gutter."""
    found = []
    for rules in _of_one_width(strokes.across):
        start = 0
        while start < len(rules) - 1:
            end = _last_rule(rows, rules, start, unit)
            begun = _first_rule(rows, rules, (start, end), unit)
            region = _ruled_region(rows, rules[begun : end + 1]) if end > begun + 1 else None
            if region is not None:
                found.append(region)
            start = end if region is not None else start + 1
    return found


def _first_rule(rows: Sequence[Row], rules: Sequence[Stroke], ends: tuple[int, int], unit: float) -> int:
    """Return the index of the first rule of a table: the one above it may be the last of another, text between them
    that runs over the columns or stands in one piece far from the rules."""
    start, end = ends
    inside = within(rows, rules[start].at, rules[start + 1].at) if end > start + 2 else []
    rest = _ruled_region(rows, rules[start + 1 : end + 1]) if inside else None
    if rest is None:
        return start
    gutters = _wide(columns_of(rest, unit), unit)
    white = rules[start + 1].at - rules[start].at - len(inside) * unit
    other = [crosses(row, gutters, unit) or len(pieces(row, least_gap(unit))) == 1 for row in inside]
    return start + 1 if all(other) and (len(inside) > 1 or white > 1.6 * unit) else start


def _last_rule(rows: Sequence[Row], rules: Sequence[Stroke], start: int, unit: float) -> int:
    """Return the index of the last rule of the table whose first is at `start`; `start` where there is none."""
    end, gutters = start, list[Gutter]()
    while end + 1 < len(rules):
        inside = within(rows, rules[end].at, rules[end + 1].at)
        region = _ruled_region(rows, rules[start : end + 2])
        if region is None or not inside and end > start:
            break
        over = [row for row in inside if crosses(row, _wide(gutters, unit), unit)]
        more = columns_of(region, unit) if end > start else []
        if end > start and (len(more) < max(1, len(gutters)) or over):
            following = within(rows, rules[end + 1].at, rules[end + 2].at) if end + 2 < len(rules) else []
            heading = len(inside) == 1 and following and len(following) < 4 and gutters
            if not heading or any(crosses(row, _wide(gutters, unit), unit) for row in following):
                break
        gutters = more if len(more) >= len(gutters) else gutters
        end += 1
    return end if gutters else start


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


def _of_one_width(across: Sequence[Stroke]) -> list[list[Stroke]]:
    """Return rules in groups of the same ends, two at least, from the top down."""
    groups: list[list[Stroke]] = []
    for stroke in across:
        for group in groups:
            if abs(group[-1].start - stroke.start) <= ALIKE and abs(group[-1].end - stroke.end) <= ALIKE:
                group.append(stroke)
                break
        else:
            groups.append([stroke])
    return [group for group in groups if len(group) >= 2]


def between_rules_down(rows: Sequence[Row], strokes: Strokes, unit: float) -> list[Region]:
    """Return regions that two rules or more of the same height part."""
    found = []
    for group in alike(strokes.down, 2):
        top, bottom = median(s.start for s in group), median(s.end for s in group)
        inside = within(rows, top - 1, bottom + 1)
        xs = tuple(sorted(s.at for s in group))
        cut = sum(any(w.box and w.box.x0 < x - 2 and w.box.x1 > x + 2 for w in row.words) for row in inside for x in xs)
        if len(inside) >= 2 and cut <= 0.1 * len(inside) * len(xs):
            found.append(Region(inside, (), xs))
    return found
