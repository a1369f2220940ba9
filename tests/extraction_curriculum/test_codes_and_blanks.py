"""Vietnamese lists whose courses lack a code, courses of figures alone, works by code, shares and hours left blank."""

from tests.extraction_curriculum.paper import only, programme, rows, syllabus

HEAD = ["TT", "Mã HP", "Tên học phần", "Số TC", "Số tiết (LT/TH)", "HP học trước"]
LISTED = [
    ["1", "31101", "Địa chất đại cương", "3", "30/30", ""],
    ["2", "31102", "Khoáng vật học", "3", "45/0", "31101"],
    ["3", "31103", "Thạch học", "4", "45/30", "31102"],
    ["4", "", "Giáo dục thể chất", "3", "", ""],
    ["5", "31105", "Trắc địa", "2", "15/30", ""],
    ["6", "31106", "Bản đồ học", "2", "30/0", "31105"],
]


def test_a_course_that_counts_on_without_a_code_is_listed() -> None:
    made = programme([HEAD, *LISTED])
    assert only(rows("courses", made), "name", "credits")[3] == ("Giáo dục thể chất", 3)
    without = programme([HEAD, *LISTED[:3], ["", "", "Các môn thể dục", "3", "", ""], *LISTED[4:]])
    assert "Các môn thể dục" not in [name for (name,) in only(rows("courses", without), "name")]


def test_hours_of_two_kinds_in_one_column_are_told_apart() -> None:
    assert only(rows("workloads", programme([HEAD, *LISTED])), "course_code", "activity", "hours")[:4] == [
        ("31101", "lecture", 30),
        ("31101", "practice", 30),
        ("31102", "lecture", 45),
        ("31103", "lecture", 45),
    ]


def test_codes_of_figures_alone_say_what_goes_before() -> None:
    assert only(rows("course_relations", programme([HEAD, *LISTED])), "course_code", "code", "name") == [
        ("31102", "31101", "Địa chất đại cương"),
        ("31103", "31102", "Khoáng vật học"),
        ("31106", "31105", "Trắc địa"),
    ]


def test_codes_of_works_group_none_of_them() -> None:
    made = syllabus(
        [
            ["Mã bài đánh giá", "Tên bài đánh giá", "CLO", "Trọng số (%)"],
            ["A1.1", "Bài thực địa", "CLO1", "35"],
            ["A2.1", "Thi vấn đáp", "CLO2", "65"],
        ]
    )
    assert only(rows("assessments", made), "period", "title", "weight_percent") == [
        (None, "Bài thực địa", 35),
        (None, "Thi vấn đáp", 65),
    ]


def test_works_whose_shares_are_blank_are_named() -> None:
    made = syllabus("5. Đánh giá kết quả học tập", "- Chuyên cần: .....%", "- Thi cuối kỳ: ……% (tự luận)")
    assert only(rows("assessments", made), "title", "weight_percent") == [("Chuyên cần", None), ("Thi cuối kỳ", None)]


def test_brackets_of_lost_hours_are_no_part_of_a_chapter() -> None:
    made = syllabus("6. Nội dung chi tiết học phần", "Chương 1. Khoáng vật (.... tiết)", "Chương 2. Đá magma (… tiết)")
    assert only(rows("topics", made), "title") == [("Chương 1. Khoáng vật",), ("Chương 2. Đá magma",)]
