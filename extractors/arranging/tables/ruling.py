"""Ruled tables in page images: the lines of the table, its cells, the words in them."""

from dataclasses import dataclass

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.arranging.tables.frameless import with_frames
from extractors.arranging.tables.gridding import grid_of
from extractors.arranging.tables.lone_rows import parted_rows
from extractors.engines import Image
from models.page import Box, Grid, Word

LONG, PIECE = 0.6, 0.2
"""Inches from which a stroke is a ruling line, or one side of the frame of a cell."""
ROW = 0.12
"""Inches from which a row is high."""
WHOLE, SINGLE, BETWEEN, FRAMES = 288.0, 60.0, 6.0, 6
"""Points: width from which one low row is a table, the last one on the next page; height of a cell that is framed by
itself at most, white between two; how many of them make a table."""
LINE, EDGE, NARROW = 9.0, 2.0, 0.7
"""Points of a line of print and of a rule; share of a table's width below which rules beside its cells are no part."""

PALER = 40
"""Levels by which a rule is darker than what is above and below it where it pales, at least."""
SIDE, CLOSED = 3.0, 0.7
"""Points within which rules across end together; share of a table's height of which an open side has ink at most, and
the other one at least."""
RULES, HALF = 4, 0.5
"""Rules across that end at an open side, at least; share of the rules that do, and of the width that a rule takes."""

Edges = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


@dataclass(frozen=True, slots=True)
class Ruled:
    """What is ruled on a page image, in points: the whole and its cells."""

    box: Box
    cells: list[Box]


def grids_with(tables: list[Ruled], words: list[Word]) -> list[Grid]:
    """Return the tables with the words in them; left out are those of one column or fewer than two filled cells."""
    return [grid for table in tables if (grid := grid_of(table.cells, table.box, words, tolerance=6.0))]


