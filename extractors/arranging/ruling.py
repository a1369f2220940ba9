"""Ruled tables in page images: the lines of the table, its cells, the words in them."""

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.arranging.gridding import grid_of
from extractors.arranging.lone_rows import parted_rows
from extractors.engines import Image
from models.page import Box, Grid, Word

LONG = 0.6
"""Inches from which a stroke is a ruling line."""


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
    reach = max(10, int(LONG * dpi))
    across = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, reach), np.uint8))
    down = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((max(10, int(0.25 * dpi)), 1), np.uint8))
    down = cv2.morphologyEx(down, cv2.MORPH_CLOSE, np.ones((dpi // 20, 1), np.uint8))
    if across.any() and down.any():
        down = _without_print(down, across, dpi)
        lines = cv2.dilate(np.bitwise_or(across, down), np.ones((5, 5), np.uint8))
        return [_table(lines, box, dpi, dark) for box in _tables(lines, dpi)]
    return []


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


def _tables(lines: Image, dpi: int) -> list[tuple[int, int, int, int]]:
    """Return left, top, width and height of what is ruled and large enough for two cells."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    boxes = [tuple(int(v) for v in s[:4]) for s in stats[1:]]
    return [b for b in boxes if b[2] > dpi and b[3] > dpi * 0.3]  # type: ignore[misc]


def _table(lines: Image, table: tuple[int, int, int, int], dpi: int, dark: Image) -> Ruled:
    left, top, width, height = table
    holes = (lines[top : top + height, left : left + width] == 0).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(holes, connectivity=4)
    outside = {int(v) for v in np.concatenate([labels[0], labels[-1], labels[:, 0], labels[:, -1]])}
    scale = 72 / dpi
    cells = [
        Box((left + s[0]) * scale, (top + s[1]) * scale, (left + s[0] + s[2]) * scale, (top + s[1] + s[3]) * scale)
        for index, s in enumerate(stats)
        if index and index not in outside and s[2] > dpi * 0.12 and s[3] > dpi * 0.08
    ]
    whole = Box(left * scale, top * scale, (left + width) * scale, (top + height) * scale)
    return Ruled(whole, parted_rows(cells, whole, dark, dpi))
