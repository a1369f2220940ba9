"""Cells whose text is written from the bottom up, as heads of narrow columns are: turned, and read by themselves."""

from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extractors.arranging.lining import upright
from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.engines.tesseract import mean_confidence
from extractors.reading.paper.lines.strips import Read
from extractors.reading.paper_tables.cells.cells import FRAME, crop_of, ink_of
from models.page import Box, Word

TALL, SQUARE = 1.5, 0.9
"""Height of a cell and of its ink, in widths, from which the text in it may be turned: of one line, and of several."""
POOR = 0.8
"""Mean confidence below which the words of a cell that is about as high as wide are none."""
HIGH = 16.0
"""Points of ink from which it is worth a try."""
LEAST, BETTER = 0.5, 0.1
"""Mean confidence from which a turned reading is believed, and what it must have ahead of the level one."""


def read_upwards(words: list[Word], tables: Sequence[Ruled], image: Image, dpi: int, read: Read) -> list[Word]:
    """Return the words of a page with those of cells that are written upwards read in their own direction."""
    tall = []
    for table in tables:
        for cell in table.cells:
            held = [w for w in words if w.lies_in(cell)]
            if cell.height < SQUARE * cell.width or _is_read(held):
                continue
            ink = _tall_ink(image, cell, dpi, TALL if sureness(held) >= POOR else SQUARE)
            if ink is not None:
                tall.append((cell, ink))
    if not tall:
        return words
    found = read([np.ascontiguousarray(np.rot90(crop_of(image, ink, dpi), -1)) for _, ink in tall])
    new: list[Word] = []
    gone: set[int] = set()
    for (cell, ink), said in zip(tall, found, strict=False):
        before = [w for w in words if w.lies_in(cell)]
        kept = [w for w in said if w.box and any(ch.isalnum() for ch in w.text)]
        tall_words = [w for w in before if w.box and w.box.height > w.box.width]
        scraps = all(len(w.text) <= 2 for w in before) and any(len(w.text) > 3 and w.text.isalpha() for w in kept)
        ahead = -BETTER if scraps or len(tall_words) == len(before) else BETTER
        if kept and sureness(kept) >= max(LEAST, sureness(before) + ahead):
            new += [replace(w, box=_back(w.box, ink, dpi), turn=90) for w in kept if w.box]
            gone.update(map(id, before))
    return [word for word in words if id(word) not in gone] + new


def _tall_ink(image: Image, cell: Box, dpi: int, least: float) -> Box | None:
    """Return the box of the ink of a cell that is so many times as high as wide, and its ink too; None of any other."""
    if cell.height < least * cell.width:
        return None
    ink = ink_of(image, cell, dpi)
    high, wide = (ink.height, ink.width) if ink else (0.0, 0.0)
    return ink if high >= least * wide and high > HIGH else None


def _is_read(words: Sequence[Word]) -> bool:
    """Return whether words of a cell are sure, and lie level."""
    level = [w for w in words if w.box and w.box.width > w.box.height and len(w.text) > 2]
    return any(w.confidence >= 0.85 for w in level)


def sureness(words: Sequence[Word]) -> float:
    """Return the mean confidence of the letters of words, 0 without any."""
    return mean_confidence(words) or 0.0


def _back(box: Box, ink: Box, dpi: int) -> Box:
    """Return where a word of the turned crop stands on the page."""
    scale = 72 / dpi
    shift = (FRAME + 2) * scale
    level = Box(box.x0 - shift - ink.y1, box.y0 - shift + ink.x0, box.x1 - shift - ink.y1, box.y1 - shift + ink.x0)
    return upright(level, -90)
