"""Strokes thickened and edges smoothed by grades: what Tesseract was trained on is softer than a coarse scan.

Character errors of the bare engine, means over three thin real pages (strokes of 0.012 to 0.014 inches), three other
real ones (0.016), six composed scans (0.016 to 0.021) and ten degraded pages (0.018 to 0.025):

    nothing done                3.4   2.9   0.6   1.6 %
    thickened, smoothed         2.4   1.7   1.3   0.6 %
    half of that                2.6   1.4   0.9   0.6 %
    faint ink made darker, thickened, smoothed      1.3 % on thin print, 2.4 % on the other real pages

Thickening thick strokes closes the hook of `ể`; leaving crisp pages alone loses the figures of their list items.
What is soft already is left as it is: out of focus, composed pages have 0.1 % as they are and 4.5 % softened once more.
"""

import cv2
import numpy as np

from extractors.engines import Image

THIN = 0.0145
"""Mean width of strokes in inches up to which print is thin."""
RULE = 0.4
"""Inches from which an upright stroke is a rule of a table: they are thin beside any print."""
FAINT = 3.0
"""Power by which faint ink of thin print is made darker: the bar of an H that the scanner all but lost."""
SOFT = 55
"""Levels of grey from a pixel to the next where print begins, up to which its edges are soft already: 43 on pages out
of focus, 35 on pages enlarged from 90 dpi, 67 or more on scans."""
PRINT, SMALL = (0.025, 0.3), 0.066
"""Inches between which marks are print; median height up to which it is small, figures of seven points and letters of
ten: they run into each other when they are thickened."""
DARKER = (255 * (np.arange(256) / 255) ** FAINT).astype(np.uint8)


def stroke_width(grey: Image, dpi: int) -> float:
    """Return the mean width of dark strokes, measured along rows, in inches; 0 without any."""
    rows = (grey[::7] < 128).astype(np.uint8)
    rules = cv2.morphologyEx(rows, cv2.MORPH_OPEN, np.ones((max(3, int(RULE * dpi / 7)), 1), np.uint8))
    rows = cv2.subtract(rows, cv2.dilate(rules, np.ones((1, 3), np.uint8))).astype(np.int8)
    edges = np.diff(np.pad(rows, ((0, 0), (1, 1))), axis=1)
    starts, ends = np.nonzero(edges == 1)[1], np.nonzero(edges == -1)[1]
    widths = ends - starts
    widths = widths[(widths > 1) & (widths < dpi // 8)]  # a single pixel is grain
    return float(np.mean(widths)) / dpi if len(widths) else 0.0


def steepness(grey: Image) -> float:
    """Return the median difference, 0 to 255, of neighbouring pixels of which one is dark and one is light."""
    rows = grey[::5].astype(np.int16)
    left, right = rows[:, :-1], rows[:, 1:]
    edges = np.abs(left - right)[(left < 128) != (right < 128)]
    return float(np.median(edges)) if len(edges) else 255.0


def print_height(grey: Image, dpi: int) -> float:
    """Return the median height of marks as large as print, in inches; 0 without any."""
    count, _, stats, _ = cv2.connectedComponentsWithStats((grey < 128).astype(np.uint8), connectivity=8)
    sizes = stats[1:count, [cv2.CC_STAT_HEIGHT, cv2.CC_STAT_WIDTH]] / dpi
    least, most = PRINT
    high = sizes[(sizes[:, 0] > least) & (sizes[:, 0] < most) & (sizes[:, 1] < most), 0]
    return float(np.median(high)) if len(high) else 0.0


def soften(grey: Image, dpi: int) -> Image:
    """Return a page with smoothed edges; thin strokes darker and a pixel thicker, others half a pixel; strokes of small
    print, which are thin for their size alone, as thick as they are."""
    if steepness(grey) <= SOFT:
        return grey
    if 0 < print_height(grey, dpi) <= SMALL:
        return cv2.GaussianBlur(grey, (0, 0), 0.0025 * dpi)
    if stroke_width(grey, dpi) <= THIN:
        return cv2.GaussianBlur(_thicker(cv2.LUT(grey, DARKER)), (0, 0), 1.0 if dpi < 250 else 1.3)
    return cv2.GaussianBlur(cv2.addWeighted(grey, 0.5, _thicker(grey), 0.5, 0), (0, 0), 0.004 * dpi)


def _thicker(grey: Image) -> Image:
    return cv2.erode(grey, np.ones((2, 2), np.uint8))
