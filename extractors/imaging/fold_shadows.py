"""Open books: the shadow in the fold, a band that grows dark and light again, evened out, and both pages made level.

The light of the rest of the sheet may be even, so that nothing else is done about it; print that runs into the fold
would be lost, and the shadow itself read as strokes.
"""

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.engines import Image
from extractors.imaging.straightening import skew_of, straighten, turn_of

STRIPS = 16
"""Parts along the fold of which each has its own shadow: the sheet may lie askew."""
PAPER = 85
"""Percentile of the brightness across a strip that is its paper, whatever is printed there."""
ROWS = 60
"""Rows of a strip that are looked at, nearly."""
SHADE, EDGE = 0.8, 0.97
"""Brightness of the paper in the middle of the fold, at most, and at the ends of its shadow, against the sheet's."""
MIDDLE = (0.3, 0.7)
"""Share of the longer side in which the fold lies."""
WIDEST = 0.25
"""Share of the longer side that the shadow covers, at most."""
STEEP = 0.4
"""Share of its depth by which a shadow falls within a fortieth of an inch, at most: the edge of a printed band falls
at once."""
MOST = 0.8
"""Share of the strips that show the shadow, at least."""
DRIFT = 0.05
"""Share of the longer side by which the fold wanders from strip to strip, at most."""
DARKEST = 12.0
"""Brightness below which paper tells nothing of what is printed on it."""

UNLIKE, MOST_ASKEW = 0.4, 3.0
"""Degrees by which the lines of both pages differ before each is made level, at least; and its own skew, at most."""
SWAP = np.array([[0, 1, 0], [1, 0, 0], [0, 0, 1]], np.float64)
"""What leads pixels to those of the image with its sides exchanged."""

Profile = NDArray[np.float32]


def unfolded(image: Image, dpi: int) -> tuple[Image, Image | None]:
    """Return a sheet, grey or in colour, with the shadow of its fold evened out; the same object where it has none.

    The fold crosses the longer side. Two pages that lie askew otherwise than each other are made level, and what
    leads their pixels back to those of the sheet comes with it, nearly: one 3 x 3 array serves both pages.
    """
    upright = image.shape[0] > image.shape[1]
    lying = image.swapaxes(0, 1) if upright else image
    fold = _fold_of(lying, dpi)
    if fold is None:
        return image, None
    gain, middle = fold
    whole = cv2.resize(gain, (lying.shape[1], lying.shape[0]), interpolation=cv2.INTER_LINEAR)
    planes = [lying] if lying.ndim == 2 else [lying[:, :, number] for number in range(lying.shape[2])]
    even = [cv2.multiply(np.ascontiguousarray(plane), whole, dtype=cv2.CV_8U) for plane in planes]
    done, back = _levelled(even[0] if lying.ndim == 2 else cv2.merge(even), middle)
    if upright:
        done, back = np.ascontiguousarray(done.swapaxes(0, 1)), None if back is None else SWAP @ back @ SWAP
    return done, back


def _levelled(image: Image, middle: int) -> tuple[Image, Image | None]:
    """Return a sheet whose two pages, left and right of a column, are level; what leads back, None where they were."""
    height, width = image.shape[:2]
    halves = [np.ascontiguousarray(half) for half in (image[:, :middle], image[:, middle:])]
    skews = [skew_of(half if half.ndim == 2 else half.max(axis=2)) for half in halves]
    if abs(skews[0] - skews[1]) < UNLIKE or max(map(abs, skews)) > MOST_ASKEW:
        return image, None
    flat, lay = [], []
    for left, half, skew in zip((0, middle), halves, skews, strict=True):
        wide, shift = half.shape[1], np.array([left, 0.0])
        corners = np.array([[0, 0], [wide, 0], [wide, height], [0, height]], np.float64)
        turn = np.asarray(turn_of(half, skew), np.float64)
        flat.append(corners @ turn[:, :2].T + turn[:, 2] + shift)
        lay.append(corners + shift)
    back, _ = cv2.findHomography(np.vstack(flat), np.vstack(lay))
    return np.hstack([straighten(half, skew) for half, skew in zip(halves, skews, strict=True)]), back


def _fold_of(image: Image, dpi: int) -> tuple[Profile, int] | None:
    """Return by how much each strip is to be brightened at each column, and the fold's; None where there is none."""
    height, width = image.shape[:2]
    if height < STRIPS * 8 or width < 200:
        return None
    shares, found = np.ones((STRIPS, width), np.float32), []
    for number in range(STRIPS):
        paper = _paper(image[number * height // STRIPS : (number + 1) * height // STRIPS], dpi)
        usual = float(np.median(paper))
        band = _band(paper, usual, dpi) if usual > 2 * DARKEST else None
        if band:
            start, end, middle = band
            shares[number, start:end] = np.maximum(paper[start:end], DARKEST) / usual
            found.append(middle)
        elif number + 1 - len(found) > (1 - MOST) * STRIPS:
            return None
    if np.ptp(np.diff(found)) > DRIFT * width:
        return None
    return np.asarray(1 / np.minimum(shares, 1.0), np.float32), round(float(np.median(found)))


def _paper(strip: Image, dpi: int) -> Profile:
    """Return the brightness of a strip's paper at each column, grain smoothed."""
    rows = strip[:: max(1, len(strip) // ROWS)]
    rows = np.ascontiguousarray(rows if rows.ndim == 2 else rows.max(axis=2))
    place = len(rows) * PAPER // 100
    paper = np.partition(rows, place, axis=0)[place].astype(np.float32)
    return np.asarray(cv2.blur(paper[None, :], (max(3, dpi // 40) | 1, 1))[0], np.float32)


def _band(paper: Profile, usual: float, dpi: int) -> tuple[int, int, int] | None:
    """Return start, end and darkest column of the shadow that a strip shows in its middle; None without one."""
    width = len(paper)
    low, high = (round(share * width) for share in MIDDLE)
    middle = low + int(np.argmin(paper[low:high]))
    depth = usual - float(paper[middle])
    if depth < (1 - SHADE) * usual:
        return None
    light = np.flatnonzero(paper >= EDGE * usual)
    place = int(np.searchsorted(light, middle))
    if not 0 < place < len(light):
        return None
    start, end = int(light[place - 1]), int(light[place])
    step = max(2, dpi // 40)
    falls = np.abs(paper[start + step : end] - paper[start : end - step]).max(initial=0.0)
    return (start, end, middle) if end - start <= WIDEST * width and falls <= STEEP * depth else None
