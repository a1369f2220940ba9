"""Strokes that were read as other letters, where nothing else can stand."""

import pytest

from extractors.reading.paper.letters.settling import settle
from extractors.reading.paper.lines.voting import vote
from models.page import Box, Word


def said(text, confidence=0.9):
    """Return the words of a line as they are settled."""
    words = (Word(t, Box(40 * n, 0, 40 * n + 30, 12), confidence) for n, t in enumerate(text.split()))
    return " ".join(word.settled or word.text for word in settle(tuple(words)))


@pytest.mark.parametrize(
    ("read", "printed"),
    [
        ("trong thời hạn sau l tháng kể từ", "trong thời hạn sau 1 tháng kể từ"),
        ("với mức I triệu đồng mỗi năm", "với mức 1 triệu đồng mỗi năm"),
        ("tối thiểu Ì tín chỉ của", "tối thiểu 1 tín chỉ của"),
        ("được cấp lại (sau l", "được cấp lại (sau 1"),
        ("Hà Nội, ngùy 19 tháng 3 năm 2024", "Hà Nội, ngày 19 tháng 3 năm 2024"),
        ("Như Biều 2, Lưu ĐT", "Như Điều 2, Lưu ĐT"),
        ("Như Biều2, Lưu ĐT", "Như Điều2, Lưu ĐT"),
        ("của đơn vị, l3an Giám đốc", "của đơn vị, Ban Giám đốc"),
        ("Đại học Bách khoa IIà Nội", "Đại học Bách khoa Hà Nội"),
        ("theo số 16/2016/TT-BGDDT ngày", "theo số 16/2016/TT-BGDĐT ngày"),
        ("Số: 795/QD-ĐHSP", "Số: 795/QĐ-ĐHSP"),
    ],
)
def test_what_could_not_be_printed_so_is_settled(read, printed):
    assert said(read) == printed


@pytest.mark.parametrize(
    "text",
    [
        "học kỳ I năm học 2024",
        "theo Biểu 2 kèm theo",
        "trong quý I năm 2024",
        "theo mẫu I và mẫu II của",
        "lớp 13an IIM và nhóm lla",
        "mã số 12/HD-ĐHSP và QD ghi",
    ],
)
def test_roman_numbers_codes_and_what_is_no_word_stay(text):
    assert said(text) == text


def test_the_slash_of_a_number_is_kept_where_one_reading_has_it():
    boxes = Box(0, 0, 30, 12)
    one, two = (Word(text, boxes, sure) for text, sure in (("795/QĐÐ-ĐHNN", 0.54), ("795QĐ-ĐHNN", 0.84)))
    assert vote((one,), (two,))[0].text == "795/QĐÐ-ĐHNN" == vote((two,), (one,))[0].text
