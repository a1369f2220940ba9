"""Tables of many narrow columns, as curricula are: read cell by cell, for the engine finds no lines in them.

Every entry is read twice, by the model of the page and by that of Latin letters, beside the other entries of its row;
figures are held against the shapes of those that both agree on. What stays in doubt is left empty and marked.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import reduce
from statistics import median

import cv2
import numpy as np

from extractors.arranging.tables.aligning import BARS
from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.reading.paper.lines.strips import Read, read_strips
from extractors.reading.paper_tables.cells.cells import ink_of
from extractors.reading.paper_tables.cells.upwards import sureness
from extractors.reading.paper_tables.codes.plan_indexes import settle_indexes
from extractors.reading.paper_tables.entries import Entry
from extractors.reading.paper_tables.short_entries import SAME, settle_short
from models.page import Box, PageNote, Word

COLUMNS, CELLS = 7, 30
"""Columns and cells from which a table is dense."""
LINES = 16
"""Lines of words that tell the language of a table, at most."""
BROADER = 2.0
"""Widths in heights from which ink is wide: single figures are higher than wide, but less so."""
LEVEL, SHORT = 1.75, 6.0
"""Heights of usual ink up to which a cell has one line; and width of an entry in those, at most."""
UPRIGHT, HIGH, TALLER = 1.5, 16.0, 1.25
"""Height of ink in widths, and in points, from which it is written upwards; in usual heights, beside such ink."""
DASH = 2.2
"""Points up to which a dash is high."""
LINE = 4.0
"""Points from which ink between white is a line: marks above and below letters are lower."""
PAPER, WHITE, FRAME = 60, 205, 14
"""Percentile of a cell that is its paper; grey of 255 from which paper is white; white pixels around a line."""
WHOLE = 0.75
"""Share of the letters of a cell read by itself that the reading of the page must have: it may have lost a line."""
WORDED, LEVELLED = 4, 0.9
"""Letters that words read level in an entry have, and their confidence, at least: of print that is written upwards
the page reads rubbish."""
SMALL = 34
"""Pixels of the crop of a line, with its frame of white, below which print is enlarged to be read."""
UNREAD = "ink in a cell of a table that could not be read"
BROKEN = "a figure that breaks the sums of its table"


@dataclass(frozen=True, slots=True)
class Readers:
    """How crops are read: lines and blocks by the model of the page, lines by that of Latin letters, and figures by
    one that knows nothing else."""

    lines: Read
    blocks: Read
    latin: Read
    figures: Read | None = None


def dense(tables: Sequence[Ruled]) -> list[Ruled]:
    """Return the tables of many columns and cells."""
    return [t for t in tables if len(t.cells) >= CELLS and _columns(t) >= COLUMNS]


def is_on_side(tables: Sequence[Ruled], image: Image, dpi: int) -> bool | None:
    """Return whether the print in dense tables lies on its side; None where there are none, or it cannot be told.

    Words and figures of two places and more are wider than high; only the heads are written upwards.
    """
    wide = tall = 0
    for cell in (cell for table in tables for cell in table.cells):
        ink = ink_of(image, cell, dpi)
        if ink is not None:
            wide += ink.width > BROADER * ink.height
            tall += ink.height > BROADER * ink.width
    if max(wide, tall) < CELLS / 3 or min(wide, tall) * 2 > max(wide, tall):
        return None
    return tall > wide


def sample_of(tables: Sequence[Ruled], image: Image, dpi: int) -> Image | None:
    """Return the words of dense tables as an image of lines, by which their language is told; None where they are few.

    The page itself shows mostly figures and rules, of which any language may be read.
    """
    entries = [e for table in tables for e in _entries(table, image, dpi) if not e.upright]
    if not entries:
        return None
    usual = median(e.ink.height for e in entries)
    lines = [e.crop for e in entries if e.ink.height <= LEVEL * usual and e.ink.width > SHORT * usual]
    lines = sorted(lines, key=lambda crop: -crop.shape[1])[:LINES]
    if len(lines) < LINES / 4:
        return None
    wide = max(crop.shape[1] for crop in lines)
    parts = [
        np.pad(crop, ((FRAME, FRAME), (FRAME, FRAME + wide - crop.shape[1])), constant_values=255) for crop in lines
    ]
    return np.ascontiguousarray(np.concatenate(parts))


def _columns(table: Ruled) -> int:
    edges = sorted(cell.x0 for cell in table.cells)
    return 1 + sum(b - a > SAME for a, b in zip(edges, edges[1:], strict=False))


@dataclass(frozen=True, slots=True)
class DenseRead:
    """The words of a page apart from the figures of its dense tables, those figures, and ink that was not read."""

    words: list[Word]
    proved: list[Word]
    notes: list[PageNote]


def read_dense(words: list[Word], tables: Sequence[Ruled], scan: tuple[Image, int], readers: Readers) -> DenseRead:
    """Return the words of a page with those of its dense tables read anew, cell by cell."""
    notes: list[PageNote] = []
    proved: list[Word] = []
    for table in tables:
        entries = _entries(table, *scan)
        if not entries:
            continue
        _lay_level(entries, words)
        _read_table([e for e in entries if not e.upright], words, scan[1], readers)
        _read_upright([e for e in entries if e.upright], scan[1], readers)
        if not any(e.words for e in entries):  # an engine that reads no lines
            continue
        words = [w for w in words if not w.lies_in(table.box)]
        words += [w for e in entries for w in e.words if not e.figures]
        proved += [w for e in entries for w in e.words if e.figures]
        notes += [PageNote("unread_cell", UNREAD, e.ink) for e in entries if not e.words and not _is_dash(e.ink)]
        notes += [PageNote("doubted_figure", BROKEN, e.ink) for e in entries if e.doubted]
    return DenseRead(words, proved, notes)


def _is_dash(ink: Box) -> bool:
    """Return whether ink is a dash: the cell says that it holds nothing."""
    high = ink.height
    return high <= DASH and ink.width > high


def _lay_level(entries: Sequence[Entry], words: Sequence[Word]) -> None:
    """Take no entry for one written upwards where the page was read level in it for sure: short words above another."""
    for entry in entries:
        if entry.upright:
            held = [w for w in words if not w.turn and w.text.isalpha() and w.lies_in(entry.cell)]
            if _letters(held) >= WORDED and sureness(held) >= LEVELLED:
                entry.upright, entry.crop = False, np.ascontiguousarray(np.rot90(entry.crop))


def _read_table(entries: Sequence[Entry], words: Sequence[Word], dpi: int, readers: Readers) -> None:
    """Read the entries of a table: short ones in strips, the others by themselves or as the page was read."""
    usual = median(e.ink.height for e in entries)
    stacked = {id(e) for e in entries if _is_stacked(e.crop, dpi)}
    short = [e for e in entries if e.ink.height <= LEVEL * usual and e.ink.width <= SHORT * usual]
    short = [e for e in short if id(e) not in stacked]
    _read_short(short, dpi, readers)
    settle_short(short, readers.lines, readers.latin, readers.figures)
    brief = {id(e) for e in short}
    rest = [e for e in entries if id(e) not in brief]
    several = [id(e) in stacked or e.ink.height > LEVEL * usual for e in rest]
    _read_text([e for e, many in zip(rest, several, strict=True) if not many], dpi, readers.lines)
    _read_text([e for e, many in zip(rest, several, strict=True) if many], dpi, readers.blocks)
    for entry in rest:
        held = tuple(w for w in words if set(w.text) - BARS and w.lies_in(entry.cell))
        if sorted(w.text for w in held) == sorted(w.text for w in entry.words):
            continue  # boxes of the page's words reach to the rules, and may lap over from line to line
        whole = _letters(held) >= WHOLE * _letters(entry.words) and _spans(held, entry.ink)
        if whole and sureness(held) > sureness(entry.words):
            entry.words = held
    settle_indexes(entries, readers.lines, readers.latin)


def _is_stacked(crop: Image, dpi: int) -> bool:
    """Return whether a crop shows lines of print one above the other, white between them."""
    inked = np.pad((crop < 140).any(axis=1).astype(np.int8), 1)
    edges = np.flatnonzero(np.diff(inked))
    return int(((edges[1::2] - edges[::2]) * 72 / dpi >= LINE).sum()) > 1


def _entries(table: Ruled, image: Image, dpi: int) -> list[Entry]:
    """Return the cells of a table that have ink."""
    out = []
    for cell in table.cells:
        ink = ink_of(image, cell, dpi)
        crop = _crop(image, cell, ink, dpi) if ink else None
        if ink is not None and crop is not None:
            upright = ink.height > max(HIGH, UPRIGHT * ink.width)
            out.append(Entry(cell, ink, crop, upright))
    usual = median([e.ink.height for e in out if not e.upright] or [HIGH])
    for entry in out:
        if not entry.upright and entry.ink.height > max(TALLER * usual, entry.ink.width):
            beside = sum(
                o.upright and abs(o.cell.y0 - entry.cell.y0) + abs(o.cell.y1 - entry.cell.y1) < SAME for o in out
            )
            entry.upright = beside > 1
    foot = max((e.cell.y1 for e in out if e.upright), default=0.0)
    for entry in out:
        entry.head = entry.cell.y0 < foot
        if entry.upright:
            entry.crop = np.ascontiguousarray(np.rot90(entry.crop, -1))
    return out


def _crop(image: Image, cell: Box, ink: Box, dpi: int) -> Image | None:
    """Return the ink of a cell, its paper made white; None where nothing is dark then."""
    scale = dpi / 72
    x0, y0, x1, y1 = cell.pixels(scale)
    paper = max(1.0, float(np.percentile(image[y0:y1, x0:x1], PAPER)))
    left, top = max(x0, round(ink.x0 * scale) - 3), max(y0, round(ink.y0 * scale) - 3)
    right, foot = min(x1, round(ink.x1 * scale) + 3), min(y1, round(ink.y1 * scale) + 3)
    part = np.clip(image[top:foot, left:right].astype(np.float32) * (255 / paper), 0, 255)
    crop = np.where(part > WHITE, 255, part).astype(np.uint8)
    return np.ascontiguousarray(crop) if crop.size and crop.min() < 150 else None


def _read_short(entries: Sequence[Entry], dpi: int, readers: Readers) -> None:
    """Read short entries beside the others of their row, by either model."""
    rows: dict[int, list[Entry]] = defaultdict(list)
    for entry in sorted(entries, key=lambda e: (e.ink.middle_y, e.ink.x0)):
        middle = entry.ink.middle_y
        near = next((k for k, row in rows.items() if row[0].cell.y0 <= middle < row[0].cell.y1), len(rows))
        rows[near].append(entry)
    groups = [sorted(row, key=lambda e: e.ink.x0) for row in rows.values()]
    crops = [[e.crop for e in row] for row in groups]
    for read in (readers.lines, readers.latin):
        for row, said in zip(groups, read_strips(crops, dpi, read), strict=True):
            for entry, what in zip(row, said, strict=True):
                entry.said.append(what)


def _read_upright(entries: Sequence[Entry], dpi: int, readers: Readers) -> None:
    """Read entries that are written upwards: those of one line beside each other, all others by themselves too."""
    if not entries:
        return
    usual = min(e.crop.shape[0] for e in entries)
    single = [e for e in entries if e.crop.shape[0] <= LEVEL * usual]
    for entry, said in zip(single, read_strips([[e.crop for e in single]], dpi, readers.lines)[0], strict=True):
        entry.said.append(said)
    crops = [np.ascontiguousarray(np.pad(e.crop, FRAME, constant_values=255)) for e in entries]
    for entry, words in zip(entries, readers.blocks(crops), strict=False):
        alone = (" ".join(w.text for w in words), sureness(words))
        text, sure = max(*entry.said, alone, ("", 0.0), key=lambda said: said[1])
        entry.words = (Word(text, entry.ink, sure, turn=90),) if text else ()


def _read_text(entries: Sequence[Entry], dpi: int, read: Read) -> None:
    """Read entries of words, each by itself."""
    small = bool(entries) and float(np.median([e.crop.shape[0] for e in entries])) < SMALL
    times = 2 if small else 1
    large = [cv2.resize(e.crop, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC) for e in entries]
    crops = [np.ascontiguousarray(np.pad(crop, FRAME, constant_values=255)) for crop in large]
    scale = 72 / dpi
    for entry, said in zip(entries, read(crops) if crops else [], strict=False):
        x, y = entry.ink.x0 - (FRAME / times + 3) * scale, entry.ink.y0 - (FRAME / times + 3) * scale
        boxed = ((w, w.box) for w in said if w.box)
        entry.words = tuple(
            replace(w, box=Box(b.x0 / times + x, b.y0 / times + y, b.x1 / times + x, b.y1 / times + y))
            for w, b in boxed
        )


def _spans(words: Sequence[Word], ink: Box) -> bool:
    """Return whether words reach as far as the ink of a cell does: none of its lines was lost, nor the end of one."""
    boxes = [w.box for w in words if w.box]
    if not boxes:
        return False
    line, held = min(b.height for b in boxes), reduce(Box.union, boxes)
    down = max(held.y0 - ink.y0, ink.y1 - held.y1) < line / 2
    return down and max(held.x0 - ink.x0, ink.x1 - held.x1) < line


def _letters(words: Sequence[Word]) -> int:
    return sum(len(w.text) for w in words)
