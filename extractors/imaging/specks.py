"""Specks: dirt of the glass and of the paper, smaller than a full stop and nowhere near print, is wiped off.

Left where it is, it is read as dashes and stops beside the words, and a grain above a letter as its mark. Punched holes
that the lid of the scanner shows black are painted over, too: one beside a table runs into its rules.
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
BESIDE, DIRTY = 0.035, 150
"""The same of a grain where so many stand alone: print whose stops are as small as grains is small."""
STOP = 0.12
"""Share of the height of letters that a stop is wide, at least: grains below it are none, wherever they stand."""
MOST = 5000
"""Specks that stand alone, at most: more are grain all over the page, which is not picked one by one."""
GRAIN, CELLS, STREWN = 0.01, 10, 0.6
"""Inches up to which a mark is a grain, less than any stop; cells across and down a page, and the share of them with
their part of many grains from which those lie all over it: a threshold that follows the paper makes its noise black."""
PITCH, ROW = 0.09, 3
"""Inches from one dot of a dotted line to the next, at most, and the dots that make one."""
GAP, RULE, THIN = 0.058, 0.8, 0.03
"""Inches: white between two dots of a dotted rule at most, its length at least, and how high it is, a little askew."""

BLACK, MARGIN, SOLID = 90, 75.0, 6.0
"""Grey up to which a punched hole is black; points from the edge of the sheet that holes are in; points from which
what is black all over is no print."""
HOLE, ROUND = (9.0, 26.0), (0.66, 0.88)
"""Points: width and height of a hole; shares of its box that a disc takes."""


def without_holes(image: Image, dpi: int) -> Image:
    """Return a page, grey or in colour, with black punched holes painted as the paper around; the same without any."""
    grey = image if image.ndim == 2 else image.max(axis=2)
    point = dpi / 72
    solid = cv2.morphologyEx((grey < BLACK).astype(np.uint8), cv2.MORPH_OPEN, _square(SOLID * point / 2))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    out = image
    for number, (x, y, wide, high, area) in enumerate(stats[1:].tolist(), 1):
        sides = min(x, grey.shape[1] - x - wide), min(y, grey.shape[0] - y - high)
        fits = all(HOLE[0] <= size / point <= HOLE[1] for size in (wide, high))
        if not fits or not 0 < min(sides) < MARGIN * point or not ROUND[0] <= area / (wide * high) <= ROUND[1]:
            continue
        off = round(2 * point)
        around = np.s_[max(0, y - 2 * off) : y + high + 2 * off, max(0, x - 2 * off) : x + wide + 2 * off]
        hole = cv2.dilate((labels[around] == number).astype(np.uint8), _square(off / 2)) > 0
        out = image.copy() if out is image else out
        out[around][hole] = np.median(image[around][~hole], axis=0)
    return out


def without_specks(grey: Image, dpi: int) -> Image:
    """Return a page without the specks that stand alone; the same image where it has none."""
    grey = without_grain(grey, dpi)
    dark = (grey < DARK).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    small = (stats[:, cv2.CC_STAT_WIDTH] <= LARGEST * dpi) & (stats[:, cv2.CC_STAT_HEIGHT] <= LARGEST * dpi)
    small[0] = False
    if not small.any():
        return grey
    letters = _letters(_without(dark, stats[small]), dpi)
    tops = (stats[:, cv2.CC_STAT_TOP] + stats[:, cv2.CC_STAT_HEIGHT] // 2).clip(0, dark.shape[0] - 1)
    lefts = (stats[:, cv2.CC_STAT_LEFT] + stats[:, cv2.CC_STAT_WIDTH] // 2).clip(0, dark.shape[1] - 1)
    alone = small & (cv2.dilate(letters, _square(NEAR * dpi))[tops, lefts] == 0)
    sides = np.sqrt(np.bincount(labels.ravel(), 1 - grey.ravel() / 255))  # of the ink: levelling blurs grains
    grains = small & (sides <= GRAIN * dpi)
    if (grains & alone).sum() >= DIRTY:
        tiny = sides <= STOP * np.median(stats[~small, cv2.CC_STAT_HEIGHT])
        alone |= grains & (tiny | (cv2.dilate(letters, _square(BESIDE * dpi))[tops, lefts] == 0))
    index = np.flatnonzero(alone)
    if len(index) > MOST:
        return grey
    gone = [at for at in index.tolist() if not _in_row(at, index, (lefts, tops), PITCH * dpi)]
    out = grey.copy() if gone else grey
    for x, y, wide, high in stats[gone, : cv2.CC_STAT_AREA]:
        out[max(0, y - 1) : y + high + 1, max(0, x - 1) : x + wide + 1] = 255
    return out


def without_grain(grey: Image, dpi: int) -> Image:
    """Return a page without grain where that lies all over it, beside its letters too; the same image elsewhere."""
    dark = (grey < DARK).astype(np.uint8)
    _, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    size = max(2, round(GRAIN * dpi))
    grains = (stats[:, cv2.CC_STAT_WIDTH] <= size) & (stats[:, cv2.CC_STAT_HEIGHT] <= size)
    grains[0] = False
    if grains.sum() <= MOST:
        return grey
    grains[np.unique(labels[_dotted(grains[labels].astype(np.uint8), dpi) > 0])] = False
    if grains.sum() <= MOST or not _lie_all_over(stats[grains], grey.shape):
        return grey
    specks = grains[labels].astype(np.uint8)
    around, letters = (cv2.dilate(part, np.ones((3, 3), np.uint8)) > 0 for part in (specks, dark - specks))
    out = grey.copy()
    out[around & ~letters] = 255
    return out


def _dotted(specks: Image, dpi: int) -> Image:
    """Return where grains lie in long thin rows across or down: those of dotted rules."""
    return cv2.bitwise_or(_rows(specks, dpi), np.ascontiguousarray(_rows(np.ascontiguousarray(specks.T), dpi).T))


def _rows(specks: Image, dpi: int) -> Image:
    """Return where grains lie in rows across, with white above and below: dense grain lies in blots."""
    rows = cv2.dilate(specks, np.ones((5, 1), np.uint8))  # rules are never quite level
    for step, inches in ((cv2.MORPH_CLOSE, GAP), (cv2.MORPH_OPEN, RULE)):
        rows = cv2.morphologyEx(rows, step, np.ones((1, round(inches * dpi)), np.uint8))
    _, labels, stats, _ = cv2.connectedComponentsWithStats(rows, connectivity=8)
    thin = stats[:, cv2.CC_STAT_HEIGHT] <= THIN * dpi + 4
    thin[0] = False
    found: Image = thin[labels].astype(np.uint8)
    return found


def _lie_all_over(grains: Image, shape: tuple[int, ...]) -> bool:
    rows = grains[:, cv2.CC_STAT_TOP] * CELLS // shape[0]
    columns = grains[:, cv2.CC_STAT_LEFT] * CELLS // shape[1]
    counts = np.bincount(rows * CELLS + columns, minlength=CELLS**2)
    return bool((counts >= MOST / CELLS**2).mean() >= STREWN)


def _letters(dark: Image, dpi: int) -> Image:
    """Return what is dark without the rules of tables: a dot beside them alone is no stop."""
    rules = [
        cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(shape, np.uint8)) for shape in ((1, dpi // 2), (dpi // 2, 1))
    ]
    left: Image = cv2.subtract(dark, cv2.dilate(cv2.bitwise_or(*rules), np.ones((5, 5), np.uint8)))
    return left


def _without(dark: Image, small: Image) -> Image:
    """Return what is dark without the boxes of small marks."""
    left = dark.copy()
    for x, y, wide, high in small[:, : cv2.CC_STAT_AREA]:
        left[y : y + high, x : x + wide] = 0
    return left


def _in_row(at: int, index: Image, places: tuple[Image, Image], pitch: float) -> bool:
    """Return whether a dot stands in a row of dots across or down, as those of a dotted line do."""
    off = [abs(place[index] - place[at]) for place in places]
    near = (ROW - 1) * pitch
    return any(int(((along <= near) & (aside <= 2)).sum()) >= ROW for along, aside in (off, off[::-1]))


def _square(size: float) -> Image:
    side = 2 * max(1, round(size)) + 1
    return np.ones((side, side), np.uint8)
