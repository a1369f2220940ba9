"""Lines that may be a table, with what rules there are, and their columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median_low

from extractors.arranging.tables.gutters import Gutter, Row, crosses, gutters_of, least_gap, pieces, real, span_of
from extractors.arranging.tables.strokes import Stroke
from models.page import Box

NEXT = 1.8
"""Lines of single spacing from a head over columns to their own heads, at most."""
MANY = 7
"""Lines between rules of which one may run over a gutter: a full cell that comes near to the next."""
DIGITS = 3
"""Digits of the number of a row, at most."""
FLUSH, NARROW = 2.0, 0.15
"""Points by which words that begin at one place may differ; lines of single spacing between a number and its row."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that may be a table; the x of its rules down, the y of its rules across, and its ends where rules tell.

    `parts` are rules across from its left or its right end that leave columns free: their cells are of several rows.
    """

    rows: list[Row]
    across: tuple[float, ...] = ()
    down: tuple[float, ...] = ()
    ends: tuple[float, float] | None = None
    parts: tuple[Stroke, ...] = ()


def within(rows: Sequence[Row], top: float, bottom: float) -> list[Row]:
    """Return the lines between two heights."""
    return [row for row in rows if top < row.middle < bottom]


def columns_of(region: Region, unit: float) -> list[Gutter]:
    """Return the gutters of a region: its rules down, or the white between its words, wide lines left out."""
    if region.down:
        return [Gutter(x - 0.5, x + 0.5) for x in region.down]
    least = 1 if region.across and len(region.rows) > 2 else 2
    strict = real(gutters_of(region.rows, unit, crossed=0.0, lines=least), region.rows, unit)
    found = max(strict, _loose(region, unit, 0.3), key=len)  # the coarse ones overlook columns of few marks
    if region.across and len(region.rows) >= MANY:
        found = max(found, _loose(region, unit, 1 / len(region.rows)), key=len)
    found = _without_crossed(_without_lone_heads(found, region.rows, unit), region.rows)
    numbers = _after_numbers(region.rows, unit) if found else None
    found = [numbers, *found] if numbers and numbers.x1 < found[0].x0 else found
    figures = _before_figures(region.rows, unit) if found and region.across else None
    return [*found, figures] if figures and figures.x0 > found[-1].x1 else found


def _loose(region: Region, unit: float, crossed: float) -> list[Gutter]:
    """Return the gutters of lines but for those, so large a share at most, that run over one; between rules, which say
    that all is of one table, for those too that stand in one."""
    coarse = gutters_of(region.rows, unit, crossed=crossed)
    plain = [row for row in region.rows if not crosses(row, coarse, unit)]
    if region.across:
        plain = [row for row in plain if not _stands_in(row, coarse, unit)]
    return real(gutters_of(plain, unit, crossed=0.0), plain, unit) if coarse and len(plain) >= 2 else []


def _stands_in(row: Row, gutters: Sequence[Gutter], unit: float) -> bool:
    """Return whether a run of a line's words stands over the middle of a gutter, as a head over two columns does."""
    runs = [span_of(run) for run in pieces(row, least_gap(unit))]
    return any(x0 < g.middle < x1 for x0, x1 in runs for g in gutters)


def _without_lone_heads(gutters: list[Gutter], rows: Sequence[Row], unit: float) -> list[Gutter]:
    """Return gutters without a column that holds one head alone, which stands over the heads on both of its sides."""
    left = list(gutters)
    for first, second in pairwise(gutters):
        held = [row for row in rows if _words_in(row, first.middle, second.middle)]
        if len(held) != 1:
            continue
        place = gutters.index(first)
        start = gutters[place - 1].middle if place else float("-inf")
        end = gutters[place + 2].middle if place + 2 < len(gutters) else float("inf")
        sides = ((start, first.middle), (second.middle, end))
        under = [row for row in rows if 0 < row.middle - held[0].middle < NEXT * unit]
        alone = not any(_words_in(held[0], *side) for side in sides)
        if alone and any(all(_words_in(row, *side) for side in sides) for row in under):
            left = [g for g in left if g not in (first, second)]
            left.append(Gutter(first.x0, second.x1))
    return sorted(left, key=lambda g: g.x0)


