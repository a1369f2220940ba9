"""Words of coloured print in cells of tables: heads set in blue or green are lifted off with the ink of pens.

They are read from the page with its colours, and believed where that is sure and they are words: what a pen wrote is
read with little confidence, and figures are not told from it.
"""

from collections.abc import Sequence

import numpy as np

from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.reading.paper.lines.strips import Read
from extractors.reading.paper_tables.cells.cells import ink_of
from models.page import Box, Word

SURE, LETTERS = 0.85, 3
"""Confidence of the least sure word from which a cell is believed; letters of it, at least."""
LOWEST, MARGIN, FRAME = 4.0, 1.5, 14
"""Points: ink that is lower is no line; along the sides of a cell its rules may show. White pixels around a crop."""
MOST = 60
"""Cells of a page that are read so, at most."""


def coloured_words(tables: Sequence[Ruled], words: Sequence[Word], inked: Image, dpi: int, read: Read) -> list[Word]:
    """Return the words of coloured print in cells that have no words; `inked` is the page with its coloured inks."""
    found: list[Box] = []
    for cell in (cell for table in tables for cell in table.cells):
        if any(w.lies_in(cell) for w in words):
            continue
        ink = ink_of(inked, cell.inset(MARGIN), dpi)
        if ink and ink.height >= LOWEST:
            found.append(ink)
    if not found or len(found) > MOST:
        return []
    out: list[Word] = []
    for ink, said in zip(found, read([_crop(inked, ink, dpi) for ink in found]), strict=False):
        letters = sum(ch.isalpha() for w in said for ch in w.text)
        if letters >= LETTERS and min(w.confidence for w in said) >= SURE:
            shift = FRAME * 72 / dpi
            x, y = ink.x0 - shift, ink.y0 - shift
            out += [w.shifted(x, y) for w in said if w.box]
    return out


def _crop(image: Image, ink: Box, dpi: int) -> Image:
    x0, y0, x1, y1 = ink.pixels(dpi / 72)
    return np.ascontiguousarray(np.pad(image[y0:y1, x0:x1], FRAME, constant_values=255))
