"""Teachers in lines below a heading, where the cells of their table stand one space apart."""

import pytest

from tests.extraction_identity.reading import document, values

SYLLABUS = """ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN
. Thông tin về giảng viên:
STT Họ và tên Chức danh Địa chỉ Ghi chú
 {}
 Trần Văn Bình ThS BM Địa lý
. Mục tiêu học phần:
Học phần giới thiệu đất và nước.
"""


@pytest.mark.parametrize("line", ["Lê Thị An TS BM Địa lý", "Lê Thị An GVC Khoa Địa lý", "Lê Thị An, TS"])
def test_titles_and_offices_behind_a_name_are_none_of_it(line: str) -> None:
    people = values("people", document(SYLLABUS.format(line), kind="syllabus"))
    assert [(p["name"], p["act"]) for p in people] == [("Lê Thị An", "teaches"), ("Trần Văn Bình", "teaches")]


def test_a_line_of_other_words_ends_the_list() -> None:
    people = values("people", document(SYLLABUS.format("Danh sách sẽ được bổ sung"), kind="syllabus"))
    assert people == []
