"""Hours of two kinds of practice, hours below a heading that names the class, links that tables tell by numbers."""

import pytest

from tests.extraction_curriculum.paper import document, only, programme, rows, syllabus


def test_exercises_and_practice_side_by_side_are_two_loads_of_a_course() -> None:
    head = ["TT", "Mã học phần", "Tên học phần", "Số TC", "LT", "BT", "TH", "Học phần tiên quyết"]
    plan = [
        head,
        ["1", "DC1001", "Địa chất đại cương", "3", "30", "15", "0", ""],
        ["2", "DC1002", "Tin học địa chất", "2", "15", "0", "15", ""],
        ["3", "DC1003", "Khoáng vật học", "3", "30", "6", "9", "DC1001"],
    ]
    found = only(rows("workloads", programme("Khung chương trình", plan)), "course_code", "activity", "hours")
    assert [row for row in found if row[0] == "DC1003"] == [
        ("DC1003", "lecture", 30), ("DC1003", "practice", 6), ("DC1003", "practice", 9),
    ]  # fmt: skip
    assert ("DC1002", "practice", 15) in found


def test_two_kinds_of_practice_of_a_table_and_of_the_cells_of_a_row_are_each_a_load() -> None:
    table = [["Hoạt động", "Số tiết"], ["Lý thuyết", "30"], ["Bài tập trên lớp", "9"], ["Thực hành", "24"]]
    told = only(rows("workloads", syllabus("Phân bổ thời gian", table)), "activity", "hours")
    assert told == [("lecture", 30), ("practice", 9), ("practice", 24)]
    cells = [["Số tiết", "Lý thuyết: 32", "Bài tập: 8", "Thực hành: 10"], ["Học kỳ", "6", "Bộ môn", "Bản đồ"]]
    told = only(rows("workloads", syllabus("A. THÔNG TIN CHUNG", cells)), "activity", "hours")
    assert told == [("lecture", 32), ("practice", 8), ("practice", 10)]


def test_bare_hours_beside_own_study_are_those_of_the_class_that_the_heading_names() -> None:
    head = ["TT", "Tên bài", "Số tiết", "Tự học (giờ)"]
    theory = [head, ["1", "Cấu tạo vỏ Trái Đất", "2", "4"], ["2", "Khoáng vật tạo đá", "3", "6"]]
    found = only(rows("topics", syllabus("4.1. Lý thuyết", theory)), "activity", "title", "hours")
    assert ("lecture", "Khoáng vật tạo đá", 3) in found and ("self_study", "Khoáng vật tạo đá", 6) in found
    unnamed = only(rows("topics", syllabus("4. Nội dung học phần", theory)), "activity", "hours")
    assert ("lecture", 3) not in unnamed


def test_a_matrix_that_counts_the_outcomes_of_a_programme_the_document_does_not_state() -> None:
    outcomes = [
        ["CĐR", "Nội dung"],
        ["CLO1", "Trình bày được cấu tạo của vỏ Trái Đất."],
        ["CLO2", "Phân loại được các khoáng vật tạo đá thường gặp."],
    ]
    matrix = [[("CLO", 2, 1), ("PLO", 1, 3)], ["1", "2", "3"], ["CLO1", "L", "", "H"], ["CLO2", "", "M", ""]]
    found = rows("outcome_links", syllabus("4. Chuẩn đầu ra của học phần", outcomes, "Ma trận", matrix))
    assert only(found, "source_code", "target_code", "level") == [
        ("CLO1", "PLO1", "L"), ("CLO1", "PLO3", "H"), ("CLO2", "PLO2", "M"),
    ]  # fmt: skip


def test_words_under_the_heading_of_a_matrix_are_no_outcome() -> None:
    told = syllabus(
        "4. Chuẩn đầu ra của học phần",
        [["Mã", "Chuẩn đầu ra"], ["CLO1", "Trình bày được các loại kho"], ["CLO2", "Vận dụng được mô hình tồn kho"]],
        "5. Ma trận chuẩn đầu ra học phần với chuẩn đầu ra chương trình đào tạo",
        "Mức độ đóng góp được ghi bằng các số từ 1 đến 3 trong bảng dưới đây.",
        [["CLO", "PLO1", "PLO2"], ["CLO1", "1", "2"], ["CLO2", "", "3"]],
    )
    assert only(rows("outcomes", told), "code") == [("CLO1",), ("CLO2",)]
    assert len(rows("outcome_links", told)) == 3


