"""Words of text files and text layers each of whose signs stands twice."""

import pytest

from extractors.reading.files.plain import pages_of
from extractors.reading.layers.digital import words_of


@pytest.mark.parametrize(
    ("printed", "wanted"),
    [
        ("HHIIỆỆUU TTRRƯƯỞỞNNGG", "HIỆU TRƯỞNG"),
        ("ĐĐiiềềuu 33.. Trưởng các phòng", "Điều 3. Trưởng các phòng"),
        ("Nơi nhận:        KKTT.. GGIIÁÁMM ĐĐỐỐCC", "Nơi nhận:        KT. GIÁM ĐỐC"),
        ("LLêê  VVăănn  TTáámm", "Lê Văn Tám"),
        ("Tổ chức 22 buổi ..... năm 1155", "Tổ chức 22 buổi ..... năm 1155"),
        ("xxxx ---- 0000 OOOO", "xxxx ---- 0000 OOOO"),
        ("boong tàu, xoong nồi", "boong tàu, xoong nồi"),
    ],
)
def test_words_of_doubled_signs_are_read_once(printed, wanted):
    (page,) = pages_of(printed)
    assert [line.text for line in page.blocks] == [wanted]


class _Layer:
    """A page of pdfplumber: its characters in one line, ten points each."""

    def __init__(self, text: str) -> None:
        alike = {"top": 0.0, "bottom": 12.0, "doctop": 0.0, "upright": True, "fontname": "Serif", "size": 12.0}
        self.chars = [{"text": sign, "x0": 10.0 * n, "x1": 10.0 * n + 9, **alike} for n, sign in enumerate(text)]


def test_words_of_a_layer_printed_over_itself_are_read_once():
    words = words_of(_Layer("ĐĐiiềềuu 33.. Trưởng 22"))
    assert [word.text for word in words] == ["Điều", "3.", "Trưởng", "22"]


def test_lines_that_a_stamp_printed_twice_are_read_once():
    twice = ["TRƯỜNG CAO ĐẲNG SÔNG LAM", "Số: 15/QĐ-CĐSL", "Về việc thành lập tổ thư viện", "Điều 1. Lập tổ thư viện",
             "gồm ba người dưới đây:", "4"]  # fmt: skip
    (page,) = pages_of("\n".join(line for line in twice for _ in range(2)))
    assert [line.text for line in page.blocks] == [*twice, "4"]


def test_a_few_lines_that_stand_twice_stay():
    text = "Thảo luận theo nhóm\nThảo luận theo nhóm\nĐọc sách ở nhà\nĐọc sách ở nhà\nKhông"
    (page,) = pages_of(text)
    assert [line.text for line in page.blocks] == text.split("\n")


def test_two_dashes_of_a_converter_are_one_and_keep_the_columns():
    (page,) = pages_of("Từ 3 -- 5   Đạt\nDưới 3     Hỏng\nx --y")
    assert [line.text for line in page.blocks] == ["Từ 3 – 5    Đạt", "Dưới 3     Hỏng", "x --y"]
