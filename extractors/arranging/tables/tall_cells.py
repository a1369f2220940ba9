"""Cells over several rows where rules down are missing: the rules across between those rows leave them free."""

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.arranging.tables.gutters import Gutter, row_of
from extractors.arranging.tables.regions import Region
from extractors.arranging.tables.strokes import Stroke
from models.page import Box, Word

SAME = 3.0
"""Points within which a border of cells is a rule; by which a rule may reach into a column that it leaves free."""


def without_tall(region: Region, gutters: Sequence[Gutter]) -> Region:
    """Return a region without the words of its tall cells, which stand at any height beside the rows."""
    if not region.parts:
        return region
    bounds = [float("-inf"), *(g.middle for g in gutters), float("inf")]
    inner = gutters[0].x0, gutters[-1].x1  # a border of the first and of the last column is anywhere in its gutter
    edges = [float("-inf"), *region.across, float("inf")]
    bands = [(a, b, [p for p in region.parts if a < p.at < b]) for a, b in pairwise(edges)]

    def is_tall(word: Word) -> bool:
        x, y = _middle(word.box) if word.box else (0.0, 0.0)
        left, right = next((a, b) for a, b in pairwise(bounds) if a <= x < b)
        rules = next((parts for a, b, parts in bands if a <= y < b), [])
        left, right = inner[1] if right == bounds[-1] else left, inner[0] if left == bounds[0] else right
        return bool(rules) and not any(_is_below(part, left, right) for part in rules)

    rows = []
    for row in region.rows:
        words = [word for word in row.words if not is_tall(word)]
        if words:
            rows.append(row if len(words) == len(row.words) else row_of(words))
    return replace(region, rows=rows)


def with_tall(cells: Sequence[Box], parts: Sequence[Stroke]) -> list[Box]:
    """Return cells with those made one between which a rule leaves their column free."""
    out = list(cells)
    for part in sorted(parts, key=lambda p: p.at):
        for upper in [c for c in out if abs(c.y1 - part.at) <= SAME and not _is_below(part, c.x0, c.x1)]:
            lower = [c for c in out if abs(c.y0 - part.at) <= SAME and (c.x0, c.x1) == (upper.x0, upper.x1)]
            if lower:
                out = [c for c in out if c not in (upper, lower[0])] + [upper.union(lower[0])]
    return out


def _is_below(rule: Stroke, left: float, right: float) -> bool:
    """Return whether a rule is below most of what stands between two ends."""
    held = min(rule.end, right) - max(rule.start, left)
    return held > 0.5 * (right - left) if right - left < float("inf") else _is_open(rule, left, right)


def _is_open(rule: Stroke, left: float, right: float) -> bool:
    """Return whether a rule goes to the open end of the first or the last column."""
    return rule.start < right - SAME if left == float("-inf") else rule.end > left + SAME


def _middle(box: Box) -> tuple[float, float]:
    return box.middle_x, box.middle_y
