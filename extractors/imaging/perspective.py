"""Photos of a sheet on a darker table: the sheet's four corners found, the sheet laid flat."""

from collections.abc import Iterator
from functools import reduce

import cv2
import numpy as np

from extractors.engines import Image

SMALL = 700
"""Pixels of the longest side at which corners are looked for."""
SHARES = (0.35, 0.97)
"""Share of the photo that the sheet covers, at least and at most: what fills the frame is a scan."""
SHARES_OF_TWO = (0.15, 0.6)
"""The same for each of two sheets that lie apart."""
ALIKE = 1.0
"""Degrees by which the upper edges of the two pages of one open book differ, at most."""
DARKER = 0.8
"""Brightness of the table against that of the sheet beside it, at most."""

BESIDE = 0.5
"""Area of another sheet, or of the other page of an open book, against the largest: they are laid flat as one."""


def flattened(image: Image) -> tuple[Image, Image | None]:
    """Return the sheet of a photo, its corners made right, and what leads its pixels back to the photo's.

    That is a 3 x 3 array. Where no sheet lies on a darker ground, that is the same object, and None.
    """
    sheets = _sheets(image)
    corners = None if len(sheets) == 2 and abs(_tilt(sheets[0]) - _tilt(sheets[1])) > ALIKE else corners_of(image)
    if corners is None:
        return _side_by_side(image, sheets)
    width, height = _size_of(corners)
    matrix = cv2.getPerspectiveTransform(corners, _upright(width, height))
    return _warped(image, matrix, width, height), np.linalg.inv(matrix)


def _side_by_side(image: Image, sheets: list[Image]) -> tuple[Image, Image | None]:
    """Return two sheets of a photo, each laid flat, one beside the other; the same object where there are no two.

    What leads back leads there nearly: one array serves both sheets.
    """
    sheets = sorted(sheets, key=lambda corners: float(corners[0][0]))
    if len(sheets) != 2 or sheets[1][0][0] < (sheets[0][0][0] + sheets[0][1][0]) / 2:
        return image, None
    height = max(_size_of(corners)[1] for corners in sheets)
    parts, flat, left = [], [], 0
    for corners in sheets:
        width = _size_of(corners)[0]
        upright = _upright(width, height)
        parts.append(_warped(image, cv2.getPerspectiveTransform(corners, upright), width, height))
        flat.append(upright + np.array([left, 0], np.float32))
        left += width
    back, _ = cv2.findHomography(np.vstack(flat), np.vstack(sheets))
    return np.hstack(parts), back


def _tilt(corners: Image) -> float:
    """Return by how many degrees the upper edge of a sheet slopes."""
    across, down = corners[1] - corners[0]
    return float(np.degrees(np.arctan2(down, across)))


def _size_of(corners: Image) -> tuple[int, int]:
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    return round((top + bottom) / 2), round((left + right) / 2)


def _upright(width: int, height: int) -> Image:
    return np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)


def _warped(image: Image, matrix: Image, width: int, height: int) -> Image:
    return cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)


def corners_of(image: Image) -> Image | None:
    """Return the corners of a sheet, clockwise from the upper left, as four points; None where there is no such. With
    a shadow on it, it is not all that is light, but what is less dark: what lies on the darkest ground is the sheet."""
    best, found = DARKER, None
    for small, scale, outlines in _outlines(image, 15):
        outline = cv2.convexHull(np.vstack(outlines)) if len(outlines) > 1 else next(iter(outlines), None)
        corners = None if outline is None else _four(outline, small, SHARES)
        if corners is not None and (ground := _ground(small, corners)) < best:
            best, found = ground, corners / np.float32(scale)
    return found


def _sheets(image: Image) -> list[Image]:
    """Return the corners of each of the sheets that lie apart."""
    small, scale, outlines = next(_outlines(image, 5), (image, 1.0, []))
    found = [_four(outline, small, SHARES_OF_TWO) for outline in outlines]
    return [one / np.float32(scale) for one in found if one is not None and _ground(small, one) < DARKER]


def _outlines(image: Image, closed: int) -> Iterator[tuple[Image, float, list[Image]]]:
    """Yield a photo made small, its scale, and the outlines of what is large and light, then of what is less dark too;
    nothing where all edges are light."""
    grey = image if image.ndim == 2 else reduce(cv2.max, cv2.split(image))
    scale = min(1.0, SMALL / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if np.mean(_frame(small) < 0.7 * np.percentile(small, 90)) < 0.5:
        return
    small = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((closed, closed), np.uint8))
    level = 255.0
    for _ in range(2):
        level, _ = cv2.threshold(small[small <= level], 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
        light = (small > level).astype(np.uint8)
        outlines, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
        largest = max(map(cv2.contourArea, outlines), default=0.0)
        yield small, scale, [one for one in outlines if cv2.contourArea(one) > BESIDE * largest]


def _four(outline: Image, small: Image, shares: tuple[float, float]) -> Image | None:
    """Return the corners of an outline; None where it is none of a sheet on a darker ground."""
    if not shares[0] <= cv2.contourArea(outline) / small.size <= shares[1]:
        return None
    four = cv2.approxPolyDP(outline, 0.02 * cv2.arcLength(outline, True), True)
    if len(four) != 4 or not cv2.isContourConvex(four):
        return None
    whole = cv2.contourArea(outline) >= 0.97 * cv2.contourArea(four)
    return _ordered(four.reshape(4, 2).astype(np.float32)) if whole else None


def _frame(grey: Image) -> Image:
    """Return the brightness along the four edges."""
    return np.concatenate([grey[2], grey[-3], grey[:, 2], grey[:, -3]])


def _ground(grey: Image, four: Image) -> float:
    """Return the brightness of the ground against the sheet beside it, along the side where it is brightest."""
    whole = four.astype(np.int32)
    inner = cv2.fillConvexPoly(np.zeros_like(grey), whole, 1)
    core, around = cv2.erode(inner, np.ones((25, 25))), cv2.dilate(inner, np.ones((25, 25)))
    wide = (1.3 * four - 0.3 * four.mean(0)).astype(np.int32)
    brightest = 0.0
    for start, end in zip(wide, np.roll(wide, 1, 0), strict=True):
        side = cv2.fillConvexPoly(np.zeros_like(grey), np.array([whole.mean(0).astype(np.int32), start, end]), 1) > 0
        inside, outside = grey[side & (inner > core)], grey[side & (around > inner)]
        if len(inside) and len(outside):
            brightest = max(brightest, float(np.median(outside) / max(1.0, np.median(inside))))
    return brightest or 1.0


def _ordered(points: Image) -> Image:
    sums, gaps = points.sum(1), points[:, 0] - points[:, 1]
    order = [int(np.argmin(sums)), int(np.argmax(gaps)), int(np.argmax(sums)), int(np.argmin(gaps))]
    return np.ascontiguousarray(points[order])
