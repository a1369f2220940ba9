"""Commas of decimals that a reading lost: where a column has decimals and the ink shows a mark between the figures.

`55` in a column of `3,5` and `2,5` is `5,5` if a small mark stands low between two figures; else it stays.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.engines import Image
from extractors.reading.likeness import LOW, MARK
from models.page import Word

DECIMAL, BARE = re.compile(r"\d+([.,])\d+"), re.compile(r"\d{2,4}")
SHARE = 0.4
"""Share of the entries of a column that are decimals, at least."""
SURE = 0.7
"""Confidence of a figure whose mark only the ink shows, at most."""


def with_marks(column: Sequence[Word], crops: Sequence[Image | None]) -> list[Word | None]:
    """Return for each entry of a column the word with the mark that it lost; None where it stays as it is."""
    found = [match[1] for word in column if (match := DECIMAL.fullmatch(word.text))]
    if len(found) < 2 or len(found) < SHARE * len(column):
        return [None] * len(column)
    mark = max(set(found), key=found.count)
    out: list[Word | None] = []
    for word, crop in zip(column, crops, strict=True):
        at = _place(crop, len(word.text)) if crop is not None and BARE.fullmatch(word.text) else 0
        text = f"{word.text[:at]}{mark}{word.text[at:]}"
        out.append(replace(word, text=text, confidence=min(word.confidence, SURE), settled=None) if at else None)
    return out


def _place(crop: Image, count: int) -> int:
    """Return how many figures stand before the one low mark among so many; 0 where the ink shows no such mark."""
    _, dark = cv2.threshold(crop, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    parts, _, stats, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    boxes = sorted(tuple(int(v) for v in s[:4]) for s in stats[1:parts] if s[cv2.CC_STAT_AREA] >= 4)
    high = max((b[3] for b in boxes), default=0)
    figures = [b for b in boxes if b[3] >= LOW * high]
    marks = [b for b in boxes if MARK * high <= b[3] < LOW * high]
    if len(figures) != count or len(marks) != 1:
        return 0
    x, y, wide, tall = marks[0]
    foot = max(b[1] + b[3] for b in figures)
    low = y + tall / 2 > foot - 0.35 * high
    before = sum(b[0] + b[2] / 2 < x + wide / 2 for b in figures)
    return before if low and 0 < before < count else 0
