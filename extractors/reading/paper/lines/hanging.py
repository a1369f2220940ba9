"""Numbers and letters that hang in the margin of a scanned list: the layout analysis takes them for a column of their
own and reads `2.` as `wo`, `a)` as nothing.

What stands left of the text, level with a line, is cropped and read as figures and as letters; it is believed
where the labels of the page go on from one another, and a number between two sure ones is theirs.
"""

import re
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.engines import EngineFailed, Image
from extractors.parsing.numerals import ALPHABETS, ORDERS
from extractors.reading.paper.lines.margin_labels import Told, labels_in, ladder
from extractors.reading.paper.lines.strips import read_strips
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Word

DARK, PAPER = 150, 215
"""Greys of ink, at most, and of paper, at least."""
EDGE = 3
"""Pixels of paler ink beside the dark of a mark."""
FIGURES, SIGNS = "0123456789", ".)("
NEAR = 0.8
"""Heights of words by which the beginnings of lines differ that stand below each other."""
LEAST = 5
"""Lines that begin at one place from which it is the left edge of a text."""
WIDEST, GAP = 3.2, 0.45
"""Width of a number in heights of words, at most, and the white between it and the text, at least."""
TALLEST = 1.6
"""Height of a word that stands on one line, in heights of words, at most."""
REACH = 5.0
"""How far left of the text a number is looked for, in heights of words."""
LOST = 3
"""Marks of a page from which those are looked at that the page's reading made a word of."""
FRAME = 10
DPI = 300
SURE, ONCE, FILLED = 0.96, 0.88, 0.6
"""Confidence of a label that two readings or more tell and its neighbours bear out, that one tells, that none does."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Ink left of a line of text, and what the page's reading made of it."""

    box: Box
    said: str


def with_hanging(words: Sequence[Word], seen: Seen, tables: Sequence[Box] = ()) -> list[Word]:
    """Return the words of a page with the labels that hang left of its text in place of what was read there; a page
    with tables is left as it is."""
    slots = [] if tables else _slots(words, seen)
    if not hasattr(seen.engine, "read_only") or not _in_doubt(slots):
        return list(words)
    try:
        told = ladder([labels_in(again, slot.said) for slot, again in zip(slots, _read(slots, seen), strict=True)])
    except EngineFailed:
        return list(words)
    found = [(slot, one) for slot, one in zip(slots, told, strict=True) if one and not one.label.roman]
    kept = [w for w in words if not (w.box and any(_inside(w.box, slot.box) for slot, _ in found))]
    return kept + [_word(slot, one) for slot, one in found]


def _word(slot: Slot, told: Told) -> Word:
    return Word(told.label.text, slot.box, FILLED if not told.times else ONCE if told.times < 2 else SURE)


def _in_doubt(slots: Sequence[Slot]) -> bool:
    """Whether the marks of a page are to be looked at again: one was not read, or some are no ladder as read."""
    if any(not slot.said for slot in slots):
        return True
    told = ladder([labels_in([], slot.said) for slot in slots]) if len(slots) >= LOST else []
    return any(one is None or _bare(one.label.text) != _bare(slot.said) for slot, one in zip(slots, told, strict=False))


def _bare(label: str) -> str:
    """Return a label without the signs about it, which are lost without harm."""
    return label.strip(SIGNS + ",:;_ ")


def _read(slots: Sequence[Slot], seen: Seen) -> list[list[str]]:
    """Return the readings of each slot: beside the others of the page, for a lone figure has no context, as figures and
    as letters."""
    crops = [_crop(seen.image, slot.box, seen.dpi) for slot in slots]
    letters = _alphabet(seen.models)

    def words_of(images: Sequence[Image], only: str, models: str) -> list[list[Word]]:
        pages = seen.engine.read_only(images, only, DPI, models)  # type: ignore[attr-defined]
        return [[w for line in page.blocks for w in getattr(line, "words", ())] for page in pages]

    alone = [words_of(crops, FIGURES + SIGNS, "eng"), words_of(crops, letters + SIGNS, seen.models)]
    if "vie" in seen.models.lower():  # whose model passes over `i)` and takes `g)` for `8)`
        alone.append(words_of(crops, letters.replace("đ", "") + SIGNS, "eng"))
    said = [["".join(w.text for w in found) for found in one] for one in alone]
    strips = read_strips([crops], DPI, lambda images: words_of(images, FIGURES + SIGNS + letters, seen.models))[0]
    return [[text, *read] for (text, _), *read in zip(strips, *said, strict=True)]


