"""Text whose tables were written row by row without their columns: codes around statements, offices on one line."""

from tests.extraction_curriculum.paper import only, reading, rows

PRINTED = """ĐỀ CƯƠNG HỌC PHẦN
THẠCH HỌC
1. Thông tin chung
1.1 Mã học phần TH2004
1.2 Số tiết lý thuyết 30
1.3 Số tiết tự học 60
2. MỤC TIÊU HỌC PHẦN
CO1 Trang bị kiến thức về các loại đá. PLO1, PLO2
CO2 Rèn luyện kỹ năng mô tả mẫu đá. PLO5
3. CHUẨN ĐẦU RA HỌC PHẦN
CO1 CLO1 Mô tả được các loại đá magma.
CO2 CLO2 Phân loại được các mẫu đá trầm tích.
PLO5, PLO6
4. ĐÁNH GIÁ HỌC PHẦN
- Chuyên cần: 10%
- Thi kết thúc học phần: 90%
TRƯỞNG KHOA TRƯỞNG BỘ MÔN
TS. Lê Văn An ThS. Ngô Thị Bình
"""


def test_codes_around_a_statement_are_links_and_none_of_its_words() -> None:
    made = reading(PRINTED)
    assert only(rows("outcomes", made), "code", "text") == [
        ("CO1", "Trang bị kiến thức về các loại đá."),
        ("CO2", "Rèn luyện kỹ năng mô tả mẫu đá."),
        ("CLO1", "Mô tả được các loại đá magma."),
        ("CLO2", "Phân loại được các mẫu đá trầm tích."),
    ]
    assert set(only(rows("outcome_links", made), "source_code", "target_code")) == {
        ("CO1", "PLO1"), ("CO1", "PLO2"), ("CO2", "PLO5"),
        ("CLO1", "CO1"), ("CLO2", "CO2"), ("CLO2", "PLO5"), ("CLO2", "PLO6"),
    }  # fmt: skip


def test_hours_in_numbered_lines_of_a_card_are_read() -> None:
    assert only(rows("workloads", reading(PRINTED)), "activity", "hours") == [("lecture", 30), ("self_study", 60)]


def test_hours_behind_an_activity_are_read_in_a_chapter_of_the_workload_alone() -> None:
    hours = "Лекційні заняття    12 год.\nСамостійна робота 54 год,\n"
    card = "СИЛАБУС\nОснови рибництва\n1. {}\n" + hours + "2. Політика\nОцінки.\n"
    made = rows("workloads", reading(card.format("Обсяг навчального навантаження")))
    assert only(made, "activity", "hours") == [("lecture", 12), ("self_study", 54)]
    assert not rows("workloads", reading(card.format("Зміст дисципліни")))


def test_two_offices_and_two_names_on_one_line_each_are_two_signers() -> None:
    assert only(rows("people", reading(PRINTED)), "name", "role") == [
        ("Lê Văn An", "TRƯỞNG KHOA"), ("Ngô Thị Bình", "TRƯỞNG BỘ MÔN"),
    ]  # fmt: skip


def test_shares_of_graded_works_are_no_requirements() -> None:
    made = reading(PRINTED)
    assert only(rows("assessments", made), "weight_percent") == [(10,), (90,)]
    assert not rows("requirements", made)
