"""Marks in cells of tables that are no letters: ticks and filled circles and squares, printed or drawn with a pen.

They are told by their shapes: engines read them as letters and signs of every kind, or not at all. A cell whose one
piece of ink has such a shape gets the mark as its word; what a coloured pen wrote into a cell without print is a tick
or a cross, or is told as unread.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.reading.paper_tables.cells.cells import ink_of
from models.page import Box, PageNote, Word

TICK, DISC, BULLET, BLOCK, CROSS = "✓", "●", "•", "■", "x"
SURE, DRAWN = 0.93, 0.75
"""Confidence of a mark that is printed, and of one drawn with a pen."""
LEAST, MOST = 3.4, 20.0
"""Points from which a mark is high and wide, and up to which it is."""
SMALL, DISCS = 2.2, 4.6
"""Points from which a filled circle is a bullet, which may be smaller than other marks, and a disc."""
MARGIN = 1.2
"""Points along the sides of a cell where its rules may have left something."""
DARK, PEN = 140, 190
"""Grey of 255 up to which print is ink, and what a pen drew."""
BAND, STEPS = 0.17, 8
"""Share of its frame by which a stroke of a cross may stray from its diagonal; steps of a diagonal that show ink."""
FEW = 2
"""Printed circles, squares and crosses of a table from which they are marks: one may be a blot, or a letter."""
UNREAD = "coloured ink in a cell of a table that could not be read"


@dataclass(frozen=True, slots=True)
class Marks:
    """The marks of tables as words, and notes of coloured ink in cells that is none."""

    words: tuple[Word, ...]
    notes: tuple[PageNote, ...]


def marks_in(tables: Sequence[Ruled], image: Image, inked: Image | None, dpi: int) -> Marks:
    """Return the marks in the cells of tables; `inked` is the page with its coloured inks, where it has some."""
    words: list[Word] = []
    notes: list[PageNote] = []
    for table in tables:
        found: list[Word] = []
        for cell in table.cells:
            ink = _piece(image, cell, dpi, DARK)
            if ink is not None:
                kind, sure = _sized(_printed(ink[1]), ink[0]), SURE
            elif inked is None or ink_of(image, cell, dpi) or (ink := _pen(inked, cell, dpi)) is None:
                continue
            else:
                kind, sure = _drawn(ink[1]), DRAWN
                if not kind:
                    notes.append(PageNote("unread_cell", UNREAD, ink[0]))
            if kind:
                found.append(Word(kind, ink[0], sure))
        counts = Counter(w.text for w in found)
        words += [w for w in found if w.text == TICK or w.confidence == DRAWN or counts[w.text] >= FEW]
    return Marks(tuple(words), tuple(notes))


def without_marks(words: Sequence[Word], marks: Marks) -> list[Word]:
    """Return words without what was read where marks stand."""
    boxes = [mark.box for mark in marks.words if mark.box]
    return [w for w in words if not (w.box and any(_is_read_at(w, box) for box in boxes))]


def _is_read_at(word: Word, mark: Box) -> bool:
    """Return whether a word is what was read of a mark."""
    return word.box is not None and (mark.holds(word.box) or len(word.text) < 3 and word.box.holds(mark))


def image_without(image: Image, marks: Marks, dpi: int) -> Image:
    """Return a page image without the ink of marks; the image itself where there are none."""
    if not marks.words:
        return image
    out = image.copy()
    for box in (mark.box for mark in marks.words if mark.box):
        x0, y0, x1, y1 = box.grown(0.7).pixels(dpi / 72)
        out[y0:y1, x0:x1] = 255
    return out


def _piece(image: Image, cell: Box, dpi: int, level: int) -> tuple[Box, Image] | None:
    """Return the ink of a cell that holds one piece of ink of the size of a mark: its box, and it as ones and zeros."""
    scale = dpi / 72
    x0, y0, x1, y1 = cell.inset(MARGIN).pixels(scale)
    dark = np.ascontiguousarray(image[y0:y1, x0:x1] < level).astype(np.uint8)
    if not dark.any():
        return None
    count, labels, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    large = [n for n in range(1, count) if max(stats[n, 2:4]) >= 0.3 * LEAST * scale and stats[n, 4] > 3]
    if not large:
        return None
    main = max(large, key=lambda n: int(stats[n, 4]))
    left, top, width, height = (int(v) for v in stats[main, :4])
    if len(large) > 1 and sum(stats[n, 4] for n in large) > 1.12 * stats[main, 4]:
        return None
    if not all(SMALL <= side / scale <= MOST for side in (width, height)):
        return None
    piece = (labels[top : top + height, left : left + width] == main).astype(np.uint8)
    left, top = x0 + left, y0 + top
    return Box(left / scale, top / scale, (left + width) / scale, (top + height) / scale), piece


def _pen(inked: Image, cell: Box, dpi: int) -> tuple[Box, Image] | None:
    """Return the same of ink of a pen, which draws no mark smaller than `LEAST`."""
    ink = _piece(inked, cell, dpi, PEN)
    return ink if ink is not None and _size(ink[0]) >= LEAST else None


def _printed(piece: Image) -> str:
    """Return the mark that a piece of print is; nothing where it may be a letter."""
    high, wide = piece.shape
    share = float(piece.mean())
    if 0.82 <= wide / high <= 1.22:
        if share >= 0.94:
            return BLOCK
        if 0.7 <= share <= 0.88 and _is_round(piece):
            return DISC
    if share >= 0.6:
        return ""
    return TICK if _is_tick(piece, 0.12) else CROSS if _is_cross(piece) else ""


def _sized(kind: str, box: Box) -> str:
    """Return a printed mark as it is called by its size; of marks smaller than `LEAST` only bullets are any."""
    if kind == DISC and _size(box) < DISCS:
        return BULLET
    return kind if _size(box) >= LEAST else ""


def _size(box: Box) -> float:
    return min(box.width, box.height)


def _drawn(piece: Image) -> str:
    if float(piece.mean()) >= 0.55:
        return ""
    return TICK if _is_tick(piece, 0.25) else CROSS if _is_cross(piece) else ""


def _is_round(piece: Image) -> bool:
    """Return whether a piece fills the ellipse in its frame and leaves its corners free."""
    high, wide = piece.shape
    y, x = np.mgrid[0:high, 0:wide]
    far = ((x - (wide - 1) / 2) / (wide / 2)) ** 2 + ((y - (high - 1) / 2) / (high / 2)) ** 2
    return bool(piece[far <= 0.8].mean() >= 0.95 and piece[far >= 1.2].mean() <= 0.25)


def _is_tick(piece: Image, loose: float) -> bool:
    """Return whether a piece is a short stroke down and a long one up to the right of it.

    `loose` is the share of ink that may stand in the corners that a tick leaves free.
    """
    high, wide = piece.shape
    if not 0.55 <= wide / high <= 1.9:
        return False
    ys, xs = np.nonzero(piece)
    foot = float(xs[ys >= 0.86 * high].mean()) / wide
    left, right = ys[xs < 0.15 * wide], ys[xs >= 0.85 * wide]
    if not (0.15 <= foot <= 0.55 and len(left) and len(right)):
        return False
    if not (left.min() >= 0.25 * high and left.mean() <= 0.92 * high and right.mean() <= 0.35 * high):
        return False
    free = piece[: round(0.25 * high), : round(0.4 * wide)], piece[round(0.6 * high) :, round(0.72 * wide) :]
    if any(part.size and part.mean() > loose * 0.5 for part in free):
        return False
    rows = [np.flatnonzero(row) for row in piece[: max(2, round(0.45 * high))]]
    middles = [float(row.mean()) for row in rows if len(row)]
    return len(middles) > 1 and float(np.corrcoef(range(len(middles)), middles)[0, 1]) < -0.8


def _is_cross(piece: Image) -> bool:
    """Return whether the ink of a piece lies along both diagonals of its frame, from end to end, and not elsewhere."""
    high, wide = piece.shape
    if not 0.5 <= wide / high <= 2.0:
        return False
    y, x = np.mgrid[0:high, 0:wide]
    x, y = (x + 0.5) / wide, (y + 0.5) / high
    bands = np.abs(x - y) < BAND, np.abs(x + y - 1) < BAND
    along = [{int(step) for step in (x[band & (piece > 0)] * STEPS)} for band in bands]
    whole = float(piece[bands[0] | bands[1]].sum() / piece.sum())
    return whole >= 0.88 and all(len(steps) == STEPS for steps in along)
