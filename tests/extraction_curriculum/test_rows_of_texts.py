"""Tables as converters write Vietnamese files: page ends amid rows, weeks with hours, credits told in parts, quotes."""

import pytest

from tests.extraction_curriculum.paper import CARD, document, only, rows, syllabus

PLAN = [
    ["Tuần/Chương", "Nội dung", "Hoạt động dạy và học", "Tài liệu"],
    ["Tuần 1 3 tiết", "Chương 1: Khoáng vật tạo đá", "Thuyết giảng", "[1]"],
    ["Tuần 2, 3 6 tiết", "Chương 2: Đá magma", "Bài tập", "[1]"],
]


def test_a_page_ends_amid_the_rows_of_a_plan() -> None:
    made = syllabus(
        [*PLAN, ["Trang", "2", "", ""], PLAN[0], ["Tuần 4 – 6 9 tiết", "Chương 3: Đá biến chất", "Đọc", "[2]"]]
    )
    assert only(rows("topics", made), "title", "week", "hours") == [
        ("Chương 1: Khoáng vật tạo đá", "1", 3),
        ("Chương 2: Đá magma", "2, 3", 6),
        ("Chương 3: Đá biến chất", "4 – 6", 9),
    ]


def test_chapters_under_the_same_head_are_no_weeks() -> None:
    made = syllabus([PLAN[0], ["Chương 1", "Khoáng vật tạo đá", "Đọc", "[1]"], ["Chương 2", "Đá magma", "Đọc", "[1]"]])
    assert only(rows("topics", made), "title", "week") == [("Khoáng vật tạo đá", None), ("Đá magma", None)]


def test_kinds_of_class_that_make_the_credits_are_no_hours() -> None:
    told = [["Tổng số tín chỉ", "Lý thuyết", "Thực hành", "Tự học"], ["3", "2", "1", "(6)"]]
    hours = [["Tổng số tín chỉ", "Lý thuyết", "Thực hành", "Tự học"], ["3", "30", "15", "90"]]
    lines = "- Lý thuyết: 30 tiết\n- Thực hành: 30 tiết"
    assert only(rows("workloads", syllabus(told, lines)), "activity", "hours") == [("lecture", 30), ("practice", 30)]
    assert ("practice", 15) in only(rows("workloads", syllabus(hours)), "activity", "hours")


COURSES = [
    ["TT", "Mã học phần", "Tên học phần", "Số TC", "Học kỳ"],
    ["1", ("Thực địa và bản đồ", 1, 2), "5", ""],
    ["1", "GEO101", "Địa chất đại cương", "3", "1"],
    ["2", "GEO102", "Bản đồ học", "2", "1"],
    ["2", ("Khóa luận, đồ án", 1, 2), "8", ""],
    ["3", "GEO103", "Đồ án bản đồ", "8", "3"],
]


def test_parts_are_numbered_beside_their_courses() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", COURSES, kind="programme")
    assert only(rows("courses", made), "code", "cycle", "semester") == [
        ("GEO101", "Thực địa và bản đồ", 1),
        ("GEO102", "Thực địa và bản đồ", 1),
        ("GEO103", "Khóa luận, đồ án", 3),
    ]


def test_a_course_without_a_code_counts_on() -> None:
    listed = [COURSES[0], *COURSES[2:4], ["3", ("Giáo dục thể chất", 1, 2), "4", "2"], ["4", *COURSES[5][1:]]]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", listed, kind="programme")
    assert ("GEO103", None) in only(rows("courses", made), "code", "cycle")


def test_the_number_of_a_page_parts_no_list() -> None:
    first = [COURSES[0], ["", ("I. Khối kiến thức ngành", 1, 2), "5", ""], *COURSES[2:4]]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", first, "11", [COURSES[0], COURSES[5]], kind="programme")
    assert {cycle for (cycle,) in only(rows("courses", made), "cycle")} == {"Khối kiến thức ngành"}


def test_an_outcome_over_its_indicators_is_stated() -> None:
    told = [
        ["Chuẩn đầu ra (PLO)", "Chỉ số đánh giá (PI)"],
        [("PLO1. Vận dụng kiến thức khoa học trái đất", 1, 2)],
        ["", "PI1.1. Giải thích được cấu trúc của vỏ trái đất"],
        [("PLO2. Lập được bản đồ địa chất", 1, 2)],
        ["", "PI2.1. Đo vẽ được mặt cắt địa chất"],
    ]
    made = document("CHUẨN ĐẦU RA CỦA CHƯƠNG TRÌNH ĐÀO TẠO", told, kind="programme")
    assert [code for (code,) in only(rows("outcomes", made), "code")] == ["PLO1", "PI1.1", "PLO2", "PI2.1"]


