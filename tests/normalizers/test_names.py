"""Names, folding and codes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from normalizers.knowledge import read_table
from normalizers.values.names import SERIES, Person, fold, fold_code, is_capitals, is_name, parse_person, title_case


@pytest.mark.parametrize(
    ("printed", "name", "titles"),
    [
        ("PGS.TS. Nguyễn Văn An", "Nguyễn Văn An", ("PGS.", "TS.")),
        ("ThS. Trần Thị Bình", "Trần Thị Bình", ("ThS.",)),
        ("д.т.н., проф. Петренко І.В.", "Петренко І.В.", ("д.т.н.", "проф.")),
        ("А.Х.Иванов", "А.Х. Иванов", ()),
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
    assert is_capitals("ĐẠI HỌC 2") and not is_capitals("Đại học") and not is_capitals("A")
    assert title_case("TRẦN VĂN AN") == "Trần Văn An"


@pytest.mark.parametrize(
    ("language", "printed", "code"),
    [
        ("vi", "РLО3", "PLO3"),
        ("vi", "PL010", "PLO10"),
        ("uk", "ПPH 4", "ПРН 4"),
        ("uk", "3К 1", "ЗК 1"),
        ("uk", "OK 5", "ОК 5"),
        ("vi", "CÐR1", "CĐR1"),
        ("vi", "РО2", "PO2"),
        ("ru", "PO2", "РО2"),
        ("vi", "7480107", "7480107"),
        ("uk", "014", "014"),
        ("vi", "PI1.2", "PI1.2"),
    ],
)
def test_codes_take_the_script_of_their_series(language, printed, code):
    assert fold_code(printed, language) == code


def test_every_series_keeps_its_example():
    for row in read_table(SERIES, ("series", "script", "meaning", "example")):
        language = "uk" if row["script"] == "cyrillic" else "vi"
        assert fold_code(row["example"], language) == row["example"], row


@given(st.text(max_size=30))
def test_folding_is_settled_after_one_pass(text):
    assert fold_code(fold_code(text, "vi"), "vi") == fold_code(text, "vi")
    parse_person(text), is_name(text), fold(text)
