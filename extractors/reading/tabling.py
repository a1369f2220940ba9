"""Tables of a page image: found, and what the reading of the page lost or misread in their cells read again."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from extractors.arranging.drawn import Rules, tables_in
from extractors.arranging.ruling import Ruled
from extractors.engines import Engine, EngineFailed, Image
from extractors.reading.cells import refill
from extractors.reading.figures import reread
from extractors.reading.overlooked import with_overlooked
from extractors.reading.series import complete
from extractors.reading.settling import settle
from extractors.reading.upwards import read_upwards
from models.errors import EnvironmentLacks
from models.page import Line, Page, Word

VIETNAMESE = ("vie", "Vietnamese", "vie+eng")
LATIN = "eng"
"""The model of figures and Latin codes in cells: it takes no figure for a letter with marks or of another script."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A page image as it was read, without the rules of its tables, and what it was read with."""

    image: Image
    dpi: int
    models: str
    engine: Engine


def with_tables(words: list[Word], rules: Rules, seen: Seen) -> tuple[list[Word], list[Ruled]]:
    """Return the words of a page, those of table cells mended, and its tables."""
    words = with_overlooked(words, rules, seen.image, seen.dpi, partial(_read, seen, "read_lines", seen.models))
    tables = tables_in(rules, words) if words else []
    if tables:
        words = read_upwards(words, tables, seen.image, seen.dpi, partial(_read, seen, "read_blocks", seen.models))
        words = refill(words, tables, seen.image, seen.dpi, partial(_read, seen, "read_lines", seen.models))
        words = reread(words, tables, seen.image, seen.dpi, partial(_read, seen, "read_lines", LATIN))
        words = complete(words, tables, seen.image, seen.dpi)
    return words, tables


def _read(seen: Seen, method: str, how: str, crops: Sequence[Image]) -> list[list[Word]]:
    """Return what a method of the engine reads in crops; nothing where it lacks that, or its model, or fails."""
    reading = getattr(seen.engine, method, None)
    if reading is None:
        return []
    try:
        pages: list[Page] = reading(crops, how, seen.dpi)
    except (EngineFailed, EnvironmentLacks):
        return []
    found = [tuple(w for block in page.blocks if isinstance(block, Line) for w in block.words) for page in pages]
    return [list(settle(words) if how in VIETNAMESE else words) for words in found]
