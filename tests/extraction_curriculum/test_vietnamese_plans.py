"""Plans of Vietnamese courses: units of activity, chapters, weeks, blank hours."""

import pytest

from extractors.curriculum.heads import activity_of
from tests.extraction_curriculum.paper import document, only, reading, rows, syllabus


def test_titles_stand_beside_their_chapters() -> None:
    made = syllabus(
        "Kế hoạch giảng dạy",
        [["Chương", "Nội dung", "Số tiết"], ["Chương 1", "Khoáng vật", "6"], ["Chương 2", "Đá magma", "9"]],
    )
    assert only(rows("topics", made), "title", "hours") == [("Khoáng vật", 6), ("Đá magma", 9)]


def test_a_matrix_of_contents_is_no_plan() -> None:
    plan = [["Tuần", "Nội dung", "Số tiết"], ["1", "Khoáng vật", "6"], ["2", "Đá magma", "9"]]
    matrix = [["Nội dung", "Số tiết", "CLO1", "CLO2"], ["Khoáng vật", "6", "x", ""], ["Đá magma", "9", "", "x"]]
    assert len(rows("topics", syllabus("Kế hoạch giảng dạy", plan, "Ma trận", matrix))) == 2


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("Lý thuyết (tiết)", "lecture"),
        ("Số giờ tín chỉ lý thuyết", "lecture"),
        ("Số giờ tín chỉ thực hành/ thảo luận", "practice"),
        ("Tự học (giờ)", "self_study"),
        ("Trong đó Thực hành, thực tập, thí nghiệm", "practice"),
        ("Trong đó", None),
        ("Số tiết", None),
        ("Giờ cao điểm", None),
    ],
)
def test_units_around_an_activity(label: str, kind: str | None) -> None:
    assert activity_of(label) == kind


def test_a_unit_below_a_head_of_doing() -> None:
    made = syllabus(
        "7. Kế hoạch giảng dạy",
        [
            [("Buổi", 2, 1), ("Nội dung", 2, 1), ("Hoạt động dạy và học", 1, 2)],
            ["Lý thuyết (tiết)", "Tự học (tiết)"],
            ["1", "Khoáng vật", "4", "8"],
            ["2", "Đá magma", "5", ""],
        ],
    )
    assert only(rows("topics", made), "title", "activity", "hours") == [
        ("Khoáng vật", "lecture", 4),
        ("Khoáng vật", "self_study", 8),
        ("Đá magma", "lecture", 5),
    ]


def test_details_of_a_week_are_no_topics() -> None:
    made = syllabus(
        "10. Nội dung chi tiết",
        [
            ["Tuần", "Nội dung", "Phương pháp đánh giá"],
            [("1-2", 3, 1), "Chương 1: Khoáng vật", ""],
            ["A/ Các nội dung trên lớp: (4)", "Bài tập"],
            ["B/ Các nội dung tự học: (8)", ""],
        ],
    )
    assert [str(t["title"]) for t in rows("topics", made)] == ["Chương 1: Khoáng vật"]


def test_a_plan_whose_hours_are_blank() -> None:
    made = syllabus(
        "Nội dung chi tiết của học phần",
        [
            [("Tên chương mục", 2, 1), ("Phân phối số tiết", 1, 3)],
            ["TS", "LT", "TH"],
            ["Chương 1. Ứng suất", "", "", ""],
            ["Chương 2. Biến dạng", "", "", ""],
            ["Tổng số tiết", "", "", ""],
        ],
    )
    assert only(rows("topics", made), "title", "hours") == [
        ("Chương 1. Ứng suất", None),
        ("Chương 2. Biến dạng", None),
    ]
    assert rows("workloads", made) == []


def test_a_number_before_the_kind_of_activity_above_a_plan() -> None:
    made = syllabus(
        "VI. Nội dung học phần",
        "1. Lý thuyết",
        [["STT", "Tên bài", "Số tiết"], ["1", "Đứt gãy", "4"], ["2", "Nếp uốn", "6"]],
        "2. Thực hành lâm sàng",
        [["STT", "Nội dung", "Số tiết"], ["1", "Đo thế nằm", "8"], ["2", "Vẽ mặt cắt", "8"]],
    )
    assert [t["activity"] for t in rows("topics", made)] == ["lecture", "lecture", "practice", "practice"]


