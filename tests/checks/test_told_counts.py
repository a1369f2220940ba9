"""Counts beside their parts, votes and lists; figures and their words; ranges; rows numbered one by one."""

import time

import pytest

from extractors.checks.acts import minutes, told_dates, told_numbers
from extractors.checks.figures import marks, told_counts, told_loads, totals
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
        (("Складено 59 із 64 студентів, не склали 5 студентів.",), "uk", None),
        (("Складено 59 із 64 студентів, не склали 15 студентів.",), "uk", "table_total"),
        (("Grants are between 300 and 500 pounds.",), "en", None),
        (("Grants are between 600 and 500 pounds.",), "en", "range_upside_down"),
        (("Thời gian: từ 6 tuần đến 8 tuần.",), "vi", None),
        (("Thời gian: từ 9 tuần đến 8 tuần.",), "vi", "range_upside_down"),
        (("Họp từ 7 giờ 30 đến 9 giờ.",), "vi", None),
        (("Ca 2: 9h30 - 11h00.", "Đóng cửa: 23h00 - 5h00."), "vi", None),
        (("Ca 2: 11h30 - 11h00.",), "vi", "range_upside_down"),
        (([["Bậc", "Điểm"], ["1", "30 - 45"], ["2", "46 - 78"], ["3", "79 - 90"], ["4", "91 - 99"]],), "vi", None),
        (
            ([["Bậc", "Điểm"], ["1", "30 - 45"], ["2", "78 - 46"], ["3", "79 - 90"], ["4", "91 - 99"]],),
            "vi",
            "range_upside_down",
        ),
        (([["Bài", "Tháng"], ["1", "8 - 9"], ["2", "10 - 11"], ["3", "12 - 1"], ["4", "2 - 3"]],), "vi", None),
        (("Số tiền: 4.500.000 đồng", "Bằng chữ: Bốn triệu năm trăm nghìn đồng"), "vi", None),
        (("Số tiền: 4.500.000 đồng (Bằng chữ: Bốn triệu", "năm trăm nghìn đồng); nộp trước."), "vi", None),
        (("Số tiền: 5.400.000 đồng", "Bằng chữ: Bốn triệu năm trăm nghìn đồng"), "vi", "figure_in_words"),
    ],
)
def test_what_is_counted(lines: tuple[str, ...], language: str, rule: str | None) -> None:
    made = paper("BÁO CÁO", *lines, "Khác", language=language, kind="report")
    assert told(told_counts, made) == ({rule} if rule else set())


def test_figures_before_pages_of_blanks_are_read_at_once() -> None:
    begun = time.process_time()
    assert not told(told_counts, paper("BÁO CÁO", "Khoản thu 12" + " " * 4_000, "7", kind="report"))
    assert time.process_time() - begun < 5


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
    assert bool(told(told_numbers, paper("ĐỀ CƯƠNG", "Kế hoạch", table))) is wrong


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


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Голосували: за – 10, проти – 0, утрималися – 1.", None),
        ("Голосували: за – 9, проти – 0, утрималися – 1.", "table_total"),
        ("Заслухано звіт, розглянутий на засіданні 4 травня 2031 року.", None),
        ("Заслухано звіт, розглянутий на засіданні 14 травня 2031 року.", "date_order"),
        ("Наступне засідання призначити на 20 травня 2031 року.", None),
        ("Наступне засідання призначити на 20 квітня 2031 року.", "date_order"),
        ("Початок засідання: 14:00, закінчення засідання: 15:30", None),
        ("Початок засідання: 14:00, закінчення засідання: 13:30", "date_order"),
    ],
)
def test_what_minutes_tell(line: str, rule: str | None) -> None:
    lines = ("ПРОТОКОЛ № 3", "5 травня 2031 року", "Присутні: 11 осіб", line, "Секретар")
    assert told(minutes, paper(*lines, language="uk", kind="report")) == ({rule} if rule else set())


@pytest.mark.parametrize(
    ("line", "wrong"),
    [
        ("Практика триває з 3 до 28 червня 2024 року.", False),
        ("Практика триває з 30 до 28 червня 2024 року.", True),
        ("Канікули з 25.12 до 05.01.2024 року.", False),  # over the new year
    ],
)
def test_spans_with_one_year_for_both_days(line: str, *, wrong: bool) -> None:
    made = paper("НАКАЗ", line, language="uk", kind="decision")
    assert ("date_order" in told(told_dates, made)) is wrong


@pytest.mark.parametrize(
    ("amounts", "total", "wrong"),
    [
        (["1 200", "3 000", "800"], "5 000", False),
        (["1 200", "3 000", "900"], "5 000", True),
    ],
)
def test_amounts_with_thousands(amounts: list[str], total: str, *, wrong: bool) -> None:
    rows = [[str(n + 1), name, amount] for n, (name, amount) in enumerate(zip("абв", amounts, strict=True))]
    table: Table = [["№", "Назва", "Сума"], *map(list, rows), ["", "Разом", total]]
    assert ("table_total" in told(totals, paper("КОШТОРИС", "Витрати", table, language="uk"))) is wrong


@pytest.mark.parametrize(("amount", "wrong"), [("60", False), ("70", True)])
def test_rows_of_a_bill(amount: str, *, wrong: bool) -> None:
    table: Table = [["№", "Товар", "Кількість", "Ціна", "Сума"], ["1", "Папір", "4", "90", "360"]]
    table += [["2", "Олівці", "12", "5", amount], ["3", "Крейда", "3", "20", "60"]]
    assert ("table_total" in told(marks, paper("РАХУНОК", "Товари", table, language="uk"))) is wrong


@pytest.mark.parametrize(("whole", "wrong"), [("120", False), ("122", True), ("240", False)])
def test_two_blocks_above_the_whole_of_a_list(whole: str, *, wrong: bool) -> None:
    table: Table = [["Код", "Освітній компонент", "Кредити"], ["ОК 1", "Гідрологія", "5"], ["ОК 2", "Право", "4"]]
    table += [["ВК 1", "Вибірковий компонент", "30"]]
    table += [[("Обов’язкові компоненти", 1, 2), "90 (75 %)"], [("Вибіркові компоненти", 1, 2), "30 (25 %)"]]
    table += [[("Загальний обсяг програми", 1, 2), whole]]
    assert ("table_total" in told(totals, paper("ОСВІТНЯ ПРОГРАМА", "Перелік", table, language="uk"))) is wrong
