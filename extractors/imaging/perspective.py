"""Photos of a sheet on a darker table: the sheet's four corners found, the sheet laid flat."""

from functools import reduce

import cv2
import numpy as np

from extractors.engines import Image

SMALL = 700
"""Pixels of the longest side at which corners are looked for."""
SHARES = (0.35, 0.97)
"""Share of the photo that the sheet covers, at least and at most: what fills the frame is a scan."""
DARKER = 0.8
"""Brightness of the table against that of the sheet beside it, at most."""


def lay_flat(image: Image) -> Image:
    """Return the sheet of a photo, its corners made right; the same object where no sheet lies on a darker ground."""
    return flattened(image)[0]


def flattened(image: Image) -> tuple[Image, Image | None]:
    """Return the same and what leads its pixels back to the photo's, a 3 x 3 array; None where nothing was done."""
    corners = corners_of(image)
    if corners is None:
        return image, None
    top, right, bottom, left = (float(np.linalg.norm(corners[i] - corners[(i + 1) % 4])) for i in range(4))
    width, height = round((top + bottom) / 2), round((left + right) / 2)
    flat = np.array([[0, 0], [width, 0], [width, height], [0, height]], np.float32)
    matrix = cv2.getPerspectiveTransform(corners, flat)
    laid = cv2.warpPerspective(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
    return laid, np.linalg.inv(matrix)


def corners_of(image: Image) -> Image | None:
    """Return the corners of a sheet, clockwise from the upper left, as four points; None where there is no such."""
    grey = image if image.ndim == 2 else reduce(cv2.max, cv2.split(image))
    scale = min(1.0, SMALL / max(grey.shape))
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    if np.mean(_frame(small) < 0.7 * np.percentile(small, 90)) < 0.5:
        return None
    small = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((15, 15), np.uint8))
    _, light = cv2.threshold(small, 0, 255, cv2.THRESH_BINARY + cv2.THRESH_OTSU)
    outlines, _ = cv2.findContours(light, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_SIMPLE)
    outline = max(outlines, key=cv2.contourArea, default=None)
    if outline is None or not SHARES[0] <= cv2.contourArea(outline) / small.size <= SHARES[1]:
        return None
    four = cv2.approxPolyDP(outline, 0.02 * cv2.arcLength(outline, True), True)
    if len(four) != 4 or not cv2.isContourConvex(four):
        return None
    if cv2.contourArea(outline) < 0.97 * cv2.contourArea(four) or not _is_on_darker(small, four):
        return None
    return _ordered(four.reshape(4, 2).astype(np.float32)) / np.float32(scale)


def _frame(grey: Image) -> Image:
    """Return the brightness along the four edges."""
    return np.concatenate([grey[2], grey[-3], grey[:, 2], grey[:, -3]])


def _is_on_darker(grey: Image, four: Image) -> bool:
    """Return whether the ground is darker than the sheet all around its edge."""
    inner = cv2.fillConvexPoly(np.zeros_like(grey), four, 1)
    core, around = cv2.erode(inner, np.ones((25, 25))), cv2.dilate(inner, np.ones((25, 25)))
    inside, outside = grey[(inner > 0) & (core == 0)], grey[(around > 0) & (inner == 0)]
    return bool(len(inside) and len(outside) and np.median(outside) < DARKER * np.median(inside))


def _ordered(points: Image) -> Image:
    sums, gaps = points.sum(1), points[:, 0] - points[:, 1]
    order = [int(np.argmin(sums)), int(np.argmax(gaps)), int(np.argmax(sums)), int(np.argmin(gaps))]
    return np.ascontiguousarray(points[order])
