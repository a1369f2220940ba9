"""Figures proved by their shape: a figure is what the other figures of its table look like that were read for sure.

A table is set in one face: its sevens are alike. The shapes of the figures that two readings agree on are the pattern
for the rest, and the number of shapes says how many figures an entry has: `45` is never `4`.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, field

import cv2
import numpy as np

from extractors.engines import Image

SIDE, ALIKE, APART = 24, 0.86, 0.05
"""Pixels of a pattern's side; likeness from which a shape is a figure, and what the next figure must stay behind."""
LOW, WIDE = 0.6, 0.95
"""Share of the height of the highest shape below which one is no figure; width in heights from which it is several."""
DARKER, MARK = (1.0, 0.8, 0.6, 0.45), 0.15
"""Shares of the grey between ink and paper at which figures are looked for; share of the height of a mark, at least."""
PLAY = 0.2
"""Share of the width of a figure by which the thinnest place may lie off where figures of one width would part."""
MOST, FEWEST = 14, 2
"""Patterns that are kept of a figure, and from which there are enough."""


@dataclass(slots=True)
class Patterns:
    """The known shapes of each figure."""

    of: dict[str, list[Image]] = field(default_factory=lambda: defaultdict(list))

    def learn(self, shapes: Sequence[Image], text: str) -> None:
        """Keep the shapes of an entry that was read for sure; those of any other number of figures are left alone."""
        if len(shapes) != len(text):
            return
        for figure, shape in zip(text, shapes, strict=True):
            if figure.isdigit() and len(self.of[figure]) < MOST:
                self.of[figure].append(shape)

    def knows(self, text: str) -> bool:
        """Say whether there are enough patterns of every figure of a text."""
        return all(len(self.of.get(figure, ())) >= FEWEST for figure in text)

    def tell(self, shapes: Sequence[Image]) -> tuple[str, float]:
        """Return the figures that shapes are, and the likeness of the least like; empty where one is no known figure.

        A shape that is itself a pattern is held against the others only.
        """
        text, least = "", 1.0
        for shape in shapes:
            ranked = sorted(((self._like(shape, known), figure) for figure, known in self.of.items()), reverse=True)
            if not ranked or ranked[0][0] < ALIKE or len(ranked) > 1 and ranked[0][0] - ranked[1][0] < APART:
                return "", 0.0
            text, least = text + ranked[0][1], min(least, ranked[0][0])
        return text, least if text else 0.0

    @staticmethod
    def _like(shape: Image, known: Sequence[Image]) -> float:
        """Return the mean likeness to the two most like patterns."""
        found = sorted((float((shape * other).sum()) for other in known if other is not shape), reverse=True)
        return sum(found[:2]) / 2 if len(found) >= FEWEST else 0.0


@dataclass(frozen=True, slots=True)
class Shapes:
    """The shapes of an entry, left to right, each brought to one size, and whether dots or commas stand among them.

    `cut` says that they ran into each other, and were parted where their number told.
    """

    figures: tuple[Image, ...]
    marked: bool = False
    cut: bool = False


def shapes_of(crop: Image) -> Shapes | None:
    """Return the shapes of an entry; None where they do not stand apart."""
    grey, _ = cv2.threshold(crop, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    for share in DARKER:  # figures that run into each other stand apart at their darkest
        boxes = _boxes((crop <= grey * share).astype(np.uint8))
        high = max((b[3] for b in boxes), default=0)
        figures = [b for b in boxes if b[3] >= LOW * high]
        marks = [b for b in boxes if MARK * high <= b[3] < LOW * high]
        if figures and all(b[2] <= WIDE * b[3] for b in figures):
            return Shapes(tuple(_brought(crop, box) for box in figures), bool(marks))
    return None


def cut(crop: Image, count: int) -> Shapes | None:
    """Return the shapes of an entry of so many figures that run into each other, parted where they are thinnest."""
    grey, dark = cv2.threshold(crop, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    ys, xs = np.nonzero(dark)
    if not len(xs):
        return None
    left, right, top, foot = int(xs.min()), int(xs.max()) + 1, int(ys.min()), int(ys.max()) + 1
    ink = (255 - crop[top:foot, left:right].astype(np.int64)).sum(axis=0)
    step = (right - left) / count
    edges = [0]
    for at in range(1, count):
        low, high = round((at - PLAY) * step), round((at + PLAY) * step) + 1
        edges.append(low + int(np.argmin(ink[low:high])))
    edges.append(right - left)
    parts = [(left + a, top, b - a, foot - top) for a, b in zip(edges, edges[1:], strict=False)]
    return Shapes(tuple(_brought(crop, part) for part in parts), cut=True) if all(p[2] > 2 for p in parts) else None


def _boxes(dark: Image) -> list[tuple[int, int, int, int]]:
    count, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    return _whole([tuple(int(v) for v in s[:4]) for s in stats[1:count] if s[cv2.CC_STAT_AREA] >= 6])


def _whole(boxes: Sequence[tuple[int, ...]]) -> list[tuple[int, int, int, int]]:
    """Return boxes left to right, those one above the other made one: a figure whose stroke broke."""
    out: list[tuple[int, int, int, int]] = []
    for x, y, wide, high in sorted(boxes):
        if out:
            a, b, w, h = out[-1]
            if min(a + w, x + wide) - max(a, x) > 0.5 * min(w, wide):
                left, top = min(a, x), min(b, y)
                out[-1] = (left, top, max(a + w, x + wide) - left, max(b + h, y + high) - top)
                continue
        out.append((x, y, wide, high))
    return out


def _brought(crop: Image, box: tuple[int, int, int, int]) -> Image:
    """Return a shape at one height in the middle of a square, its mean nothing and its length one."""
    x, y, wide, high = box
    scale = (SIDE - 2) / high
    size = (max(1, min(SIDE, round(wide * scale))), SIDE - 2)
    small = 255.0 - cv2.resize(crop[y : y + high, x : x + wide], size, interpolation=cv2.INTER_AREA).astype(np.float32)
    left = (SIDE - size[0]) // 2
    square = np.zeros((SIDE, SIDE), np.float32)
    square[1 : SIDE - 1, left : left + size[0]] = small
    square -= square.mean()
    found: Image = square / max(1e-6, float(np.linalg.norm(square)))
    return found
