"""Dashes that open list items: too small for the engine's layout analysis, which takes them for specks."""

import cv2
import numpy as np

from extractors.engines import Image
from models.page import Box, Line, Word

REACH = 60.0
"""Points to the left of a line in which its dash stands."""
CONFIDENCE = 0.8


def with_dashes(lines: list[Line], image: Image, dpi: int) -> list[Line]:
    """Return the lines, each that has a lone dash to its left with the dash as its first word."""
    return [_with_dash(line, image, dpi) for line in lines]


def _with_dash(line: Line, image: Image, dpi: int) -> Line:
    first = line.words[0] if line.words else None
    if first is None or first.box is None or not first.text[0].isalnum():
        return line
    box, scale = first.box, dpi / 72
    height = box.height
    x0, x1 = max(0, int((box.x0 - REACH) * scale)), int((box.x0 - 1.5) * scale)
    y0, y1 = max(0, int(box.y0 * scale)), int(box.y1 * scale)
    part = (image[y0:y1, x0:x1] < 150).astype(np.uint8)
    if not part.any():
        return line
    count, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    marks = [s for s in stats[1:count] if s[cv2.CC_STAT_AREA] > 0.004 * dpi * 0.01 * dpi]
    if len(marks) != 1:
        return line
    x, y, wide, high, area = (int(v) for v in marks[0])
    middle = (y + high / 2) / max(1, y1 - y0)
    points = wide / scale
    dash = 2.0 <= points <= 0.9 * height + 2 and wide >= 1.7 * high and area > 0.6 * wide * high
    if not dash or not 0.25 < middle < 0.85 or y == 0 or y + high >= y1 - y0:
        return line
    place = Box((x0 + x) / scale, (y0 + y) / scale, (x0 + x + wide) / scale, (y0 + y + high) / scale)
    stretched = Box(place.x0, box.y0, place.x1, box.y1)  # as high as its line, so that it stands on it
    return Line((Word("-", stretched, CONFIDENCE), *line.words), line.role)
