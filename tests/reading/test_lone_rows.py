"""Rows that stand alone between headings over the whole width of a ruled table."""

import numpy as np

from extractors.arranging.tables.lone_rows import bars, parted_rows
from models.page import Box

DPI = 72


def _page(*rules: int) -> np.ndarray:
    dark = np.zeros((60, 200), np.uint8)
    for x in rules:
        dark[20:40, x] = 1
    return dark


WHOLE = Box(0, 0, 200, 60)
CELLS = [Box(0, 0, 50, 20), Box(50, 0, 120, 20), Box(120, 0, 200, 20), Box(0, 20, 200, 40), Box(0, 40, 200, 60)]


def test_a_row_with_rules_where_others_have_them_is_parted() -> None:
    cells = parted_rows(CELLS, WHOLE, _page(49, 119), DPI)
    assert [(c.x0, c.x1) for c in cells if c.y0 == 20] == [(0, 50), (50, 120), (120, 200)]
    assert [(c.x0, c.x1) for c in cells if c.y0 == 40] == [(0, 200)]
    assert len(bars(cells)) == 2 + 2  # those of the first row too, whose edges are the same to the last digit


def test_a_heading_without_rules_stays_whole() -> None:
    assert parted_rows(CELLS, WHOLE, _page(), DPI) == CELLS


def test_one_stroke_is_no_row() -> None:
    assert parted_rows(CELLS, WHOLE, _page(49), DPI) == CELLS
