"""Tables whose rows are summed up in groups, tables with notes at their foot, and sums that no known head names."""

import pytest

from extractors.checks.figures import totals
from tests.checks.test_told import OWN, told
from tests.extraction_curriculum.paper import document as paper

Table = list[list[str | tuple[str, int, int]]]


def _wrong(table: Table, kind: str = "plan") -> bool:
    return "table_total" in told(totals, paper("KẾ HOẠCH", "Nội dung", table, kind=kind))


def _terms(autumn: str, spring: str, year: str, row: str = "14") -> Table:
    return [
        ["STT", "Chủ đề", "Số tiết"],
        ["1", "Số hữu tỉ", "20"],
        ["2", "Tam giác", "16"],
        ["", "Cộng học kỳ I", autumn],
        ["3", "Hàm số", row],
        ["4", "Xác suất", "18"],
        ["", "Cộng học kỳ II", spring],
        ["", "Cả năm", year],
    ]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [
        (_terms("36", "32", "68"), False),
        (_terms("36", "32", "64"), True),
        (_terms("36", "34", "68"), True),
        (_terms("36", "32", "68", "16"), True),
        (_terms("30", "30", "60"), False),  # nothing of it holds: these are no sums
    ],
)
def test_parts_with_their_sums_below(table: Table, *, wrong: bool) -> None:
    assert _wrong(table) is wrong


def _groups(core: str, chosen: str = "Tự chọn", offered: str = "4") -> Table:
    rows = [["TT", "Mã", "Tên học phần", "Số TC"], ["A", "", "Đại cương", "5"]]
    rows += [["1", "GEN101", "Triết học", "3"], ["2", "GEN102", "Tin học", "2"], ["B", "", "Cơ sở", core]]
    rows += [["3", "BAS201", "Cơ học", "3"], ["4", "BAS202", "Nhiệt học", "3"], ["C", "", "Tốt nghiệp", "8"]]
    rows += [["5", "FIN401", "Thực tập", "3"], ["6", "FIN402", "Khóa luận", "5"], ["D", "", chosen, offered]]
    return [*rows, ["7", "OPT301", "Quang học", "4"], ["8", "OPT302", "Âm học", "4"]]  # type: ignore[list-item]


@pytest.mark.parametrize(
    ("table", "wrong"),
    [(_groups("6"), False), (_groups("7"), True), (_groups("60"), False), (_groups("6", "Chuyên sâu", "7"), True)],
)
def test_groups_of_courses_under_their_credits(table: Table, *, wrong: bool) -> None:
    assert _wrong(table, "programme") is wrong


def test_a_note_below_the_total_is_no_row() -> None:
    for total, wrong in (("1.630", False), ("1.620", True)):
        rows = [["Loại phòng", "Số phòng", "Tổng số chỗ"], ["Phòng lớn", "120", "960"], ["Phòng vừa", "85", "510"]]
        table: Table = [*rows, ["Phòng nhỏ", "40", "160"], ["Cộng", "245", total], [("Phòng có quạt.", 1, 3)]]  # type: ignore[list-item]
        assert _wrong(table) is wrong


def test_a_column_called_a_sum_under_a_head_that_is_not_known() -> None:
    for total, wrong in (("180", False), ("190", True)):
        table: Table = [["Award", "Taught", "Dissertation", "Total credits"], ["Certificate", "60", "0", "60"]]
        assert _wrong([*table, ["Diploma", "120", "0", "120"], ["Master", "120", "60", total]]) is wrong


def test_a_choice_that_the_head_alone_names_leaves_the_sum_to_hold() -> None:
    for last, wrong in (("BB", True), ("TC", False)):
        rows = [["TT", "Mã môn", "Tên môn", "TC", "Bắt buộc/Tự chọn"], ["1", "202109", "Pháp luật", "2", "BB"]]
        rows += [
            ["2", "202301", "Hóa học", "3", "BB"],
            ["3", "202302", "Lý sinh", "4", last],
            ["", "", "Cộng", "8", ""],
        ]
        assert _wrong(rows, "programme") is wrong  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("obligatory", "offered", "wrong"),
    [("12", "10", False), ("14", "10", True), ("12", "5", False)],  # of what is chosen from, more may be offered
)
def test_obligatory_and_chosen_courses_with_their_sums(obligatory: str, offered: str, *, wrong: bool) -> None:
    rows = [["Код", "Назва дисципліни", "Кредити"], [("Обов’язкові компоненти", 1, 3)]]
    rows += [["ОК 1", "Фізіологія рослин", "5"], ["ОК 2", "Ґрунтознавство", "4"], ["ОК 3", "Агрохімія", "3"]]  # type: ignore[list-item]
    rows += [["", "Разом обов’язкових", obligatory], [("Вибіркові компоненти", 1, 3)]]  # type: ignore[list-item]
    rows += [["ВК 1", "Дисципліна вибору 1", "5"], ["ВК 2", "Дисципліна вибору 2", "5"]]  # type: ignore[list-item]
    rows += [["", "Разом вибіркових", offered], ["", "Усього", "22"]]  # type: ignore[list-item]
    assert _wrong(rows, "programme") is wrong  # type: ignore[arg-type]


def test_a_group_of_which_one_course_is_chosen() -> None:
    for sort, wrong in (("TC", False), ("BB", True)):
        rows = [["TT", "Mã", "Tên học phần", "Số TC", "Loại"], ["I", "", "Đại cương", "5", ""]]
        rows += [["1", "GEN101", "Triết học", "3", "BB"], ["2", "GEN102", "Tin học", "2", "BB"]]
        rows += [
            ["II", "", "Cơ sở", "6", ""],
            ["3", "BAS201", "Cơ học", "3", "BB"],
            ["4", "BAS202", "Quang", "3", "BB"],
        ]
        rows += [["III", "", "Ngành", "4", ""], ["5", "SPC301", "Vật liệu", "2", "BB"]]
        rows += [["6", "SPC302", "Âm học", "2", sort], ["7", "SPC303", "Kỹ thuật lạnh", "2", sort]]
        assert _wrong(rows, "programme") is wrong  # type: ignore[arg-type]


