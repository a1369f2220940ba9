"""Cells read again: figures taken for letters, heads written upwards."""

import cv2
import numpy as np

from extractors.arranging.lining import build_lines
from extractors.arranging.ruling import Ruled
from extractors.reading.figures import FIGURES, reread
from extractors.reading.upwards import read_upwards
from models.page import Box, Word

WHITE = np.full((400, 400), 255, np.uint8)


def column(*texts, x=10):
    """Return the words of a column, one to a cell, and the cells; the first is its head."""
    cells = [Box(x, 20 * n, x + 40, 20 * n + 20) for n in range(len(texts))]
    words = [Word(t, Box(c.x0 + 10, c.y0 + 5, c.x0 + 20, c.y0 + 15), 0.9) for t, c in zip(texts, cells, strict=True)]
    return words, Ruled(Box(x, 0, x + 40, 20 * len(texts)), cells)


def reading(*answers, confidence=0.9):
    """Return a reader that gives these answers."""

    def read(crops, letters):
        assert letters == FIGURES
        return [[Word(text, None, confidence)] for text in answers][: len(crops)]

    return read


def test_a_figure_taken_for_a_letter_is_read_again_figures_and_marks_stay():
    words, table = column("Giờ", "4", "ó", "12", "x")
    assert sorted(w.text for w in reread(words, [table], WHITE, 72, reading("6"))) == ["12", "4", "6", "Giờ", "x"]


def test_an_unsure_second_reading_or_one_that_is_no_figure_changes_nothing():
    words, table = column("Giờ", "4", "ó", "12")
    assert reread(words, [table], WHITE, 72, reading("6", confidence=0.3)) == words
    assert reread(words, [table], WHITE, 72, reading("Ma")) == words


def test_columns_of_words_are_not_read_again():
    words, table = column("Loại", "Khá", "ó", "Giỏi", "4")
    assert reread(words, [table], WHITE, 72, lambda crops, letters: 1 / 0) == words


def upward_cell():
    """Return an image of 72 dpi with tall ink in a tall cell."""
    image = WHITE.copy()
    cv2.rectangle(image, (18, 20), (26, 90), 0, -1)
    return image, Ruled(Box(10, 10, 40, 100), [Box(10, 10, 40, 100)])


def test_a_head_written_upwards_is_read_turned_and_stands_in_its_cell():
    image, table = upward_cell()

    def read(crops):
        (crop,) = crops
        assert crop.shape[1] > crop.shape[0]
        return [[Word("Lý", Box(16, 16, 30, 24), 0.9), Word("thuyết", Box(36, 16, 80, 24), 0.9)]]

    found = read_upwards([Word("|", Box(18, 20, 26, 90), 0.2)], [table], image, 72, read)
    assert [(w.text, w.turn) for w in found] == [("Lý", 90), ("thuyết", 90)]
    assert all(w.box.x0 >= 10 and w.box.x1 <= 40 and w.box.y0 >= 10 and w.box.y1 <= 100 for w in found)
    assert found[0].box.y0 > found[1].box.y0
    assert [line.as_text() for line in build_lines(found)] == ["Lý thuyết"]


def test_a_tall_cell_that_is_read_level_is_left_alone():
    image, table = upward_cell()
    words = [Word("Tuần", Box(12, 40, 38, 50), 0.95)]
    assert read_upwards(words, [table], image, 72, lambda crops: 1 / 0) == words
