"""Recitals and recipients of a Vietnamese act end in semicolons, however the tail was read."""

import pytest

from extractors.reading.paper.letters.recitals import with_semicolons
from extractors.reading.paper.letters.settling import settle
from models.page import Box, Line, Word


def lines(*texts):
    """Return lines one below the other; a bar between words begins another column."""
    found = []
    for n, text in enumerate(texts):
        words, x = [], 50
        for part in text.split():
            if part == "|":
                x += 150
                continue
            words.append(Word(part, Box(x, 100 + 16 * n, x + 6 * len(part), 112 + 16 * n), 0.9))
            x += 6 * len(part) + 4
        found.append(Line(tuple(words)))
    return found


def ends(*texts):
    """Return the last words of lines, as they are settled, up to another column."""
    return [
        [word.settled or word.text for word in line.words][-1 if "|" not in text else text.split().index("|") - 1]
        for text, line in zip(texts, with_semicolons(lines(*texts)), strict=True)
    ]


def test_a_recital_before_another_ends_in_a_semicolon():
    said = ("Căn cứ Quy chế thi của", "nhà trường năm 2031:", "Theo đề nghị của Tổ trưởng:", "QUYẾT ĐỊNH:")
    assert ends(*said) == ["của", "2031;", "trưởng;", "ĐỊNH:"]


def test_entries_of_recipients_end_in_semicolons_beside_another_column():
    said = ("Nơi nhận: | HIỆU TRƯỞNG", "- Như trên: | (đã ký)", "- Lưu: VT:", "- Lưu: VP.")
    assert ends(*said) == ["nhận:", "trên;", "VT;", "VP."]


@pytest.mark.parametrize("said", [("Hồ sơ gồm:", "- Đơn xin học:", "- Ảnh thẻ"), ("Xét ba mức:", "a) Mức một:", "b)")])
def test_other_colons_stay(said):
    assert ends(*said) == [text.split()[-1] for text in said]


def test_the_mark_of_a_spanish_exclamation_before_a_letter_is_an_i():
    assert [w.settled for w in settle((Word("bài", confidence=0.9), Word("¡CDL", confidence=0.4)))][-1] == "iCDL"