def test_hours_of_classes_with_their_kinds_between_the_whole_and_the_hours_alone() -> None:
    head = [
        "Шифр",
        "Назва дисципліни",
        "Кредити",
        "Загальний обсяг",
        "Усього",
        "Лекції",
        "Практичні",
        "Самостійна робота",
    ]
    for whole, wrong in (("150", False), ("160", True)):
        rows = [
            ["ОК 1", "Ботаніка", "4", "120", "40", "20", "20", "80"],
            ["ОК 2", "Зоологія", "3", "90", "30", "16", "14", "60"],
        ]
        rows += [
            ["ОК 3", "Екологія", "5", whole, "60", "30", "30", "90"],
            ["ОК 4", "Генетика", "6", "180", "60", "60", "", "120"],
        ]
        rows += [["ОК 5", "Анатомія", "2", "60", "20", "10", "10", "40"]]
        found = totals.check(paper("НАВЧАЛЬНИЙ ПЛАН", "План", [head, *rows], language="uk", kind="programme"), OWN)
        assert [dict(one.values).get("column") for one in found] == ["Загальний обсяг"] * wrong


def test_hours_of_a_plan_by_the_credits_of_its_rows() -> None:
    for hours, wrong in (("120", False), ("130", True)):
        rows = [["Шифр", "Назва дисципліни", "Кредити", "Загальний обсяг"], ["ОК 1", "Ботаніка", "3", "90"]]
        rows += [["ОК 2", "Зоологія", "4", hours], ["ОК 3", "Екологія", "5", "150"], ["ОК 4", "Генетика", "6", "180"]]
        rows += [["ОК 5", "Анатомія", "2", "60"], ["ОК 6", "Цитологія", "3", "90"]]
        found = totals.check(paper("НАВЧАЛЬНИЙ ПЛАН", "План", rows, language="uk", kind="programme"), OWN)  # type: ignore[arg-type]
        assert [dict(one.values)["made"] for one in found] == [120.0] * wrong


@pytest.mark.parametrize(("whole", "wrong"), [("144", False), ("134", True)])
def test_an_examination_has_hours_and_no_classes(whole: str, wrong: bool) -> None:
    table: Table = [
        ["№", "Раздел", "Всего", "Лекции", "Лабораторные", "СРС"],
        ["1", "Почвы", "30", "8", "8", "14"],
        ["2", "Воды", "36", "10", "10", "16"],
        ["3", "Леса", "42", "12", "10", "20"],
        ["", "Экзамен", "36", "", "", ""],
        ["1", "2", "3", "4", "5", "6"],
        ["", "Всего", whole, "30", "28", "50"],
    ]
    found = totals.check(paper("ПРОГРАММА", "Содержание", table, language="ru"), OWN)
    assert bool(found) is wrong


def test_a_head_between_groups_says_how_many_are_chosen() -> None:
    table: Table = [
        ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ"],
        ["I", "", "Khối kiến thức chung", "7"],
        ["1", "TRI101", "Triết học", "3"],
        ["2", "NNA102", "Ngoại ngữ", "4"],
        ["II", "", "Khối kiến thức cơ sở", "6"],
        ["3", "DAI201", "Đại số", "3"],
        ["4", "TIN202", "Tin học", "3"],
        ["III", "", "Các học phần tự chọn", "3/6"],
        ["5", "KTE301", "Kinh tế", "3"],
        ["6", "LUA302", "Luật", "3"],
        ["Tổng cộng", "", "", "16"],
    ]
    found = totals.check(paper("CHƯƠNG TRÌNH", "Khung", table), OWN)
    assert not found


def _blocks(first: str, row: str = "3") -> Table:
    rows = [["TT", "Mã", "Tên học phần", "Số TC"], ["1", "", "Đại cương", first]]
    rows += [["1.1", "GEN101", "Triết học", row], ["1.2", "GEN102", "Tin học", "2"], ["2", "", "Cơ sở", "6"]]
    rows += [["2.1", "BAS201", "Cơ học", "3"], ["2.2", "BAS202", "Nhiệt học", "3"], ["3", "", "Tốt nghiệp", "8"]]
    return [*rows, ["3.1", "FIN401", "Thực tập", "3"], ["3.2", "FIN402", "Khóa luận", "5"], ["", "", "Tổng cộng", "19"]]


@pytest.mark.parametrize(("table", "wrong"), [(_blocks("5"), False), (_blocks("6"), True), (_blocks("5", "4"), True)])
def test_blocks_with_numbered_courses(table: Table, *, wrong: bool) -> None:
    assert _wrong(table, "programme") is wrong


@pytest.mark.parametrize(("hours", "wrong"), [("20", False), ("22", True)])
def test_a_column_of_dashes_parts_no_row(hours: str, *, wrong: bool) -> None:
    head = ["№", "Тема", "Лекции", "Практические занятия", "Лабораторные занятия", "Самостоятельная работа", "Всего"]
    rows = [["1", "Склад", "4", "4", "-", "12", hours], ["2", "Запасы", "4", "6", "-", "14", "24"]]
    rows += [["3", "Закупки", "2", "4", "-", "10", "16"], ["4", "Сбыт", "2", "2", "-", "8", "12"]]
    made = paper("РАБОЧАЯ ПРОГРАММА", "Содержание", [head, *rows], language="ru", kind="syllabus")
    assert ("table_total" in told(totals, made)) is wrong
