"""Words of other lines in the crop of a line."""

from extractors.reading.paper.lines.neighbours import read_once, without_neighbours
from models.page import Box, Line, Word


def row(top, *words, sure=0.95):
    return tuple(Word(text, Box(x0, top, x1, top + 9), sure) for text, x0, x1 in words)


LABELS = Line(row(104, ("C2.1", 20, 40), ("4", 300, 305)))
TEXT = Line(row(100, ("Vẽ", 60, 75), ("được", 80, 105), ("sơ", 110, 120), ("đồ", 125, 140)))


def test_words_of_the_line_above_are_not_read_as_words_of_a_line():
    found = row(104, ("C2.1", 20, 40), ("duoc", 80, 105), ("sơđồ", 110, 140), ("4", 300, 305))
    assert [w.text for w in without_neighbours(found, 0, [LABELS, TEXT])] == ["C2.1", "4"]


def test_what_stands_at_a_place_of_the_line_itself_or_of_no_line_stays():
    found = row(101, ("Vẽ", 60, 75), ("lại", 160, 180))
    assert without_neighbours(found, 1, [LABELS, TEXT]) == found
    tight = Line(row(107, ("Vẽ", 60, 75)))  # lines so tight that they touch
    assert without_neighbours(found, 1, [tight, TEXT]) == found


def test_what_was_hardly_read_in_another_line_holds_no_word_back():
    noise = Line(row(101, ("~~", 150, 190), sure=0.2))
    found = row(101, ("lại", 160, 180))
    assert without_neighbours(found, 0, [LABELS, noise]) == found


def test_signs_of_another_line_hold_no_figure_back():
    strokes = Line(row(101, ("+>", 150, 160), sure=0.9))
    found = row(101, ("7", 151, 157))
    assert without_neighbours(found, 0, [LABELS, strokes]) == found


def test_a_word_that_two_readings_saw_at_one_place_is_read_once():
    twice = Line((*row(100, ("sơ", 20, 40)), *row(107, ("sơ,", 20, 42), sure=0.8), *row(100, ("sơ", 45, 65))))
    assert [line.as_text() for line in read_once([twice])] == ["sơ sơ"]
    assert read_once([TEXT]) == [TEXT]


def test_what_was_made_of_the_print_of_surer_words_is_no_word():
    made = (
        Word("L7.", Box(78, 99, 92, 108), 0.5),
        Word("Sơ", Box(72, 99, 84, 101), 0.1),
        Word("ít", Box(145, 100, 152, 109), 0.4),
    )
    line = Line(tuple(sorted((*TEXT.words, *made), key=lambda w: w.box.x0)))
    assert [word.text for word in read_once([line])[0].words] == ["Vẽ", "được", "sơ", "đồ", "ít"]
    dash = Word("–", Box(104, 103, 111, 106), 0.3)  # boxes of words reach over the dash between them
    assert dash in read_once([Line((*TEXT.words[:2], dash, *TEXT.words[2:]))])[0].words
