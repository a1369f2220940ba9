"""Frames of stamps in grey scans: two level and an upright stroke of half-dark ink, a little askew on a level page.

Nobody stamps quite level, and rules of tables lie as level as the lines of print: so a frame that is not askew is none.
"""

import cv2
import numpy as np

from extractors.engines import Image

ASKEW = (0.7, 8.0)
"""Degrees by which a stamp is askew, at least and at most."""
ALIKE = 1.6
"""Degrees by which the sides of a frame differ, at most."""
WIDE, HIGH = (0.7, 3.0), (0.3, 1.5)
"""Inches: width and height of a frame, at least and at most."""
LONGEST_PIECE = 0.1
"""Inches from which a stroke is more than the edge of a letter."""
LEVEL, UPRIGHT, GAP, NEAR = 0.5, 0.25, 0.15, 0.3
"""Inches: length of its sides as they are seen, gaps that print makes in them, and how far sides may end apart."""

Line = tuple[float, float, float, float, float]
"""Tilt in degrees, then the ends of a stroke: the left or upper one first."""


def frames_of(solid: Image, dpi: int) -> list[Image]:
    """Return the four corners of every frame among the half-dark strokes of a level page, in pixels."""
    level, upright = _lines(solid, dpi)
    found: list[Image] = []
    for above in level:
        for below in level:
            corners = _corners(above, below, dpi)
            if corners is None or any(_is_within(corners, other) for other in found):
                continue
            if any(abs(above[0] - side[0]) <= 2 * ALIKE and _is_side(side, corners, dpi) for side in upright):
                found.append(corners)
    return found


def _lines(solid: Image, dpi: int) -> tuple[list[Line], list[Line]]:
    """Return the level and the upright strokes that are askew, longest first."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    wide, tall = stats[:, cv2.CC_STAT_WIDTH] / dpi, stats[:, cv2.CC_STAT_HEIGHT] / dpi
    kept = (np.maximum(wide, tall) >= LONGEST_PIECE) & (wide < WIDE[1]) & (tall < HIGH[1])
    kept[0] = False
    level: list[Line] = []
    upright: list[Line] = []
    if not kept.any():
        return level, upright
    pieces = kept[labels].astype(np.uint8)
    seen = cv2.HoughLinesP(pieces, 1, np.pi / 720, int(0.2 * dpi), None, UPRIGHT * dpi, GAP * dpi)
    for x0, y0, x1, y1 in [] if seen is None else seen.reshape(-1, 4).astype(float):
        lies = abs(x1 - x0) > abs(y1 - y0)
        if (lies and x1 < x0) or (not lies and y1 < y0):
            x0, y0, x1, y1 = x1, y1, x0, y0
        tilt = float(np.degrees(np.arctan2(y1 - y0, x1 - x0) if lies else np.arctan2(x0 - x1, y1 - y0)))
        if ASKEW[0] <= abs(tilt) <= ASKEW[1] and (not lies or x1 - x0 >= LEVEL * dpi):
            (level if lies else upright).append((tilt, x0, y0, x1, y1))
    return tuple(sorted(lines, key=_shortness) for lines in (level, upright))  # type: ignore[return-value]


def _shortness(line: Line) -> float:
    return -float(np.hypot(line[3] - line[1], line[4] - line[2]))


def _corners(above: Line, below: Line, dpi: int) -> Image | None:
    """Return the corners of a frame with these sides; None where they are of none."""
    if abs(above[0] - below[0]) > ALIKE:
        return None
    x0, x1 = min(above[1], below[1]), max(above[3], below[3])
    slope = np.tan(np.radians(above[0]))
    top, bottom = (line[2] - slope * line[1] for line in (above, below))
    overlap = min(above[3], below[3]) - max(above[1], below[1])
    if not (HIGH[0] <= (bottom - top) / dpi <= HIGH[1] and WIDE[0] <= (x1 - x0) / dpi <= WIDE[1]):
        return None
    if overlap < 0.5 * (x1 - x0):
        return None
    rows = ((x0, top), (x1, top), (x1, bottom), (x0, bottom))
    return np.array([(x, base + slope * x) for x, base in rows], np.int32)


def _is_side(side: Line, corners: Image, dpi: int) -> bool:
    """Return whether an upright stroke stands at the left or right side of a frame, between its corners."""
    x, y = (side[1] + side[3]) / 2, (side[2] + side[4]) / 2
    near = min(abs(x - corners[0][0]), abs(x - corners[1][0])) < NEAR * dpi
    return bool(near and corners[:, 1].min() < y < corners[:, 1].max())


def _is_within(corners: Image, other: Image) -> bool:
    x, y = corners.mean(0)
    return cv2.pointPolygonTest(other.astype(np.float32), (float(x), float(y)), False) >= 0
