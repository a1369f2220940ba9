"""Numbers and dates written by hand into printed lines: marked, and not read as print."""

import cv2
import numpy as np
import pytest

from extractors.reading.paper.ink.slots import mark_slots
from models.page import Box, Line, PageNote, Word

BLANK = np.full((600, 1600), 255, np.uint8)


def line(*words):
    """Return a line of words with their left edges and confidences, 10 points high at 100 points."""
    return Line(tuple(Word(t, Box(x, 100, x + 5 * len(t), 110), c) for t, x, c in words))


def head(number="6126", sure=0.6):
    return line(("Số:", 50, 1.0), (number, 75, sure), ("/QĐ-ĐHBK", 120, 0.95), ("năm", 300, 1.0), ("2023", 330, 1.0))


def test_words_where_coloured_ink_was_lifted_are_dropped_and_the_note_says_what_was_written():
    notes = (PageNote("ink", "blue ink was lifted off", Box(70, 95, 112, 115)), PageNote("seal", "a seal", None))
    (said,), marked = mark_slots([head()], notes, BLANK, 144)
    assert said.as_text() == "Số: /QĐ-ĐHBK năm 2023"
    assert [(note.kind, note.box) for note in marked] == [("seal", None), ("handwriting", notes[0].box)]
    assert "the number" in marked[1].message
    far = (PageNote("ink", "blue ink was lifted off", Box(400, 95, 440, 115)),)
    assert mark_slots([head()], far, BLANK, 144) == ([head()], far)


def test_what_hangs_on_a_printed_word_goes_and_the_word_stays():
    date = line(("ngày“.", 50, 0.4), ("2?tháng", 100, 0.1), ("12", 150, 1.0), ("năm", 170, 1.0), ("2024", 200, 1.0))
    (said,), marked = mark_slots([date], (PageNote("ink", "", Box(78, 95, 108, 112)),), BLANK, 144)
    assert said.as_text() == "ngày tháng 12 năm 2024" and "the day" in marked[0].message


@pytest.mark.parametrize(("high", "sure", "by_hand"), [(32, 0.5, True), (32, 0.97, True), (20, 0.5, False)])
def test_black_figures_much_taller_than_print_are_handwriting(high, sure, by_hand):
    image = BLANK.copy()
    for at, height in [(75, high), (85, high), (95, high), (330, 20), (336, 20), (342, 20)]:
        cv2.rectangle(image, (2 * at, 220 - height), (2 * at + 6, 218), 0, -1)
    (said,), marked = mark_slots([head(sure=sure)], (), image, 144)
    assert ("6126" not in said.as_text()) == by_hand == bool(marked)


def test_figures_that_pale_print_broke_in_two_are_as_high_as_both_halves():
    image = BLANK.copy()
    for at in (75, 85, 95, 330, 336, 342):
        halves = [(200, 218)] if at < 100 else [(200, 211), (214, 218)]
        for top, bottom in halves:
            cv2.rectangle(image, (2 * at, top), (2 * at + 6, bottom), 0, -1)
    assert mark_slots([head(sure=0.94)], (), image, 144) == ([head(sure=0.94)], ())


def test_a_cited_number_is_never_taken_for_handwriting_by_its_shape():
    image = BLANK.copy()
    for at, height in [(75, 32), (85, 32), (95, 32), (330, 20), (336, 20), (342, 20)]:
        cv2.rectangle(image, (2 * at, 220 - height), (2 * at + 6, 218), 0, -1)
    cited = line(("số", 50, 1.0), ("296", 75, 0.5), ("/NQ-HĐT", 120, 0.9), ("năm", 300, 1.0), ("2023", 330, 1.0))
    assert mark_slots([cited], (), image, 144) == ([cited], ())


def test_a_figure_that_the_slot_cuts_through_says_nothing_of_its_height():
    image = BLANK.copy()
    for at in (75, 330, 336, 342):
        cv2.rectangle(image, (2 * at, 200), (2 * at + 6, 218), 0, -1)
    cv2.rectangle(image, (160, 200), (170, 210), 0, -1)
    cv2.rectangle(image, (167, 200), (170, 218), 0, -1)
    printed = line(("Số:", 50, 1.0), ("95/QĐ-XYZ", 75, 0.45), ("năm", 300, 1.0), ("2023", 330, 1.0))
    assert mark_slots([printed], (), image, 144) == ([printed], ())


