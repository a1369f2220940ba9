"""Specks: dirt of the glass and of the paper, smaller than a full stop and nowhere near print, is wiped off.

Left where it is, it is read as dashes and stops beside the words, and a grain above a letter as its mark.
"""

import cv2
import numpy as np

from extractors.engines import Image

DARK = 170
"""Grey up to which a pixel is of a speck."""
LARGEST = 0.017
"""Width and height of a speck in inches, at most: full stops are 0.012 to 0.02, which is why its place decides."""
NEAR = 0.1
"""Inches from print within which a dot may be a stop, or the mark of a letter: worn stops stand off by 0.06."""
MOST = 5000
"""Specks that stand alone, at most: more are grain all over the page, which is smoothed and not picked."""
PITCH, ROW = 0.09, 3
"""Inches from one dot of a dotted line to the next, at most, and the dots that make one."""


def without_specks(grey: Image, dpi: int) -> Image:
    """Return a page without the specks that stand alone; the same image where it has none."""
    dark = (grey < DARK).astype(np.uint8)
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    small = (stats[:, cv2.CC_STAT_WIDTH] <= LARGEST * dpi) & (stats[:, cv2.CC_STAT_HEIGHT] <= LARGEST * dpi)
    small[0] = False
    if not small.any():
        return grey
    near = cv2.dilate(_without(dark, stats[small]), _square(NEAR * dpi))
    tops = stats[:, cv2.CC_STAT_TOP] + stats[:, cv2.CC_STAT_HEIGHT] // 2
    lefts = stats[:, cv2.CC_STAT_LEFT] + stats[:, cv2.CC_STAT_WIDTH] // 2
    alone = small & (near[tops.clip(0, dark.shape[0] - 1), lefts.clip(0, dark.shape[1] - 1)] == 0)
    index = np.flatnonzero(alone)
    if len(index) > MOST:
        return grey
    gone = [at for at in index.tolist() if not _in_row(at, index, (lefts, tops), PITCH * dpi)]
    out = grey.copy() if gone else grey
    for x, y, wide, high in stats[gone, : cv2.CC_STAT_AREA]:
        out[max(0, y - 1) : y + high + 1, max(0, x - 1) : x + wide + 1] = 255
    return out


def _without(dark: Image, small: Image) -> Image:
    """Return what is dark without the boxes of small marks."""
    left = dark.copy()
    for x, y, wide, high in small[:, : cv2.CC_STAT_AREA]:
        left[y : y + high, x : x + wide] = 0
    return left


def _in_row(at: int, index: Image, places: tuple[Image, Image], pitch: float) -> bool:
    """Return whether a dot stands in a row of dots, as those of a dotted line do."""
    lefts, tops = places
    beside = (abs(tops[index] - tops[at]) <= 2) & (abs(lefts[index] - lefts[at]) <= (ROW - 1) * pitch)
    return int(beside.sum()) >= ROW


def _square(size: float) -> Image:
    side = 2 * max(1, round(size)) + 1
    return np.ones((side, side), np.uint8)
