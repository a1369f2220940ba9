"""Coloured print and strokes in tables: print is read where it is sure and is words, seals rule no cells."""

import cv2
import numpy as np
import pytest

from extractors.arranging.tables.ruling import Ruled
from extractors.imaging.preparing import prepare
from extractors.reading.paper.scanned import _ruled, rules_in
from extractors.reading.paper_tables.cells.coloured import coloured_words
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


def test_the_lines_of_a_red_stamp_rule_no_cells():
    image = np.full((2339, 1654, 3), 255, np.uint8)
    for y in range(200, 1400, 50):
        cv2.putText(image, "Print of a page", (200, y), cv2.FONT_HERSHEY_SIMPLEX, 1.3, (0, 0, 0), 2)
    for y in (1500, 1600, 1700):
        cv2.line(image, (300, y), (900, y), (230, 30, 30), 4)
    for x in (300, 600, 900):
        cv2.line(image, (x, 1500), (x, 1700), (230, 30, 30), 4)
    ready = prepare(image, 200, 200)
    assert rules_in(ready.inked, 200).tables
    assert not rules_in(_ruled(ready), 200).tables


def test_the_edges_of_a_photographed_sheet_rule_no_cells():
    image = np.full((2339, 1654, 3), 255, np.uint8)
    for y in range(200, 900, 50):
        cv2.putText(image, "Print of a page", (300, y), cv2.FONT_HERSHEY_SIMPLEX, 1.3, (0, 0, 0), 2)
    cv2.circle(image, (900, 1900), 120, (230, 30, 30), 6)
    image[:2], image[:, :2] = 90, 90
    cv2.fillPoly(image, [np.array([(1653, 0), (1653, 2338), (1630, 2338)])], (60, 60, 60))
    for y in (1000, 1100, 1200):
        cv2.line(image, (300, y), (900, y), (0, 0, 0), 4)
    for x in (300, 600, 900):
        cv2.line(image, (x, 1000), (x, 1200), (0, 0, 0), 4)
    ready = prepare(image, 200, 200)
    tables = rules_in(_ruled(ready), 200).tables
    assert ready.inked is not None and [len(table.cells) for table in tables] == [4]
