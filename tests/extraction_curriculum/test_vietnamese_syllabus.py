"""Tables of Vietnamese syllabuses: a matrix that quotes outcomes, groups of works, own study."""

import pytest

from extractors.curriculum.cards.naming import classes
from extractors.tables import assessment_periods, courses, outcome_links, people, topics
from tests.extraction_structure.conftest import document_of

CARD = (
    "TRƯỜNG ĐẠI HỌC ĐỒNG XUÂN\nĐỀ CƯƠNG CHI TIẾT HỌC PHẦN\n1. Thông tin chung về học phần\n"
    "- Tên học phần: Cơ học đất\n- Mã học phần: CIV2041\n- Số tín chỉ: 3\n- Loại học phần: Bắt buộc\n\n"
)


def said(rows, *columns):
    return [tuple(row.get(column) for column in columns) for row in rows]


def test_the_component_is_no_label() -> None:
    assert said(courses.extract(document_of(CARD)), "code", "component") == [("CIV2041", "Bắt buộc")]


def test_a_matrix_quotes_outcomes_of_the_programme() -> None:
    words = CARD + (
        "2. Chuẩn đầu ra học phần\nCLO\tMô tả\nCLO1\tTính được ứng suất trong nền đất\n"
        "CLO2\tThí nghiệm được các chỉ tiêu cơ lý của đất\n\n3. Ma trận\n"
        "CLO\tPLO2\tPLO4\tPLO7\nCLO1\tM\t\t\nCLO2\t\tR\tX\n"
    )
    assert said(outcome_links.extract(document_of(words)), "source_code", "target_code", "level") == [
        ("CLO1", "PLO2", "M"), ("CLO2", "PLO4", "R"), ("CLO2", "PLO7", None),
    ]  # fmt: skip


def test_groups_of_works_are_periods() -> None:
    words = CARD + (
        "4. Đánh giá\nThành phần đánh giá\tBài đánh giá\tTrọng số (%)\nQuá trình\tA1.1 Chuyên cần\t10\n"
        "Quá trình\tA1.2 Bài tập\t30\nCuối kỳ\tA2.1 Thi tự luận\t60\nTổng\t\t100\n"
    )
    rows = assessment_periods.extract(document_of(words))
    assert said(rows, "period", "weight_percent") == [("Quá trình", None), ("Cuối kỳ", 60)]


def test_hours_of_own_study_are_topics_too() -> None:
    words = CARD + (
        "5. Kế hoạch giảng dạy\n"
        "Tuần\tNội dung\tLT\tTNC\n1\tChương 1. Mở đầu\t3\t6\n2\tChương 2. Thành phần của đất\t3\t8\n"
    )
    rows = topics.extract(document_of(words))
    found = sorted((row.get("activity"), str(row.get("week")), row.get("hours")) for row in rows)
    assert found == [("lecture", "1", 3), ("lecture", "2", 3), ("self_study", "1", 6), ("self_study", "2", 8)]


def test_three_signatures_side_by_side_keep_their_order() -> None:
    words = CARD + (
        "TRƯỞNG KHOA    TRƯỞNG BỘ MÔN    NGƯỜI BIÊN SOẠN\n\n\n"
        "TS. Vũ Thị Thu Hà    TS. Bùi Quốc Trị    ThS. Lê Minh Tuệ\n"
    )
    assert said(people.extract(document_of(words)), "name", "role") == [
        ("Vũ Thị Thu Hà", "TRƯỞNG KHOA"), ("Bùi Quốc Trị", "TRƯỞNG BỘ MÔN"), ("Lê Minh Tuệ", "NGƯỜI BIÊN SOẠN"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("name", "wanted"), [("LIÊN THÔNG", True), ("Chính quy", True), ("Trình độ đại học", True), ("Điều dưỡng", False)]
)
def test_words_that_only_class_a_programme_are_no_name(name: str, wanted: bool) -> None:
    assert classes(name) is wanted
