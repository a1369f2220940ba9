"""Commas of decimals that a reading lost: where a column has decimals and the ink shows a mark between the figures.

`55` in a column of `3,5` and `2,5` is `5,5` if a small mark stands low between two figures; else it stays.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.engines import Image
from extractors.reading.paper_tables.figures.likeness import LOW, MARK
from models.page import Word

DECIMAL, NUMBER = re.compile(r"\d+([.,])\d+"), re.compile(r"\d+(?:[.,]\d+)?")
BARE = re.compile(rf"(?=.*\d\d)(?:{NUMBER.pattern} ?[-–—] ?)?{NUMBER.pattern}")
"""What may lack a mark: a number, or two with a dash between them."""
SHARE = 0.4
"""Share of the entries of a column that are decimals, at least."""
SURE = 0.7
"""Confidence of a figure whose mark only the ink shows, at most."""


def with_marks(column: Sequence[Word], crops: Sequence[Image | None]) -> list[Word | None]:
    """Return for each entry of a column the word with the mark that it lost; None where it stays as it is."""
    found = [match[1] for word in column if (match := DECIMAL.search(word.text))]
    if len(found) < 2 or len(found) < SHARE * len(column):
        return [None] * len(column)
    mark = max(set(found), key=found.count)
    out: list[Word | None] = []
    for word, crop in zip(column, crops, strict=True):
        text = marked(word.text, mark, crop) if crop is not None and BARE.fullmatch(word.text) else word.text
        changed = replace(word, text=text, confidence=min(word.confidence, SURE), settled=None)
        out.append(changed if text != word.text else None)
    return out


def mark_of(texts: Iterable[str]) -> str:
    """Return the mark that the decimals of a column have; nothing where fewer than two entries are decimals."""
    found = [match[1] for text in texts if (match := DECIMAL.fullmatch(text))]
    return max(set(found), key=found.count) if len(found) > 1 else ""


def marked(text: str, mark: str, crop: Image) -> str:
    """Return numbers with the marks that the ink shows between their figures; as they are where it shows others."""
    places = _places(crop, sum(ch.isdigit() for ch in text))
    out, before, used = list[str](), 0, 0
    for part in re.split(rf"({NUMBER.pattern})", text):
        figures = re.sub(r"\D", "", part)
        inside = [at - before for at in places if before < at < before + len(figures)]
        if len(inside) == 1 and part.isdigit():
            part = f"{part[: inside[0]]}{mark}{part[inside[0] :]}"
        used += len(inside) == 1 and part.find(mark) == inside[0]
        before += len(figures)
        out.append(part)
    return "".join(out) if used == len(places) else text


def _places(crop: Image, count: int) -> list[int]:
    """Return how many figures stand before each low mark among so many; nothing where the ink shows another number."""
    _, dark = cv2.threshold(crop, 0, 1, cv2.THRESH_BINARY_INV | cv2.THRESH_OTSU)
    parts, _, stats, _ = cv2.connectedComponentsWithStats(dark.astype(np.uint8), connectivity=8)
    boxes = sorted(tuple(int(v) for v in s[:4]) for s in stats[1:parts] if s[cv2.CC_STAT_AREA] >= 4)
    high = max((b[3] for b in boxes), default=0)
    figures = [b for b in boxes if b[3] >= LOW * high]
    marks = [b for b in boxes if MARK * high <= b[3] < LOW * high and b[2] < 0.6 * high]
    foot = max((b[1] + b[3] for b in figures), default=0)
    if len(figures) != count or any(y + tall / 2 <= foot - 0.35 * high for _, y, _, tall in marks):
        return []
    return [sum(b[0] + b[2] / 2 < x + wide / 2 for b in figures) for x, _, wide, _ in marks]
