"""Zeros with a dot in them, as typewriter faces and printers of lists have: the dot is wiped off.

Engines know no such sign: `2020` with dots is read as 2626, 2929 or 2828, and is sure of it.
"""

import cv2
import numpy as np

from extractors.engines import Image

DARK = 140
"""Grey below which a pixel is of a letter, or of the dot: blurred print runs together above it."""
HIGH, SLIM = (0.05, 0.25), (1.2, 2.6)
"""Height of a zero in inches, and how many times as high as wide it is."""
LARGEST, MIDDLE = (0.6, 0.5), 0.2
"""Width and height of the dot and how far it is from the middle, in those of the white around it, at most."""
FEWEST = 3
"""Zeros with a dot from which a page is printed so: one may be dirt in a letter."""


def without_dots_in_zeros(grey: Image, dpi: int) -> Image:
    """Return a page with plain zeros; the same image where it has none with dots."""
    contours, links = cv2.findContours((grey < DARK).astype(np.uint8), cv2.RETR_TREE, cv2.CHAIN_APPROX_SIMPLE)
    parents = links[0, :, 3].tolist() if links is not None else []
    dots = []
    for at, hole in enumerate(parents):
        letter = parents[hole] if hole >= 0 else -1
        if letter >= 0 and _is_zero(_frame(contours[at]), _frame(contours[hole]), _frame(contours[letter]), dpi):
            dots.append(contours[hole])
    if len(dots) < FEWEST:
        return grey
    out = grey.copy()
    inside = cv2.drawContours(np.zeros(grey.shape, np.uint8), dots, -1, 1, cv2.FILLED)
    out[cv2.erode(inside, np.ones((3, 3), np.uint8)) > 0] = 255
    return out


_Frame = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""


def _frame(contour: Image) -> _Frame:
    left, top, width, height = cv2.boundingRect(contour)
    return left, top, width, height


def _is_zero(dot: _Frame, hole: _Frame, letter: _Frame, dpi: int) -> bool:
    slim = SLIM[0] <= letter[3] / letter[2] <= SLIM[1] and HIGH[0] <= letter[3] / dpi <= HIGH[1]
    small = all(dot[side] <= most * hole[side] for side, most in zip((2, 3), LARGEST, strict=True))
    off = (abs(dot[at] + dot[at + 2] / 2 - hole[at] - hole[at + 2] / 2) / hole[at + 2] for at in (0, 1))
    return slim and small and max(off) <= MIDDLE
