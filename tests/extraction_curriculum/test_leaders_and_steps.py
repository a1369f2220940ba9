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