def test_codes_of_one_letter_under_a_head_that_says_whose_they_are() -> None:
    table = [
        ["Ký hiệu", "Chuẩn đầu ra học phần", "Đáp ứng CĐR của CTĐT"],
        ["CĐR1", "Mô tả được các quá trình nội sinh và ngoại sinh.", "C2, C4"],
        ["CĐR2", "Lập được mặt cắt địa chất từ số liệu khoan.", "C5"],
    ]
    made = syllabus("III. CHUẨN ĐẦU RA HỌC PHẦN", table)
    assert only(rows("outcome_links", made), "source_code", "target_code") == [
        ("CĐR1", "C2"), ("CĐR1", "C4"), ("CĐR2", "C5"),
    ]  # fmt: skip


def test_works_over_a_matrix_are_no_outcomes() -> None:
    outcomes = [["CĐR", "Nội dung"], ["CLO1", "Trình bày được cấu tạo của vỏ Trái Đất."], ["CLO2", "Đọc được bản đồ."]]
    matrix = [["CĐR", "A1", "A2"], ["CLO1", "X", ""], ["CLO2", "", "X"]]
    assert rows("outcome_links", syllabus("4. Chuẩn đầu ra của học phần", outcomes, matrix)) == []


def test_outcomes_in_rows_of_a_card_that_goes_on_below_its_hours() -> None:
    card = [
        ["Tên môn học", ("Xử lý ảnh viễn thám", 1, 3)],
        ["Mã môn học", "VT 3412", "Số tín chỉ", "3"],
        ["Số tiết", "Lý thuyết: 32", "Bài tập: 8", "Thực hành: 10"],
        [("C. CHUẨN ĐẦU RA", 1, 4)],
        ["L1", ("Giải thích được nguyên lý thu nhận ảnh.", 1, 2), "PLO2"],
        ["L2", ("Tính toán được sai số hình học của ảnh.", 1, 2), "PLO3, PLO4"],
    ]
    made = document("CHƯƠNG TRÌNH CHI TIẾT MÔN HỌC", card)
    assert [code for (code,) in only(rows("outcomes", made), "code")] == ["L1", "L2"]
    assert only(rows("outcome_links", made), "source_code", "target_code") == [
        ("L1", "PLO2"), ("L2", "PLO3"), ("L2", "PLO4"),
    ]  # fmt: skip


def test_a_head_of_shares_tells_no_form_of_control() -> None:
    works = [
        ["Hình thức đánh giá", "Phương pháp", "CĐR", "Tỷ trọng (%)"],
        ["Chuyên cần", "Điểm danh", "CĐR1", "10"],
        ["Bài thi", "Viết", "CĐR2", "90"],
    ]
    assert only(rows("courses", syllabus("V. ĐÁNH GIÁ", works)), "control_form") == [(None,)]


def test_the_code_of_a_programme_in_brackets_is_no_part_of_its_name() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [["Ngành đào tạo", "Y khoa (7720101)"]], kind="programme")
    assert only(rows("programmes", made), "code", "name") == [("7720101", "Y khoa")]


@pytest.mark.parametrize(
    ("line", "told"),
    [
        ("Credits: 4 credits (160 learning hours)", {("total", 160)}),
        ("Student workload: 6 ECTS credits (180 hours)", {("total", 180)}),
        ("Student workload: 40 contact hours and 110 hours of independent study", set()),
        ("It has 28 hours of lectures and 14 seminar hours.", {("lecture", 28), ("seminar", 14)}),
    ],
)
def test_english_credits_and_sentences_tell_hours(line: str, told: set[tuple[str, float]]) -> None:
    made = document("COURSE SYLLABUS", "Course title: Tides", "1. Workload", line, language="en", kind="syllabus")
    assert set(only(rows("workloads", made), "activity", "hours")) == told
