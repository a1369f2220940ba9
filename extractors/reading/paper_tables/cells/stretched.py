"""Rows of ruled tables whose words the engine laid over the wrong cells: found by words too wide for their letters.

Where the heads of narrow columns stand in one line, the engine may read words of one cell as those of the next ones:
`Năm sinh` and `Học vị` become four words over four cells, and what stood in the last two is gone. Such words are as
wide as whole heads; from the first of them on the cells of their row are read by themselves.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.reading.paper.lines.strips import Read
from extractors.reading.paper_tables.cells.cells import EDGE, crop_of, ink_of
from models.page import Box, Word

STRETCHED, SHORTEST = 2.2, 2
"""Times the usual width of a letter from which a word is too wide for its letters; letters of such a word, at least."""
FEWEST = 20
"""Words of a page from which they tell the usual width of a letter."""
LEAST = 0.5
"""Confidence from which the reading of a cell is believed against that of the page."""


def unstretched(words: list[Word], tables: Sequence[Ruled], image: Image, dpi: int, read: Read) -> list[Word]:
    """Return the words of a page with those of cells read anew where words of their row are stretched."""
    lying = [w for w in words if w.box and not w.turn and len(w.text) > SHORTEST and w.text.isalpha()]
    if len(lying) < FEWEST:
        return words
    usual = median(w.box.width / len(w.text) for w in lying if w.box)
    out = words
    for table in tables:
        if len(table.cells) > 3:
            out = _reread(out, table, [w for w in out if _is_stretched(w, table, usual)], (image, dpi), read)
    return out


def _reread(words: list[Word], table: Ruled, stretched: list[Word], seen: tuple[Image, int], read: Read) -> list[Word]:
    cells = [cell for cell in table.cells if any(_is_behind(cell, w.box) for w in stretched if w.box)]
    inks = [(cell, ink) for cell in cells if (ink := ink_of(seen[0], cell.inset(EDGE), seen[1]))]
    if not inks:
        return words
    crops = [crop_of(seen[0], ink, seen[1]) for _, ink in inks]
    new: dict[Box, Word] = {}
    for (cell, ink), said in zip(inks, read(crops), strict=False):
        if said and min(w.confidence for w in said) >= LEAST:
            text = " ".join(w.text for w in said)
            new[cell] = replace(said[0], text=text, box=ink, confidence=min(w.confidence for w in said))
    if not any(_differs(w, new) for w in stretched):
        return words
    return [w for w in words if not any(w.lies_in(cell) for cell in new)] + list(new.values())


def _is_stretched(word: Word, table: Ruled, usual: float) -> bool:
    if not word.box or word.turn or len(word.text) < SHORTEST or not word.text.isalpha():
        return False
    wide = word.box.width > STRETCHED * usual * len(word.text)
    return wide and table.box.holds(word.box)


def _is_behind(cell: Box, word: Box) -> bool:
    """Whether a cell stands in the row of a word, where it begins or behind that."""
    return cell.y0 <= word.middle_y <= cell.y1 and cell.x1 > word.x0 + EDGE


def _differs(word: Word, new: dict[Box, Word]) -> bool:
    """Whether the cell of a stretched word reads otherwise: else its letters stand far apart."""
    return any(word.lies_in(cell) and said.text.replace(" ", "") != word.text for cell, said in new.items())
