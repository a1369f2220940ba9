"""Rules of tables taken off a page image before it is read: the engine takes lone figures beside them for parts of
them, and them for letters.

Only what rules a table goes, and what runs from edge to edge of the sheet, as folds and lines of scanners do: lines of
forms to be filled in and the strokes under a head stay.
"""

import cv2
import numpy as np

from extractors.arranging.tables.drawn import Rules
from extractors.arranging.tables.lone_rows import FULL, bars
from extractors.arranging.tables.strokes import Stroke, Strokes
from extractors.engines import Image

WIDE, HIGH = 130.0, 30.0
"""Points from which three rules across of one width, and two down of one height, are those of a table."""
SHORTEST, STEM = 0.5, 0.042
"""Inches from which a stroke is a rule, and from which what crosses it is a letter."""
EDGE = 2.0
"""Points from the sides of a cell into it up to which its rules may reach."""
MARGIN = 6.0
"""Points from the edge of the sheet within which a stroke ends that runs over the whole of it."""
ALIKE = 5.0
"""Points by which the ends of such rules differ, at most."""


def without_rules(grey: Image, dpi: int, rules: Rules) -> Image:
    """Return a page image without the rules of its tables and without folds; the image itself where it has none."""
    across, down = _of_a_table(rules.strokes.across), _of_a_table(rules.strokes.down, least=2, wide=HIGH)
    across += _folds(rules.strokes.across, grey.shape[1] * 72 / dpi)
    down += _folds(rules.strokes.down, grey.shape[0] * 72 / dpi)
    if not (rules.tables or across or down):
        return grey
    scale = dpi / 72
    allowed = np.zeros(grey.shape, np.uint8)
    for box in (table.box for table in rules.tables):
        x0, y0, x1, y1 = box.grown(3).pixels(scale)
        allowed[max(0, y0) : y1, max(0, x0) : x1] = 1
    for cell in (cell for table in rules.tables for cell in table.cells):  # bold print within may run together
        x0, y0, x1, y1 = cell.inset(EDGE).pixels(scale)
        allowed[y0 : max(y0, y1), x0 : max(x0, x1)] = 0
    _mark(allowed, Strokes(tuple(across), tuple(down)), scale)
    out = grey.copy()
    drawn = grey if rules.drawn is None else rules.drawn
    out[(_rules(drawn, dpi) & allowed) > 0] = 255
    for bar in (bar for table in rules.tables for bar in bars(table.cells)):
        x0, y0, x1, y1 = bar.pixels(scale)
        strip = out[y0:y1, max(0, x0) : x1]
        rule = ((strip < 190).mean(axis=0) >= FULL).astype(np.uint8)
        strip[:, cv2.dilate(rule, np.ones((3, 1), np.uint8)).ravel() > 0] = 255
    return out


def _rules(grey: Image, dpi: int) -> Image:
    """Return where an image has long thin strokes, with their fringes; letters that stand on one are spared."""
    dark = (grey < 190).astype(np.uint8)
    long, stem = int(SHORTEST * dpi), max(4, int(STEM * dpi))
    across = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, long), np.uint8))
    down = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((long, 1), np.uint8))
    across = cv2.dilate(across, np.ones((5, 9), np.uint8))
    down = cv2.dilate(down, np.ones((9, 5), np.uint8))
    upright = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((stem, 1), np.uint8))
    level = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((1, stem), np.uint8))
    both = cv2.bitwise_and(across, down)
    across[upright > 0] = 0
    down[level > 0] = 0
    return cv2.bitwise_or(cv2.bitwise_or(across, down), both)


def _folds(strokes: tuple[Stroke, ...], size: float) -> list[Stroke]:
    """Return the strokes that run from one edge of the sheet to the other."""
    return [s for s in strokes if s.start <= MARGIN and s.end >= size - MARGIN]


def _of_a_table(strokes: tuple[Stroke, ...], least: int = 3, wide: float = WIDE) -> list[Stroke]:
    """Return the strokes that have the same ends as others, `least` together."""
    long = [s for s in strokes if s.length >= wide]
    return [
        s for s in long if sum(abs(s.start - o.start) <= ALIKE and abs(s.end - o.end) <= ALIKE for o in long) >= least
    ]


def _mark(allowed: Image, strokes: Strokes, scale: float) -> None:
    for stroke in strokes.across:
        y, x0, x1 = (round(v * scale) for v in (stroke.at, stroke.start, stroke.end))
        allowed[max(0, y - 8) : y + 9, max(0, x0 - 5) : x1 + 6] = 1
    for stroke in strokes.down:
        x, y0, y1 = (round(v * scale) for v in (stroke.at, stroke.start, stroke.end))
        allowed[max(0, y0 - 5) : y1 + 6, max(0, x - 8) : x + 9] = 1
