"""Paper: a page image to a page of words, by an OCR engine."""

import time
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

import numpy as np

from extractors.arranging.lining import build_lines
from extractors.arranging.tables.drawn import Rules, rules_in
from extractors.arranging.tables.gridding import place
from extractors.arranging.tables.ruling import grids_with
from extractors.arranging.tables.tracing import with_rules_through
from extractors.engines import Engine, Image, engine_named
from extractors.engines.tesseract import mean_confidence
from extractors.imaging.dashes import with_dashes
from extractors.imaging.erasing import without_rules
from extractors.imaging.lighting import neutral
from extractors.imaging.placing import moved, placed, turned_back
from extractors.imaging.preparing import Prepared, prepare
from extractors.imaging.rings import BLACK
from extractors.reading.options import ReadingOptions
from extractors.reading.paper.ink.grains import without_grains, without_rims
from extractors.reading.paper.ink.handwriting import set_apart
from extractors.reading.paper.ink.sealed import Scan, mark_sealed, without_scribbles
from extractors.reading.paper.ink.slots import mark_slots
from extractors.reading.paper.ink.stamps import stamp_lines, with_stamps
from extractors.reading.paper.letters.latin import with_latin
from extractors.reading.paper.letters.recitals import with_semicolons
from extractors.reading.paper.letters.settling import VIETNAMESE, settle
from extractors.reading.paper.letters.stems import with_stems
from extractors.reading.paper.lines.halves import parts_of
from extractors.reading.paper.lines.hanging import with_hanging
from extractors.reading.paper.lines.neighbours import read_once
from extractors.reading.paper.lines.rescuing import rescue_around, with_rescued
from extractors.reading.paper.upright import FEW, UPSIDE, Clues, Hint, busiest, page_image, read_bounded, read_upright
from extractors.reading.paper_tables.dense import dense, is_on_side, sample_of
from extractors.reading.paper_tables.tabling import Seen, with_tables
from models.page import Block, Box, Line, Page, PageNote, Word

FRAME = 3
"""Cells of a frame, at most: of a border of the page or of what dark edges of a sheet left."""
RIM, PAPER = 36, 250
"""Part of an inch that the edge of a sheet takes in a photo laid flat, where nothing is ruled; what is white there."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page image and what is known of it; `number` from 1."""

    image: Image
    dpi: int
    number: int
    hint: Hint = field(default_factory=Hint)


def read_sheet(sheet: Sheet, options: ReadingOptions, engine: Engine | None = None) -> Page:
    """Return the page that an image shows. A page that the engine cannot read is empty and has a note that says so."""
    started = time.monotonic()
    sheet = replace(sheet, image=neutral(sheet.image))
    engine = engine or engine_named(options.engine, seconds=options.page_seconds, memory=options.engine_bytes)
    ready, white = _made_ready(sheet, options, engine)
    if white is not None:
        return white
    page, view, complaints = _viewed(sheet, ready, options, engine)
    view, lines, apart = _lines(view, page.words)
    blocks, words, unsure = _blocks(view, lines)
    reason = "; ".join(["no text layer", *ready.steps, *complaints])
    return replace(
        page,
        number=sheet.number,
        blocks=tuple(blocks),
        width=view.size[0],
        height=view.size[1],
        rotation=view.turned,
        route="ocr" if blocks else "blank",
        reason=reason if blocks or complaints else "nothing legible on the page",
        mean_confidence=mean_confidence(words),
        seconds=time.monotonic() - started,
        notes=(*view.ready.notes, *apart, *unsure, *(PageNote("unread", text) for text in complaints)),
        placement=view.scan.lies,
    )


@dataclass(frozen=True, slots=True)
class _View:
    """A sheet as it was read: `ready` with its notes turned with it, the image in `seen`; `size` is in points."""

    scan: Scan
    ready: Prepared
    turned: int
    size: tuple[float, float]
    rules: Rules
    seen: Seen

    @property
    def ruled(self) -> list[Box]:
        """The places of ruled tables."""
        return [table.box for table in self.rules.tables]

    def parts(self, words: Sequence[Word], tables: Sequence[Box]) -> list[list[Word]]:
        """Return the words of each part of the page, given its tables."""
        return parts_of(words, self.size, tables, self.rules.strokes.across, folded=self.ready.folded)


def _viewed(sheet: Sheet, drawn: Prepared, options: ReadingOptions, engine: Engine) -> tuple[Page, _View, list[str]]:
    """Return the engine's reading of a sheet made ready, what it was read of, and what went wrong."""
    rules = rules_in(_ruled(drawn), drawn.dpi)
    ready = replace(drawn, image=without_rules(drawn.image, drawn.dpi, rules))
    many = dense(rules.tables)
    best = drawn if many else ready  # many columns without rules fall apart; those tables are read anew
    clues = Clues(is_on_side(many, drawn.image, drawn.dpi), sample_of(many, ready.image, ready.dpi))
    page, turned, models, complaints = read_upright(best, sheet.hint, options, engine, clues=clues)
    size = size_of(ready.image, ready.dpi)
    lies = placed(ready.lead, turned, size, size_of(sheet.image, sheet.dpi))
    if turned:
        ready = replace(ready, notes=moved(ready.notes, turned_back(turned, *size)))
        rules = rules_in(page_image(replace(drawn, inked=_ruled(drawn)), turned, inked=True), ready.dpi)
    image = page_image(ready, turned)
    inked = None
    if drawn.inked is not None:
        inked = without_rules(page_image(drawn, turned, inked=True), ready.dpi, rules)
    seen = Seen(image, ready.dpi, models, engine, inked)
    scan = Scan(sheet.image, sheet.dpi, lies)
    return page, _View(scan, ready, turned, size_of(image, ready.dpi), rules, seen), complaints


