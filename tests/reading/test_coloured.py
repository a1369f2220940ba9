"""Coloured print in cells: read where it is sure and is words; what a pen wrote and figures are left."""

import cv2
import numpy as np
import pytest

from extractors.arranging.tables.ruling import Ruled
from extractors.reading.paper_tables.coloured import coloured_words
from extractors.reading.paper_tables.dense import _is_dash, _is_stacked
from models.page import Box, Word

DPI = 150
CELL = Box(20, 20, 140, 50)


def page():
    image = np.full((200, 400), 255, np.uint8)
    cv2.putText(image, "Weeks", (60, 85), cv2.FONT_HERSHEY_SIMPLEX, 1.0, 90, 2)
    return image


def reading(text, sure):
    return lambda crops: [[Word(text, Box(10, 10, 40, 20), sure)] for _ in crops]


@pytest.mark.parametrize("text, sure, found", [("Weeks", 0.95, ["Weeks"]), ("Weeks", 0.6, []), ("12", 0.95, [])])
def test_words_are_believed_that_are_sure(text, sure, found):
    table = Ruled(CELL, [CELL])
    words = coloured_words([table], [], page(), DPI, reading(text, sure))
    assert [w.text for w in words] == found
    assert all(w.box and CELL.x0 < w.box.x0 < CELL.x1 for w in words)


def test_cells_with_print_are_not_read_again():
    held = [Word("Topic", Box(40, 30, 80, 42), 0.9)]
    assert not coloured_words([Ruled(CELL, [CELL])], held, page(), DPI, reading("Weeks", 0.95))


def test_lines_above_each_other_are_told_from_marks_above_letters():
    crop = np.full((80, 60), 255, np.uint8)
    crop[10:25, 5:50] = 0
    crop[2:5, 10:20] = 0
    assert not _is_stacked(crop, DPI)
    crop[40:55, 20:30] = 0
    assert _is_stacked(crop, DPI)


def test_a_dash_is_told_from_figures():
    assert _is_dash(Box(10, 10, 14, 11))
    assert not _is_dash(Box(10, 10, 14, 17)) and not _is_dash(Box(10, 10, 11, 11.5))
