"""Thin strokes thickened and rough edges smoothed: what Tesseract was trained on is softer than a coarse scan.

Measured on six real pages of 200 and 300 dpi, strokes of 0.011 to 0.0165 inches: 2.0 % character errors without,
0.9 % with both steps. On composed pages, strokes of 0.019 to 0.023 inches, it closes the hook of `ể`: they are left.
"""

import cv2
import numpy as np

from extractors.engines import Image

THIN = 0.0175
"""Mean width of strokes in inches up to which print is thin."""


def stroke_width(grey: Image, dpi: int) -> float:
    """Return the mean width of dark strokes, measured along rows, in inches; 0 without any."""
    rows = (grey[::7] < 128).astype(np.int8)
    edges = np.diff(np.pad(rows, ((0, 0), (1, 1))), axis=1)
    starts, ends = np.nonzero(edges == 1)[1], np.nonzero(edges == -1)[1]
    widths = ends - starts
    widths = widths[(widths > 1) & (widths < dpi // 8)]  # a single pixel is grain
    return float(np.mean(widths)) / dpi if len(widths) else 0.0


def soften(grey: Image, dpi: int) -> Image:
    """Return a page of thin print with strokes a pixel thicker and smoothed edges; any other page as it is."""
    if stroke_width(grey, dpi) > THIN:
        return grey
    return cv2.GaussianBlur(cv2.erode(grey, np.ones((2, 2), np.uint8)), (0, 0), 1.0 if dpi < 250 else 1.3)