def _lines(view: _View, words: Sequence[Word]) -> tuple[_View, list[Line], tuple[PageNote, ...]]:
    """Return the lines of print among the words of a page, with those that the engine lost, and a note per place where
    scraps of ink were read; the view gets notes of handwriting in slots."""
    seen, notes = view.seen, view.ready.notes
    filled = [table.box for table in view.rules.tables if len(table.cells) > FRAME]  # read cell by cell later
    words = with_rescued(without_rims(words, view.size[0]), filled, seen)
    black = [note.box for note in notes if note.kind == "seal" and note.box and BLACK in note.message]
    words = with_hanging([*words, *rescue_around(black, words, seen)], seen, view.ruled)
    lines = [line for part in view.parts(words, view.ruled) for line in build_lines(part)]
    lines, apart = set_apart(read_once(with_latin(without_grains(lines), seen)), view.ready)
    if seen.models in VIETNAMESE:
        lines = with_semicolons([replace(line, words=settle(line.words), text=None) for line in lines])
        lines = with_stems(lines, seen.image, seen.dpi)
        lines, notes = mark_slots(lines, notes, seen.image, seen.dpi)
        view = replace(view, ready=replace(view.ready, notes=notes))
    return view, with_dashes(lines, seen.image, seen.dpi), apart


def _blocks(view: _View, lines: Sequence[Line]) -> tuple[list[Block], list[Word], list[PageNote]]:
    """Return the lines and tables of a page in reading order, its words, and notes of what is unsure or not read."""
    notes = view.ready.notes
    words, tables, unread = with_tables([word for line in lines for word in line.words], view.rules, view.seen)
    words, sealed = mark_sealed(without_scribbles(words, notes, view.scan), notes, view.scan)
    parts = view.parts(words, [table.box for table in tables])
    blocks = [block for part in parts for block in place(part, grids_with(tables, part))]
    blocks = with_stamps(blocks, stamp_lines(notes, words, view.seen))
    return blocks, words, [*sealed, *unread]


def _made_ready(sheet: Sheet, options: ReadingOptions, engine: Engine) -> tuple[Prepared, Page | None]:
    """Return the prepared image of a sheet, and the page that it is where nothing is printed on it."""
    ready = prepare(sheet.image, sheet.dpi, options.dpi)
    seems_blank = ready.blank
    if seems_blank:
        ready = prepare(sheet.image, sheet.dpi, options.dpi, palest=True)
    size = size_of(ready.image, ready.dpi)  # a sheet cut out of a photo is smaller than the photo
    white = Page(sheet.number, (), *size, route="blank", reason="white paper", notes=ready.notes,
                 placement=placed(ready.lead, 0, size, size_of(sheet.image, sheet.dpi)))  # fmt: skip
    if ready.blank:
        return ready, white
    if seems_blank and not _is_print(ready, options, engine):
        return ready, replace(white, reason="white paper; what shines through it could not be read")
    return ready, None


def _is_print(ready: Prepared, options: ReadingOptions, engine: Engine) -> bool:
    """Return whether the busiest part of a page that seemed blank reads as words: the other side of a sheet does not.

    Of such parts 0.9 of the confidence is had where they are print, at an eighth of its contrast too, and 0.4 else.
    """
    part = busiest(ready.image)
    for models in (options.languages,) if options.languages else ("vie", "rus"):
        seen = read_bounded(part, ready.dpi, models, engine, [])
        if len(seen.words) >= FEW and (seen.mean_confidence or 0.0) >= UPSIDE:
            return True
    return False


def _ruled(ready: Prepared) -> Image:
    """Return the image that rules are looked for in: with coloured inks, rules may be coloured, but without the rings
    and strokes of seals, coloured or grey, whose lifting broke rules, and without the edges of the sheet."""
    image = (ready.image if ready.inked is None else ready.inked).copy()
    rim = ready.dpi // RIM
    for edge in (image[:rim], image[-rim:], image[:, :rim], image[:, -rim:]):
        np.maximum(edge, PAPER, out=edge)
    seals = [note.box for note in ready.notes if note.kind == "seal" and note.box]
    for box in seals:
        x0, y0, x1, y1 = (max(0, round(v * ready.dpi / 72)) for v in (box.x0, box.y0, box.x1, box.y1))
        image[y0:y1, x0:x1] = ready.image[y0:y1, x0:x1]
    return with_rules_through(image, seals, ready.dpi)


def size_of(image: Image, dpi: int) -> tuple[float, float]:
    """Return the width and height of an image in points."""
    height, width = image.shape[:2]
    return width * 72 / dpi, height * 72 / dpi
