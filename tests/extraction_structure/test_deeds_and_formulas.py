"""Deeds with a day each, limits behind a semicolon, terms of a formula, what an act enacts and where it tells it."""

from collections.abc import Callable

from models.document import Document
from tests.extraction_curriculum.paper import document, only, rows
from tests.extraction_structure.conftest import document_of

HEAD = ("TRƯỜNG ĐẠI HỌC X", "Số: 12/QĐ-ĐHX", "QUYẾT ĐỊNH", "Về việc ban hành chương trình đào tạo")


Read = Callable[..., Document]


def _decision(read: Read, *parts: str) -> Document:
    return read("\n".join((*HEAD, *parts)) + "\n", kind="decision", language="vi")


def test_one_sentence_gives_a_day_to_each_of_two_deeds(read: Read) -> None:
    made = _decision(
        read,
        "Điều 1. Sinh viên đăng ký trực tuyến trước ngày 25/9/2025 và nộp bản sao chậm nhất ngày 30/9/2025 tại Khoa.",
    )
    told = only(rows("tasks", made), "title", "responsible", "due_on")
    assert told == [
        ("đăng ký trực tuyến", "Sinh viên", "2025-09-25"), ("nộp bản sao", "Sinh viên", "2025-09-30"),
    ]  # fmt: skip


def test_a_limit_behind_a_semicolon_is_of_the_same_thing(read: Read) -> None:
    made = _decision(
        read,
        "Điều 1. Khối lượng đăng ký tối thiểu là 12 tín chỉ mỗi học kỳ; tối đa là 16 tín chỉ đối với sinh viên yếu.",
    )
    told = only(rows("requirements", made), "subject", "comparator", "value")
    assert told == [("Khối lượng đăng ký", ">=", 12), ("Khối lượng đăng ký", "<=", 16)]


def test_scores_of_two_tests_are_told_apart(read: Read) -> None:
    made = _decision(read, "Điều 1. Sinh viên đạt TOEIC nghe tối thiểu 300 điểm và TOEIC nói tối thiểu 100 điểm.")
    assert [row["subject"] for row in rows("requirements", made)][1] == "TOEIC nói"


def test_a_share_ends_where_its_case_begins(read: Read) -> None:
    made = _decision(read, "Điều 1. Sinh viên phải tham dự tối thiểu 80% số giờ trên lớp mới được dự thi.")
    assert [row["scope"] for row in rows("requirements", made)] == ["số giờ trên lớp"]


def test_a_formula_repeats_the_shares_of_the_works(read: Read) -> None:
    works = [["Bài đánh giá", "Trọng số"], ["Bài tập", "40%"], ["Bài thi", "60%"]]
    said = "Điểm học phần = 40% × Bài tập + 60% × Bài thi"
    made = document("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "5. Đánh giá", works, "6. Cách tính điểm", said, kind="syllabus")
    assert rows("requirements", made) == []
    alone = read(f"QUY CHẾ\nĐiều 1. Cách tính điểm\n{said}\n", kind="regulation", language="vi")
    assert [row["value"] for row in rows("requirements", alone)] == [40, 60]


def test_an_act_enacts_a_programme_without_its_code(read: Read) -> None:
    made = _decision(
        read,
        "Điều 1. Ban hành chương trình đào tạo trình độ đại học ngành Hải dương học, áp dụng từ năm 2024.",
        "Điều 2. Thời gian đào tạo là 02 năm. Người học được cấp bằng Cử nhân Hải dương học.",
    )
    (row,) = rows("programmes", made)
    assert (row["name"], row["level"], row["duration_years"]) == ("Hải dương học", "bachelor", 2)
    assert (row["degree"], row.get("code")) == ("Cử nhân Hải dương học", None)
    two = _decision(read, "Điều 1. Ban hành chương trình đào tạo ngành Luật, ngành Kế toán.")
    assert rows("programmes", two) == []


def test_a_programme_comprises_its_credits_and_no_part_of_them() -> None:
    enacted = "Điều 1. Ban hành chương trình đào tạo ngành Hải dương học, áp dụng từ năm 2024."
    for said, whole in (("62 tín chỉ, không kể thể chất.", 62), ("30 tín chỉ bắt buộc và 32 tín chỉ tự chọn.", None)):
        (row,) = rows("programmes", _decision(document_of, enacted, f"Điều 2. Chương trình đào tạo gồm {said}"))
        assert row.get("total_credits") == whole


def test_a_list_of_courses_begins_on_the_line_of_its_label() -> None:
    card = ("- Tên học phần: Thủy lực", "- Các học phần tiên quyết: - Toán 1 (GEO101)", "- Cơ học (GEO102)")
    made = document("ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", *card, "- Bộ môn: Xây dựng", kind="syllabus")
    assert [row["code"] for row in rows("course_relations", made)] == ["GEO101", "GEO102"]


def test_one_line_names_a_school_and_the_body_above_it() -> None:
    made = document("BỘ XÂY DỰNG — TRƯỜNG ĐẠI HỌC THỦY SẢN", "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "1. Tên học phần: Thủy lực")
    assert only(rows("documents", made), "issuer", "parent_body") == [("TRƯỜNG ĐẠI HỌC THỦY SẢN", "BỘ XÂY DỰNG")]
    one = document("TRƯỜNG ĐẠI HỌC KINH TẾ - ĐẠI HỌC HUẾ", "ĐỀ CƯƠNG CHI TIẾT HỌC PHẦN", "1. Tên học phần: Thủy lực")
    assert rows("documents", one)[0]["issuer"] == "TRƯỜNG ĐẠI HỌC KINH TẾ - ĐẠI HỌC HUẾ"