def ruled_tables(grey: Image, dpi: int) -> list[Ruled]:
    """Return what is ruled on a level page image."""
    dark = (grey < 160).astype(np.uint8)
    across = _across(dark, grey, dpi)
    down = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((max(10, int(0.25 * dpi)), 1), np.uint8))
    down = cv2.morphologyEx(down, cv2.MORPH_CLOSE, np.ones((dpi // 20, 1), np.uint8))
    if across.any():
        down = np.bitwise_or(_without_print(down, across, dpi), _of_one_row(dark, across, dpi))
        lines = cv2.dilate(np.bitwise_or(across, down), np.ones((5, 5), np.uint8))
        lines = with_frames(_joined(lines, dpi), dpi)
        boxes = _tables(lines, dpi)
        return [_table(_without_inner(lines, box, boxes), box, dpi, dark) for box in boxes]
    return []


def _joined(lines: Image, dpi: int) -> Image:
    """Return the rules of a page, cells that are framed one by one joined over the white between them."""
    point = dpi / 72
    _, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    low = [s for s in stats[1:].tolist() if LINE * point <= s[3] <= SINGLE * point and s[2] >= LINE * point]
    gap = np.ones((round(BETWEEN * point),) * 2, np.uint8)
    return cv2.morphologyEx(lines, cv2.MORPH_CLOSE, gap) if len(low) >= FRAMES else lines


def _across(dark: Image, grey: Image, dpi: int) -> Image:
    """Return the rules across: long strokes, also those of cells that are framed one by one, a little white between,
    and those that go on where they pale."""
    pieces = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, max(10, int(PIECE * dpi))), np.uint8))
    joined = cv2.morphologyEx(pieces, cv2.MORPH_CLOSE, np.ones((1, dpi // 20), np.uint8))
    around = cv2.morphologyEx(grey, cv2.MORPH_CLOSE, np.ones((dpi // 20, 1), np.uint8))
    between = cv2.morphologyEx(cv2.dilate(pieces, np.ones((3, 1), np.uint8)), cv2.MORPH_CLOSE,
                               np.ones((1, int(LONG * dpi)), np.uint8))  # fmt: skip
    paler = (cv2.subtract(around, grey) >= PALER).astype(np.uint8)
    joined = np.bitwise_or(joined, np.bitwise_and(between, paler))
    return cv2.morphologyEx(joined, cv2.MORPH_OPEN, np.ones((1, max(10, int(LONG * dpi))), np.uint8))


def _without_inner(lines: Image, table: Edges, others: list[Edges]) -> Image:
    """Return lines without those of tables within cells of a table: their cells are their own."""
    left, top, width, height = table
    inner = [(x, y, w, h) for x, y, w, h in others
             if left < x and x + w < left + width and top < y and y + h < top + height]  # fmt: skip
    out = lines.copy() if inner else lines
    for x, y, w, h in inner:
        out[y : y + h, x : x + w] = 0
    return out


def _without_print(down: Image, across: Image, dpi: int) -> Image:
    """Return strokes down without those that stand free between rules across: bold print written upwards runs together.

    A rule down meets one across at one of its ends, or is long.
    """
    near = cv2.dilate(across, np.ones((max(5, dpi // 25), 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(down, connectivity=8)
    met = np.zeros(count, bool)
    met[np.unique(labels[near > 0])] = True
    long = stats[:, cv2.CC_STAT_HEIGHT] >= LONG * dpi
    kept = met | long
    kept[0] = False
    found: Image = kept[labels].astype(np.uint8)
    return found


def _of_one_row(dark: Image, across: Image, dpi: int) -> Image:
    """Return short strokes down that go from one rule across to the next: those of a low row between rows of one cell.

    No letter is as high as its row.
    """
    short = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((int(ROW * dpi), 1), np.uint8))
    near = cv2.dilate(across, np.ones((max(5, dpi // 50), 5), np.uint8))
    found = np.zeros_like(dark)
    count, labels, stats, _ = cv2.connectedComponentsWithStats(cv2.subtract(short, across), connectivity=8)
    for n in np.unique(labels[(near > 0) & (labels > 0)]):
        left, top, width, height = (int(v) for v in stats[n, :4])
        ends = near[top : top + 2, left : left + width], near[top + height - 2 : top + height, left : left + width]
        if width <= EDGE * dpi / 72 and ends[0].any() and ends[1].any():
            place = np.s_[top : top + height, left : left + width]
            found[place][labels[place] == n] = 1
    return found


def _tables(lines: Image, dpi: int) -> list[Edges]:
    """Return left, top, width and height of what is ruled and large enough for two cells."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    boxes = [tuple(int(v) for v in s[:4]) for s in stats[1:]]
    return [b for b in boxes if b[2] > dpi and b[3] > dpi * (0.3 if b[2] * 72 < WHOLE * dpi else ROW)]  # type: ignore[misc]


def _table(lines: Image, table: Edges, dpi: int, dark: Image) -> Ruled:
    left, top, width, height = table
    holes = (_with_sides(lines[top : top + height, left : left + width], dpi) == 0).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(holes, connectivity=4)
    outside = {int(v) for v in np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])}
    scale = 72 / dpi
    cells = [
        Box((left + s[0]) * scale, (top + s[1]) * scale, (left + s[0] + s[2]) * scale, (top + s[1] + s[3]) * scale)
        for index, s in enumerate(stats.tolist())
        if index and index not in outside and s[2] > dpi * 0.12 and s[3] > dpi * 0.08
    ]
    whole = Box(left * scale, top * scale, (left + width) * scale, (top + height) * scale)
    return _without_stamps(Ruled(whole, parted_rows(cells, whole, dark, dpi)), lines, scale)


def _with_sides(ruled: Image, dpi: int) -> Image:
    """Return the lines of a table with a rule at the one side that is open: most rules across end there together.

    A table without any frame is left to those who know its words.
    """
    near, out = max(3, int(SIDE * dpi / 72)), ruled.copy()
    inner = ruled[:, near:-near].any(axis=1) & (ruled.mean(axis=1) > HALF)
    left, right = (np.flatnonzero(side.any(axis=1)) for side in (ruled[:, :near], ruled[:, -near:]))
    for reached, opposite, edge, strip in (
        (left, right, np.s_[:, :3], np.s_[:near]),
        (right, left, np.s_[:, -3:], np.s_[-near:]),
    ):
        is_open = len(reached) < CLOSED * len(ruled) < len(opposite)
        if is_open and _runs(reached) >= max(RULES, HALF * _runs(np.flatnonzero(inner))):
            out[edge][reached[0] : reached[-1] + 1] = 1
            out[reached, strip] = 1  # of a table that leans, rules end a little before its side
    return out


def _runs(places: NDArray[np.intp]) -> int:
    return int((np.diff(places) > 1).sum()) + bool(len(places))


def _without_stamps(table: Ruled, lines: Image, scale: float) -> Ruled:
    """Return a table without the frame of a stamp that runs into its own: what stands above or below its cells and is
    narrower by far. What the frame holds besides would be lost in the table."""
    if not table.cells:
        return table
    whole, top, bottom = table.box, min(c.y0 for c in table.cells), max(c.y1 for c in table.cells)
    y0, y1 = whole.y0, whole.y1
    if top - y0 > LINE and _is_narrow(whole, (y0, top - 2 * EDGE), lines, scale):
        y0 = top - EDGE
    if y1 - bottom > LINE and _is_narrow(whole, (bottom + 2 * EDGE, y1), lines, scale):
        y1 = bottom + EDGE
    return Ruled(Box(whole.x0, y0, whole.x1, y1), table.cells)


def _is_narrow(whole: Box, band: tuple[float, float], lines: Image, scale: float) -> bool:
    """Return whether the rules in a band of a table take a part of its width alone."""
    y0, y1, x0, x1 = (round(v / scale) for v in (*band, whole.x0, whole.x1))
    ruled = np.flatnonzero(lines[y0:y1, x0:x1].any(axis=0))
    return ruled.size > 0 and int(ruled[-1] - ruled[0]) < NARROW * (x1 - x0)
