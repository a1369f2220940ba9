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
