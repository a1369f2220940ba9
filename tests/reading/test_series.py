"""Numbers and codes of heads and first columns that a series proves."""

import cv2
import numpy as np

from extractors.arranging.tables.ruling import Ruled
from extractors.reading.paper_tables.figures.series import complete
from models.page import Box, Word


def lane(*texts, down=False, ink=()):
    """Return an image of 72 dpi, a table of two rows whose first is given, and its words; `ink` marks print unread."""
    image = np.full((900, 900), 255, np.uint8)
    cells, words = [], []
    for n, text in enumerate(texts):
        x, y = (0, 30 * n) if down else (40 * n, 0)
        cells.append(Box(x, y, x + 40, y + 30))
        cells.append(Box(x + 40, y, x + 200, y + 30) if down else Box(x, 30, x + 40, 60))
        if text:
            words.append(Word(text, Box(x + 10, y + 8, x + 22, y + 20), 0.9))
        if n in ink:
            cv2.rectangle(image, (x + 12, y + 8), (x + 20, y + 20), 0, -1)
    return image, Ruled(Box(0, 0, 900, 900), cells), words


def said(image, table, words):
    found = complete(words, [table], image, 72)
    return [w.text for w in sorted(found, key=lambda w: (w.box.y0, w.box.x0))], found


def test_a_head_that_was_passed_over_is_the_number_between_its_neighbours_and_says_that_it_is_unsure():
    texts, found = said(*lane("1", "2", "", "", "5", "6", ink=(2, 3)))
    assert texts == ["1", "2", "3", "4", "5", "6"]
    assert {w.confidence for w in found} == {0.9, 0.5}


def test_a_code_is_that_of_its_place_and_a_stop_goes_along():
    assert said(*lane("PLO1", "PLO2", "РІОЗ", "PLO4"))[0] == ["PLO1", "PLO2", "PLO3", "PLO4"]
    assert said(*lane("1.", "2.", "+>", "4.", down=True))[0] == ["1.", "2.", "3.", "4."]


def test_a_seven_that_was_read_as_a_one_is_told_by_both_its_neighbours():
    assert said(*lane("5", "6", "1", "8", "9", down=True))[0] == ["5", "6", "7", "8", "9"]
    for texts in (("5", "6", "6", "8", "9"), ("5", "6", "1", "1", "9"), ("5", "6", "1"), ("7", "1", "2", "3")):
        assert said(*lane(*texts, down=True))[0] == list(texts)


def test_what_no_series_proves_stays():
    row = ("1", "4030215", "Địa lý tự nhiên", "4", "5", "2")
    for texts in (
        ("1", "2", "", "4"), ("4", "x", "6", "9"), ("2", "?", "4"), ("1", "2", "Лекційні", "4", "5"), row,
        ("1", "40", *row[2:]),
    ):  # fmt: skip
        image, table, words = lane(*texts)
        assert complete(words, [table], image, 72) == words
