"""Print of stamps in coloured ink: `HỎA TỐC`, `ĐẾN Số: … Ngày: …`, the words of a certified copy.

The preparation lifts them off the page with the ink of pens. They are read from the page with its colours and believed
where nearly all that was read in them is sure and known words: what a pen wrote, and the round of a seal, reads as
noise. Figures are left out: in a stamp they are mostly written by hand, and confidence does not tell them apart.
"""

from collections.abc import Sequence
from functools import reduce

import cv2
import numpy as np

from extractors.engines import EngineFailed, Image
from extractors.reading.paper.lines.voting import evidence
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Grid, Line, Page, PageNote, Word

WIDE, HIGH = 30.0, 9.0
"""Points: width and height of a stamp of one word, at least."""
BROAD = 1.5
"""Width of what was taken for a seal, in its heights, from which it may be a large stamp."""
GAP = 5.0
"""Points up to which pieces of ink beside or below each other are of one stamp."""
MOST = 6
"""Stamps of a page that are read, at most."""
STROKE = 0.35
"""Inches: what is longer is the frame of a stamp, a line in it to write on, or the stroke of a pen."""
PRINT, INK = 140, 170
"""Levels up to which the page without its inks is print, and the page with them is ink."""
FRAME, ROOM = 14, 3.0
"""White pixels around a crop; points around a stamp in it."""
SURE, KNOWN, SHARE, LETTERS = 0.7, 0.4, 0.7, 4
"""Confidence and evidence of sure words; their share of all letters of a stamp that is print, and number, at least."""
LIKELY = 0.5
"""Confidence of the other words of such a stamp, at least."""
MARGIN = "margin"
"""Role of their lines: text of the page, and no part of what the document says."""
BREAK = 6.0
"""Points of white between two blocks where a stamp is put between them, at least."""


def stamp_lines(notes: Sequence[PageNote], words: Sequence[Word], seen: Seen) -> list[list[Line]]:
    """Return the printed lines of each stamp of a page, from the notes of coloured ink that was lifted off it.

    `words` are those that were read; what stands in their places is left out.
    """
    inks = [note.box for note in notes if note.box and (note.kind == "ink" or _is_broad(note))]
    boxes = [b for b in _joined(inks) if b.width >= WIDE and b.height >= HIGH][:MOST]
    if seen.inked is None or not boxes or not hasattr(seen.engine, "read_blocks"):
        return []
    try:
        crops = [_crop(seen.inked, seen.image, box, seen.dpi) for box in boxes]
        pages: list[Page] = seen.engine.read_blocks(crops, seen.models, seen.dpi)
    except EngineFailed:
        return []
    taken = [word.box for word in words if word.box]
    out: list[list[Line]] = []
    for box, page in zip(boxes, pages, strict=False):
        lines = [[_laid(w, box, seen.dpi) for w in b.words] for b in page.blocks if isinstance(b, Line)]
        if _is_print([word for line in lines for word in line]):
            free = [[w for w in line if _belongs(w) and not _meets(w.box, taken)] for line in lines]
            out.append([Line(tuple(line), MARGIN) for line in free if any(ch.isalpha() for w in line for ch in w.text)])
    return [stamp for stamp in out if stamp]


def with_stamps(blocks: Sequence[Line | Grid], stamps: Sequence[Sequence[Line]]) -> list[Line | Grid]:
    """Return the blocks of a page with the lines of its stamps, each behind what begins above its lower edge, between
    paragraphs."""
    out: list[Line | Grid] = []
    places = [(_place(_box(*stamp), blocks), _box(*stamp).x0, stamp) for stamp in stamps]
    for at in range(len(blocks) + 1):
        for _, _, stamp in sorted((p for p in places if p[0] == at), key=lambda place: place[1]):
            out += stamp
        out += blocks[at : at + 1]
    return out


def _place(stamp: Box, blocks: Sequence[Line | Grid]) -> int:
    """Return before which block a stamp is put."""
    boxes = [_box(block) for block in blocks]
    at = max((i + 1 for i, box in enumerate(boxes) if box.y0 < stamp.y1), default=0)
    while 0 < at < len(boxes) and boxes[at].y0 - boxes[at - 1].y1 < BREAK:
        at += 1
    return at


def _box(*blocks: Line | Grid) -> Box:
    boxes = [b for block in blocks for b in ([block.box] if isinstance(block, Grid) else [w.box for w in block.words])]
    return reduce(Box.union, [box for box in boxes if box] or [Box(0, 0, 0, 0)])


def _is_broad(note: PageNote) -> bool:
    box = note.box
    return note.kind == "seal" and box is not None and box.width >= BROAD * box.height


def _joined(boxes: Sequence[Box]) -> list[Box]:
    """Return boxes that lie close to each other as one."""
    left, out = list(boxes), list[Box]()
    while left:
        one, grown = left.pop(), True
        while grown:
            near = [b for b in left if _is_near(one, b)]
            left = [b for b in left if not any(b is other for other in near)]
            one = reduce(Box.union, near, one)
            grown = bool(near)
        out.append(one)
    return out


def _is_near(one: Box, other: Box) -> bool:
    across = max(one.x0, other.x0) - min(one.x1, other.x1)
    return max(across, max(one.y0, other.y0) - min(one.y1, other.y1)) < GAP


def _crop(inked: Image, plain: Image, box: Box, dpi: int) -> Image:
    """Return a stamp without black print and long strokes, in a white frame."""
    x0, y0, x1, y1 = box.grown(ROOM).pixels(dpi / 72)
    part = inked[y0:y1, x0:x1].copy()
    paper = int(np.percentile(part, 90)) if part.size else 255
    part[plain[y0:y1, x0:x1] < PRINT] = paper
    _, labels, stats, _ = cv2.connectedComponentsWithStats((part < INK).astype(np.uint8), connectivity=8)
    long = stats[:, [cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT]].max(1) > STROKE * dpi
    long[0] = False
    part[cv2.dilate(long[labels].astype(np.uint8), np.ones((3, 3), np.uint8)) > 0] = paper
    return np.ascontiguousarray(np.pad(part, FRAME, constant_values=paper))


def _laid(word: Word, stamp: Box, dpi: int) -> Word:
    """Return a word of a stamp's crop as it stands on the page."""
    left, top = ((v - FRAME) * 72 / dpi for v in stamp.grown(ROOM).pixels(dpi / 72)[:2])
    return word.shifted(left, top)


def _is_sure(word: Word, least: float = SURE) -> bool:
    return word.confidence >= least and evidence(word.text) > KNOWN and any(ch.isalpha() for ch in word.text)


def _belongs(word: Word) -> bool:
    """Return whether a word of a stamp is kept: a known one, or the dots to write on."""
    return _is_sure(word, LIKELY) or not word.text.strip(".…")


def _is_print(words: Sequence[Word]) -> bool:
    """Return whether what was read of a stamp is words, nearly all of it."""
    letters = sum(ch.isalpha() for word in words for ch in word.text)
    sure = sum(ch.isalpha() for word in words if _is_sure(word) for ch in word.text)
    return sure >= LETTERS and sure >= SHARE * letters


def _meets(box: Box | None, taken: Sequence[Box]) -> bool:
    return box is not None and any(box.meets(other) for other in taken)
