"""Courses whose codes have the letters of aims, headings with a remark, totals above what was read, forms of study."""

import pytest

from tests.extraction_curriculum.paper import only, programme, rows, syllabus

HEAD = ["TT", "Mã HP", "Tên học phần", "Số TC"]
LISTED = [["1", "MT101", "Đo đạc", "12"], ["2", "MT102", "Bản đồ", "14"], ["3", "MT103", "Ảnh hàng không", "9"]]


def test_a_course_is_no_aim_though_its_code_has_the_letters_of_one() -> None:
    matrix = [["Mã HP", "Tên học phần", "PLO1", "PLO2", "PLO3"], *([*row[1:3], "X", "", ""] for row in LISTED)]
    made = programme(
        "1. Mục tiêu", [["Mã", "Mục tiêu"], ["MT1", "Hiểu đất và nước của một vùng."]], "2. Ma trận", matrix
    )
    assert only(rows("outcomes", made), "code") == [("MT1",)]


def test_a_heading_in_capitals_with_a_remark_ends_the_outcomes() -> None:
    made = programme("A. CHUẨN ĐẦU RA", "- PLO1. Vẽ được bản đồ của vùng.", "B. NỘI DUNG ĐÀO TẠO (trích theo khóa)")
    assert only(rows("outcomes", made), "text") == [("Vẽ được bản đồ của vùng.",)]


@pytest.mark.parametrize(("credits", "wanted"), [("„", 35), ("7", None)])
def test_a_sum_above_the_courses_is_the_whole_where_credits_were_not_read(credits: str, wanted: int | None) -> None:
    made = programme([HEAD, *LISTED[:2], [*LISTED[2][:3], credits], ["", "", "Tổng cộng", "35"]])
    assert only(rows("programmes", made), "total_credits") == [(wanted,)]


def test_a_stroke_before_a_code_is_none_of_it() -> None:
    made = programme([HEAD, LISTED[0], ["2", "|MT102", *LISTED[1][2:]], LISTED[2]])
    assert only(rows("courses", made), "code") == [("MT101",), ("MT102",), ("MT103",)]


def test_those_who_go_on_to_a_degree_study_in_a_form_of_their_own() -> None:
    made = programme("Ngành: Trắc địa", "Mã ngành: 7520503", "Loại hình: Liên thông chính quy")
    assert only(rows("programmes", made), "mode") == [("Liên thông chính quy",)]


def test_a_share_behind_the_name_of_a_period_is_none_of_it() -> None:
    works = [["Thành phần", "Bài đánh giá", "Trọng số (%)"], ["A1. Quá trình (40%)", "Bài tập", "40"],
             ["A2. Cuối kỳ (60%)", "Thi viết", "60"]]  # fmt: skip
    made = syllabus("5. Đánh giá", works)
    assert only(rows("assessment_periods", made), "period", "weight_percent") == [
        ("A1. Quá trình", 40),
        ("A2. Cuối kỳ", 60),
    ]


def test_experiments_in_a_list_are_topics() -> None:
    listed = [["Bài", "Tên bài thí nghiệm", "Số giờ"], ["TN1", "Đo độ ẩm của đất", "3"], ["TN2", "Nén đất", "4"]]
    assert only(rows("topics", syllabus("9. Danh mục bài thí nghiệm", listed)), "title", "hours") == [
        ("Đo độ ẩm của đất", 3),
        ("Nén đất", 4),
    ]
