"""Graded works of Vietnamese syllabi: groups, sums, shares, coefficients, how a work is graded."""

import pytest

from tests.extraction_curriculum.paper import only, rows, syllabus


def test_groups_of_works_have_no_bullet() -> None:
    made = syllabus(
        [
            ["Thành phần và phương pháp", "Trọng số (%)"],
            ["Quá trình", "40"],
            ["- Bài thực địa", "25"],
            ["- Chuyên cần", "15"],
            ["Cuối kỳ", "60"],
            ["- Thi viết", "60"],
        ]
    )
    assert only(rows("assessment_periods", made), "period", "weight_percent") == [("Quá trình", 40), ("Cuối kỳ", 60)]
    assert only(rows("assessments", made), "period", "title", "weight_percent") == [
        ("Quá trình", "Bài thực địa", 25),
        ("Quá trình", "Chuyên cần", 15),
        ("Cuối kỳ", "Thi viết", 60),
    ]


def test_rules_beside_works_are_not_their_titles() -> None:
    made = syllabus(
        [
            ["TT", "Điểm thành phần", "Quy định", "Trọng số"],
            ["1", "Điểm chuyên cần", "Số tiết tham dự", "10%"],
            ["2", "Điểm thi", "Thi viết", "90%"],
        ]
    )
    assert only(rows("assessments", made), "title", "weight_percent") == [("Điểm chuyên cần", 10), ("Điểm thi", 90)]


def test_sums_inside_groups_of_works() -> None:
    made = syllabus(
        "6. Đánh giá môn học",
        [
            ["Thành phần đánh giá", "Bài đánh giá", "Tỷ lệ %"],
            [("A1. Đánh giá quá trình", 3, 1), "A1.1. Nhật ký", "15%"],
            ["A1.2. Bản vẽ", "25%"],
            ["Tổng cộng:", "40%"],
            ["A2. Cuối kỳ", "A2.1. Vấn đáp", "60%"],
        ],
    )
    groups = only(rows("assessment_periods", made), "period", "weight_percent")
    assert groups[0] == ("A1. Đánh giá quá trình", 40)
    assert only(rows("assessments", made), "title", "weight_percent") == [
        ("A1.1. Nhật ký", 15),
        ("A1.2. Bản vẽ", 25),
        ("A2.1. Vấn đáp", 60),
    ]


def test_groups_that_span_the_columns_of_words() -> None:
    made = syllabus(
        "11. Đánh giá sinh viên",
        [
            ["Hình thức KT", "Nội dung", "Tỉ lệ (%)"],
            [("Quá trình", 1, 2), "40"],
            ["Bài tập", "Đọc bản đồ địa chất", "40"],
            [("Cuối kỳ", 1, 2), "60"],
            ["Tự luận", "Toàn bộ nội dung", "60"],
        ],
    )
    assert only(rows("assessment_periods", made), "period", "weight_percent") == [("Quá trình", 40), ("Cuối kỳ", 60)]
    assert only(rows("assessments", made), "period", "title") == [("Quá trình", "Bài tập"), ("Cuối kỳ", "Tự luận")]


def test_works_below_a_merged_cell_and_shares_of_outcomes() -> None:
    made = syllabus(
        "8. Phương pháp đánh giá",
        [
            ["CLOs", "Bài kiểm tra", "Tỷ trọng"],
            ["1", "Thường kỳ", "30%"],
            ["", "Giữa kỳ", "70%"],
            ["2", "Cuối kỳ", "100%"],
        ],
        [
            [("Phương pháp đánh giá", 1, 2), "Tỷ trọng %"],
            [("Lý thuyết", 4, 1), "Thường kỳ:", "30"],
            ["- Đo vẽ", "20"],
            ["- Báo cáo", "10"],
            ["Thi cuối kỳ", "70"],
        ],
    )
    assert only(rows("assessments", made), "period", "title", "weight_percent") == [
        ("Thường kỳ:", "Đo vẽ", 20),
        ("Thường kỳ:", "Báo cáo", 10),
        (None, "Thi cuối kỳ", 70),
    ]


def test_lines_of_works_in_groups() -> None:
    made = syllabus(
        "5. Đánh giá học phần",
        "5.1. Thang điểm: 10",
        "5.2. Điểm quá trình (40%):",
        "- Nhật ký thực địa: 15%",
        "- Tiểu luận: 25%",
        "5.3. Thi kết thúc học phần: 60% (hình thức thi: vấn đáp)",
    )
    assert only(rows("assessments", made), "period", "title", "weight_percent") == [
        ("Điểm quá trình", "Nhật ký thực địa", 15),
        ("Điểm quá trình", "Tiểu luận", 25),
        (None, "Thi kết thúc học phần", 60),
    ]


