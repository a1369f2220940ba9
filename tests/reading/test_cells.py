"""Cells of ruled tables that were lost in reading."""

import cv2
import numpy as np

from extractors.arranging.tables.ruling import Ruled, ruled_tables
from extractors.reading.paper_tables.cells.cells import refill, unread
from extractors.reading.paper_tables.tabling import without_bars
from models.page import Box, Word


def ruled_page():
    """Return a page of 100 dpi with a table of three rows and two columns, a figure in each cell of the second."""
    image = np.full((400, 600), 255, np.uint8)
    for y in (50, 100, 150, 200):
        cv2.line(image, (50, y), (450, y), 0, 2)
    for x in (50, 250, 450):
        cv2.line(image, (x, 50), (x, 200), 0, 2)
    for y, figure in ((84, "1"), (134, "2"), (184, "3")):
        cv2.putText(image, figure, (340, y), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 0, 2)
    return image


def test_a_column_read_as_one_word_from_the_top_down_is_read_cell_by_cell():
    image = ruled_page()
    tables = ruled_tables(image, 100)
    name = Word("Toán", Box(45, 45, 80, 60), 0.9)
    words = [name, Word("Œtm>|", Box(244, 45, 252, 140), 0.0)]
    asked = []

    def read(crops):
        asked.extend(crops)
        return [[Word(str(number), None, 0.9)] for number in range(1, len(crops) + 1)]

    found = refill(words, tables, image, 100, read)
    assert [word.text for word in found] == ["Toán", "1", "2", "3"]
    assert len(asked) == 3 and all(crop.shape[0] < 60 for crop in asked)


def test_cells_that_are_read_or_empty_cost_nothing():
    image = ruled_page()
    tables = ruled_tables(image, 100)
    words = [Word(figure, Box(245, y, 255, y + 10), 0.9) for figure, y in (("1", 51), ("2", 87), ("3", 123))]
    assert refill(words, tables, image, 100, lambda crops: 1 / 0) == words


def test_guesses_and_specks_in_cells_make_way_for_what_is_read_there():
    image = ruled_page()
    words = [
        Word(text, Box(245, y, 255, y + 10), c) for text, y, c in (("HHa", 51, 0.35), ("‹", 87, 0.7), ("+", 123, 0.9))
    ]
    found = refill(words, ruled_tables(image, 100), image, 100, lambda crops: [[Word("7", None, 0.9)] for _ in crops])
    assert sorted(word.text for word in found) == ["+", "7", "7"]
    assert refill(words, ruled_tables(image, 100), image, 100, lambda crops: [[] for _ in crops]) == words


def test_ink_that_no_word_stands_for_is_told_and_empty_cells_are_not():
    image = ruled_page()
    tables = ruled_tables(image, 100)
    words = [Word("1", Box(245, 51, 255, 61), 0.9), Word("3", Box(245, 123, 255, 133), 0.9)]
    lost = unread(words, tables, image, 100)
    assert len(lost) == 1 and 84 < lost[0].y0 < 90
    assert not unread([*words, Word("2", Box(245, 87, 255, 97), 0.9)], tables, image, 100)


def test_bars_that_rules_left_at_words_of_a_table_are_no_print():
    table = Ruled(Box(0, 0, 100, 100), [])
    read = [
        Word(text, Box(10, 10 * n, 40, 10 * n + 8), 0.9) for n, text in enumerate(("|Bắt", "|", "a|b", "|5", "Đạt|"))
    ]
    assert [word.text for word in without_bars(read, [table])] == ["Bắt", "|", "a|b", "|5", "Đạt"]
    outside = [Word("|Bắt", Box(10, 210, 40, 218), 0.9)]
    assert without_bars(outside, [table]) == outside


def test_a_cell_of_rubbish_is_read_by_itself_and_a_word_in_doubt_stays():
    image = ruled_page()
    tables = ruled_tables(image, 100)
    words = [
        Word(text, Box(245, y, 255, y + 10), sure)
        for text, y, sure in (("1", 51, 0.9), ("6008", 87, 0.0), ("8", 123, 0.4))
    ]
    found = refill(words, tables, image, 100, lambda crops: [[Word("2", None, 0.9)] for _ in crops])
    assert [word.text for word in found] == ["1", "8", "2"]
