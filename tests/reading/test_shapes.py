"""Codes of a column are brought to the shape that most of them have, and their decimals to one mark."""

import pytest

from extractors.arranging.tables.ruling import Ruled
from extractors.reading.paper_tables.codes.shapes import in_shape
from extractors.reading.paper_tables.figures.series import complete
from models.page import Box, Word


def column(entries, confidence=0.8):
    """Return words one below the other in cells of a ruled table of one column, and the table."""
    cells = [Box(100, 100 + 20 * n, 180, 120 + 20 * n) for n in range(len(entries))]
    words = [Word(t, Box(105, c.y0 + 3, 150, c.y1 - 3), confidence) for t, c in zip(entries, cells, strict=True) if t]
    return words, Ruled(Box(100, 100, 180, cells[-1].y1), cells)


def settled(entries, confidence=0.8):
    """Return what the entries of a column are after they were brought to its shape."""
    words, table = column(entries, confidence)
    return [word.settled or word.text for word in in_shape(words, [table])]


@pytest.mark.parametrize(
    ("read", "right"), [("KTSI07", "KTS107"), ("HOAI07", "HOA107"), ("KTSI7", "KTSI7"), ("THIT07", "THIT07")]
)
def test_a_subject_that_no_other_code_has_takes_the_shape_where_its_letters_are_as_many(read, right):
    assert settled(["TAP101", "VAN102", read, "SUD110", "DIA104"])[2] == right


@pytest.mark.parametrize(
    ("read", "right"),
    [("D41MT1", "D41MT1"), ("D4IMT1", "D41MT1"), ("D41MTI", "D41MT1"), ("DS52CK3", "D52CK3"), ("D41XH", "D41XH"),
     ("D4IXH1", "D4IXH1"), ("Ghép", "Ghép")],
)  # fmt: skip
def test_a_code_takes_the_shape_of_its_column(read, right):
    assert settled(["D40MT2", "D42CK1", "D44MT1", "D43CK2", read])[-1] == right


def test_codes_read_for_sure_and_columns_of_no_shape_stay():
    assert settled(["D40MT2", "D42CK1", "D44MT1", "D4IMT1"], 0.97)[-1] == "D4IMT1"
    assert settled(["D40MT2", "42CK", "MT-1", "D4IMT1"])[-1] == "D4IMT1"


def test_codes_that_a_narrow_column_broke_take_the_shape_of_their_parts():
    cells = [Box(100, 100 + 30 * n, 140, 130 + 30 * n) for n in range(5)]
    words = []
    for cell, part in zip(cells, ["MTX2", "MTX1", "MTX2", "MTXI", "MTXI"], strict=True):
        words.append(Word("D41-", Box(105, cell.y0 + 3, 130, cell.y0 + 12), 0.8))
        words.append(Word(part, Box(105, cell.y0 + 15, 130, cell.y0 + 24), 0.8))
    found = in_shape(words, [Ruled(Box(100, 100, 140, 250), cells)])
    assert [word.settled or word.text for word in found][1::2] == ["MTX2", "MTX1", "MTX2", "MTX1", "MTX1"]


def test_figures_that_a_narrow_column_broke_have_a_shape_without_letters():
    cells = [Box(100, 100 + 30 * n, 140, 130 + 30 * n) for n in range(5)]
    words = []
    for cell, low, high in zip(cells, ["100-", "150-", "22O-", "300-", "380-"], [149, 219, 299, 379, 449], strict=True):
        words.append(Word(low, Box(105, cell.y0 + 3, 130, cell.y0 + 12), 0.8))
        words.append(Word(str(high), Box(105, cell.y0 + 15, 130, cell.y0 + 24), 0.8))
    found = in_shape(words, [Ruled(Box(100, 100, 140, 250), cells)])
    assert [word.settled or word.text for word in found][::2] == ["100-", "150-", "220-", "300-", "380-"]


def test_a_four_that_was_read_as_a_letter_is_a_figure_where_the_column_has_one():
    assert settled(["KT4105", "KT4110", "KT4112", "KTA117"])[-1] == "KT4117"
    assert settled(["KT4105", "KT4110", "KT4112", "KTA17"])[-1] == "KTA17"


@pytest.mark.parametrize(
    ("read", "right"),
    [("ок13", "ОК 1.3"), ("оК1З", "оК1З"), ("ВЦ13", "ВЦ13"), ("ОК 1.9", "ОК 1.9"), ("ок14", "ок14")],
)
def test_a_code_that_lost_its_dot_is_the_one_that_its_neighbours_count_to(read, right):
    assert settled(["ОК 1.1", "ОК 1.2", read, "ОК 1.4", "ОК 1.5"])[2] == right


def test_a_code_of_one_letter_more_is_told_by_its_figure_alone():
    assert settled(["ВК2", "ВК3", "ВК4", "вкК6", "Усього"])[2:] == ["ВК4", "вкК6", "Усього"]
    assert settled(["ВК2", "ВК3", "ВК4", "вкК5", "Усього"])[2:] == ["ВК4", "ВК5", "Усього"]


def test_two_ones_are_not_taken_for_one_read_twice():
    assert settled(["PLO3", "PLO4", "PLO7", "PLOI1"])[-1] == "PLOI1"


def test_decimals_have_the_mark_of_their_column():
    assert settled(["7,25", "8,10", "6,75", "9.05"])[-1] == "9,05"
    assert settled(["7,25", "8.10", "6.75", "9.05"])[-1] == "9.05"


def ink():
    """Return white paper with a stroke in the second cell of a column."""
    import numpy as np

    image = np.full((600, 600), 255, np.uint8)
    image[246:268, 240:243] = 0
    return image


@pytest.mark.parametrize(("read", "first"), [("", "1"), ("I_", "1"), ("l", "1"), ("A", "A")])
def test_the_one_before_two_and_three_is_proved(read, first):
    words, table = column(["TT", read, "2", "3", "4"])
    done = complete(words, [table], ink(), 144)
    assert sorted((w.box.y0, w.text) for w in done)[1][1] == first
