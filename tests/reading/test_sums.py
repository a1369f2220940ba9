"""Figures of tables that the sums of their rows and columns prove, and figures that break them."""

import cv2
import numpy as np

from extractors.reading.paper_tables.entries import Entry
from extractors.reading.paper_tables.figures.sums import Told, prove
from extractors.reading.paper_tables.short_entries import settle_short
from models.page import Box

CREDITS = (3, 4, 5, 2, 6, 4, 3)
LECTURES, LABS = (20, 30, 40, 16, 44, 20, 26), (16, 20, 24, 10, 36, 30, 14)
ROWS = [[c, 30 * c, a + b, a, b, 30 * c - a - b] for c, a, b in zip(CREDITS, LECTURES, LABS, strict=True)]
"""Credits, hours, in class, lectures, laboratories, by oneself."""
TABLE = [*ROWS, [sum(column) for column in zip(*ROWS, strict=True)]]


def told(changes):
    """Return the cells of the table; changes give (row, column) a settled figure or None, and what is read there."""
    cells = []
    for r, row in enumerate(TABLE):
        for c, figure in enumerate(row):
            value, readings = changes.get((r, c), (figure, {figure}))
            cells.append(Told(Box(30 * c, 12 * r, 30 * c + 28, 12 * r + 10), value, frozenset(readings)))
    return cells


def place(row, column):
    return row * len(TABLE[0]) + column


def test_a_reading_that_the_sums_demand_is_proved():
    found = prove(told({(2, 3): (None, {40, 48}), (7, 1): (None, {810, 870})}))
    assert found.proved == {place(2, 3): 40, place(7, 1): 810} and not found.doubted


def test_what_no_reading_says_stays_empty():
    assert prove(told({(2, 3): (None, {46}), (4, 5): (None, set())})).proved == {}


def test_a_figure_that_alone_breaks_two_sums_is_in_doubt_and_stays():
    found = prove(told({(1, 1): (126, {126})}))
    assert found.doubted == {place(1, 1)} and found.proved == {}
    assert prove(told({})).doubted == frozenset()


def test_another_reading_of_a_figure_that_alone_breaks_two_sums_is_proved():
    found = prove(told({(1, 1): (1.2, {1.2, TABLE[1][1]})}))
    assert found.proved == {place(1, 1): TABLE[1][1]} and not found.doubted


def entry(place, text):
    """Return a cell of the table in which both models read the text."""
    crop = np.full((40, 26 * len(text) + 20), 255, np.uint8)
    cv2.putText(crop, text, (6, 30), cv2.FONT_HERSHEY_SIMPLEX, 1, 0, 2, cv2.LINE_AA)
    ink = Box(place.x0 + 2, place.y0 + 1, place.x0 + 2 + 6 * len(text), place.y0 + 9)
    return Entry(place, ink, crop, said=[(text, 0.96)] * 2)


def test_a_speck_read_as_a_comma_goes_where_the_sums_demand_the_bare_figure():
    entries = [entry(cell.cell, f"{cell.value:.0f}") for cell in told({})]
    at = place(3, 3)
    entries[at].said = [("1,6", 0.9)] * 2
    settle_short(entries, lambda crops: [], lambda crops: [])
    assert entries[at].text == "16" and entries[place(4, 3)].text == "44"
    loose = [entry(Box(30 * n, 0, 30 * n + 28, 10), text) for n, text in enumerate(("3", "1,6", "7"))]
    settle_short(loose, lambda crops: [], lambda crops: [])
    assert loose[1].text == "1,6"


def test_figures_without_relations_prove_nothing():
    cells = [Told(Box(30 * c, 12 * r, 30 * c + 28, 12 * r + 10), float((7 * r * r + 13 * c) % 17 + 1), frozenset())
             for r in range(8) for c in range(4)]  # fmt: skip
    assert prove([Told(cells[0].cell, None, frozenset({5.0})), *cells[1:]]).proved == {}
