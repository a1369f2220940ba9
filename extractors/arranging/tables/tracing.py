"""Rules of tables that are pale or broken by design, drawn over: light grey ones, those of dots and of dashes.

Where they make cells they are rules like black ones; leaders of dots and strokes under words make none.
"""

from collections.abc import Sequence

import cv2
import numpy as np

from extractors.engines import Image
from models.page import Box

COARSE = 150
"""Pixels per inch at which such rules are looked for."""
DEEP, DARK = 13, 45
"""Levels by which a pale rule, and a dash, are darker than what is around them, at least."""
THICK, LENGTH, GAP = 2.2, 60.0, 4.2
"""Points: thickness of a rule and length of a dash at most, and the gap between two dashes."""
PIECE, CROSSING = 8.0, 10.0
"""Points: length of a piece of dashes at least, and the gap at most between two pieces, where another rule crosses."""
ACROSS, DOWN = (72.0, 72.0), (34.0, 18.0)
"""Points from which a pale rule is one, and one of dashes."""
FOLDS, RIM, PART = 2, 0.01, 0.3
"""Creases that a sheet was folded at, at most; shares of its size: how near its edge they begin, how long they are."""
PALE, MOST, REACH = 200, 0.8, 0.6
"""Level below which a rule under a seal still shows, the share of it that does at least, and inches that are looked at
at once: print is broken by the white between its lines."""


def with_rules_through(image: Image, boxes: Sequence[Box], dpi: int) -> Image:
    """Return a level page image with the rules drawn black that lifting seals broke within their boxes (points)."""
    out = image.copy()
    for box in boxes:
        x0, y0, x1, y1 = box.pixels(dpi / 72)
        part = out[y0:y1, x0:x1]
        dark, reach = (part < PALE).astype(np.uint8), max(3, round(REACH * dpi))
        for along in (np.ones((reach, 1), np.uint8), np.ones((1, reach), np.uint8)) if min(part.shape) > reach else ():
            shown = cv2.filter2D(dark, cv2.CV_32F, along / reach) >= MOST
            near = cv2.dilate(shown.astype(np.uint8), along)
            part[cv2.bitwise_and(near, cv2.morphologyEx(dark, cv2.MORPH_CLOSE, along)) > 0] = 0
    return out


def with_traced(grey: Image, dpi: int) -> Image:
    """Return a level page image with its pale, dotted and dashed rules drawn black; the image itself without any."""
    scale = min(1.0, COARSE / dpi)
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA) if scale < 1 else grey
    point = dpi * scale / 72
    across = _lines(small, _dashes(small, point), point, ACROSS)
    lying = np.ascontiguousarray(small.T)
    down = _lines(lying, _dashes(lying, point), point, DOWN).T
    if not (across.any() and down.any()):
        return grey
    both = cv2.bitwise_or(across, np.ascontiguousarray(down))
    whole = cv2.resize(both, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_NEAREST)
    out = grey.copy()
    out[whole > 0] = 0
    return out


def _lines(small: Image, dashes: Image, point: float, least: tuple[float, float]) -> Image:
    """Return where rules go across an image, as ones."""
    thick = round(THICK * point) + 2
    depth = cv2.subtract(cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((thick, 1), np.uint8)), small)
    pale = cv2.morphologyEx((depth >= DEEP).astype(np.uint8), cv2.MORPH_CLOSE, np.ones((1, 3), np.uint8))
    joined = dashes
    for step, points in ((cv2.MORPH_CLOSE, GAP), (cv2.MORPH_OPEN, PIECE), (cv2.MORPH_CLOSE, CROSSING)):
        joined = cv2.morphologyEx(joined, step, np.ones((1, round(points * point) | 1), np.uint8))
    found = [
        cv2.morphologyEx(lines, cv2.MORPH_OPEN, np.ones((1, round(long * point)), np.uint8))
        for lines, long in zip((pale, joined), least, strict=True)
    ]
    lines = _without_folds(_thin(cv2.bitwise_or(*found), thick))
    return cv2.dilate(lines, np.ones((1, round(GAP * point) | 1), np.uint8))  # a last gap before a corner


def _thin(lines: Image, thick: int) -> Image:
    """Return lines without those that are thick: print and shades."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    kept = stats[:, cv2.CC_STAT_HEIGHT] <= np.maximum(thick, 0.01 * stats[:, cv2.CC_STAT_WIDTH] + thick / 2)
    kept[0] = False
    found: Image = kept[labels].astype(np.uint8)
    return found


def _without_folds(lines: Image) -> Image:
    """Return lines without the few long ones that begin at an edge of the sheet, where no rule of a table does."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    size = lines.shape[1]
    left, right = stats[:, cv2.CC_STAT_LEFT], stats[:, cv2.CC_STAT_LEFT] + stats[:, cv2.CC_STAT_WIDTH]
    fold = ((left <= RIM * size) | (right >= (1 - RIM) * size)) & (right - left >= PART * size)
    fold[0] = False
    if not 0 < fold.sum() <= FOLDS:
        return lines
    kept: Image = np.where(fold[labels], 0, lines).astype(np.uint8)
    return kept


def _dashes(small: Image, point: float) -> Image:
    """Return where dots and dashes of rules across are, as ones: specks of ink, thin, short, not upright."""
    paper = float(np.median(small[::4, ::4]))
    count, labels, stats, _ = cv2.connectedComponentsWithStats((small < paper - DARK).astype(np.uint8), connectivity=8)
    wide, high = stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]
    kept = (high <= THICK * point) & (wide <= LENGTH * point)
    kept[0] = False
    found: Image = kept[labels].astype(np.uint8)
    return found
