"""Widths of figures: those of a table are set alike, so that ink too wide for its figures has a comma among them.

`65` whose ink is as wide as two figures and a half, with white over its foot where the half is, is `6,5`: small print
loses the comma in every reading, and a course of 6.5 credits would have 65.
"""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from statistics import median

import cv2
import numpy as np

from extractors.engines import Image

FEWEST = 3
"""Entries of one number of figures that tell their width, at least."""
COMMA = (0.38, 0.8)
"""Widths of a figure that a comma takes."""
DECIMALS = 2
"""Figures behind a comma, at most: three are a thousand's, and a bold sum of four is as wide as four with a comma."""
ABOVE, WHITE, CLEARER = 0.6, 0.3, 1.5
"""Share of the height above the foot that a comma leaves white; width of that white, in figures, at least, and in
widths of the white between any other two figures."""


@dataclass(frozen=True, slots=True)
class Widths:
    """How wide so many figures are in pixels: a step for each, and what all lack or have beside."""

    step: float
    beside: float

    def beyond(self, crop: Image, count: int) -> float:
        """Return by how many figures the ink of an entry is wider than so many."""
        left, right = _sides(crop)
        return (right - left - self.beside - self.step * count) / self.step

    def place_of_comma(self, crop: Image, count: int) -> int:
        """Return how many figures stand before the comma that the ink of so many shows; 0 where it shows none."""
        if count < 2 or not COMMA[0] <= self.beyond(crop, count) <= COMMA[1]:
            return 0
        whites = [self._white(crop, at) for at in range(1, count)]
        best = max(range(len(whites)), key=whites.__getitem__)
        others = max((white for n, white in enumerate(whites) if n != best), default=0)
        clear = whites[best] >= WHITE * self.step and whites[best] >= CLEARER * others
        return best + 1 if clear and count - best - 1 <= DECIMALS else 0

    def _white(self, crop: Image, at: int) -> int:
        """Return the width of the widest white over the foot of the line where a comma after so many would stand."""
        dark, (left, right) = _dark(crop), _sides(crop)
        rows = np.flatnonzero(dark.any(axis=1))
        top, high = int(rows[0]), int(rows[-1] - rows[0] + 1)
        low, up = left + round((at - 0.3) * self.step), left + round((at + 0.9) * self.step)
        empty = ~dark[top : top + round(ABOVE * high), low : min(up, right)].any(axis=0)
        edges = np.flatnonzero(np.diff(np.pad(empty.astype(np.int8), 1)))
        return int((edges[1::2] - edges[::2]).max(initial=0))


def widths_of(read: Iterable[tuple[str, Image]]) -> Widths | None:
    """Return the widths that entries read for sure tell; None where they are too few or of one number of figures."""
    samples = [(len(text), right - left) for text, crop in read for left, right in [_sides(crop)]]
    found = _fit(samples)
    if found is not None:  # those that lost a comma themselves tell nothing
        found = _fit([(n, wide) for n, wide in samples if abs(wide - found.beside - found.step * n) < 0.3 * found.step])
    return found


def _fit(samples: Iterable[tuple[int, int]]) -> Widths | None:
    by_count: dict[int, list[int]] = defaultdict(list)
    for count, wide in samples:
        by_count[count].append(wide)
    usual = {count: median(wide) for count, wide in by_count.items() if len(wide) >= FEWEST}
    if len(usual) < 2:
        return None
    step, beside = np.polyfit(list(usual), list(usual.values()), 1)
    return Widths(float(step), float(beside)) if step > 2 else None


def _dark(crop: Image) -> Image:
    _, dark = cv2.threshold(crop, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    found: Image = dark.astype(bool)
    return found


def _sides(crop: Image) -> tuple[int, int]:
    columns = np.flatnonzero(_dark(crop).any(axis=0))
    return (int(columns[0]), int(columns[-1]) + 1) if columns.size else (0, 0)
