"""Boxes of words that hold more than their line are cut to their print."""

import numpy as np

from extractors.reading.paper.lines.tall import with_low_boxes
from models.page import Box, Word

DPI = 144


def sheet(*inks):
    """Return a page of 144 dpi with ink in boxes of points."""
    image = np.full((800, 800), 255, np.uint8)
    for x0, y0, x1, y1 in inks:
        image[y0 * 2 : y1 * 2, x0 * 2 : x1 * 2] = 0
    return image


def usual():
    return [Word("năm", Box(10 + 30 * n, 300, 30 + 30 * n, 310), 0.9) for n in range(10) for _ in range(3)]


def test_a_box_over_two_lines_is_cut_to_its_own_print_with_its_marks():
    word = Word("Số", Box(50, 40, 62, 64), 0.9)
    image = sheet((50, 46, 62, 47), (50, 48, 62, 56), (50, 61, 62, 64), (55, 40, 56, 41))
    assert with_low_boxes([word, *usual()], image, DPI)[0].box == Box(50, 46, 62, 56)


def test_large_print_short_pages_and_words_on_their_side_keep_their_boxes():
    large, turned = Word("LỚP", Box(50, 40, 90, 64), 0.9), Word("giờ", Box(100, 40, 109, 80), 0.9, turn=90)
    image = sheet((50, 40, 90, 64), (100, 50, 109, 60))
    kept = with_low_boxes([large, turned, *usual()], image, DPI)[:2]
    assert [w.box for w in kept] == [large.box, turned.box]
    word = Word("Số", Box(50, 40, 62, 64), 0.9)
    assert with_low_boxes([word], image, DPI) == [word]
