"""Numbers that hang in the margin of a scanned list, which the layout analysis loses."""

import cv2
import numpy as np

from extractors.reading.paper.lines.hanging import with_hanging
from extractors.reading.paper_tables.tabling import Seen
from models.page import Box, Line, Page, Word

DPI = 300
POINT = 72 / DPI


class Figures:
    """Reads one text per crop, and of a strip of crops those given for it."""

    def __init__(self, *said):
        self.said = said

    def read_only(self, images, letters, dpi, *how):
        told = self.said if len(images) == len(self.said) else [""] * len(images)
        return [Page(1, (Line((Word(text, Box(0, 0, 9, 9), 0.9),)),) if text else ()) for text in told]


def sheet(items=4):
    """Return a page of items of three lines with a mark before each, and the words that were read: no marks."""
    image, words = np.full((1600, 1400), 255, np.uint8), []
    for row in range(items * 3):
        top = 100 + 50 * row
        for n in range(5):
            cv2.rectangle(image, (300 + 180 * n, top), (440 + 180 * n, top + 30), 0, -1)
            box = Box((300 + 180 * n) * POINT, top * POINT, (440 + 180 * n) * POINT, (top + 30) * POINT)
            words.append(Word("word", box, 0.95))
        if row % 3 == 0:
            cv2.rectangle(image, (230, top), (255, top + 30), 0, -1)
    return image, words


def hung(*said):
    image, words = sheet()
    found = with_hanging(words, Seen(image, DPI, "eng", Figures(*said)))
    return [(word.text, round(word.box.y0 / POINT)) for word in found if word not in words]


def test_numbers_that_go_on_from_one_another_stand_before_their_lines():
    assert hung("4.", "5.", "6.", "7.") == [("4.", 100), ("5.", 250), ("6.", 400), ("7.", 550)]


def test_a_number_between_two_sure_ones_is_theirs_and_the_first_of_a_list_is_one():
    assert [text for text, _ in hung("1.", "", "3.", "4.")] == ["1.", "2.", "3.", "4."]
    assert [text for text, _ in hung("", "2.", "3.", "4.")] == ["1.", "2.", "3.", "4."]


def test_marks_that_are_no_series_are_left_out():
    assert hung("7.", "2.", "9.", "1.") == []
    assert [text for text, _ in hung("1.", "2.", "3.", "8")] == ["1.", "2.", "3."]


def test_letters_and_numbers_with_dots_go_on_from_what_holds_them():
    assert [text for text, _ in hung("1.", "a)", "b)", "2.")] == ["1.", "a)", "b)", "2."]
    assert [text for text, _ in hung("2.", "2.1.", "2.2.", "3.")] == ["2.", "2.1.", "2.2.", "3."]
    assert [text for text, _ in hung("11.", "12.", "13.", "2.")] == ["1.1.", "1.2.", "1.3.", "2."]


def test_a_mark_that_reads_plainly_as_another_is_not_filled_in():
    assert [text for text, _ in hung("1.", "2.", "7.", "4.")] == ["1.", "2."]
    assert [text for text, _ in hung("a)", "b)", "k)", "d)")] == ["a)", "b)"]


def test_a_roman_number_that_the_page_reads_stays_as_it_is():
    image, words = sheet()
    words.append(Word("I.", Box(230 * POINT, 100 * POINT, 255 * POINT, 130 * POINT), 0.9))
    found = with_hanging(words, Seen(image, DPI, "eng", Figures("1.", "1.1.", "1.2.", "1.3.")))
    assert [word.text for word in found if word.box.x0 < 290 * POINT] == ["I.", "1.1.", "1.2.", "1.3."]
