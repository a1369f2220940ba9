"""Cells read again: figures taken for letters, heads written upwards."""

from dataclasses import replace

import cv2
import numpy as np

from extractors.arranging.lining import build_lines
from extractors.arranging.tables.ruling import Ruled
from extractors.reading.paper_tables.cells.upwards import read_upwards
from extractors.reading.paper_tables.figures.figures import reread
from models.page import Box, Word

WHITE = np.full((400, 400), 255, np.uint8)


def column(*texts, x=10):
    """Return the words of a column, one to a cell, and the cells; the first is its head."""
    cells = [Box(x, 20 * n, x + 40, 20 * n + 20) for n in range(len(texts))]
    words = [Word(t, Box(c.x0 + 10, c.y0 + 5, c.x0 + 20, c.y0 + 15), 0.9) for t, c in zip(texts, cells, strict=True)]
    return words, Ruled(Box(x, 0, x + 40, 20 * len(texts)), cells)


def reading(*answers, confidence=0.9):
    """Return a reader that gives these answers."""

    def read(crops):
        assert len(crops) == len(answers)
        return [[Word(text, None, confidence)] for text in answers]

    return read


def test_a_figure_taken_for_a_letter_is_read_again_figures_and_marks_stay():
    words, table = column("Tổng giờ", "4", "ó", "12", "x")
    found = reread(words, [table], WHITE, 72, reading("4", "6", "12", "x"))
    assert sorted(w.text for w in found) == ["12", "4", "6", "Tổng giờ", "x"]


def test_figures_that_two_readings_have_otherwise_are_the_surer_ones():
    words, table = column("Tổng giờ", "4", "9", "12")
    assert {w.text for w in reread(words, [table], WHITE, 72, reading("1", "8", "18", confidence=0.95))} >= {"4", "9"}
    unsure = [replace(w, confidence=0.6) if w.text == "9" else w for w in words]
    assert "8" in {w.text for w in reread(unsure, [table], WHITE, 72, reading("4", "8", "12", confidence=0.95))}


def test_commas_and_brackets_are_those_of_the_column():
    words, table = column("Điểm", "3,0", "20", "10")
    found = reread(words, [table], WHITE, 72, reading("3,0", "2,0", "1,0", confidence=0.8))
    assert sorted(w.text for w in found) == ["1,0", "2,0", "3,0", "Điểm"]
    words, table = column("Tài liệu", "[1]", "121", "(3)", "[4]")
    found = reread(words, [table], WHITE, 72, reading("[1]", "[2]", "(3)", "[4]", confidence=0.8))
    assert sorted(w.text for w in found) == ["Tài liệu", "[1]", "[2]", "[3]", "[4]"]


def test_latin_codes_among_cyrillic_letters_and_their_names_are_read_as_such():
    words, table = column("РІО", "РІОЗ", "РІ,О5", "РНА", "ЗК 1")
    found = reread(words, [table], WHITE, 72, reading("PLO", "PLO3", "PLOS", "PH 4", "3K 1", confidence=0.95))
    assert [w.text for w in found if w.text.startswith("P")] == ["PLO", "PLO3", "PLO5"]
    assert {"РН 4", "ЗК 1"} <= {w.text for w in found}


def test_a_stroke_among_single_capitals_is_an_i():
    words, table = column("PLO1", "R", "l", "|", "M")
    assert [w.text for w in words][0] == "PLO1"
    found = reread(words, [table], WHITE, 72, reading("R", "|", "|", "M", confidence=0.8))
    assert sorted(w.text for w in found) == ["I", "I", "M", "PLO1", "R"]


def test_an_unsure_second_reading_or_one_that_is_no_figure_changes_nothing():
    words, table = column("Tổng giờ", "4", "ó", "12")
    assert reread(words, [table], WHITE, 72, reading("4", "6", "12", confidence=0.3)) == words
    assert reread(words, [table], WHITE, 72, reading("4", "Ma", "12")) == words


def test_columns_of_words_are_not_read_again():
    words, table = column("Xếp loại", "Khá", "ó", "Giỏi", "Trung")
    assert reread(words, [table], WHITE, 72, lambda crops: 1 / 0) == words


def upward_cell():
    """Return an image of 72 dpi with tall ink in a tall cell."""
    image = WHITE.copy()
    cv2.rectangle(image, (18, 20), (26, 90), 0, -1)
    return image, Ruled(Box(10, 10, 40, 100), [Box(10, 10, 40, 100)])


def test_a_head_written_upwards_is_read_turned_and_stands_in_its_cell():
    image, table = upward_cell()

    def read(crops):
        (crop,) = crops
        assert crop.shape[1] > crop.shape[0]
        return [[Word("Lý", Box(16, 16, 30, 24), 0.9), Word("thuyết", Box(36, 16, 80, 24), 0.9)]]

    found = read_upwards([Word("|", Box(18, 20, 26, 90), 0.2)], [table], image, 72, read)
    assert [(w.text, w.turn) for w in found] == [("Lý", 90), ("thuyết", 90)]
    assert all(w.box.x0 >= 10 and w.box.x1 <= 40 and w.box.y0 >= 10 and w.box.y1 <= 100 for w in found)
    assert found[0].box.y0 > found[1].box.y0
    assert [line.as_text() for line in build_lines(found)] == ["Lý thuyết"]


def test_signs_that_strokes_of_turned_letters_were_read_as_make_way_and_figures_do_not():
    image, table = upward_cell()
    signs = [Word("Е", Box(18, 22, 25, 37), 0.9), Word("=", Box(18, 60, 24, 64), 0.97)]
    for said, sure, turned in (("Лекции", 0.96, True), ("Лекции", 0.8, False), ("14", 0.96, False)):
        found = read_upwards(signs, [table], image, 72, lambda _, w=Word(said, Box(16, 16, 60, 24), sure): [[w]])
        assert (found != signs) is turned


def test_a_tall_cell_that_is_read_level_is_left_alone():
    image, table = upward_cell()
    words = [Word("Tuần", Box(12, 40, 38, 50), 0.95)]
    assert read_upwards(words, [table], image, 72, lambda crops: 1 / 0) == words
