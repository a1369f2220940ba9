"""Signs that are no words: dashes read twice, what a pen left, a figure read as a marked letter."""

import numpy as np

from extractors.imaging.preparing import Prepared
from extractors.reading.paper.ink.handwriting import set_apart
from extractors.reading.paper.letters.settling import settle
from models.page import Box, Line, PageNote, Word

INK = PageNote("ink", "blue ink was lifted off", Box(0, 500, 200, 560))


def line(y, *words):
    return Line(tuple(Word(t, Box(x, y, x + wide, y + 10), c) for t, x, wide, c in words))


def said(*lines):
    kept, _ = set_apart(list(lines), Prepared(np.zeros((1, 1), np.uint8), 200, 0.0, False, (), (INK,)))
    return [one.as_text() for one in kept]


def test_a_dash_read_twice_is_one():
    assert said(line(50, ("-", 10, 4, 0.8), ("_", 12, 5, 0.9), ("Phải", 30, 20, 0.9), ("lập", 55, 20, 0.9))) == [
        "- Phải lập"
    ]
    assert said(line(50, ("Tự", 10, 9, 0.9), ("—-", 22, 6, 0.9), ("do", 30, 20, 0.9))) == ["Tự – do"]
    assert said(line(50, ("Tự", 10, 9, 0.9), ("--", 22, 4, 0.9), ("do", 30, 20, 0.9))) == ["Tự - do"]


def test_what_a_pen_left_where_ink_was_lifted_is_no_line_and_a_page_number_is_one():
    assert said(line(520, ("ƒ", 50, 6, 0.7)), line(50, ("4", 300, 5, 0.7)), line(520, ("Đoàn", 50, 30, 0.7))) == [
        "4",
        "Đoàn",
    ]


def test_what_opens_the_number_of_an_act_is_no_scrap():
    symbols = ("/QĐ-ĐHLV", 60, 50, 0.7)
    assert said(line(50, ("Số:", 10, 14, 0.2), symbols)) == ["Số: /QĐ-ĐHLV"]
    assert said(line(50, ("Sử:", 10, 14, 0.2), ("Liên", 60, 20, 0.7))) == ["Liên"]


def test_a_numeral_with_a_tone_is_a_one():
    words = tuple(Word(t, None, 0.9) for t in ("Ì.", "Những", "phôi", "hỏng"))
    assert settle(words)[0].settled == "1."
    assert settle(tuple(Word(t, None, 0.9) for t in ("I.", "Những", "phôi")))[0].settled is None
