"""Numbers that hang in the margin of a scanned list: the layout analysis takes them for a column of their own and reads
`2.` as `wo`, or nothing.

What stands left of the text, level with a line, is cropped and read as figures; it is believed where the numbers of the
page go on from one another, and a number between two sure ones is theirs.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

import cv2
import numpy as np

from extractors.engines import EngineFailed, Image
from extractors.reading.paper.strips import read_strips
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Word

DARK = 150
FIGURES = "0123456789.)"
NEAR = 0.8
"""Heights of words by which the beginnings of lines differ that stand below each other."""
LEAST = 5
"""Lines that begin at one place from which it is the left edge of the text."""
WIDEST, GAP = 3.2, 0.45
"""Width of a number in heights of words, at most, and the white between it and the text, at least."""
TALLEST = 1.6
"""Height of a word that stands on one line, in heights of words, at most."""
REACH = 5.0
"""How far left of the text a number is looked for, in heights of words."""
SERIES = 3
"""Numbers that go on from one another from which they are believed."""
FRAME = 10
DPI = 300
SURE, FILLED = 0.9, 0.6
Number = tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Slot:
    """Ink left of a line of text, and what the page's reading made of it."""

    box: Box
    said: str


def with_hanging(words: Sequence[Word], seen: Seen, tables: Sequence[Box] = ()) -> list[Word]:
    """Return the words of a page with the numbers that hang left of its text in place of what was read there; a page
    with tables is left as it is."""
    slots = [] if tables else _slots(words, seen)
    if len(slots) < SERIES or not hasattr(seen.engine, "read_only"):
        return list(words)
    try:
        alone, beside = _read(slots, seen)
    except EngineFailed:
        return list(words)
    said = [f"{slot.said} {one}" for slot, one in zip(slots, alone, strict=True)]
    read = [
        [n for text in (slot.said, a, b) if (n := _number(text))]
        for slot, a, b in zip(slots, alone, beside, strict=True)
    ]
    numbers = _series([found[0] if found else None for found in read])
    again = [n or next((f for f in found[1:]), None) for (n, _), found in zip(numbers, read, strict=True)]
    numbers = max(numbers, _series(again), key=lambda told: sum(number is not None for number, _ in told))
    if sum(sure for number, sure in numbers if number) < SERIES:
        return list(words)
    end = ")" if sum(")" in text for text in said) * 2 > len(said) else "."
    told = [(slot, number, sure) for slot, (number, sure) in zip(slots, numbers, strict=True) if number]
    kept = [w for w in words if not (w.box and any(_inside(w.box, slot.box) for slot, _, _ in told))]
    return kept + [
        Word(".".join(map(str, number)) + end, slot.box, SURE if sure else FILLED) for slot, number, sure in told
    ]


def _read(slots: Sequence[Slot], seen: Seen) -> tuple[list[str], list[str]]:
    """Return what is read of each slot by itself, and beside the others of the page: a lone figure has no context."""
    crops = [_crop(seen.image, slot.box, seen.dpi) for slot in slots]

    def words_of(images: Sequence[Image]) -> list[list[Word]]:
        pages = seen.engine.read_only(images, FIGURES, DPI)  # type: ignore[attr-defined]
        return [[w for line in page.blocks for w in getattr(line, "words", ())] for page in pages]

    strips = read_strips([crops], DPI, words_of)[0]
    return ["".join(w.text for w in found) for found in words_of(crops)], [text for text, _ in strips]


def _slots(words: Sequence[Word], seen: Seen) -> list[Slot]:
    """Return what stands in the margin level with lines that begin at the text's left edge, from above."""
    upright = [(w, w.box.y1 - w.box.y0) for w in words if w.box and not w.turn]
    high = float(np.median([tall for _, tall in upright])) if upright else 0.0
    rows = _rows([w for w, tall in upright if tall <= TALLEST * high])  # higher ones are guesses over several lines
    edge = _edge(rows, high)
    if edge is None:
        return []
    found: list[Slot] = []
    for row in rows:
        text = [w for w in row if w.box and w.box.x0 >= edge - NEAR * high]
        left = [w for w in row if w.box and w.box.x0 < edge - NEAR * high]
        if len(text) < 2 or abs(min(w.box.x0 for w in text if w.box) - edge) > NEAR * high:
            continue
        band = Box(
            edge - REACH * high,
            min(w.box.y0 for w in text if w.box),
            edge - GAP * high,
            max(w.box.y1 for w in text if w.box),
        )
        ink = _ink(seen.image, band, seen.dpi)
        if ink is not None and ink.x1 - ink.x0 <= WIDEST * high:
            found.append(Slot(ink, " ".join(w.text for w in left)))
    return found


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words of a page by printed line, from above, each from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.y0 + w.box.y1) if w.box else 0.0):
        last = rows[-1][-1].box if rows else None
        if last and word.box and abs((word.box.y0 + word.box.y1) - (last.y0 + last.y1)) < (last.y1 - last.y0):
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.box.x0 if w.box else 0.0) for row in rows]


