"""Lines that may be a table, with what rules there are, and their columns."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.arranging.gutters import Gutter, Row, crosses, gutters_of, real
from models.page import Box

NEXT = 1.8
"""Lines of single spacing from a head over columns to their own heads, at most."""
FLUSH, NARROW = 2.0, 0.15
"""Points by which words that begin at one place may differ; lines of single spacing between a number and its row."""


@dataclass(frozen=True, slots=True)
class Region:
    """Lines that may be a table; the x of its rules down, the y of its rules across, and its ends where rules tell."""

    rows: list[Row]
    across: tuple[float, ...] = ()
    down: tuple[float, ...] = ()
    ends: tuple[float, float] | None = None


def within(rows: Sequence[Row], top: float, bottom: float) -> list[Row]:
    """Return the lines between two heights."""
    return [row for row in rows if top < row.middle < bottom]


def columns_of(region: Region, unit: float) -> list[Gutter]:
    """Return the gutters of a region: its rules down, or the white between its words, wide lines left out."""
    if region.down:
        return [Gutter(x - 0.5, x + 0.5) for x in region.down]
    least = 1 if region.across and len(region.rows) > 2 else 2
    strict = real(gutters_of(region.rows, unit, crossed=0.0, lines=least), region.rows, unit)
    coarse = gutters_of(region.rows, unit, crossed=0.3)
    plain = [row for row in region.rows if not crosses(row, coarse, unit)] if coarse else []
    loose = real(gutters_of(plain, unit, crossed=0.0), plain, unit) if len(plain) >= 2 else []
    found = strict if len(strict) >= len(loose) else loose  # the coarse ones overlook columns of few marks
    found = _without_lone_heads(found, region.rows, unit)
    numbers = _after_numbers(region.rows, unit) if found else None
    return [numbers, *found] if numbers and numbers.x1 < found[0].x0 else found


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


def _words_in(row: Row, start: float, end: float) -> bool:
    return any(w.box and start < (w.box.x0 + w.box.x1) / 2 < end for w in row.words)


def _after_numbers(rows: Sequence[Row], unit: float) -> Gutter | None:
    """Return the white after the numbers of rows where it is narrow: they count up, and what follows stands flush."""
    counted: list[tuple[int, Box, Box]] = []
    for row in rows:
        if len(row.words) > 1 and (match := re.fullmatch(r"(\d{1,3})[.)]?", row.words[0].text)):
            first, second = row.words[0].box, row.words[1].box
            if first and second:
                counted.append((int(match[1]), first, second))
    steps = [two[0] - one[0] for one, two in pairwise(counted)]
    if len(steps) < 2 or steps.count(1) < 0.75 * len(steps):
        return None
    start = median(second.x0 for _, _, second in counted)
    flush = [(first, second) for _, first, second in counted if abs(second.x0 - start) <= FLUSH]
    left, right = max(first.x1 for first, _ in flush), min(second.x0 for _, second in flush)
    return Gutter(left, right) if len(flush) >= 0.8 * len(counted) and right - left >= NARROW * unit else None
