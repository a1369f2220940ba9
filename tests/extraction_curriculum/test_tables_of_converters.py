"""Tables as converters leave them in plain text: merged cells blank, sums of modules, heads over heads."""

import pytest

from tests.extraction_curriculum.paper import document, only, rows

CARD = [
    ["Показники", "Галузь знань", "Характеристика дисципліни", ""],
    ["", "", "денна форма навчання", "заочна форма навчання"],
    ["Кількість кредитів – 3", "Галузь знань 10", "Лекції", ""],
    ["", "", "18 год.", "6 год."],
    ["Загальна кількість годин – 90", "", "Самостійна робота", ""],
    ["", "", "72 год.", "84 год."],
]
TOPICS = [
    ["Назви тем", "Усього", "Лекції", "Самостійна робота"],
    ["Тема 1. Ґрунти степу", "30", "6", "24"],
    ["Разом за модулем", "30", "6", "24"],
    ["Тема 2. Ґрунти лісу", "60", "12", "48"],
    ["Разом за модулем", "60", "12", "48"],
]


def test_labels_of_a_card_stand_over_their_values_where_merged_cells_are_blank() -> None:
    made = document("РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", CARD, language="uk")
    assert only(rows("workloads", made), "activity", "mode", "hours") == [
        ("lecture", "денна", 18),
        ("lecture", "заочна", 6),
        ("total", None, 90),
        ("self_study", "денна", 72),
        ("self_study", "заочна", 84),
    ]


@pytest.mark.parametrize(
    ("rest", "hours"),
    [
        ([["Усього годин", "90", "18", "72"]], [("total", 90), ("lecture", 18), ("self_study", 72)]),
        ([["Усього годин", "90", "20", "70"]], []),
        ([], []),
    ],
)
def test_sums_of_modules_are_no_hours_of_the_course(rest: list[list[str]], hours: list[tuple[str, int]]) -> None:
    made = document("РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", [*TOPICS, *rest], language="uk")
    assert only(rows("workloads", made), "activity", "hours") == hours


PLAN = [
    ["Шифр", "Назва дисципліни", "Кредити ЄКТС", "Кількість годин", "", "", "", "Аудиторних на тиждень", ""],
    ["", "", "", "Загальний обсяг", "Аудиторні", "", "Самостійна робота", "1", "2"],
    ["", "", "", "", "Лекції", "Практичні", "", "16", "16"],
    ["ОК 1", "Зоологія", "3", "90", "16", "14", "60", "2", ""],
    ["ОК 2", "Ботаніка", "4", "120", "32", "", "88", "", "2"],
]


def test_the_lowest_heads_stand_beside_the_weeks_of_semesters() -> None:
    made = document("НАВЧАЛЬНИЙ ПЛАН", PLAN, language="uk", kind="plan")
    assert only(rows("workloads", made), "course_code", "activity", "hours") == [
        ("ОК 1", "total", 90),
        ("ОК 1", "lecture", 16),
        ("ОК 1", "practice", 14),
        ("ОК 1", "self_study", 60),
        ("ОК 2", "total", 120),
        ("ОК 2", "lecture", 32),
        ("ОК 2", "self_study", 88),
    ]


def test_exercises_under_a_group_and_practice_beside_it_are_hours_of_both() -> None:
    head = [
        ["TT", "Mã học phần", "Tên học phần", "Số TC", ("Số tiết", 1, 3), ""],
        ["", "", "", "", ("Lên lớp", 1, 2), "Thực hành", ""],
        ["", "", "", "", "Lý thuyết", "Bài tập", "", ""],
    ]
    body = [
        ["1", "GEO101", "Địa chất", "3", "30", "", "15", ""],
        ["2", "GEO102", "Khoáng vật", "3", "30", "15", "", ""],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [*head, *body], kind="programme")
    assert only(rows("workloads", made), "course_code", "activity", "hours") == [
        ("GEO101", "lecture", 30),
        ("GEO101", "practice", 15),
        ("GEO102", "lecture", 30),
        ("GEO102", "practice", 15),
    ]


def test_a_row_that_a_converter_made_of_two_is_no_course() -> None:
    head = ["TT", "Mã học phần", "Tên học phần", "Số TC"]
    one, two = ["1", "GEO101", "Địa chất", "3"], ["2 3", "GEO102 GEO103", "Khoáng vật Bản đồ", "3 2"]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [head, one, two, ["4", "GEO104", "Đất", "2"]], kind="programme")
    assert only(rows("courses", made), "code") == [("GEO101",), ("GEO104",)]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [head, one, ["2", "GEO102 GEO103", "Bản đồ", "2"]], kind="programme")
    assert only(rows("courses", made), "code") == [("GEO101",), ("GEO102 GEO103",)]
