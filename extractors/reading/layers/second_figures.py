"""Figures of tables read from an image, beside the figures that the text layer of the page has at the same places.

A layer that is too broken to be believed for its words may still have its figures: it is a second reading of them.
Where the two differ in a cell, the one that the sums of the table demand stands; where none does, it is empty.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.imaging.placing import on_page
from extractors.reading.layers.under_layer import all_words
from extractors.reading.paper_tables.figures.sums import Told, prove
from models.page import Box, Cell, Grid, Page, PageNote, Word

FIGURE = re.compile(r"\d{1,3}")
NEAR = 2.0
"""Points around a figure within which the middle of the layer's word for it lies."""
LEAST, AGREE = 8, 4
"""Figures of a page that both readings have alike, at least, and for each that they have not: else they lie apart."""
PROVED = 0.9
APART = 100.0
"""Points between the places of a grid that stand for its rows and columns: sums look at nothing else."""


def with_second_figures(seen: Page, layer: Page) -> Page:
    """Return a page read from its image with the figures of its tables held against those of its text layer."""
    words = [w for w in all_words(layer) if w.box and FIGURE.fullmatch(w.text)]
    grids = [block for block in seen.blocks if isinstance(block, Grid)]
    told = {id(cell): other for grid in grids for cell in grid.cells if (other := _beside(cell, seen, layer, words))}
    differing = [cell for grid in grids for cell in grid.cells if told.get(id(cell), _said(cell)) != _said(cell)]
    if not differing or len(told) - len(differing) < max(LEAST, AGREE * len(differing)):
        return seen
    proved = {key: value for grid in grids for key, value in _proved(grid, differing, told).items()}
    notes = [_note(cell) for cell in differing if id(cell) not in proved]
    blocks = tuple(_mended(block, differing, proved) if isinstance(block, Grid) else block for block in seen.blocks)
    return replace(seen, blocks=blocks, notes=(*seen.notes, *notes))


def _said(cell: Cell) -> str:
    return " ".join(line.as_text() for line in cell.lines).strip()


def _box(cell: Cell) -> Box | None:
    return Box.around(word.box for line in cell.lines for word in line.words)


def _beside(cell: Cell, seen: Page, layer: Page, words: Sequence[Word]) -> str | None:
    """Return the figure that the layer has at the place of one that a cell of the image holds."""
    box = _box(cell) if FIGURE.fullmatch(_said(cell)) else None
    if box is None:
        return None
    box = on_page(layer, seen.on_sheet(box))
    middles = [(w, w.box.middle_x, w.box.middle_y) for w in words if w.box]
    held = [w for w, x, y in middles if box.x0 - NEAR < x < box.x1 + NEAR and box.y0 - NEAR < y < box.y1 + NEAR]
    return held[0].text if len(held) == 1 else None


def _proved(grid: Grid, differing: Sequence[Cell], told: dict[int, str]) -> dict[int, str]:
    """Return, by cell, the figures in dispute that sums demand."""
    cells = [cell for cell in grid.cells if FIGURE.fullmatch(_said(cell))]
    disputed = {id(cell) for cell in differing}
    found = []
    for cell in cells:
        x, y = cell.column * APART, cell.row * APART
        value = None if id(cell) in disputed else float(_said(cell))
        readings = {float(_said(cell)), float(told.get(id(cell), _said(cell)))}
        found.append(Told(Box(x, y, x + 1, y + 1), value, frozenset(readings)))
    return {id(cells[n]): f"{value:g}" for n, value in prove(found).proved.items()}


def _mended(grid: Grid, differing: Sequence[Cell], proved: dict[int, str]) -> Grid:
    disputed = {id(cell) for cell in differing}
    cells = (_settled(cell, proved.get(id(cell))) if id(cell) in disputed else cell for cell in grid.cells)
    return replace(grid, cells=tuple(cells))


def _settled(cell: Cell, figure: str | None) -> Cell:
    line, word = cell.lines[0], cell.lines[0].words[0]
    if figure is None:
        return replace(cell, lines=())
    return replace(cell, lines=(replace(line, words=(replace(word, text=figure, confidence=PROVED),), text=None),))


def _note(cell: Cell) -> PageNote:
    return PageNote("unread_cell", f"two readings of a figure differ: {_said(cell)}", _box(cell))
