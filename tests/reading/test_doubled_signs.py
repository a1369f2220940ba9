"""Words of text files each of whose signs stands twice."""

import pytest

from extractors.reading.files.plain import pages_of


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
