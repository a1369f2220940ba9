"""Marks in cells: ticks, filled circles and squares, what a pen wrote; letters and figures are none."""

import cv2
import numpy as np
import pytest

from extractors.arranging.tables.ruling import Ruled
from extractors.reading.paper_tables.cells.marks import image_without, marks_in, without_marks
from models.page import Box, Word

DPI = 300
CELLS = [Box(20 + 40 * n, 20, 60 + 40 * n, 50) for n in range(3)]
TABLE = Ruled(Box(20, 20, 140, 50), CELLS)


def page(*drawers, level=0):
    """Return a page with something drawn about the middle of each cell."""
    image = np.full((300, 620), 255, np.uint8)
    for cell, draw in zip(CELLS, drawers, strict=False):
        if draw:
            draw(image, int((cell.x0 + 20) * DPI / 72), int(35 * DPI / 72), level)
    return image


def tick(image, x, y, level):
    cv2.polylines(image, [np.array([(x - 16, y + 2), (x - 7, y + 15), (x + 18, y - 17)])], False, level, 5)


def disc(image, x, y, level):
    cv2.circle(image, (x, y), 13, level, -1)


def block(image, x, y, level):
    cv2.rectangle(image, (x - 12, y - 12), (x + 12, y + 12), level, -1)


def cross(image, x, y, level):
    cv2.line(image, (x - 14, y - 14), (x + 14, y + 14), level, 4)
    cv2.line(image, (x - 14, y + 14), (x + 14, y - 14), level, 4)


def letter(text):
    def draw(image, x, y, level):
        cv2.putText(image, text, (x - 10, y + 14), cv2.FONT_HERSHEY_SIMPLEX, 1.2, level, 3)

    return draw


@pytest.mark.parametrize("draw, mark", [(tick, "✓"), (disc, "●"), (block, "■"), (cross, "x")])
def test_printed_marks_are_told_by_their_shape(draw, mark):
    image = page(draw, None, draw)
    marks = marks_in([TABLE], image, None, DPI)
    assert [w.text for w in marks.words] == [mark, mark]
    assert (image_without(image, marks, DPI) == 255).all()
    read = [Word("v", marks.words[0].box, 0.6), Word("3", CELLS[1], 0.9)]
    assert [w.text for w in without_marks(read, marks)] == ["3"]


def bullet(image, x, y, level):
    down, right = np.ogrid[-7:8, -7:8]
    image[y - 7 : y + 8, x - 7 : x + 8][down**2 + right**2 <= 45] = level


def test_two_small_filled_circles_are_bullets_and_small_crosses_and_one_circle_nothing():
    assert [w.text for w in marks_in([TABLE], page(bullet, None, bullet), None, DPI).words] == ["•", "•"]

    def small(image, x, y, level):
        cv2.line(image, (x - 5, y - 5), (x + 5, y + 5), level, 2)
        cv2.line(image, (x - 5, y + 5), (x + 5, y - 5), level, 2)

    for draw in ((bullet,), (small, small)):
        assert not marks_in([TABLE], page(*draw), None, DPI).words


@pytest.mark.parametrize("text", [*"0123456789IRMVYvyroOJ/+KHZ", "10"])
def test_letters_and_figures_are_no_marks(text):
    assert not marks_in([TABLE], page(letter(text), letter(text)), None, DPI).words


@pytest.mark.parametrize("draw", [disc, cross])
def test_one_filled_circle_may_be_a_blot_and_one_cross_a_letter(draw):
    assert not marks_in([TABLE], page(draw), None, DPI).words


def test_what_a_pen_wrote_is_a_tick_or_a_cross_or_is_told():
    bare = page()
    marks = marks_in([TABLE], bare, page(tick, cross, letter("8"), level=110), DPI)
    assert [w.text for w in marks.words] == ["✓", "x"]
    assert [note.kind for note in marks.notes] == ["unread_cell"]


@pytest.mark.parametrize("text", [*"23478KHZ"])
def test_coloured_letters_are_no_crosses(text):
    assert not marks_in([TABLE], page(), page(letter(text), level=110), DPI).words


def test_coloured_ink_beside_print_is_left_alone():
    marks = marks_in([TABLE], page(letter("5")), page(cross, level=110), DPI)
    assert not marks.words and not marks.notes