def _alphabet(models: str) -> str:
    """Return the letters that points have in the languages of models."""
    if "vie" in models.lower():
        return ALPHABETS[0][0]
    return "".join(sorted(set("".join(ORDERS[2:])))) if models != "eng" else ORDERS[1]


def _slots(words: Sequence[Word], seen: Seen) -> list[Slot]:
    """Return what stands in the margin level with lines that begin at a left edge of the text, from above."""
    upright = [(w, w.box.height) for w in words if w.box and not w.turn]
    high = float(np.median([tall for _, tall in upright])) if upright else 0.0
    rows = _rows([w for w, tall in upright if tall <= TALLEST * high])  # higher ones are guesses over several lines
    found = [slot for edge in _edges(rows, high) for row in rows if (slot := _slot(row, edge, high, seen)) is not None]
    return sorted(found, key=lambda slot: slot.box.y0)


def _slot(row: Sequence[Word], edge: float, high: float, seen: Seen) -> Slot | None:
    """Return the mark left of a row that begins at an edge."""
    text = [w.box for w in row if w.box and w.box.x0 >= edge - NEAR * high]
    left = " ".join(w.text for w in row if w.box and w.box.x0 < edge - NEAR * high)
    if not text or abs(min(box.x0 for box in text) - edge) > NEAR * high or _worded(left):
        return None
    band = Box(edge - REACH * high, min(b.y0 for b in text), edge - GAP * high, max(b.y1 for b in text))
    ink = _ink(seen.image, band, seen.dpi)
    return Slot(ink, left) if ink is not None and ink.width <= WIDEST * high else None


def _worded(said: str) -> bool:
    """Whether what was read left of an edge is the beginning of the line's own words."""
    return len(re.findall(r"[^\W\d_]", said)) > 2


def _rows(words: Sequence[Word]) -> list[list[Word]]:
    """Return the words of a page by printed line, from above, each from the left."""
    rows: list[list[Word]] = []
    for word in sorted(words, key=lambda w: (w.box.y0 + w.box.y1) if w.box else 0.0):
        last = rows[-1][-1].box if rows else None
        if last and word.box and abs((word.box.y0 + word.box.y1) - (last.y0 + last.y1)) < last.height:
            rows[-1].append(word)
        else:
            rows.append([word])
    return [sorted(row, key=lambda w: w.box.x0 if w.box else 0.0) for row in rows]


def _edges(rows: Sequence[Sequence[Word]], high: float) -> list[float]:
    """Return the left edges of the text: where most lines begin that have several words, then where others do."""
    starts = [row[0].box.x0 for row in rows if len(row) >= 4 and row[0].box and len(row[0].text) > 1]
    found: list[float] = []
    while starts and high:
        near = Counter({start: sum(abs(start - other) <= NEAR * high for other in starts) for start in starts})
        best, lines = near.most_common(1)[0]
        if lines < LEAST:
            break
        found.append(float(np.median([start for start in starts if abs(start - best) <= NEAR * high])))
        starts = [start for start in starts if abs(start - best) > 2 * NEAR * high]
    return found


def _ink(image: Image, band: Box, dpi: int) -> Box | None:
    """Return the box of the one run of marks in a band of the page, in points; None where it is white or full."""
    scale = dpi / 72
    x0, y0, x1, y1 = band.pixels(scale)
    dark = image[y0:y1, x0:x1] < DARK
    if dark.ndim != 2 or not dark.size:
        return None
    columns = np.flatnonzero(dark.sum(axis=0) >= 2)
    rows = np.flatnonzero(dark.any(axis=1))
    if not columns.size or columns[0] <= 1 or rows[-1] - rows[0] < 0.35 * (y1 - y0):
        return None
    return Box((x0 + columns[0] - EDGE) / scale, band.y0, (x0 + columns[-1] + EDGE + 1) / scale, band.y1)


def _crop(image: Image, box: Box, dpi: int) -> Image:
    """Return a slot of the page in a white frame, enlarged to a resolution that figures are read well at."""
    scale = dpi / 72
    x0, y0, x1, y1 = box.grown(0, 1).pixels(scale)
    part = image[y0:y1, x0:x1].copy()
    part[part > PAPER] = 255
    if dpi < DPI:
        part = cv2.resize(part, None, fx=DPI / dpi, fy=DPI / dpi, interpolation=cv2.INTER_CUBIC)
    return np.ascontiguousarray(np.pad(part, FRAME, constant_values=255))


def _inside(box: Box, slot: Box) -> bool:
    """Say whether most of a word lies in a slot."""
    return box.across(slot) > 0.5 * box.width and box.down(slot) > 0.4 * box.height