@pytest.mark.parametrize(
    ("quoted", "target", "level"),
    [("[1.3.2] (T)", "1.3.2", "T"), ("2.1.2a", "2.1.2a", None), ("1.3.2 (T, U)", "1.3.2", "T, U")],
)
def test_outcomes_of_the_programme_are_quoted_by_numbers(quoted: str, target: str, level: str | None) -> None:
    told = [["Mã CĐR", "Nội dung chuẩn đầu ra", "CĐR CTĐT"], ["CLO1", "Đo vẽ được mặt cắt địa chất", quoted]]
    made = syllabus(CARD, "Chuẩn đầu ra của học phần", [*told, ["CLO2", "Lập được bản đồ địa chất", ""]])
    assert only(rows("outcome_links", made), "source_code", "target_code", "level") == [("CLO1", target, level)]


def test_shares_as_parts_of_one() -> None:
    made = syllabus(
        CARD, "6. Đánh giá kết quả học tập\n- Chuyên cần: hệ số 0,1\n- Thực địa: hệ số 0,3\n- Thi: hệ số 0,6"
    )
    assert only(rows("assessments", made), "title", "weight_percent") == [
        ("Chuyên cần", 10),
        ("Thực địa", 30),
        ("Thi", 60),
    ]
    assert not rows("requirements", made)


def test_a_group_whose_name_stands_blank_over_its_works() -> None:
    works = [
        ["Điểm thành phần", "Phương pháp đánh giá", "Tỷ trọng"],
        ["A1. Điểm quá trình", "Đánh giá quá trình", "40%"],
        ["", "A1.1. Bài thực địa", "20%"],
        ["", "A1.2. Kiểm tra", "20%"],
        ["A2. Điểm cuối kỳ", "A2.1. Thi viết", "60%"],
    ]
    assert [w for (w,) in only(rows("assessments", syllabus(works)), "weight_percent")] == [20, 20, 60]


def test_courses_with_bullets_in_one_cell() -> None:
    made = syllabus([*CARD, ["Học phần học trước", "- GEO101: Địa chất - GEO102: Bản đồ học"]])
    assert only(rows("course_relations", made), "code", "name") == [("GEO101", "Địa chất"), ("GEO102", "Bản đồ học")]


def test_the_semester_above_a_list_stands_between_stars() -> None:
    made = document(
        "CHƯƠNG TRÌNH ĐÀO TẠO", "**Học kỳ 2**", [COURSES[0][:4], *(r[:4] for r in COURSES[2:4])], kind="programme"
    )
    assert only(rows("courses", made), "code", "semester") == [("GEO101", 2), ("GEO102", 2)]


def test_hours_of_work_placements_and_brackets_that_a_scan_misread() -> None:
    listed = [
        [("TT", 2, 1), ("Mã HP", 2, 1), ("Tên học phần", 2, 1), ("Số TC", 2, 1), ("Số tiết", 1, 3)],
        ["LT", "TH", "TT"],
        ["1", "GEO101", "Địa chất đại cương", "3", "30", "15", ""],
        ["2", "GEO499", "Thực tập địa chất", "4", "", "", "120"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", listed, kind="programme")
    assert ("GEO499", "practice", 120) in only(rows("workloads", made), "course_code", "activity", "hours")
    plan = [["Tuần", "Nội dung", "Tài liệu"], ["1", "Khoáng vật tạo đá", "(1]"], ["2", "Đá magma", "[2]"]]
    assert [said for (said,) in only(rows("topics", syllabus(plan)), "sources")] == ["[1]", "[2]"]


def test_codes_with_levels_state_no_outcome() -> None:
    told = [["CĐR", "Nội dung", "Đáp ứng CĐR của CTĐT"], ["CLO1", "Đo vẽ được mặt cắt địa chất", "PLO3 (R), PLO5 (I)"]]
    made = syllabus(CARD, "Chuẩn đầu ra của học phần", [*told, ["CLO2", "Lập được bản đồ địa chất", "PLO6 (M)"]])
    assert [code for (code,) in only(rows("outcomes", made), "code")] == ["CLO1", "CLO2"]
