"""Tables of a page image: found, and what the reading of the page lost or misread in their cells read again."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from extractors.arranging.tables.aligning import BARS, LINE
from extractors.arranging.tables.drawn import Parted, Rules, tables_in, unruled_tables
from extractors.arranging.tables.head_columns import with_columns
from extractors.arranging.tables.ruling import Ruled
from extractors.arranging.tables.strokes import Strokes
from extractors.engines import Engine, EngineFailed, Image
from extractors.reading.paper.letters.settling import VIETNAMESE, settle
from extractors.reading.paper.lines.halves import parts_of
from extractors.reading.paper.lines.tall import with_low_boxes
from extractors.reading.paper_tables.cells.cells import refill, unread, without_doubled
from extractors.reading.paper_tables.cells.coloured import coloured_words
from extractors.reading.paper_tables.cells.marks import image_without, marks_in, without_marks
from extractors.reading.paper_tables.cells.overlooked import with_overlooked
from extractors.reading.paper_tables.cells.stretched import unstretched
from extractors.reading.paper_tables.cells.upwards import read_upwards
from extractors.reading.paper_tables.codes.listed import with_codes
from extractors.reading.paper_tables.codes.shapes import in_shape
from extractors.reading.paper_tables.dense import UNREAD, Readers, dense, read_dense
from extractors.reading.paper_tables.figures.enlarged import FIGURES
from extractors.reading.paper_tables.figures.figures import reread
from extractors.reading.paper_tables.figures.series import complete
from models.errors import EnvironmentLacks
from models.page import Page, PageNote, Word

LEVELS = ("R", "M", "I", "A", "T", "U", "H", "L")
"""Capitals that stand alone in tables of levels."""
LATIN = "eng"
"""The model of figures and Latin codes in cells: it takes no figure for a letter with marks or of another script."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page image as it was read, without the rules of its tables, and what it was read with; `inked` is the same with
    its coloured inks, where those were lifted off."""

    image: Image
    dpi: int
    models: str
    engine: Engine
    inked: Image | None = None


def with_tables(words: list[Word], rules: Rules, seen: Seen) -> tuple[list[Word], list[Ruled], list[PageNote]]:
    """Return the words of a page, those of table cells mended, its tables, and where ink in them was not read."""
    rules = replace(rules, tables=[with_columns(table, words) for table in rules.tables])
    many, notes, proved = dense(rules.tables), list[PageNote](), list[Word]()
    marks = marks_in(rules.tables, seen.image, seen.inked, seen.dpi)
    words, seen = without_marks(words, marks), replace(seen, image=image_without(seen.image, marks, seen.dpi))
    lines, blocks = partial(_read, seen, "read_lines", seen.models), partial(_read, seen, "read_blocks", seen.models)
    latin = partial(_read, seen, "read_lines", LATIN)
    figures = partial(_read, seen, "read_only", FIGURES)
    if many:
        read = read_dense(words, many, (seen.image, seen.dpi), Readers(lines, blocks, latin, figures))
        words, proved, notes = read.words, read.proved, read.notes
        rules = _without(rules, many)
    known = [table.box for table in (*many, *rules.tables)]
    part = _parting(rules, seen)
    plain = unruled_tables(words, rules.strokes, known, part)
    words = with_overlooked(words, rules, seen.image, seen.dpi, lines, plain=plain)
    others = tables_in(rules, [w for w in words if not _within(w, many)], part) if words else []
    words = _without_bars(words, others)
    tables = [*many, *others]
    if tables:
        words = read_upwards(words, others, seen.image, seen.dpi, blocks)
        words = without_doubled(words, tables)
        words = unstretched(words, others, seen.image, seen.dpi, blocks)
        words = refill(words, others, seen.image, seen.dpi, lines)
        words = reread(words, tables, seen.image, seen.dpi, latin)
        words = with_codes(words, others, (seen.image, seen.dpi), (lines, latin))
        words = in_shape(complete([*words, *proved], tables, seen.image, seen.dpi), tables)
    words = [*without_bars(words, tables), *marks.words]
    if seen.inked is not None:
        words += coloured_words(tables, words, seen.inked, seen.dpi, blocks)
    lost = unread(words, others, seen.image, seen.dpi)
    words = with_low_boxes(words, seen.image, seen.dpi)
    return words, tables, [*notes, *marks.notes, *(PageNote("unread_cell", UNREAD, ink) for ink in lost)]


def _parting(rules: Rules, seen: Seen) -> Parted:
    """Return what parts the words of a page by its text columns."""
    size = (seen.image.shape[1] * 72 / seen.dpi, seen.image.shape[0] * 72 / seen.dpi)
    return lambda words, taken: parts_of(words, size, taken, rules.strokes.across)


def _without_bars(words: list[Word], tables: Sequence[Ruled]) -> list[Word]:
    """Return words without the bars that rules, folds and edges of paper leave in tables: they are no print, but in a
    table of levels, which has other capitals that stand alone, a bar is an I."""
    levels = [sum(w.text in LEVELS and _within(w, [table]) for w in words) for table in tables]
    plain = [table for table, count in zip(tables, levels, strict=True) if count < 2]
    return [
        word
        for word in words
        if not _within(word, tables if word.text == LINE else plain) or word.text != LINE and set(word.text) - BARS
    ]


def without_bars(words: Sequence[Word], tables: Sequence[Ruled]) -> list[Word]:
    """Return words without the bars that the rules of tables left at their ends: `|Bắt buộc` is `Bắt buộc`."""
    ends = "".join(BARS) + " "
    bare = [word.text.strip(ends) for word in words]
    return [
        replace(word, text=text)
        if text != word.text and len(text) > 1 and text[0].isalpha() and text[-1].isalpha() and _within(word, tables)
        else word
        for word, text in zip(words, bare, strict=True)
    ]


def _without(rules: Rules, tables: Sequence[Ruled]) -> Rules:
    """Return what is ruled on a page apart from some of its tables."""
    left = [t for t in rules.tables if not any(t is other for other in tables)]
    boxes = [t.box for t in tables]
    across = tuple(s for s in rules.strokes.across if not any(b.y0 - 3 <= s.at <= b.y1 + 3 for b in boxes))
    down = tuple(s for s in rules.strokes.down if not any(b.x0 - 3 <= s.at <= b.x1 + 3 for b in boxes))
    return Rules(left, Strokes(across, down))


def _within(word: Word, tables: Sequence[Ruled]) -> bool:
    return any(word.lies_in(table.box) for table in tables)


def _read(seen: Seen, method: str, how: str, crops: Sequence[Image]) -> list[list[Word]]:
    """Return what a method of the engine reads in crops; nothing where it lacks that, or its model, or fails."""
    reading = getattr(seen.engine, method, None)
    if reading is None:
        return []
    try:
        pages: list[Page] = reading(crops, how, seen.dpi)
    except (EngineFailed, EnvironmentLacks):
        return []
    return [list(settle(page.words) if how in VIETNAMESE else page.words) for page in pages]
