"""Plans with many rows of heads, as converters write them: blank or repeated where a head spans rows and columns."""

import pytest

from extractors.curriculum.courses.semesters import _semester_above_weeks
from tests.extraction_curriculum.paper import document, rows

WEEKLY = "Розподіл годин на тиждень за семестрами"
HEADS = [
    ["№", "Назва дисципліни", "Кредити ЄКТС", "Кількість годин", "", "", "", WEEKLY, ""],
    ["", "", "", "загальний обсяг", "аудиторних", "", "самостійна робота", "Семестри", ""],
    ["", "", "", "", "у тому числі", "", "", "1", "2"],
    ["", "", "", "", "лекції", "лабораторні", "", "Кількість тижнів у семестрі", ""],
    ["", "", "", "", "", "", "", "16", "16"],
]
COURSES = [
    ["1", "Теорія сигналів", "4", "120", "32", "16", "72", "3", ""],
    ["2", "Цифрові фільтри", "5", "150", "16", "32", "102", "", "3"],
    ["3", "Вимірювальні прилади", "3", "90", "16", "16", "58", "", "2"],
]
NUMBERED = [str(n + 1) for n in range(len(HEADS[0]))]


def _spread(heads: list[list[str]]) -> list[list[str]]:
    """Return heads whose blanks repeat what spans them: the word to the left in a row, else the one above."""
    spread: list[list[str]] = []
    for row in heads:
        full: list[str] = []
        for c, words in enumerate(row):
            over = spread[-1][c] if spread else ""
            beside = full[-1] if c and (not spread or spread[-1][c] == spread[-1][c - 1]) else over
            full.append(words or beside)
        spread.append(full)
    return spread


@pytest.mark.parametrize("heads", [[*HEADS, NUMBERED], [*_spread(HEADS), NUMBERED]])
def test_heads_reach_down_to_the_row_that_numbers_the_columns(heads: list[list[str]]) -> None:
    made = document("НАВЧАЛЬНИЙ ПЛАН", [*heads, *COURSES], kind="plan", language="uk")
    hours = {(r["course_code"], r["activity"]): r["hours"] for r in rows("workloads", made)}
    assert (hours["1", "lecture"], hours["2", "laboratory"], hours["3", "self_study"]) == (32, 32, 58)
    assert not {r.get("semester") for r in rows("courses", made)} & {3, "3"}  # hours a week are no semester


def test_a_course_without_code_and_name_is_no_row_of_heads() -> None:
    head = ["Код", "Назва дисципліни", "Кредити", "Семестр"]
    plan = [head, ["", "", "3", "1"], ["ОК 1", "Оптика", "4", "2"], ["ОК 2", "Лазери", "5", "2"]]
    found = rows("courses", document("НАВЧАЛЬНИЙ ПЛАН", plan, kind="plan", language="uk"))
    assert [(r["code"], r["credits"]) for r in found] == [("ОК 1", 4), ("ОК 2", 5)]


def test_totals_before_the_columns_of_each_semester_are_of_the_semester() -> None:
    kinds = ["Лекції", "Практичні", "Самостійна робота"]
    plan = [
        [
            ("Код", 2, 1),
            ("Назва дисципліни", 2, 1),
            ("Кредити", 2, 1),
            ("Всього годин", 2, 1),
            ("І семестр", 1, 3),
            ("Всього годин", 2, 1),
            ("ІІ семестр", 1, 3),
        ],
        [*kinds, *kinds],
        ["ОК 1", "Оптика", "4", "120", "32", "16", "72", "", "", "", ""],
        ["ОК 2", "Лазери", "6", "90", "16", "16", "58", "90", "", "32", "58"],
        ["ОК 3", "Голографія", "3", "", "", "", "", "90", "16", "16", "58"],
    ]
    found = rows("workloads", document("НАВЧАЛЬНИЙ ПЛАН", plan, kind="plan", language="uk"))
    hours = {(r["course_code"], r["activity"]): r["hours"] for r in found}
    assert (hours["ОК 1", "total"], hours["ОК 3", "total"], hours["ОК 3", "lecture"]) == (120, 90, 16)
    assert ("ОК 2", "total") not in hours  # 90 are those of one semester


