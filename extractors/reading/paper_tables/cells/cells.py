"""Cells of ruled tables that the engine's layout analysis lost: those with ink and no words are read by themselves.

A lone figure between two ruling lines is taken for a part of them, a column of figures for one word from the top down.
"""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.reading.paper.lines.strips import Read
from models.page import Box, Word

MOST = 200
"""Cells of a page that are read by themselves."""
LOWEST, HIGHEST = 3.5, 20.0
"""Points: ink lower than the first is a speck or a dash, ink higher than the second is more than one line."""
EDGE, NARROWEST = 2.0, 2.0
"""Points: along the sides of a cell its rules may have left something; ink narrower than the second is no print."""
FRAME = 14
"""White pixels around what is read by itself."""
LEAST = 0.3
"""Confidence from which the reading of a cell is believed."""

PART = 0.9
"""Share of a word that lies within another which it was read as a part of once more."""
GUESSED, SPECKS = 0.4, ";:,.‹›<>'`~_\" "
"""Confidence below which what was read in a cell is a guess; what a lone figure is read as between rules."""


def refill(words: list[Word], tables: Sequence[Ruled], image: Image, dpi: int, read: Read) -> list[Word]:
    """Return the words of a page with those of lost cells; guesses and words over several cells make way for them."""
    cells = [cell for table in tables if len(table.cells) > 3 for cell in table.cells]
    astray = [word for word in words if word.box and _is_astray(word.box, cells)]
    astray += [w for w in words if w.confidence < GUESSED or not w.text.strip(SPECKS)]
    kept = [word for word in words if not any(word is other for other in astray)]
    lost = [cell for cell in cells if not any(w.lies_in(cell) for w in kept)][: 2 * MOST]
    inks = [ink for cell in lost if (ink := _ink(image, cell, dpi))][:MOST]
    if not inks:
        return words
    found = read([crop_of(image, ink, dpi) for ink in inks])
    new = [_at(said, ink) for ink, said in zip(inks, found, strict=False) if said]
    new = [word for word in new if word.confidence >= LEAST]
    filled = [cell for cell in lost if any(w.lies_in(cell) for w in new)]
    gone = [word for word in astray if word.box and any(_overlap(word.box, cell) for cell in filled)]
    return [word for word in words if not any(word is other for other in gone)] + new


def unread(words: Sequence[Word], tables: Sequence[Ruled], image: Image, dpi: int) -> list[Box]:
    """Return the ink of cells that no word stands in: an empty cell is one thing, a lost one another."""
    found = []
    for cell in (cell for table in tables if len(table.cells) > 3 for cell in table.cells):
        if any(w.box and _overlap(cell, w.box) for w in words):
            continue
        ink = _ink(image, cell.inset(EDGE), dpi)
        if ink and ink.width >= NARROWEST:
            found.append(ink)
    return found


def without_doubled(words: Sequence[Word], tables: Sequence[Ruled]) -> list[Word]:
    """Return words without those that were read twice at one place of a table: the surer of two stays, and the whole of
    a part; of two that have figures and differ none: their cell is read by itself."""
    inside = [w for w in words if not w.turn and any(w.lies_in(table.box) for table in tables)]
    inside.sort(key=lambda w: w.box.x0 if w.box else 0.0)
    gone: set[int] = set()
    for place, one in enumerate(inside):
        for two in inside[place + 1 :]:
            assert one.box and two.box
            if two.box.x0 >= one.box.x1:
                break
            if id(one) in gone or id(two) in gone:
                continue
            if two.text in one.text[1:] and one.box.shared(two.box) > PART * two.box.width * two.box.height:
                gone.add(id(two))
            elif not _at_one_place(one.box, two.box):
                continue
            elif one.text != two.text and all(any(c.isdigit() for c in w.text) for w in (one, two)):
                gone |= {id(one), id(two)}
            else:
                gone.add(id(min(one, two, key=lambda w: w.confidence)))
    return [w for w in words if id(w) not in gone]


def _at_one_place(one: Box, two: Box) -> bool:
    across = one.across(two) > 0.6 * max(one.width, two.width)
    return across and one.down(two) > 0.6 * max(one.height, two.height)


def _is_astray(box: Box, cells: Sequence[Box]) -> bool:
    """Return whether a word reaches over the middles of two cells of a column or of a row."""
    touched = [cell for cell in cells if _overlap(box, cell)]
    down = sum(box.y0 <= cell.middle_y <= box.y1 for cell in touched)
    across = sum(box.x0 <= cell.middle_x <= box.x1 for cell in touched)
    tall = box.height > 1.5 * box.width
    return down > 1 if tall else across > 1


def _overlap(one: Box, two: Box) -> bool:
    return one.x0 <= two.x1 and two.x0 <= one.x1 and one.y0 <= two.y1 and two.y0 <= one.y1


def _ink(image: Image, cell: Box, dpi: int) -> Box | None:
    """Return the box of what is printed in a cell; None where that is nothing, a speck, or more than a line."""
    ink = ink_of(image, cell, dpi)
    return ink if ink and LOWEST <= ink.height <= HIGHEST else None


def ink_of(image: Image, cell: Box, dpi: int) -> Box | None:
    """Return the box of what is printed in a cell, specks left out; None where that is nothing."""
    scale = dpi / 72
    x0, y0, x1, y1 = (max(0, int(v * scale)) for v in (cell.x0, cell.y0, cell.x1, cell.y1))
    part = np.ascontiguousarray(image[y0:y1, x0:x1] < 140).astype(np.uint8)
    if not part.any():
        return None
    count, _, stats, _ = cv2.connectedComponentsWithStats(part, connectivity=8)
    marks = [s for s in stats[1:count] if s[cv2.CC_STAT_AREA] > 0.002 * dpi * 0.01 * dpi]
    if not marks:
        return None
    left, top = min(int(s[0]) for s in marks), min(int(s[1]) for s in marks)
    right, bottom = max(int(s[0] + s[2]) for s in marks), max(int(s[1] + s[3]) for s in marks)
    return Box((x0 + left) / scale, (y0 + top) / scale, (x0 + right) / scale, (y0 + bottom) / scale)


def crop_of(image: Image, ink: Box, dpi: int, frame: int = FRAME) -> Image:
    """Return what is printed in a cell, with a frame of white around it, to be read by itself."""
    scale = dpi / 72
    x0, y0, x1, y1 = ink.pixels(scale)
    part = image[max(0, y0 - 2) : y1 + 2, max(0, x0 - 2) : x1 + 2]
    return np.ascontiguousarray(np.pad(part, frame, constant_values=255))


def _at(said: list[Word], ink: Box) -> Word:
    """Return what was read in a cell as one word that stands where its ink is."""
    text = " ".join(word.text for word in said)
    return replace(said[0], text=text, box=ink, confidence=min(word.confidence for word in said))
