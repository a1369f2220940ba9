"""Names and folding."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.values.names import Person, fold, is_name, parse_person, titles_at


@pytest.mark.parametrize(
    ("printed", "name", "titles"),
    [
        ("PGS.TS. Nguyễn Văn An", "Nguyễn Văn An", ("PGS.", "TS.")),
        ("ThS. Trần Thị Bình", "Trần Thị Bình", ("ThS.",)),
        ("д.т.н., проф. Петренко І.В.", "Петренко І.В.", ("д.т.н.", "проф.")),
        ("А.Х.Иванов", "А.Х. Иванов", ()),
        ("PGS.TS. Lê Như Ý", "Lê Như Ý", ("PGS.", "TS.")),
        ("Козлов А.Т", "Козлов А.Т.", ()),
        ("О. С. Коваль", "О. С. Коваль", ()),
        ("Prof. John Smith", "John Smith", ("Prof.",)),
        ("Коваленко Ольга Іванівна, к.т.н.", "Коваленко Ольга Іванівна", ("к.т.н.",)),
    ],
)
def test_titles_come_off_and_initials_stand_apart(printed, name, titles):
    assert parse_person(printed) == Person(name, titles)


@pytest.mark.parametrize("text", ["", "____", "HIỆU TRƯỞNG ký thay cho các", "123", "Директор", "Jaf -"])
def test_what_is_no_name_gives_none(text):
    assert parse_person(text) is None


def test_names_that_begin_like_a_title_stay_whole():
    assert parse_person("TS. Ông Văn Sáu") == Person("Ông Văn Sáu", ("TS.",))
    assert parse_person("Ông Lê Văn Sáu") == Person("Lê Văn Sáu", ("Ông",))
    assert parse_person("Tsang Van Co").name == "Tsang Van Co"
    assert parse_person("Cồ Văn Tám").name == "Cồ Văn Tám"


def test_folding_for_comparison():
    assert fold("«Про  Освіту» – ЗАКОН") == fold("“Про освіту” — закон")
    assert fold("Ðại học") == fold("ĐẠI HỌC")


@given(st.text(max_size=30))
def test_folding_is_settled_after_one_pass(text):
    assert fold(fold(text)) == fold(text)
    parse_person(text), is_name(text)


def test_titles_begin_where_no_other_title_stands_before_them() -> None:
    line = "Đại tá, TS Nhữ Văn Đạt PGS.TS. Kha Thị Lành"
    assert [line[at:] for at in titles_at(line)] == [line, "PGS.TS. Kha Thị Lành"]
