"""Counts beside their parts, votes and lists; figures and their words; ranges; rows numbered one by one."""

import pytest

from extractors.checks import running, told_counts, told_loads, told_numbers
from tests.checks.test_told import told
from tests.extraction_curriculum.paper import document as paper

Table = list[list[str | tuple[str, int, int]]]


@pytest.mark.parametrize(
    ("lines", "language", "rule"),
    [
        (("Trong 64 sinh viên dự thi có 59 đạt, 5 không đạt.",), "vi", None),
        (("Trong 64 sinh viên dự thi có 49 đạt, 5 không đạt.",), "vi", "table_total"),
        (("Of 64 candidates 59 passed and 5 failed.",), "en", None),
        (("Of 64 candidates 58 passed and 5 failed.",), "en", "table_total"),
        (("Присутні: 11 осіб", "Голосували: за – 10, проти – 0, утрималися – 1."), "uk", None),
        (("Присутні: 11 осіб", "Голосували: за – 9, проти – 0, утрималися – 1."), "uk", "table_total"),
        (("Thời gian: từ 6 tuần đến 8 tuần.",), "vi", None),
        (("Thời gian: từ 9 tuần đến 8 tuần.",), "vi", "range_upside_down"),
        (("Họp từ 7 giờ 30 đến 9 giờ.",), "vi", None),
        (("Số tiền: 4.500.000 đồng", "Bằng chữ: Bốn triệu năm trăm nghìn đồng"), "vi", None),
        (("Số tiền: 5.400.000 đồng", "Bằng chữ: Bốn triệu năm trăm nghìn đồng"), "vi", "figure_in_words"),
    ],
)
def test_what_is_counted(lines: tuple[str, ...], language: str, rule: str | None) -> None:
    made = paper("BÁO CÁO", *lines, "Khác", language=language, kind="report")
    assert told(told_counts, made) == ({rule} if rule else set())


@pytest.mark.parametrize(("count", "wrong"), [("03", False), ("04", True)])
def test_the_list_that_names_those_counted(count: str, *, wrong: bool) -> None:
    table: Table = [["TT", "Họ tên"], ["1", "Lê Thị Na"], ["2", "Vũ Văn Bền"], ["3", "Mai Hoa"]]
    lines = (f"Khen thưởng {count} sinh viên (có danh sách kèm theo).", "Danh sách", table)
    assert ("table_total" in told(told_counts, paper("QUYẾT ĐỊNH", *lines, kind="decision"))) is wrong


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [
        (["1", "2", "3", "4", "5"], False),
        (["1", "2", "4", "5", "6"], True),
        (["1", "2", "9", "4", "5"], True),
        (["1", "2", "2", "3", "4"], False),  # two rows of one week
        (["1-3", "4-6", "7-9", "10-12"], False),
        (["1-3", "4-6", "8-9", "10-12"], True),
        (["1", "5", "9", "12"], False),
    ],
)
def test_rows_numbered_one_by_one(numbers: list[str], *, wrong: bool) -> None:
    table: Table = [["Tuần", "Nội dung"], *([n, f"Nội dung {word}"] for n, word in zip(numbers, "abcde", strict=False))]
    assert bool(told(running, paper("ĐỀ CƯƠNG", "Kế hoạch", table))) is wrong


@pytest.mark.parametrize(("hours", "wrong"), [(24, False), (20, True)])
def test_hours_of_a_line_against_the_foot_of_the_plan(hours: int, *, wrong: bool) -> None:
    table: Table = [
        ["Тема", "Лекції", "Лабораторні"],
        ["Вступ", "10", "8"],
        ["Методи", "14", "8"],
        ["Разом", "24", "16"],
    ]
    made = paper("СИЛАБУС", f"Лекції: {hours} год.", "Лабораторні: 16 год.", table, language="uk", kind="syllabus")
    assert ("workload_total" in told(told_loads, made)) is wrong


@pytest.mark.parametrize(
    ("cited", "last", "rules"),
    [
        ("B1.2", "B1.3", set()),
        ("B1.7", "B1.3", {"cited_clause_missing"}),
        ("B1.2", "B1.4", {"provision_numbering_gap"}),
    ],
)
def test_clauses_with_the_letter_of_their_chapter(cited: str, last: str, rules: set[str]) -> None:
    lines = ("A1.1 A unit has credit.", "A1.2 The size is ten.", "B1.1 An award is made.", "B1.2 It needs a pass.")
    made = paper("RULES", *lines, f"{last} Marks under {cited} stand.", language="en", kind="regulation")
    assert told(told_numbers, made) == rules
