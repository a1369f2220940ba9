"""Figures of tables that an image and a text layer read otherwise."""

import pytest

from extractors.reading.layers.second_figures import with_second_figures
from models.page import Box, Cell, Grid, Line, Page, Word

HOURS = [(4, 2, 6), (6, 1, 7), (6, 3, 9), (8, 3, 11), (5, 2, 7), (3, 4, 7)]
"""Hours of two kinds of class and what they make, of each topic."""


def word(text: str, row: int, column: int) -> Word:
    return Word(text, Box(100 + 60 * column, 50 + 20 * row, 106 + 60 * column, 60 + 20 * row), 0.95)


def table(rows: list[tuple[str, ...]]) -> Page:
    """Return a page whose table holds a row for each."""
    cells = [Cell(r, c, (Line((word(text, r, c),)),)) for r, row in enumerate(rows) for c, text in enumerate(row)]
    return Page(1, (Grid(tuple(cells)),), 595, 842, route="ocr")


def layer(rows: list[tuple[str, ...]]) -> Page:
    """Return a page of lines, one for each row."""
    return Page(1, tuple(Line(tuple(word(t, r, c) for c, t in enumerate(row))) for r, row in enumerate(rows)), 595, 842)


def printed(changes: dict[tuple[int, int], str]) -> list[tuple[str, ...]]:
    return [tuple(changes.get((r, c), str(v)) for c, v in enumerate(row)) for r, row in enumerate(HOURS)]


def said(page: Page) -> dict[tuple[int, int], str]:
    (grid,) = (block for block in page.blocks if isinstance(block, Grid))
    return {(cell.row, cell.column): " ".join(line.as_text() for line in cell.lines) for cell in grid.cells}


@pytest.mark.parametrize("place", [(2, 1), (3, 2)])
def test_of_two_readings_the_one_that_sums_demand(place: tuple[int, int]) -> None:
    right = str(HOURS[place[0]][place[1]])
    page = with_second_figures(table(printed({place: "8"})), layer(printed({})))
    assert said(page)[place] == right
    page = with_second_figures(table(printed({})), layer(printed({place: "8"})))
    assert said(page)[place] == right and not page.notes


def test_a_figure_in_dispute_that_nothing_proves_is_left_out_and_told() -> None:
    rows = [(str(n), text) for n, text in enumerate(["7", "9", "4", "6", "2", "5", "8", "3", "1", "6"], 1)]
    other = [(n, "1" if n == "4" else text) for n, text in rows]
    page = with_second_figures(table(rows), layer(other))
    assert said(page)[3, 1] == "" and said(page)[2, 1] == "4"
    assert [note.kind for note in page.notes] == ["unread_cell"]


def test_a_layer_whose_figures_lie_elsewhere_disputes_none() -> None:
    seen = table(printed({}))
    shifted = [HOURS[-1], *HOURS[:-1]]
    assert with_second_figures(seen, layer([tuple(map(str, row)) for row in shifted])) == seen
