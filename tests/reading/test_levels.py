"""Lines of two columns that do not stand level, and words read across two lines."""

from extractors.reading.paper.lines.levels import levelled
from models.page import Box, Line, Word


def row(*words, top=100.0, sure=0.95):
    return tuple(Word(text, Box(x0, top, x1, top + 9), sure) for text, x0, x1 in words)


LEFT = (("-", 50, 53), ("Tổ", 56, 66), ("kho;", 70, 90))
RIGHT = (("TRƯỞNG", 300, 350), ("BAN", 354, 380))


def texts(lines):
    return [line.as_text() for line in lines]


def test_columns_that_are_not_level_are_lines_of_their_own_and_others_stay_one():
    askew, level = Line(row(*LEFT) + row(*RIGHT, top=104)), Line(row(*LEFT) + row(*RIGHT, top=101))
    assert texts(levelled([askew])) == ["- Tổ kho;", "TRƯỞNG BAN"]
    assert levelled([level]) == [level]


def test_a_sign_or_one_letter_in_another_column_tells_nothing_of_its_line():
    line = Line(row(*LEFT) + row(("4", 300, 305), top=106))
    assert levelled([line]) == [line]


def test_a_word_read_across_sound_ones_of_another_line_is_none():
    ghost = Line(row(*RIGHT, top=88) + row(("Xeng", 60, 92), top=98, sure=0.1))
    assert texts(levelled([ghost, Line(row(*LEFT))])) == ["TRƯỞNG BAN", "- Tổ kho;"]
    assert texts(levelled([Line(row(("Xeng", 60, 92), top=98, sure=0.6)), Line(row(*LEFT))])) == ["Xeng", "- Tổ kho;"]
    assert texts(levelled([Line(row(("Xeng", 60, 92), top=112, sure=0.1)), Line(row(*LEFT))])) == ["Xeng", "- Tổ kho;"]


def test_strokes_of_a_pen_beside_a_line_are_no_part_of_it_and_dashes_are():
    pen = Word("⁄", Box(300, 90, 320, 130), 0.4)
    assert texts(levelled([Line((*row(*LEFT), pen))])) == ["- Tổ kho;", "⁄"]
    dash = Line((*row(*LEFT), Word("–", Box(300, 104, 306, 105), 0.9)))
    assert levelled([dash]) == [dash]
