"""Lines whose words were cut: print beside the words that were read, on their line, that no word has.

A descender that touches a mark of the line below makes one blob of two lines; the engine leaves it out with the letters
around it, or reads it as one word of double height: `tuyến),` comes back as `n),`, the word above it as `sì`.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

import cv2
import numpy as np

from extractors.engines import Image
from models.page import Box, Line, Word

TALL = 1.6
"""Height of a word, in heights of its line's words, from which it is a blob of two lines."""
COARSE, DARK = 150, 150
"""Resolution and level at which print is looked for."""
GAP, LEAST, LONGEST = 0.9, 0.35, 12.0
"""Heights of a line: white up to which print belongs to the words beside it; width and height of print that was cut
off, at least; how far it may go on."""
FEW = 4
"""Words of a line below which it does not tell its own height."""
SURE = 0.7
"""Mean confidence of a whole line from which it is believed."""


@dataclass(frozen=True, slots=True)
class Extent:
    """Where a line really stands, in points, and whether print of it was cut off."""

    box: Box
    cut: bool


def extents(lines: Sequence[Line], image: Image, dpi: int) -> list[Extent | None]:
    """Return the extent of every line, None for one without upright words."""
    scale = min(dpi, COARSE) / 72
    if dpi > COARSE:
        image = cv2.resize(image, None, fx=COARSE / dpi, fy=COARSE / dpi, interpolation=cv2.INTER_AREA)
    dark = (image < DARK).astype(np.uint8)
    usual = _height([word for line in lines for word in line.words])
    whole = [_whole(line, usual) for line in lines]
    for box in (box for boxes in whole for box in boxes):
        x0, y0, x1, y1 = box.grown(0.7, 1).pixels(scale)
        dark[max(0, y0) : y1, max(0, x0) : x1] = 0
    return [_extent(line, boxes, dark, scale) for line, boxes in zip(lines, whole, strict=True)]


def _height(words: Sequence[Word]) -> float:
    heights = [w.box.height for w in words if w.box and not w.turn and len(w.text) > 1]
    return float(np.median(heights)) if heights else 0.0


def _whole(line: Line, usual: float) -> list[Box]:
    """Return the boxes of a line's upright words, blobs of two lines left out."""
    high = _height(line.words)
    high = min(high, 1.3 * usual) if len(line.words) < FEW else high
    return [w.box for w in line.words if w.box and not w.turn and w.box.height <= TALL * high]


def _extent(line: Line, boxes: list[Box], left: Image, scale: float) -> Extent | None:
    """Return the extent of a line; `left` is the print that no word has, at `scale` pixels to the point."""
    if not boxes:
        return None
    top, bottom = (float(np.median(v)) for v in ([b.y0 for b in boxes], [b.y1 for b in boxes]))
    x0, x1 = min(b.x0 for b in boxes), max(b.x1 for b in boxes)
    y0, y1 = max(0, round(top * scale)), round(bottom * scale)
    start, end = round(x0 * scale), round(x1 * scale)
    high = max(1, y1 - y0)
    reach = round(LONGEST * high)
    before = _run(left[y0:y1, max(0, start - reach) : start][:, ::-1], high)
    after = _run(left[y0:y1, end : end + reach], high)
    box = Box(x0 - before / scale, min(b.y0 for b in boxes), x1 + after / scale, max(b.y1 for b in boxes))
    blob = len(boxes) < sum(1 for w in line.words if w.box and not w.turn and any(ch.isalnum() for ch in w.text))
    return Extent(box, bool(before or after or blob))


def _run(band: Image, high: int) -> int:
    """Return how far print goes on from the left side of a band, in pixels; 0 where that is no letter."""
    far, last = 0, 0
    for x, wide in _marks(band, high):
        if x - last > GAP * high:
            break
        last = max(last, x + wide)
        far = last
    return far if far and _width(band[:, :far]) >= LEAST * high else 0


def _width(band: Image) -> int:
    return int((band.sum(0) > 0).sum())


def _marks(band: Image, high: int) -> list[tuple[int, int]]:
    """Return start and width of the marks of a band that may be letters, in order; specks and rules are none."""
    if not band.size:
        return []
    _, _, stats, _ = cv2.connectedComponentsWithStats(np.ascontiguousarray(band), connectivity=8)
    found = []
    for x, _, wide, tall, area in stats[1:].tolist():
        rule = tall > 0.95 * high and wide < 0.2 * high
        if tall >= LEAST * high and not rule and area > 0.1 * wide * tall and wide < 4 * high:
            found.append((x, wide))
    return sorted(found)


def made_whole(words: tuple[Word, ...], again: tuple[Word, ...], at: Extent | None) -> tuple[Word, ...]:
    """Return the words of a line that was cut: those of its second reading where that has more and is sure enough.

    Blobs of two lines among the words are cut down to the line.
    """
    if at is None:
        return words
    letters, more = (sum(len(w.text) for w in said) for said in (words, again))
    sure = sum(w.confidence * len(w.text) for w in again) / max(more, 1)
    better = again if more > letters and sure >= SURE else words
    return tuple(_lowered(word, at.box) for word in better)


def _lowered(word: Word, line: Box) -> Word:
    """Return a word whose box keeps to its line."""
    if (
        word.box is None
        or word.turn
        or not (word.box.y0 < line.y0 < word.box.y1 or word.box.y0 < line.y1 < word.box.y1)
    ):
        return word
    return replace(word, box=Box(word.box.x0, max(word.box.y0, line.y0), word.box.x1, min(word.box.y1, line.y1)))
