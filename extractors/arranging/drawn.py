"""Tables of a page, of a PDF or an image: ruled all round, or with rules missing in part or all."""

from dataclasses import dataclass
from typing import Any

from extractors.arranging.aligning import aligned_tables
from extractors.arranging.gridding import grid_of
from extractors.arranging.ruling import Ruled, grids_with, ruled_tables
from extractors.arranging.splitting import split_tall
from extractors.arranging.strokes import THIN, Strokes, strokes_in, strokes_of
from extractors.engines import Image
from models.page import Box, Grid, Word


@dataclass(frozen=True, slots=True)
class Rules:
    """What is ruled on a page image: the tables that are ruled all round, and every ruling line."""

    tables: list[Ruled]
    strokes: Strokes


def tables_of(page: Any, words: list[Word]) -> list[Grid]:
    """Return the tables of a pdfplumber page that have at least two columns and two filled cells."""
    drawn = page.filter(_is_drawn)
    grids = []
    for table in drawn.find_tables():
        cells = [Box(*map(float, cell)) for cell in table.cells]
        ruled = split_tall(Ruled(Box(*map(float, table.bbox)), cells), words)
        grid = grid_of(ruled.cells, ruled.box, words, tolerance=4.0)
        if grid is not None and not _is_frame(grid):
            grids.append(grid)
    taken = [grid.box for grid in grids if grid.box]
    return grids + grids_with(aligned_tables(words, strokes_of(drawn), taken), words)


def rules_in(grey: Image, dpi: int) -> Rules:
    """Return what is ruled on a level page image."""
    return Rules(ruled_tables(grey, dpi), strokes_in(grey, dpi))


def tables_in(rules: Rules, words: list[Word]) -> list[Ruled]:
    """Return the tables of a page image of which these words were read."""
    tables = [split_tall(table, words) for table in rules.tables]
    return tables + aligned_tables(words, rules.strokes, [table.box for table in tables])


def _is_drawn(thing: dict[str, Any]) -> bool:
    """Return whether a thing on the page may rule a table: white rectangles and highlights behind text do not."""
    if thing["object_type"] != "rect" or min(thing["width"], thing["height"]) < THIN:
        return True
    return bool(thing["stroke"]) and not _is_white(thing.get("stroking_color"))


def _is_white(colour: Any) -> bool:
    values = colour if isinstance(colour, tuple | list) else (colour,)
    numbers = [v for v in values if isinstance(v, int | float)]
    return bool(numbers) and (sum(numbers) == 0 if len(numbers) == 4 else min(numbers) >= 0.99)


def _is_frame(grid: Grid) -> bool:
    """Return whether a grid of one row and two cells of one line is the box around a head, and no table."""
    return all(cell.row == 0 and len(cell.lines) <= 1 for cell in grid.cells) and len(grid.cells) < 3