@pytest.mark.parametrize(("last", "works"), [("0,6", [40, 60]), ("3", [40])])
def test_coefficients_are_shares_only_as_fractions(last: str, works: list[int]) -> None:
    made = syllabus(
        "V. Kiểm tra, đánh giá",
        [["Thành phần", "Nội dung đánh giá", "Hệ số"], ["Quá trình", "Đo vẽ", "0,4"], ["Điểm thi", "Tự luận", last]],
    )
    assert [row["weight_percent"] for row in rows("assessments", made) if "weight_percent" in row] == works


def test_a_share_beside_a_coefficient_is_the_share() -> None:
    head = ["Điểm đánh giá", "Hình thức kiểm tra", "Hệ số", "Trọng số"]
    made = syllabus([head, ["Điểm định kỳ", "Bài đo", "2", "40%"], ["Điểm thi", "Vẽ bản đồ", "", "60%"]])
    told = [(row["title"], row["weight_percent"]) for row in rows("assessments", made)]
    assert told == [("Điểm định kỳ", 40), ("Điểm thi", 60)]


@pytest.mark.parametrize(
    ("first", "second", "titles"),
    [
        ("Loại điểm", "Hình thức", ["Chuyên cần", "Thi kết thúc"]),
        ("Hình thức đánh giá", "Phương pháp", ["Chuyên cần", "Thi kết thúc"]),
        ("Thành phần", "Hình thức", ["Điểm danh", "Tự luận"]),
    ],
)
def test_how_a_work_is_graded_is_not_its_name(first: str, second: str, titles: list[str]) -> None:
    made = syllabus(
        "7. Kiểm tra, đánh giá",
        [
            ["TT", first, second, "Trọng số"],
            ["1", "Chuyên cần", "Điểm danh", "20%"],
            ["2", "Thi kết thúc", "Tự luận", "80%"],
        ],
    )
    assert [row["title"] for row in rows("assessments", made)] == titles


def test_codes_of_works_take_no_group_from_the_column_that_names_it() -> None:
    table = [
        ["Thành phần", "Mã", "Bài đánh giá", "Tỉ lệ (%)"],
        [("Quá trình", 2, 1), "A1.", "Chuyên cần", "10"],
        ["A1.2", "Bài tập nhóm", "40"],
        ["Cuối kì", "A2.1", "Báo cáo thực địa", "50"],
    ]
    assert only(rows("assessments", syllabus(table)), "period", "title", "weight_percent") == [
        ("Quá trình", "Chuyên cần", 10),
        ("Quá trình", "Bài tập nhóm", 40),
        ("Cuối kì", "Báo cáo thực địa", 50),
    ]


def test_a_column_of_forms_of_work_names_none_of_them() -> None:
    made = syllabus(
        "9. Đánh giá",
        [
            ["TT", "Thành phần điểm", "Hình thức", "Trọng số (%)"],
            ["1", "Điểm chuyên cần", "Điểm danh", "10"],
            ["2", "Điểm thực địa", "Báo cáo", "30"],
            ["3", "Điểm thi kết thúc", "Tự luận 90 phút", "60"],
        ],
    )
    assert only(rows("assessments", made), "title") == [
        ("Điểm chuyên cần",),
        ("Điểm thực địa",),
        ("Điểm thi kết thúc",),
    ]


def test_codes_that_others_go_on_are_groups() -> None:
    made = syllabus(
        "11. Đánh giá sinh viên",
        [
            ["Mã", "Bài đánh giá", "Trọng số (%)"],
            ["A1", "Quá trình", "40"],
            ["A1.1", "Bài tập", "15"],
            ["A1.2", "Kiểm tra giữa kỳ", "25"],
            ["A2", "Cuối kỳ", "60"],
            ["A2.1", "Thi viết", "60"],
        ],
    )
    groups = only(rows("assessment_periods", made), "period", "title", "weight_percent")
    assert groups == [("A1", "Quá trình", 40), ("A2", "Cuối kỳ", 60)]
    works = only(rows("assessments", made), "period", "title")
    assert works == [("A1", "Bài tập"), ("A1", "Kiểm tra giữa kỳ"), ("A2", "Thi viết")]
