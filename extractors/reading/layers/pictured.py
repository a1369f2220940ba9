"""Pictures of print on pages with a text layer: pages and tables pasted in, of which the layer says nothing."""

from collections.abc import Sequence
from dataclasses import replace

import cv2
import numpy as np

from extractors.engines import Image
from extractors.imaging.placing import on_page
from models.page import Block, Box, Cell, Grid, Line, Page, Word
from normalizers.triage.verdicts import page_verdict

LEAST = 0.12
"""Share of a page that pictures cover from which print is looked for in them."""
COARSE = 100
"""Resolution at which it is looked for, at most that of the image given."""
LETTERS, HIGH, WIDE = 250, (4, 22), (1, 30)
"""Pieces of ink of a letter's height and width in pixels that a picture of print has, at least."""
LINES, WORDS = 6, 30
"""Lines and sure words that such a picture has, at least: seals, logos and captions of drawings are fewer."""
PASSED_LINES, PASSED_WORDS, LONG = 2, 4, 4
"""The same of what a layer over a scan passed over, and the letters of a word that each such line has, at least."""
AGREED = 0.6
"""Share of the words read on a scan, of those on words of the layer, that are the same there, at least."""
SURE, OVER = 0.75, 0.3
"""Mean confidence of a line from which it is taken; share of a word that one of the layer covers where they are one."""


def shows_print(page: Page, image: Image, dpi: int) -> bool:
    """Return whether a drawn page has print that its text layer has not."""
    grey = image if image.ndim == 2 else cv2.cvtColor(image, cv2.COLOR_RGB2GRAY)
    small = cv2.resize(grey, None, fx=COARSE / dpi, fy=COARSE / dpi, interpolation=cv2.INTER_AREA)
    dark = (small < 140).astype(np.uint8)
    for box in filter(None, (word.box for word in _words(page.blocks))):
        box = page.on_sheet(box)
        x0, y0, x1, y1 = (round(v * COARSE / 72) for v in (box.x0 - 1, box.y0 - 1, box.x1 + 1, box.y1 + 1))
        dark[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    wide, high = stats[1:, cv2.CC_STAT_WIDTH], stats[1:, cv2.CC_STAT_HEIGHT]
    like = (high >= HIGH[0]) & (high <= HIGH[1]) & (wide >= WIDE[0]) & (wide <= WIDE[1])
    return bool(like.sum() >= LETTERS)


def with_pictured(page: Page, seen: Page, *, scan: bool = False) -> Page:
    """Return a text layer with the lines and tables that its image shows where the layer has none; as it is without.

    On a `scan` the layer is a reading of the same paper: a few sure lines beside its words are what it passed over.
    """
    said = [word for word in _words(page.blocks) if word.box]
    places = [word.box for word in said if word.box]
    free = [block for block in (_laid(block, page, seen) for block in seen.blocks) if _is_free(block, places)]
    if scan:
        free = _lacking(free, said, [w for b in seen.blocks for w in _words([_laid(b, page, seen)])])
    if not _is_print(free, (PASSED_LINES, PASSED_WORDS) if scan else (LINES, WORDS)):
        return page
    blocks = sorted([*page.blocks, *free], key=_top)
    return replace(page, blocks=tuple(blocks), reason=f"{page.reason}; print in its pictures was read")


def told_in(seen: Page) -> tuple[Block, ...]:
    """Return the blocks of a picture pasted into text, as it was read: none where it has hardly any sure print."""
    sure = [block for block in seen.blocks if _is_free(block, ())]
    return tuple(sure) if _is_print(sure, (LINES, WORDS)) else ()


def _is_print(blocks: Sequence[Block], least: tuple[int, int]) -> bool:
    """Return whether blocks hold at least so many lines and sure words, and their text is sound."""
    lines = [line for block in blocks for line in _lines(block)]
    sure = [word for word in _words(blocks) if word.confidence >= SURE and any(ch.isalnum() for ch in word.text)]
    if len(lines) < least[0] or len(sure) < least[1]:
        return False
    return page_verdict("\n".join(line.as_text() for line in lines)).code == "sound"


def _lacking(free: Sequence[Block], said: Sequence[Word], seen: Sequence[Word]) -> list[Block]:
    """Return the lines of a scan that its layer lacks; none where the layer's words do not lie on those seen.

    A line whose words the layer has at a place where the scan shows none is in the layer, beside its own print.
    """
    over = [(w, [s for s in said if s.box and w.box and _covers(s.box, w.box)]) for w in seen]
    met = [(w, on) for w, on in over if on]
    if len(met) < PASSED_WORDS or sum(any(_like(w, s) for s in on) for w, on in met) < AGREED * len(met):
        return []
    held = {id(s) for _, on in met for s in on}
    loose = {_plain(s) for s in said if id(s) not in held}
    return [b for b in free if isinstance(b, Line) and _is_worded(b) and not any(_plain(w) in loose for w in b.words)]


def _is_worded(line: Line) -> bool:
    """Return whether a line holds a word of several letters: strokes of a pen and of a ring of a seal do not."""
    return any(w.confidence >= SURE and sum(ch.isalpha() for ch in w.text) >= LONG for w in line.words)


def _like(one: Word, two: Word) -> bool:
    return _plain(one) == _plain(two)


def _plain(word: Word) -> str:
    return "".join(ch for ch in word.text.casefold() if ch.isalnum())


def _laid(block: Block, page: Page, seen: Page) -> Block:
    """Return a block of the image with boxes as the text layer has them."""
    if isinstance(block, Grid):
        cells = [replace(c, lines=tuple(_line_laid(ln, page, seen) for ln in c.lines)) for c in block.cells]
        return Grid(tuple(cells), _box_laid(block.box, page, seen) if block.box else None)
    return _line_laid(block, page, seen) if isinstance(block, Line) else block


def _line_laid(line: Line, page: Page, seen: Page) -> Line:
    words = tuple(replace(w, box=_box_laid(w.box, page, seen)) if w.box else w for w in line.words)
    return replace(line, words=words)


def _box_laid(box: Box, page: Page, seen: Page) -> Box:
    return on_page(page, seen.on_sheet(box))


def _is_free(block: Block, said: Sequence[Box]) -> bool:
    """Return whether a block was read well where the text layer has no words."""
    words = [w for w in _words([block]) if w.box]
    if not words or np.mean([w.confidence for w in words]) < SURE:
        return False
    return not any(_covers(box, word.box) for word in words if word.box for box in said)


def _covers(said: Box, seen: Box) -> bool:
    return said.meets(seen) and said.shared(seen) > OVER * seen.width * seen.height


def _lines(block: Block) -> list[Line]:
    cells: tuple[Cell, ...] = block.cells if isinstance(block, Grid) else ()
    return [line for cell in cells for line in cell.lines] + ([block] if isinstance(block, Line) else [])


def _words(blocks: Sequence[Block]) -> list[Word]:
    return [word for block in blocks for line in _lines(block) for word in line.words]


def _top(block: Block) -> float:
    if isinstance(block, Grid) and block.box:
        return block.box.y0
    return min((w.box.y0 for w in _words([block]) if w.box), default=0.0)
