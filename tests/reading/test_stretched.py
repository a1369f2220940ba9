"""Rows of tables whose words the engine laid over the wrong cells."""

import cv2
import numpy as np

from extractors.arranging.tables.ruling import ruled_tables
from extractors.reading.paper_tables.cells.stretched import unstretched
from models.page import Box, Word


def _table(heads: list[str]):
    """Return a page of 100 dpi with a table of two rows and three columns, its head as printed, and 20 other words."""
    image = np.full((500, 700), 255, np.uint8)
    for y in (50, 100, 150):
        cv2.line(image, (50, y), (650, y), 0, 2)
    for x in (50, 250, 450, 650):
        cv2.line(image, (x, 50), (x, 150), 0, 2)
    for number, head in enumerate(heads):
        cv2.putText(image, head, (80 + 200 * number, 84), cv2.FONT_HERSHEY_SIMPLEX, 0.6, 0, 2)
    words = [Word("lớp", Box(40 + 20 * (n % 10), 200 + 12 * (n // 10), 55 + 20 * (n % 10), 210 + 12 * (n // 10)), 0.9)
             for n in range(20)]  # fmt: skip
    return image, ruled_tables(image, 100), words


def test_heads_read_over_the_wrong_cells_are_read_cell_by_cell() -> None:
    image, tables, words = _table(["Nam sinh", "Hoc vi", "Khoa"])
    astray = [Word(text, Box(x, 50, x + 75, 62), 0.96) for text, x in (("Năm", 56), ("sinh", 200), ("Học", 344))]
    said = ["Năm sinh", "Học vị", "Khoa"]
    found = unstretched([*words, *astray], tables, image, 100, lambda crops: [[Word(s, None, 0.9)] for s in said])
    assert [word.text for word in found[20:]] == said
    low = unstretched([*words, *astray], tables, image, 100, lambda crops: [[Word(s, None, 0.3)] for s in said])
    assert low == [*words, *astray]


def test_a_word_whose_letters_stand_apart_stays() -> None:
    image, tables, words = _table(["N a m", "Hoc vi", "Khoa"])
    read = [Word("Năm", Box(56, 50, 131, 62), 0.96), Word("Học", Box(200, 50, 218, 62), 0.96)]
    said = ["N ă m", "Học vị", "Khoa"]
    assert unstretched([*words, *read], tables, image, 100, lambda crops: [[Word(s, None, 0.9)] for s in said]) == [
        *words, *read,
    ]  # fmt: skip
    usual = [Word("Năm", Box(56, 50, 72, 62), 0.96)]
    assert unstretched([*words, *usual], tables, image, 100, lambda crops: 1 / 0) == [*words, *usual]
