"""A text layer over a scan: its words stand in the tables that the scan rules, and what it lacks is read."""

from dataclasses import replace

import numpy as np

from extractors.reading.layers.under_layer import with_ruled
from models.page import Box, Grid, Line, Page, Word

DPI = 144
XS, YS = (20, 120, 200, 280), (20, 50, 80, 110)


def _scan() -> np.ndarray:
    image = np.full((400, 640), 255, np.uint8)
    for y in YS:
        image[y * 2 - 1 : y * 2 + 1, XS[0] * 2 : XS[-1] * 2] = 0
    for x in XS:
        image[YS[0] * 2 : YS[-1] * 2, x * 2 - 1 : x * 2 + 1] = 0
    return image


def _word(text: str, column: int, row: int, confidence: float = 1.0) -> Line:
    return Line((Word(text, Box(XS[column] + 8, YS[row] + 8, XS[column] + 38, YS[row] + 18), confidence),))


def test_words_of_a_layer_stand_in_the_cells_of_the_scan() -> None:
    layer = Page(1, (_word("code", 0, 0), _word("A1", 0, 1), _word("5", 1, 1), _word("A2", 0, 2)), 320, 200)
    seen = Page(1, (_word("credits", 1, 0, 0.9), _word("c0de", 0, 0, 0.9), _word("|", 2, 2, 0.9)), 320, 200)
    page = with_ruled(layer, seen, _scan(), DPI)
    (grid,) = page.blocks
    assert isinstance(grid, Grid)
    said = {(c.row, c.column): " ".join(line.as_text() for line in c.lines) for c in grid.cells if c.lines}
    assert said == {(0, 0): "code", (0, 1): "credits", (1, 0): "A1", (1, 1): "5", (2, 0): "A2"}


def test_heads_written_upwards_are_those_of_the_image() -> None:
    layer = Page(1, (_word("code", 0, 0), _word("=|", 1, 0), _word("A1", 0, 1), _word("5", 1, 1)), 320, 200)
    head = replace(_word("credits", 1, 0, 0.9).words[0], turn=90)
    page = with_ruled(layer, Page(1, (Line((head,)), _word("6", 1, 1, 0.9)), 320, 200), _scan(), DPI)
    (grid,) = page.blocks
    assert isinstance(grid, Grid)
    assert [line.as_text() for cell in grid.cells for line in cell.lines] == ["code", "credits", "A1", "5"]


def test_a_scan_without_rules_changes_nothing() -> None:
    layer = Page(1, (_word("code", 0, 0), _word("A1", 0, 1)), 320, 200)
    assert with_ruled(layer, layer, np.full((400, 640), 255, np.uint8), DPI) is layer
