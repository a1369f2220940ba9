"""Tables ruled in the scan under a text layer: the layer's words stand in their cells; those it lacks are read."""

from dataclasses import replace

import numpy as np

from extractors.arranging.tables.drawn import rules_in, tables_in
from extractors.arranging.tables.gridding import place
from extractors.arranging.tables.ruling import Ruled, grids_with
from extractors.engines import Image
from models.page import Grid, Page, Word

LEAST = 6
"""Cells that a table must have to be taken from the scan."""
SURE = 0.6
"""Confidence from which a word that only the image shows stands in an empty cell."""


def with_ruled(page: Page, seen: Page, image: Image, dpi: int) -> Page:
    """Return a text layer with the tables that its scan shows ruled; as it is where there are none, or it is turned.

    `seen` is the reading of the image, `image` the page as the file shows it.
    """
    if page.placement or seen.rotation:
        return page
    grey = image if image.ndim == 2 else np.ascontiguousarray(image.mean(axis=2).astype(np.uint8))
    words = all_words(page)
    tables = [t for t in tables_in(rules_in(grey, dpi), words) if len(t.cells) >= LEAST]
    if not tables:
        return page
    words = _completed(words, tables, seen)
    grids = grids_with(tables, words)
    if not grids:
        return page
    reason = f"{page.reason}; tables as the scan rules them"
    return Page(
        page.number, tuple(place(words, grids)), page.width, page.height, page.rotation, page.route, reason,
        page.mean_confidence, page.seconds, page.other_reading, page.notes, page.placement,
    )  # fmt: skip


def _completed(words: list[Word], tables: list[Ruled], seen: Page) -> list[Word]:
    """Return the words of the layer, with those of the image in cells for which it has none or only what an engine made
    of words written upwards."""
    sure = [w for w in all_words(seen) if w.confidence >= SURE and any(c.isalnum() for c in w.text)]
    read = [replace(w, box=seen.on_sheet(w.box)) for w in sure if w.box]
    cells = [cell for table in tables for cell in table.cells]
    upwards, known = ([c for c in cells if any(w.turn and w.lies_in(c) for w in found)] for found in (read, words))
    misread = [cell for cell in upwards if cell not in known]
    kept = [word for word in words if not any(word.lies_in(cell) for cell in misread)]
    empty = [cell for cell in cells if not any(word.lies_in(cell) for word in kept)]
    return kept + [word for word in read if any(word.lies_in(cell) for cell in empty)]


def all_words(page: Page) -> list[Word]:
    """Return the words of a page, those of its tables too."""
    cells = [cell for block in page.blocks if isinstance(block, Grid) for cell in block.cells]
    return [*page.words, *(word for cell in cells for line in cell.lines for word in line.words)]