def test_a_topic_ends_before_the_details_of_its_week() -> None:
    cell = "Chương 1: Sai số đo (4/0/8)\nA/ Nội dung trên lớp: (4)\n1.1 Các loại sai số"
    made = syllabus(
        [["Tuần", "Nội dung", "Phương pháp dạy học"], ["1", cell, "Thuyết giảng"], ["2", "Chương 2: Lưới", "Thực hành"]]
    )
    assert only(rows("topics", made), "title") == [("Chương 1: Sai số đo",), ("Chương 2: Lưới",)]


def test_weeks_told_in_lines_with_their_hours() -> None:
    made = syllabus(
        "Lịch trình cụ thể",
        "Tuần 1-2 (4 giờ): Mở đầu về trắc địa",
        "Tuần 3-6 (8 giờ): Sai số của phép đo",
        "Tuần 7: Kiểm nghiệm máy",
    )
    assert only(rows("topics", made), "title", "week", "hours") == [
        ("Mở đầu về trắc địa", "1-2", 4),
        ("Sai số của phép đo", "3-6", 8),
        ("Kiểm nghiệm máy", "7", None),
    ]


def test_week_and_hours_in_one_cell() -> None:
    made = syllabus(
        [
            ["Buổi (số tiết)", "Nội dung", "Tài liệu"],
            ["1 (3 tiết)", "Mở đầu", "[1]"],
            ["2, 3 (6 tiết)", "Sai số", "[2]"],
        ]
    )
    assert only(rows("topics", made), "week", "hours") == [("1", 3), ("2, 3", 6)]


def test_forms_of_class_in_rows_beside_a_merged_topic() -> None:
    made = syllabus(
        [
            ["Chương", "Nội dung", "Hình thức tổ chức dạy học", "Số giờ"],
            [("1", 2, 1), ("Sai số của phép đo", 2, 1), "Lý thuyết", "4"],
            ["Tự học", "9"],
            ["2", "Lưới khống chế", "Thực hành", "6"],
        ]
    )
    assert only(rows("topics", made), "activity", "title", "hours") == [
        ("lecture", "Sai số của phép đo", 4),
        ("self_study", "Sai số của phép đo", 9),
        ("practice", "Lưới khống chế", 6),
    ]


def test_rows_whose_codes_lost_their_figures_are_no_head() -> None:
    made = syllabus([["Tuần", "Nội dung", "Lý thuyết", "CLO"], ["", "Sai số", "", "CLO"], ["", "Lưới", "", "CLO"]])
    assert only(rows("topics", made), "title", "hours") == [("Sai số", None), ("Lưới", None)]


def test_titles_alone_of_a_plan_laid_out_with_spaces() -> None:
    made = reading(
        "ĐỀ CƯƠNG HỌC PHẦN\nTên học phần: Trắc địa\nMã học phần: GEO205\n3. Nội dung chi tiết học phần\n"
        "TT    Tên chương, mục        Lý thuyết   Thực hành\n"
        "      Sai số của phép đo\n      Lưới khống chế\n      Cộng\n4. Đánh giá\n"
    )
    assert only(rows("topics", made), "title", "hours") == [("Sai số của phép đo", None), ("Lưới khống chế", None)]


def test_lessons_of_a_school_plan_are_topics_and_its_work_is_none() -> None:
    lessons = [
        ["STT", "Bài học (1)", "Số tiết (2)"],
        ["1", "Bài 1. Tế bào", "2"],
        ["2", "Bài 2. Mô", "3"],
        ["", "Tổng", "5"],
    ]
    work = [["STT", "Nội dung", "Thời gian"], ["1", "Họp tổ", "5/9/2024"], ["2", "Thao giảng", "7/10/2024"]]
    found = rows("topics", document("KẾ HOẠCH DẠY HỌC", lessons, work, kind="plan"))
    assert only(found, "title", "hours") == [("Bài 1. Tế bào", 2), ("Bài 2. Mô", 3)]


def test_a_sum_in_two_languages_is_no_topic() -> None:
    plan = [
        ["Chương / Chapter", "Lý thuyết / Lectures (tiết)"],
        ["Chương 1. Đá", "6"],
        ["Chương 2. Đất", "9"],
        ["Tổng / Total", "15"],
    ]
    assert only(rows("topics", syllabus(plan)), "hours") == [(6,), (9,)]


