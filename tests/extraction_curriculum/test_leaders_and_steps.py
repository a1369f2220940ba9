"""Dots that lead to a share, steps named beside their letter, numbered heads, outcomes with numbers of three parts."""

from extractors.finding.marking.numbers import find_numbers
from tests.extraction_curriculum.paper import document, only, rows

LINES = ("- Chuyên cần ................................ 10%", "- Báo cáo nhóm ........... 30%", "- Thi viết ….….… 60%")


def _syllabus(*parts: object) -> object:
    return document("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "1. Tên học phần: Thủy lực", *parts, kind="syllabus")


def test_dots_lead_from_a_work_to_its_share() -> None:
    made = _syllabus("5. Đánh giá", *LINES)
    told = only(rows("assessments", made), "title", "weight_percent")
    assert told == [("Chuyên cần", 10), ("Báo cáo nhóm", 30), ("Thi viết", 60)]
    assert rows("requirements", made) == []


def test_a_step_is_named_beside_its_letter() -> None:
    scale = [["Xếp loại", "Thang điểm 10", "Điểm chữ"], ["Đạt", "8,5 – 10", "A (Giỏi)"], ["", "7,0 – 8,4", "B (Khá)"],
             ["", "5,5 – 6,9", "C (Trung bình)"], ["Không đạt", "0 – 5,4", "F (Kém)"]]  # fmt: skip
    told = only(rows("grades", _syllabus(scale)), "letter", "label", "min_percent")
    assert told == [("A", "Giỏi", 8.5), ("B", "Khá", 7), ("C", "Trung bình", 5.5), ("F", "Kém", 0)]
    own = [[*row, name] for row, name in zip(scale, ("Mức", "Một", "Hai", "Ba", "Bốn"), strict=True)]
    assert [row["letter"] for row in rows("grades", _syllabus(own))] == ["A", "B", "C", "F"]


def test_heads_of_a_form_are_numbered() -> None:
    table = [
        ["Hình thức đánh giá [1]", "Nội dung [2]", "Thời điểm [3]", "Tỷ lệ (%) [4]"],
        ["Chuyên cần", "Phát biểu trên lớp", "Tuần 1 - 15", "10%"],
        ["Bài kiểm tra", "Chương 1, 2", "Tuần 7", "30%"],
        ["Bài thi", "Toàn bộ học phần", "Theo lịch", "60%"],
    ]
    told = only(rows("assessments", _syllabus("5. Đánh giá học phần", table)), "title", "weight_percent")
    assert told == [("Chuyên cần", 10), ("Bài kiểm tra", 30), ("Bài thi", 60)]


def test_outcomes_are_numbered_in_three_parts() -> None:
    lines = ("4.1.1. Giải thích được dòng chảy đều.", "4.1.2. Tính được tổn thất.", "4.2.1. Chọn được máy bơm.")
    made = _syllabus("4. Chuẩn đầu ra học phần", "Nội dung", *lines)
    assert [row.get("code") for row in rows("outcomes", made) if row.get("code")] == ["4.1.1", "4.1.2", "4.2.1"]


def test_the_year_ends_a_number() -> None:
    found = [
        number.value for number in find_numbers("Quyết định số 7/REG-2018 và Quyết định số 15/QĐ-ĐHX ngày 2/3/2019")
    ]
    assert found == ["7/REG-2018", "15/QĐ-ĐHX"]


def test_offices_stand_below_the_day_and_a_group_made_the_outline() -> None:
    close = [["", "Huế, ngày 10 tháng 8 năm 2023"], ["TRƯỞNG KHOA", "TRƯỞNG BỘ MÔN"], ["(Đã ký)", "(Đã ký)"],
             ["TS. Lê Văn Bình", "ThS. Trần Thị Hoa"]]  # fmt: skip
    made = _syllabus("2. Nhóm biên soạn: ThS. Trần Thị Hoa", "3. Mô tả: Học phần về dòng chảy.", close)
    told = only(rows("people", made), "name", "act", "role")
    assert told == [
        ("Trần Thị Hoa", "developed", None), ("Lê Văn Bình", "signed", "TRƯỞNG KHOA"),
        ("Trần Thị Hoa", "signed", "TRƯỞNG BỘ MÔN"),
    ]  # fmt: skip


WORKS = [
    ["Hình thức KT", "Nội dung", "Tỉ lệ (%)"], ["Bài tập", "", "30"], ["BT#1", "Vẽ biểu đồ", "10"],
    ["BT#2", "Lập bảng", "20"], ["Thi cuối kỳ", "", "70"], ["", "Mọi chuẩn đầu ra", "70"],
]  # fmt: skip


def test_codes_of_works_open_no_group_below_the_one_that_is_named() -> None:
    made = _syllabus("5. Đánh giá", WORKS)
    told = only(rows("assessments", made), "period", "title", "weight_percent")
    assert told == [("Bài tập", "Vẽ biểu đồ", 10), ("Bài tập", "Lập bảng", 20), ("Thi cuối kỳ", "Mọi chuẩn đầu ra", 70)]
    groups = only(rows("assessment_periods", made), "period", "weight_percent")
    assert groups == [("Bài tập", 30), ("Thi cuối kỳ", 70)]


def test_details_of_a_week_and_signatures_are_no_topics() -> None:
    plan = [
        ["Tuần", "Nội dung", "Chuẩn đầu ra học phần"],
        ["1", "Chương 1: Dòng chảy (3/0/6)", ""], ["", "A/ Nội dung trên lớp: (3)", "G1.1"],
        ["2", "Chương 2: Tổn thất (3/0/6)", ""], ["", "B/ Nội dung tự học: (6)", "G1.2"],
    ]  # fmt: skip
    close = [["Trưởng khoa", "Trưởng BM", "Nhóm biên soạn"], ["TS. Lê Văn Bình", "ThS. Trần Thị Hoa", "TS. Vũ Văn An"]]
    made = _syllabus("6. Nội dung chi tiết", plan, "7. Cấp phê duyệt:", close)
    assert [row["title"] for row in rows("topics", made)] == ["Chương 1: Dòng chảy", "Chương 2: Tổn thất"]


def test_statements_and_works_stand_without_their_lost_figures() -> None:
    stated = ("Mã CĐR Nội dung chuẩn đầu ra", "CLO Giải thích được dòng chảy đều.", "CLO Tính được tổn thất dọc đường.")
    works = ("Điểm chuyên cần: %", "Điểm thi kết thúc: %")
    made = _syllabus("Học phần tiên quyết: Tin học cơ sở (INT)", "4. Chuẩn đầu ra", *stated, "5. Đánh giá", *works)
    told = [row["text"] for row in rows("outcomes", made)]
    assert told == ["Giải thích được dòng chảy đều.", "Tính được tổn thất dọc đường."]
    assert [row["name"] for row in rows("course_relations", made)] == ["Tin học cơ sở"]
    assert only(rows("assessments", made), "title", "weight_percent") == [
        ("Điểm chuyên cần", None), ("Điểm thi kết thúc", None),
    ]  # fmt: skip
