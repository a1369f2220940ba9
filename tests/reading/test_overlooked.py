"""Ink among the rules of a table that the reading passed over."""

import cv2
import numpy as np

from extractors.arranging.tables.drawn import Rules, rules_in
from extractors.arranging.tables.strokes import Strokes
from extractors.reading.paper_tables.cells.overlooked import areas_of, with_overlooked
from models.page import Box, Word


def page_with_marks():
    """Return a page of 144 dpi with three rules across and three marks one below the other, and its rules."""
    image = np.full((800, 1000), 255, np.uint8)
    for y in (200, 240, 400):
        cv2.line(image, (100, y), (900, y), 0, 2)
    rules = rules_in(image, 144)
    for y in (276, 316, 356):
        cv2.putText(image, "x", (600, y), cv2.FONT_HERSHEY_SIMPLEX, 0.8, 0, 2)
    return image, rules


def test_marks_that_were_passed_over_or_read_as_one_word_are_read_one_by_one():
    image, rules = page_with_marks()
    words = [Word(name, Box(60, y, 110, y + 9), 0.95) for name, y in (("Toán", 129), ("Lý", 149), ("Hóa", 169))]
    column = Word("жжж", Box(299, 128, 309, 180), 0.4)

    def read(crops):
        assert len(crops) == 3 and all(crop.shape[0] < 60 for crop in crops)
        return [[Word("x", None, 0.8)] for _ in crops]

    for before in (words, [*words, column]):
        found = with_overlooked(before, rules, image, 144, read)
        assert [w.text for w in found] == ["Toán", "Lý", "Hóa", "x", "x", "x"]
        assert all(295 < w.box.x0 < 305 for w in found[3:])


def test_a_page_without_rules_and_marks_that_were_read_cost_nothing():
    image, rules = page_with_marks()
    words = [Word("x", Box(299, y, 309, y + 10), 0.9) for y in (129, 149, 169)]
    assert with_overlooked(words, rules, image, 144, lambda crops: 1 / 0) == words
    assert with_overlooked(words[:1], Rules([], Strokes()), image, 144, lambda crops: 1 / 0) == words[:1]
    assert [round(v) for v in (areas_of(rules)[0].x0, areas_of(rules)[0].y1)] == [50, 200]


def test_ink_that_runs_on_from_words_that_were_read_is_not_read_twice():
    image, rules = page_with_marks()
    cv2.line(image, (300, 316), (800, 316), 0, 4)  # the edge of a shade
    words = [Word(text, Box(x, 149, x + 20, 160), 0.9) for text, x in (("Код", 170), ("Баллы", 310))]

    def read(crops):
        return [[Word("Код", None, 0.8), Word("Баллы", None, 0.8)] if c.shape[1] > 400 else [] for c in crops]

    assert with_overlooked(words, rules, image, 144, read) == words
