"""Decimals whose comma was not read, and words that were read twice at one place."""

import cv2
import numpy as np

from extractors.arranging.tables.ruling import Ruled
from extractors.reading.paper_tables.cells.cells import without_doubled
from extractors.reading.paper_tables.figures.decimals import mark_of, with_marks
from models.page import Box, Word


def printed(text):
    """Return a picture of figures; a comma is a low short stroke."""
    image = np.full((60, 40 * len(text) + 20), 255, np.uint8)
    x = 10
    for letter in text:
        if letter == ",":
            cv2.rectangle(image, (x, 42), (x + 3, 50), 0, -1)
            x += 12
        elif letter == "-":
            cv2.rectangle(image, (x, 32), (x + 16, 35), 0, -1)
            x += 28
        else:
            cv2.putText(image, letter, (x, 45), cv2.FONT_HERSHEY_SIMPLEX, 1.2, 0, 3)
            x += 34
    return image


def column(*texts):
    return [Word(text, Box(0, 20 * n, 20, 20 * n + 10), 0.9) for n, text in enumerate(texts)]


def texts(found):
    return [word.text if word else None for word in found]


def test_a_comma_that_the_ink_shows_comes_back():
    words = column("3,5", "55", "2,5", "125")
    assert texts(with_marks(words, [None, printed("5,5"), None, printed("12,5")])) == [None, "5,5", None, "12,5"]


def test_commas_of_ranges_come_back():
    words = column("3,5-4,0", "55-62", "78-8,4", "10-12", "66-71")
    shown = [None, printed("5,5-6,2"), printed("7,8-8,4"), printed("10-12"), printed("6,6-71")]
    assert texts(with_marks(words, shown)) == [None, "5,5-6,2", "7,8-8,4", None, "6,6-71"]


def test_no_comma_without_ink_or_without_a_column_of_decimals():
    assert texts(with_marks(column("3,5", "55", "2,5"), [None, printed("55"), None])) == [None, None, None]
    assert texts(with_marks(column("3", "55", "2"), [None, printed("5,5"), None])) == [None, None, None]


def test_what_was_read_twice_stands_once_or_not_at_all():
    table = Ruled(Box(0, 0, 100, 100), [])
    once = [Word("3", Box(10, 10, 16, 20), 0.9), Word("3", Box(10, 10, 16, 20), 0.8)]
    torn = [Word("[5]", Box(40, 10, 55, 20), 0.9), Word("25", Box(40, 10, 55, 20), 0.9)]
    apart = [Word("7", Box(70, 10, 76, 20), 0.9), Word("8", Box(80, 10, 86, 20), 0.9)]
    assert without_doubled([*once, *torn, *apart], [table]) == [once[0], *apart]
    parts = [Word("G2.2", Box(10, 50, 32, 59), 0.9), Word("2", Box(28, 50, 32, 56), 0.97)]
    raised = [Word("1,5", Box(60, 50, 75, 59), 0.9), Word("5", Box(76, 48, 79, 53), 0.97)]
    assert without_doubled([*parts, *raised], [table]) == [parts[0], *raised]


def test_the_mark_of_a_column_is_that_of_two_decimals_at_least() -> None:
    assert mark_of(["4,5", "6", "3,5", "12"]) == ","
    assert mark_of(["4,5", "6", "12"]) == ""