def _edge(rows: Sequence[Sequence[Word]], high: float) -> float | None:
    """Return the left edge of the text: where most lines begin that have several words."""
    starts = [row[0].box.x0 for row in rows if len(row) >= 4 and row[0].box and len(row[0].text) > 1]
    near = Counter({start: sum(abs(start - other) <= NEAR * high for other in starts) for start in starts})
    best = near.most_common(1)
    return best[0][0] if best and best[0][1] >= LEAST and high else None


def _ink(image: Image, band: Box, dpi: int) -> Box | None:
    """Return the box of the one run of marks in a band of the page, in points; None where it is white or full."""
    scale = dpi / 72
    x0, y0, x1, y1 = (max(0, round(v * scale)) for v in (band.x0, band.y0, band.x1, band.y1))
    dark = image[y0:y1, x0:x1] < DARK
    if dark.ndim != 2 or not dark.size:
        return None
    columns = np.flatnonzero(dark.sum(axis=0) >= 2)
    rows = np.flatnonzero(dark.any(axis=1))
    if not columns.size or columns[0] <= 1 or rows[-1] - rows[0] < 0.35 * (y1 - y0):
        return None
    return Box((x0 + columns[0] - 1) / scale, band.y0, (x0 + columns[-1] + 2) / scale, band.y1)


def _crop(image: Image, box: Box, dpi: int) -> Image:
    """Return a slot of the page in a white frame, enlarged to a resolution that figures are read well at."""
    scale = dpi / 72
    x0, y0, x1, y1 = (max(0, round(v * scale)) for v in (box.x0, box.y0 - 1, box.x1, box.y1 + 1))
    part = image[y0:y1, x0:x1]
    if dpi < DPI:
        part = cv2.resize(part, None, fx=DPI / dpi, fy=DPI / dpi, interpolation=cv2.INTER_CUBIC)
    return np.ascontiguousarray(np.pad(part, FRAME, constant_values=255))


def _number(text: str) -> Number | None:
    match = re.fullmatch(r"\(?(\d{1,3}(?:\.\d{1,2}){0,3})[.)]*", text.replace(" ", ""))
    return tuple(map(int, match[1].split("."))) if match else None


def _follows(before: Number, number: Number) -> bool:
    """Say whether a number may come right after another: the next one, the first below it, or the next one above."""
    if number == (*before, 1):
        return True
    return any(number == (*before[:depth], before[depth] + 1) for depth in range(len(before)))


def _leads(before: Number, number: Number, apart: int) -> bool:
    """Say whether a number may stand so many places after another, those between unread."""
    counted = before[:-1] == number[:-1] and number[-1] - before[-1] == apart
    return counted or apart == 1 and _follows(before, number)


def _series(read: Sequence[Number | None]) -> list[tuple[Number | None, bool]]:
    """Return the numbers that go on from a neighbour, and whether they were read: one between two is filled in."""
    known = [n for n, number in enumerate(read) if number]
    linked = [(a, b) for a, b in pairwise(known) if _leads(read[a] or (), read[b] or (), b - a)]
    sure = {n for pair in linked for n in pair}
    held = [number if n in sure else None for n, number in enumerate(read)]
    out = [(number, True) for number in held]
    for n, number in enumerate(held):
        if number is not None:
            continue
        previous = next((k for k in range(n - 1, -1, -1) if held[k]), None)
        following = next((k for k in range(n + 1, len(held)) if held[k]), None)
        if previous is None and following is not None and held[following] == (following + 1,):
            out[n] = ((n + 1,), False)  # the first ones of the page's list
        if previous is None or following is None:
            continue
        first, last = held[previous], held[following]
        if first and last and first[:-1] == last[:-1] and last[-1] - first[-1] == following - previous:
            out[n] = ((*first[:-1], first[-1] + n - previous), False)
    return out


def _inside(box: Box, slot: Box) -> bool:
    """Say whether most of a word lies in a slot."""
    wide = min(box.x1, slot.x1) - max(box.x0, slot.x0)
    high = min(box.y1, slot.y1) - max(box.y0, slot.y0)
    return wide > 0.5 * (box.x1 - box.x0) and high > 0.4 * (box.y1 - box.y0)
