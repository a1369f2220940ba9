"""Colour separation: red seals, blue signatures and handwriting lifted off black print."""

import cv2
import numpy as np

from extractors.engines import Image
from models.page import Box, PageNote

SATURATED = 60
"""Difference of the largest and the smallest channel, 0 to 255, from which a pixel is coloured ink."""
FRINGE = 25
"""The same close to a coloured stroke: thin strokes lose their colour to the scanner's compression."""
TINT, WASH = 9, 20
"""The same on the mean of a square, of that part of an inch, where compression has washed all colour out of strokes."""
NEAR, AROUND = 25, 3
"""How close, as parts of an inch, and how close to a large stroke the small ones of a stamp's letters stand."""
BESIDE = 1
"""How far around ink, as parts of an inch, the brightest channel counts; elsewhere thin marks keep all of theirs."""
NOT_BLACK = 90
"""Largest channel from which a coloured pixel is ink alone; below it, ink over black print, which stays."""
SPECK = 25
BLACK, APART = 20, 60
"""Level of print under ink, and by how much the ink must be brighter for what lies between to be print in part."""
PALE = 10
"""Percentile of the ink's brightness that is stretched to white: blots and crossings of strokes are darker."""
PAPER = 75
"""Percentile of a page's brightness that is its paper's, however large a seal is."""
SEAL_SIDE = 0.9
"""Shortest side of a seal in inches; Decree 30/2020 knows none smaller."""


def is_coloured(image: Image) -> bool:
    """Return whether an image has enough coloured ink to be worth lifting (one pixel in 5,000)."""
    if image.ndim == 2:
        return False
    red, green, blue = cv2.split(np.ascontiguousarray(image[::2, ::2]))
    spread = cv2.subtract(cv2.max(cv2.max(red, green), blue), cv2.min(cv2.min(red, green), blue))
    return bool(np.mean(spread > SATURATED) > 0.0002)


def lift_inks(image: Image, dpi: int) -> tuple[Image, tuple[PageNote, ...]]:
    """Return the page in grey without its coloured inks, and notes of the seals and handwriting that were seen.

    Every pixel takes its brightest channel: red and blue ink turn light, black print stays dark, also under a seal.
    Where ink lies, brightness is stretched so that the ink is white: what is darker than it is an edge of print.
    """
    if image.ndim == 2:
        return image, ()
    if not is_coloured(image):
        return cv2.cvtColor(image, cv2.COLOR_RGB2GRAY), ()
    red, green, blue = cv2.split(image)
    brightest = cv2.max(cv2.max(red, green), blue)
    spread = cv2.subtract(brightest, cv2.min(cv2.min(red, green), blue))
    ink = cv2.bitwise_and(_above(spread, SATURATED), _above(brightest, NOT_BLACK))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(ink, connectivity=8)
    strokes = np.zeros(count, np.uint8)
    strokes[1:] = stats[1:, cv2.CC_STAT_AREA] >= SPECK
    large = strokes[labels]
    reach = max(5, dpi // NEAR)
    near = cv2.dilate(cv2.bitwise_and(ink, _around(large, dpi // AROUND)), np.ones((reach, reach), np.uint8))
    fringe = cv2.bitwise_and(near, _above(spread, FRINGE))
    washed = cv2.bitwise_and(_washed(spread, ink, dpi), _around(large, dpi))
    covered = cv2.bitwise_or(cv2.bitwise_or(ink, fringe), washed) > 0
    is_red = red >= blue
    paper = int(np.percentile(brightest[::8, ::8], PAPER))
    grey = np.where(_around(large, dpi // BESIDE) > 0, brightest, cv2.cvtColor(image, cv2.COLOR_RGB2GRAY))
    for one in (is_red, ~is_red):
        own, here = (large > 0) & one, covered & one
        if own.any():  # else it is print that takes its tint from coloured paper
            levels = _stretched(brightest[own], paper)
            grey[here] = levels[brightest[here]]
    return grey, _notes(image, large, dpi)


def _above(values: Image, level: int) -> Image:
    """Return 1 where values are above a level, else 0."""
    return cv2.threshold(values, level, 1, cv2.THRESH_BINARY)[1]


def _washed(spread: Image, ink: Image, dpi: int) -> Image:
    """Return where compression has left a tint of ink and no pixel of it: what is grey there is ink, print is black."""
    side = max(2, dpi // WASH)  # of a picture no larger than a stamp
    small = cv2.resize(spread, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    paper = int(np.median(small[::8, ::8]))
    tinted = (cv2.blur(small, (side // 2, side // 2)) > paper + TINT).astype(np.uint8)
    whole = cv2.resize(tinted, ink.shape[::-1], interpolation=cv2.INTER_NEAREST)
    return cv2.bitwise_and(whole, 1 - cv2.dilate(ink, np.ones((side, side), np.uint8)))


def _around(large: Image, reach: int) -> Image:
    """Return where large strokes are, with what is around them, `reach` pixels wide."""
    small = (cv2.resize(large * 255, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA) > 0).astype(np.uint8)
    side = max(3, 2 * reach // 4) | 1
    wide = cv2.dilate(small, np.ones((side, side), np.uint8))
    return cv2.resize(wide, large.shape[::-1], interpolation=cv2.INTER_NEAREST)


def _stretched(ink: Image, paper: int) -> Image:
    """Return what each level becomes under an ink whose pixels have those of `ink`: the ink is as bright as paper.

    White patches on grey paper would have edges like those of print. All is paper under a dark ink.
    """
    pale = float(np.percentile(ink, PALE))
    if pale - BLACK < APART:
        return np.full(256, paper, np.uint8)
    return np.clip((np.arange(256) - BLACK) * 255 / (pale - BLACK), 0, paper).astype(np.uint8)


def _notes(image: Image, ink: Image, dpi: int) -> tuple[PageNote, ...]:
    """Return a note per cluster of coloured strokes: a seal where it is red and large, else ink."""
    reach = max(3, dpi // 6)
    small = cv2.resize(ink, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    joined = cv2.dilate(small, np.ones((reach // 4 + 1,) * 2))
    count, labels, stats, _ = cv2.connectedComponentsWithStats((joined > 0).astype(np.uint8), connectivity=8)
    notes = []
    for index in range(1, count):
        left, top, width, height = (int(v) * 4 for v in stats[index, :4])
        if width < dpi * 0.12 or height < dpi * 0.08:
            continue
        part = image[top : top + height, left : left + width].reshape(-1, 3).astype(np.int16)
        coloured = part[(part.max(1) - part.min(1)) > SATURATED]
        red = len(coloured) and np.mean(coloured[:, 0] > coloured[:, 2] + 30) > 0.6
        box = Box(*(v * 72 / dpi for v in (left, top, left + width, top + height)))
        if red and min(width, height) > SEAL_SIDE * dpi:
            notes.append(PageNote("seal", "a red seal was lifted off before reading", box))
        else:
            notes.append(PageNote("ink", f"{'red' if red else 'blue'} ink was lifted off before reading", box))
    return tuple(notes)