def _without_crossed(gutters: list[Gutter], rows: Sequence[Row]) -> list[Gutter]:
    """Return gutters without those that a word stands over, and beside which a column has words of one line alone: the
    white between two words of a head of several lines."""
    left = list(gutters)
    for gutter in gutters:
        at = left.index(gutter)
        x = gutter.middle
        bounds = (float("-inf"), *(g.middle for g in left), float("inf"))
        held = [sum(_words_in(row, a, b) for row in rows) for a, b in pairwise(bounds[at : at + 3])]
        over = any(w.box and w.box.x0 < x - 1 and w.box.x1 > x + 1 for row in rows for w in row.words)
        if over and min(held) < 2:
            left.pop(at)
    return left


def _words_in(row: Row, start: float, end: float) -> bool:
    return any(w.box and start < w.box.middle_x < end for w in row.words)


def _after_numbers(rows: Sequence[Row], unit: float) -> Gutter | None:
    """Return the white after the numbers of rows where it is narrow: they count up, what follows stands flush,
    and no head stands over both."""
    counted: list[tuple[int, Box, Box]] = []
    for row in rows:
        if len(row.words) > 1 and (match := re.fullmatch(r"(\d{1,3})[.)]?", row.words[0].text)):
            first, second = row.words[0].box, row.words[1].box
            if first and second:
                counted.append((int(match[1]), first, second))
    steps = [two[0] - one[0] for one, two in pairwise(counted)]
    if len(steps) < 2 or steps.count(1) < 0.75 * len(steps):
        counted = _half_counted(rows)
    if not counted:
        return None
    start = median_low(second.x0 for _, _, second in counted)
    flush = [(first, second) for _, first, second in counted if abs(second.x0 - start) <= FLUSH]
    left, right = max(first.x1 for first, _ in flush), min(second.x0 for _, second in flush)
    above = [row for row in rows if row.box.y1 < counted[0][1].y0 and len(pieces(row, least_gap(unit))) > 1]
    headed = any(w.box and w.box.x0 < left and right < w.box.x1 for row in above for w in row.words)
    clear = len(flush) >= 0.8 * len(counted) and right - left >= NARROW * unit and not headed
    return Gutter(left, right) if clear else None


def _half_counted(rows: Sequence[Row]) -> list[tuple[int, Box, Box]]:
    """Return the first two boxes of the rows that begin with so short a word, where two fifths of these are numbers
    that rise as rows do, the others misread; 0 stands for their numbers. Empty where numbers tell no such rows."""
    begun = [
        (row.words[0], row.words[1].box) for row in rows if len(row.words) > 1 and len(row.words[0].text) <= DIGITS
    ]
    numbers = [int(word.text) for word, _ in begun if word.text.isdecimal()]
    rises = all(0 < b - a <= len(rows) for a, b in pairwise(numbers))
    if len(numbers) < max(4, 0.4 * len(begun)) or not rises or numbers[-1] - numbers[0] > 1.2 * len(begun):
        return []
    return [(0, word.box, second) for word, second in begun if word.box and second]


def _before_figures(rows: Sequence[Row], unit: float) -> Gutter | None:
    """Return the white before the figures at the ends of rows where it is narrow: they stand one below the other, and
    no other line reaches them but a head that stands there apart."""
    ends = [(row.words[-2].box, row.words[-1].box) for row in rows
            if len(row.words) > 1 and re.fullmatch(r"\d{1,3}", row.words[-1].text)]  # fmt: skip
    boxes = [(before, last) for before, last in ends if before and last]
    if len(boxes) < 3:
        return None
    at = median_low(last.middle_x for _, last in boxes)
    boxes = [(before, last) for before, last in boxes if abs(last.middle_x - at) <= 2 * FLUSH]
    if len(boxes) < 3:
        return None
    right, held = min(last.x0 for _, last in boxes), {id(last) for _, last in boxes}
    heads = {id(run[-1].box) for row in rows for run in pieces(row, least_gap(unit)) if span_of(run)[0] < at
             and span_of(run)[1] > at and span_of(run)[0] > right - 2 * unit}  # fmt: skip
    others = [w.box.x1 for row in rows for w in row.words if w.box and id(w.box) not in held | heads]
    left = max((x for x in others if x < at or x > right), default=right)
    return Gutter(left, right) if right - left >= NARROW * unit else None