def test_the_sums_of_two_columns_of_a_plan_are_no_load_of_the_course() -> None:
    plan = [["Chương", "Lý thuyết (tiết)", "Thực hành (tiết)"], ["Chương 1. Đá", "6", "4"], ["Chương 2. Đất", "9", "5"]]
    made = syllabus("5. PHÂN BỔ THỜI GIAN", [*plan, ["Tổng / Total", "15", "9"]])
    assert "total" not in [row["activity"] for row in rows("workloads", made)]


def test_a_range_of_semesters_and_a_note_mark_in_a_cell() -> None:
    plan = [
        ["TT", "Mã HP", "Tên học phần", "Số TC", "Học kỳ"],
        ["1", "DC101", "Địa chất đại cương", "3²", "2-3"],
        ["2", "DC102", "Khoáng vật học", "2", "4"],
        ["3", "DC103", "Thạch học", "2", "4"],
    ]
    made = document("Chương trình đào tạo", "Kế hoạch giảng dạy", plan, kind="programme")
    assert only(rows("courses", made), "code", "credits", "semester")[:2] == [("DC101", 3, "2-3"), ("DC102", 2, 4)]


def test_of_two_columns_of_practice_only_one_has_a_plan_of_its_own() -> None:
    hours = [
        ["Nội dung", "Lý thuyết", "Bài tập", "Thực hành"],
        ["Chương 1. Đá", "6", "2", ""],
        ["Chương 2. Đất", "9", "3", "5"],
        ["Cộng", "15", "5", "5"],
    ]
    works = [["TT", "Tên bài thực hành", "Số tiết"], ["1", "Bài 1. Đo độ ẩm", "5"]]
    made = syllabus("5. Phân bổ thời gian", hours, "6. Danh mục các bài thực hành", works)
    practice = [(r["title"], r["hours"]) for r in rows("topics", made) if r["activity"] == "practice"]
    assert practice == [("Chương 1. Đá", 2), ("Chương 2. Đất", 3), ("Bài 1. Đo độ ẩm", 5)]


def test_a_title_that_runs_on_behind_the_foot_of_a_page_is_one() -> None:
    hours = [["Nội dung", "Lý thuyết", "Tự học"], ["Chương 1. Đá", "6", "9"], ["Chương 2. Đất và sự hình", "9", "12"]]
    made = syllabus("5. Phân bổ thời gian", hours, [["thành của đất", "", ""], ["Cộng", "15", "21"]])
    lectures = [r["title"] for r in rows("topics", made) if r["activity"] == "lecture"]
    assert lectures == ["Chương 1. Đá", "Chương 2. Đất và sự hình thành của đất"]


def test_titles_stay_where_all_figures_of_a_plan_are_lost() -> None:
    titles = ["Đá macma", "Đá trầm tích", "Đá biến chất"]
    lost = [["TT", "Tên bài", "Số tiết"], *(["", title, ""] for title in titles), ["", "Tổng cộng", ""]]
    found = rows("topics", syllabus("Nội dung lý thuyết", lost))
    assert only(found, "activity", "title", "hours") == [("lecture", title, None) for title in titles]


def test_topics_stand_though_dots_take_the_place_of_all_hours() -> None:
    made = syllabus(
        "8. Nội dung chi tiết",
        [
            ["TT", "Nội dung", "Lý thuyết", "Thực hành"],
            ["1", "Chương 1: Khoáng vật", "…", "…"],
            ["2", "Chương 2: Đá macma", "…", "…"],
            ["", "Tổng cộng", "…", "…"],
        ],
    )
    assert only(rows("topics", made), "title", "hours") == [
        ("Chương 1: Khoáng vật", None),
        ("Chương 2: Đá macma", None),
    ]


def test_a_short_head_of_examination_is_over_works_not_labels() -> None:
    plan = [["Tuần", "Nội dung", "Đánh giá"], ["1", "Đá trầm tích", "Bài tập 1"], ["2", "Đá biến chất", "Bài tập 2"]]
    made = syllabus("5. KẾ HOẠCH GIẢNG DẠY", plan)
    assert [row["control"] for row in rows("topics", made)] == ["Bài tập 1", "Bài tập 2"]
    scored = [plan[0], *([*row[:2], "2,5"] for row in plan[1:])]
    assert not any("control" in row for row in rows("topics", syllabus("5. KẾ HOẠCH GIẢNG DẠY", scored)))
