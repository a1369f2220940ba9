"""Ruled tables in page images: the lines of the table, its cells, the words in them."""

import cv2
import numpy as np

from extractors.arranging.gridding import grid_of
from extractors.engines import Image
from models.page import Box, Grid, Word

LONG = 0.6
"""Inches from which a stroke is a ruling line."""


def ruled_grids(grey: Image, dpi: int, words: list[Word]) -> list[Grid]:
    """Return the ruled tables of a level page image with at least two columns and two filled cells."""
    dark = (grey < 160).astype(np.uint8)
    reach = max(10, int(LONG * dpi))
    across = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, reach), np.uint8))
    down = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((max(10, int(0.25 * dpi)), 1), np.uint8))
    down = cv2.morphologyEx(down, cv2.MORPH_CLOSE, np.ones((dpi // 20, 1), np.uint8))
    if across.any() and down.any():
        lines = cv2.dilate(np.bitwise_or(across, down), np.ones((5, 5), np.uint8))
        return [grid for box in _tables(lines, dpi) if (grid := _grid(lines, box, dpi, words))]
    return []


def _tables(lines: Image, dpi: int) -> list[tuple[int, int, int, int]]:
    """Return left, top, width and height of what is ruled and large enough for two cells."""
    _, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    boxes = [tuple(int(v) for v in s[:4]) for s in stats[1:]]
    return [b for b in boxes if b[2] > dpi and b[3] > dpi * 0.3]  # type: ignore[misc]


def _grid(lines: Image, table: tuple[int, int, int, int], dpi: int, words: list[Word]) -> Grid | None:
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
    return grid_of(cells, whole, words, tolerance=6.0)