def test_other_lines_are_left():
    lines = [line(("Căn", 50, 0.5), ("cứ", 70, 0.5), ("Luật", 90, 0.5)), line(("ngày", 50, 0.2))]
    assert mark_slots(lines, (), BLANK, 144) == (lines, ())


def test_print_that_a_signature_crosses_is_kept_where_it_was_read_well():
    crossing = (PageNote("ink", "blue ink was lifted off", Box(20, 60, 200, 160)),)
    date = [("ngày", 50, 1.0), ("27", 75, 0.97), ("tháng", 95, 1.0), ("8", 125, 0.97), ("năm", 140, 1.0)]
    (said,), marked = mark_slots([line(*date)], crossing, BLANK, 144)
    assert said.as_text() == "ngày 27 tháng 8 năm" and marked == crossing
    (said,), marked = mark_slots([head(sure=0.97)], crossing, BLANK, 144)
    assert "6126" in said.as_text() and marked == crossing
    (said,), _ = mark_slots([line(*[(t, x, 0.6) for t, x, _ in date])], crossing, BLANK, 144)
    assert said.as_text() == "ngày tháng năm"
    beside = (PageNote("ink", "blue ink was lifted off", Box(70, 95, 112, 115)),)
    (said,), _ = mark_slots([head(sure=0.97)], beside, BLANK, 144)
    assert "6126" not in said.as_text()


@pytest.mark.parametrize(
    ("day", "left"),
    [
        (("ngày2Ÿ", "tháng"), "ngày tháng"),
        (("ngày", "DHtháng"), "ngày tháng"),
        (("ngày", "Ê", "thảng"), "ngày thảng"),
        (("ngày", "l4", "tháng"), "ngày l4 tháng"),
        (("ngày", "14", "tháng"), "ngày 14 tháng"),
        (("ngày", "…", "tháng"), "ngày … tháng"),
        (("ngày", "—", "tháng"), "ngày — tháng"),
    ],
)
def test_what_can_be_no_figure_in_the_date_of_the_head_is_not_guessed_at(day, left):
    texts = ("Hà", "Nội,", *day, "6", "năm", "2024")
    said, marked = mark_slots([line(*((t, 50 + 40 * n, 0.95) for n, t in enumerate(texts)))], (), BLANK, 144)
    assert said[0].as_text() == f"Hà Nội, {left} 6 năm 2024"
    assert bool(marked) == (left != " ".join(day))


@pytest.mark.parametrize("number", ["05-NQ/TW", "12/2024/QĐ-UBND", "45a/QĐ-ĐHBK", "/QĐ-ĐHBK", "...../QĐ-ĐHBK"])
def test_numbers_of_every_form_stay(number):
    said = line(("Số:", 50, 1.0), (number, 75, 0.95), ("Hà", 300, 1.0))
    assert mark_slots([said], (), BLANK, 144) == ([said], ())


def test_what_can_be_no_number_in_the_head_goes():
    (said,), marked = mark_slots([head("“$2", 0.95)], (), BLANK, 144)
    assert said.as_text() == "Số: /QĐ-ĐHBK năm 2023" and "the number" in marked[0].message


def test_a_month_read_in_doubt_beside_a_day_written_by_hand_is_by_hand_too():
    ink = (PageNote("ink", "", Box(103, 95, 118, 112)),)
    for sure, left in ((0.5, "Huế, ngày tháng năm 2031"), (0.97, "Huế, ngày tháng 03 năm 2031")):
        date = line(("Huế,", 30, 1.0), ("ngày", 75, 1.0), ("27", 105, 0.6), ("tháng", 125, 1.0), ("03", 160, sure),
                    ("năm", 180, 1.0), ("2031", 200, 1.0))  # fmt: skip
        assert mark_slots([date], ink, BLANK, 144)[0][0].as_text() == left


def test_faint_figures_that_fell_apart_are_as_high_as_the_tallest():
    image = BLANK.copy()
    for at, height in [(75, 20), (85, 20), (95, 20), (330, 13), (336, 20), (342, 14), (348, 15)]:
        cv2.rectangle(image, (2 * at, 220 - height), (2 * at + 6, 218), 0, -1)
    (said,), marked = mark_slots([head(sure=0.7)], (), image, 144)
    assert "6126" in said.as_text() and not marked
