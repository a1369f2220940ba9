"""Teachers of Vietnamese syllabi and staff of programmes."""

import pytest

from extractors.people.teachers import read_listed
from tests.extraction_curriculum.paper import only, programme, rows, syllabus


def test_staff_of_a_programme_teach() -> None:
    made = programme(
        [
            ["STT", "Họ và tên", "Năm sinh", "Học hàm, học vị"],
            ["1", "Nguyễn Văn An", "1978", "PGS.TS"],
            ["2", "Trần Thị Bình", "1980", "TS"],
        ]
    )
    assert only(rows("people", made), "name", "act") == [("Nguyễn Văn An", "teaches"), ("Trần Thị Bình", "teaches")]


def test_teachers_under_their_heading_and_who_signs_in_a_line() -> None:
    made = syllabus(
        "3. Giảng viên phụ trách",
        "1. TS. Lê Văn Cát",
        "Email: cat@mo.edu.vn",
        "2. ThS. Trần Thị Hạnh, Bộ môn Khoáng sản",
        "4. Mô tả học phần",
        "Trưởng bộ môn: PGS.TS. Phạm Văn Hùng",
        "Trưởng khoa: kiểm tra đề cương hằng năm",
    )
    found = [(str(r.get("name")), r.get("act"), r.get("role")) for r in read_listed(made)]
    assert found == [
        ("Lê Văn Cát", "teaches", None),
        ("Trần Thị Hạnh", "teaches", None),
        ("Phạm Văn Hùng", "signed", "Trưởng bộ môn"),
    ]


def test_teachers_that_take_part_stand_as_a_list_below_their_label() -> None:
    made = syllabus(
        "2. THÔNG TIN GIẢNG VIÊN:",
        "Họ và tên: TS. Lê Văn Cát",
        "Các giảng viên tham gia:",
        "+ ThS. Trần Thị Hạnh - Khoa Mỏ",
    )
    assert [str(r.get("name")) for r in read_listed(made)] == ["Lê Văn Cát", "Trần Thị Hạnh"]


@pytest.mark.parametrize("name", ["PGS.TS.KTS. Lê Quân", "BSCKII. Lê Quân", "Thạc sĩ Lê Quân"])
def test_titles_of_other_callings(name: str) -> None:
    from normalizers.values.names import parse_person

    person = parse_person(name)
    assert person is not None and person.name == "Lê Quân"


def test_a_label_in_two_languages_names_a_teacher() -> None:
    made = syllabus([["Giảng viên / Lecturer", "TS. Lê Văn An"], ["Khoa / Faculty", "Khoa Địa chất"]])
    assert only(rows("people", made), "name", "act") == [("Lê Văn An", "teaches")]


def test_several_teachers_on_a_line_of_a_card() -> None:
    card = [["Cán bộ giảng dạy", "TS. Lại Văn Khoa; ThS. Ông Thị Mỹ Lệ;\nThS. Trà Quốc Bảo"]]
    found = rows("people", syllabus(card))
    assert [name for (name,) in only(found, "name")] == ["Lại Văn Khoa", "Ông Thị Mỹ Lệ", "Trà Quốc Bảo"]


def test_a_rare_family_name_stands_among_names_or_behind_a_degree() -> None:
    staff = [["STT", "Họ và tên", "Học vị"], ["1", "Trần Thị Bình", "Tiến sĩ"], ["2", "Phó Đức Hiển", "Thạc sĩ"]]
    assert only(rows("people", programme(staff)), "name") == [("Trần Thị Bình",), ("Phó Đức Hiển",)]
    made = syllabus("2. Giảng viên phụ trách", "1. TS. Ngạc Thanh Trà, email: tra@mo.example")
    assert [row.get("name") for row in read_listed(made)] == ["Ngạc Thanh Trà"]


def test_the_place_above_the_signatures_is_no_teacher() -> None:
    made = syllabus("8. Giảng viên giảng dạy", "- TS. Lê Văn Cát", "Hà Nội, ngày 03 tháng 9 năm 2023")
    assert [str(r.get("name")) for r in read_listed(made)] == ["Lê Văn Cát"]


def test_the_head_of_an_academy_signs() -> None:
    made = programme([["TRƯỞNG KHOA", "GIÁM ĐỐC HỌC VIỆN"], ["TS. Lê Văn Cát", "GS.TS. Trần Thị Hạnh"]])
    assert [r["role"] for r in rows("people", made)] == ["TRƯỞNG KHOA", "GIÁM ĐỐC HỌC VIỆN"]


def test_numbered_codes_are_no_abbreviations() -> None:
    outcomes = [["Ký hiệu", "Nội dung"], ["KQ1", "Vẽ được bản đồ."], ["KQ2", "Đo được góc."]]
    short = [["Ký hiệu", "Nội dung"], ["LT", "Lý thuyết"], ["TH", "Thực hành"]]
    assert only(rows("terms", programme(outcomes, "Chữ viết tắt", short)), "term") == [("LT",), ("TH",)]


def test_a_foreign_teacher_has_a_title() -> None:
    made = syllabus([["Giảng viên", "Dr. Helen Marlowe; ThS. Trần Thị Hạnh; Global Trade"]])
    assert {row.get("name") for row in rows("people", made)} == {"Helen Marlowe", "Trần Thị Hạnh"}


@pytest.mark.parametrize("printed", ["PGS, TS Lê Văn Cát", "PGS,TS Lê Văn Cát", "TS Lê Văn Cát"])
def test_titles_with_a_comma_between_them_are_those_of_one_teacher(printed: str) -> None:
    table = [["STT", "Họ và tên", "Email"], ["1", printed, "cat@mo.edu.vn"], ["2", "ThS Mai Thị Đào", "dao@mo.edu.vn"]]
    made = syllabus("Giảng viên giảng dạy:", table, "1. Mô tả học phần")
    assert [name for (name,) in only(rows("people", made), "name")] == ["Lê Văn Cát", "Mai Thị Đào"]


def test_a_table_of_names_and_degrees_in_a_syllabus_lists_teachers_and_what_they_teach_is_no_role() -> None:
    table = [["TT", "Họ và tên", "Cấp bậc", "Học phần phụ trách"], ["1", "TS. Lê Văn Cát", "Đại úy", "Đo đạc ảnh"]]
    made = syllabus("Giảng viên giảng dạy", table)
    assert only(rows("people", made), "name", "act", "role") == [("Lê Văn Cát", "teaches", None)]
