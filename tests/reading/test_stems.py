"""Roman numbers: the ones that stand on the page are counted where the engine read another number of them."""

import cv2
import numpy as np
import pytest

from extractors.reading.paper.letters.stems import with_stems
from models.page import Box, Line, Word


def drawn(ones, *, bar=False, five=False, tilt=0):
    """Return a page of 72 dpi and the box of a number on it: stems with serifs, after a V, with the bar of an H."""
    image = np.full((60, 160), 255, np.uint8)
    x = 30
    if five:
        cv2.line(image, (x, 10), (x + 9, 39), 0, 3)
        cv2.line(image, (x + 18, 10), (x + 9, 39), 0, 3)
        x += 28
    start = x
    for _ in range(ones):
        cv2.line(image, (x + tilt, 10), (x, 39), 0, 4)
        for y in (10, 39):
            cv2.line(image, (x - 4, y), (x + 4, y), 0, 1)
        x += 14
    if bar:
        cv2.line(image, (start, 25), (x - 14, 25), 0, 3)
    return image, Box(24.0, 9.0, x - 6.0, 41.0)


def read(text, image, box):
    """Return what a word is settled as."""
    return with_stems([Line((Word(text, box, 0.9),))], image, 72)[0].words[0].settled


@pytest.mark.parametrize(
    ("text", "ones", "five", "settled"),
    [("II", 3, False, "III"), ("HI.", 3, False, "III."), ("HH", 2, False, "II"), ("III:", 2, False, "II:"),
     ("VII.", 3, True, "VIII."), ("VI", 2, True, "VII"), ("II", 2, False, None), ("VIII", 3, True, None)],
)  # fmt: skip
def test_ones_are_counted_by_their_stems(text, ones, five, settled):
    assert read(text, *drawn(ones, five=five)) == settled


def test_stems_that_a_bar_joins_slanted_ones_and_other_words_are_left():
    assert read("HI", *drawn(3, bar=True)) is None
    assert read("II", *drawn(3, tilt=9)) is None
    assert read("II", *drawn(5)) is None
    assert read("11", *drawn(3)) is None and read("HN", *drawn(3)) is None
