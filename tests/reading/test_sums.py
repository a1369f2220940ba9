"""Figures of tables that the sums of their rows and columns prove, and figures that break them."""

from extractors.reading.paper_tables.figures.sums import Told, prove
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


def test_figures_without_relations_prove_nothing():
    cells = [Told(Box(30 * c, 12 * r, 30 * c + 28, 12 * r + 10), float((7 * r * r + 13 * c) % 17 + 1), frozenset())
             for r in range(8) for c in range(4)]  # fmt: skip
    assert prove([Told(cells[0].cell, None, frozenset({5.0})), *cells[1:]]).proved == {}