CARD = [
    ["Найменування показників", "Галузь знань", "денна форма навчання", "заочна форма навчання"],
    ["Кількість кредитів 4", "Спеціальність", "Семестр", ""],
    ["Загальна кількість годин 120", "", "5-й", "6-й"],
    ["Індивідуальне завдання -", "Рівень вищої освіти", "Лекції", ""],
    ["", "", "28 год.", "6 год."],
    ["", "", "Самостійна робота", ""],
    ["", "", "92 год.", "114 год."],
]


@pytest.mark.parametrize("repeated", [False, True])
def test_labels_over_the_values_of_both_forms_of_study_as_text(repeated: bool) -> None:
    card = [[*row[:3], row[2] if repeated and not row[3] else row[3]] for row in CARD]
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Оптика»", "1. Опис навчальної дисципліни", card, language="uk"
    )
    found = {(r["activity"], r.get("mode")): r["hours"] for r in rows("workloads", made)}
    assert found["total", None] == 120
    assert (found["lecture", "денна"], found["self_study", "заочна"]) == (28, 114)
    assert rows("courses", made)[0]["semester"] == 5


def test_semesters_of_a_form_of_study_below_other_rows_of_its_card() -> None:
    card = [
        ["Найменування показників", ("денна форма", 1, 2), "заочна форма"],
        ["Кількість кредитів 4", ("Рік підготовки", 1, 3)],
        ["Модулів 2", ("2", 1, 3)],
        ["Індивідуальне завдання -", ("Семестр", 1, 3)],
        ["", "3", "4", "4"],
        ["", ("Лекції", 1, 3)],
        ["", "16 год.", "12 год.", "6 год."],
        ["Вид контролю", ("Вид контролю", 1, 3)],
        ["", "залік", "іспит", "іспит"],
    ]
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Оптика»", "1. Опис навчальної дисципліни", card, language="uk"
    )
    told = [(r.get("mode"), r["hours"]) for r in rows("workloads", made) if r["activity"] == "lecture"]
    assert told == [("денна", 16), ("денна", 12), ("заочна", 6)]
    (course,) = rows("courses", made)
    assert (course["semester"], course.get("control_form")) == ("3, 4", "залік, іспит")


def test_the_numbers_of_the_columns_of_a_plan_are_no_semesters() -> None:
    plan = [
        ["Назви тем", "Кількість годин", "", "", "", "", ""],
        ["", "денна форма", "", "", "заочна форма", "", ""],
        ["", "усього", "л", "с.р.", "усього", "л", "с.р."],
        ["1", "2", "3", "4", "5", "6", "7"],
        ["Тема 1. Промені", "30", "10", "20", "30", "2", "28"],
        ["Усього годин", "30", "10", "20", "30", "2", "28"],
    ]
    made = document("РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Оптика»", "4. Структура дисципліни", plan, language="uk")
    assert "semester" not in rows("courses", made)[0]


def test_heads_of_the_columns_of_each_form_of_study_are_no_labels_over_values() -> None:
    table = [
        ["Виды учебной работы", "Очная форма обучения", "", "Заочная форма обучения", ""],
        ["", "Всего часов", "Семестр 5", "Всего часов", "Семестр 7"],
        ["Аудиторные занятия, в том числе:", "48", "48", "12", "12"],
        ["Лекции", "32", "32", "8", "8"],
        ["Лабораторные работы", "16", "16", "4", "4"],
    ]
    made = document("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "«Оптика»", "3. Объем дисциплины", table, language="ru")
    assert not [r for r in rows("workloads", made) if r["activity"] == "total"]


@pytest.mark.parametrize("weeks", [(), ("16",), ("Кількість тижнів", "16")])
def test_weeks_below_a_semester_are_none(weeks: tuple[str, ...]) -> None:
    assert _semester_above_weeks((WEEKLY, "I курс", "2", *weeks)) == 2
