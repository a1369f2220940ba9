"""Signatures side by side on staggered lines: a name belongs to the office in its own column."""

import pytest

from extractors.arranging import arrange
from extractors.parsing import parse
from extractors.tables import people
from models.document import Genre
from models.page import Box, Line, Page, Source, Word

LEFT, RIGHT, WIDTH = 70.0, 330.0, 6.0
OPENING = (
    "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN",
    "1. Thông tin chung",
    "Tên học phần: Kỹ thuật lạnh",
    "2. Quy định của học phần",
    "Sinh viên dự lớp đầy đủ và nộp bài đúng hạn.",
)


def printed(*close):
    """Return the document of a page that ends with pairs of words in the left and the right column, line by line."""
    lines = [line(text, LEFT, 20.0 + 14 * n) for n, text in enumerate(OPENING)]
    for n, (left, right) in enumerate(close, len(OPENING) + 1):
        lines += [line(text, x, 20.0 + 14 * n) for text, x in ((left, LEFT), (right, RIGHT)) if text]
    text = arrange((Page(1, tuple(lines), 595.0, 842.0),))
    return parse(Source("x.pdf", "x.pdf", "0" * 64, "application/pdf", 1), text, Genre("syllabus", "vi", 1.0, ""), ())


def line(text, x, y):
    """Return a line of words with boxes."""
    words = []
    for word in text.split():
        words.append(Word(word, Box(x, y, x + WIDTH * len(word), y + 11)))
        x += WIDTH * (len(word) + 1)
    return Line(tuple(words))


def signed(document):
    return {(r.get("name"), r.get("role"), r.get("capacity")) for r in people.extract(document)}


@pytest.mark.parametrize("first", [True, False])
def test_a_date_above_the_right_signature_moves_it_a_line_down(first):
    rows = [
        ("KT. HIỆU TRƯỞNG", "Hà Nội, ngày 12 tháng 9 năm 2022"),
        ("PHÓ HIỆU TRƯỞNG", "TRƯỞNG PHÒNG"),
        ("", ""),
        ("Nguyễn Gia Khánh" if first else "", "" if first else "Trần Thị Bích Thủy"),
        ("" if first else "Nguyễn Gia Khánh", "Trần Thị Bích Thủy" if first else ""),
    ]
    assert signed(printed(*rows)) == {
        ("Nguyễn Gia Khánh", "PHÓ HIỆU TRƯỞNG", "KT."),
        ("Trần Thị Bích Thủy", "TRƯỞNG PHÒNG", None),
    }


def test_the_office_on_the_right_takes_no_capacity_from_the_left():
    rows = [
        ("TL. HIỆU TRƯỞNG", "Hà Nội, ngày 12 tháng 9 năm 2022"),
        ("(Ký và ghi rõ họ tên)", "TRƯỞNG BỘ MÔN"),
        ("", "(Ký và ghi rõ họ tên)"),
        ("Nguyễn Gia Khánh", ""),
        ("", "Trần Thị Bích Thủy"),
    ]
    assert signed(printed(*rows)) == {
        ("Nguyễn Gia Khánh", None, "TL."),
        ("Trần Thị Bích Thủy", "TRƯỞNG BỘ MÔN", None),
    }


def test_a_name_below_words_that_are_no_known_office_gets_none():
    rows = [
        ("Ban xuất bản", "Hà Nội, ngày 12 tháng 9 năm 2022"),
        ("(Ký và ghi rõ họ tên)", "TRƯỞNG BỘ MÔN"),
        ("", ""),
        ("Nguyễn Gia Khánh", ""),
        ("", "Trần Thị Bích Thủy"),
    ]
    assert signed(printed(*rows)) == {
        ("Nguyễn Gia Khánh", None, None),
        ("Trần Thị Bích Thủy", "TRƯỞNG BỘ MÔN", None),
    }


def test_two_names_of_one_office_are_written_with_a_stroke():
    rows = [
        ("Trưởng khoa/bộ môn", "Hà Nội, ngày 12 tháng 9 năm 2022"),
        ("(Ký và ghi rõ họ tên)", "Giảng viên biên soạn"),
        ("TS. Nguyễn Gia Khánh", "(Ký và ghi rõ họ tên)"),
        ("", "ThS. Trần Thị Bích Thủy"),
    ]
    assert signed(printed(*rows)) == {
        ("Nguyễn Gia Khánh", "Trưởng khoa/bộ môn", None),
        ("Trần Thị Bích Thủy", "Giảng viên biên soạn", None),
    }


def test_an_office_of_the_left_column_goes_on_below_it():
    rows = [
        ("GIÁM ĐỐC CHƯƠNG", "NGƯỜI BIÊN SOẠN"),
        ("TRÌNH", ""),
        ("TS. Lê Văn An", "ThS. Trần Thị Bình"),
    ]
    assert signed(printed(*rows)) == {
        ("Lê Văn An", "GIÁM ĐỐC CHƯƠNG TRÌNH", None),
        ("Trần Thị Bình", "NGƯỜI BIÊN SOẠN", None),
    }
