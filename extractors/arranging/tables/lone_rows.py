"""Rows of a ruled table that stand alone between headings over its whole width: their rules down are as short as print.

Such strokes are too short to be found on their own. They are looked for where the table's other rows have rules.
"""

from statistics import fmean

import numpy as np

from extractors.engines import Image
from models.page import Box
from normalizers.neighbours import near

WIDE = 0.9
"""Share of the table's width from which a cell is a row of its own."""
LOW = 60.0
"""Height in points up to which such a cell may be a row of several."""
FULL = 0.93
"""Share of a cell's height that a rule down takes at least; print takes less."""
LEAST = 2
"""Rules that a row must show to be parted."""
NEAR = 3.0
"""Distance in points within which edges of cells are one rule."""


def parted_rows(cells: list[Box], whole: Box, dark: Image, dpi: int) -> list[Box]:
    """Return the cells of a table in points, those over its whole width parted at the rules down that they show.

    `dark` is the page as zeros and ones at `dpi`.
    """
    width = whole.width
    wide = [c for c in cells if c.width >= WIDE * width and c.height <= LOW]
    rules = _rules([c for c in cells if c.width < WIDE * width], whole)
    if not wide or len(rules) < LEAST:
        return cells
    found: list[Box] = []
    for cell in cells:
        seen = [x for x in rules if any(cell is w for w in wide) and _is_ruled(cell, x, dark, dpi)]
        if len(seen) < LEAST:
            found.append(cell)
            continue
        edges = [cell.x0, *(x for x in seen if cell.x0 + NEAR < x < cell.x1 - NEAR), cell.x1]
        found += [Box(left, cell.y0, right, cell.y1) for left, right in zip(edges, edges[1:], strict=False)]
    return found


def bars(cells: list[Box]) -> list[Box]:
    """Return where the rules of parted rows stand, in points: between cells that share an edge to the last digit."""
    opened = {(c.x0, c.y0, c.y1) for c in cells}
    shared = [c for c in cells if (c.x1, c.y0, c.y1) in opened]
    return [Box(c.x1 - NEAR, c.y0, c.x1 + 1, c.y1) for c in shared]


def _rules(cells: list[Box], whole: Box) -> list[float]:
    """Return where the other rows have rules down, from left to right, apart from the frame."""
    return [fmean(group) for group in near((c.x0 for c in cells if c.x0 > whole.x0 + 2 * NEAR), NEAR)]


def _is_ruled(cell: Box, x: float, dark: Image, dpi: int) -> bool:
    """Say whether a stroke goes down through a cell at a place, or beside it by the thickness of a rule."""
    scale = dpi / 72
    top, bottom = int(cell.y0 * scale), int(cell.y1 * scale)
    left, right = int((x - NEAR) * scale), int((x + 1) * scale)
    strip = dark[top:bottom, max(left, 0) : right]
    return bool(strip.size) and float(np.max(strip.mean(axis=0))) >= FULL
