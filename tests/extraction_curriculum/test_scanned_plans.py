"""Plans of courses as scans give them: heads misread, weeks below semesters, parts in Cyrillic Roman numbers."""

import pytest

from extractors.curriculum import figures
from tests.extraction_curriculum.paper import document, rows

TITLE = "НАВЧАЛЬНИЙ ПЛАН"
HEAD = [
    [
        ("№ з/п", 4, 1), ("Назва навчальної дисципліни", 4, 1), ("Кількість кредитів ЄКТС", 4, 1),
        ("Кількість годин", 1, 3), ("Розподіл годин на тиждень", 1, 2),
    ],
    [("загальний обсяг", 3, 1), ("лекції", 3, 1), ("самостійна робота", 3, 1), ("I курс", 1, 2)],
    [("семестри", 1, 2)],
    ["1", "2"],
]  # fmt: skip
COURSES = [
    ["ОК 1", "Історія мистецтв", "4", "120", "30", "90", "2", ""],
    ["ОК 2", "Рисунок", "5", "150", "20", "130", "", "1"],
    ["ОК 3", "Живопис", "6", "180", "40", "140", "2", "1"],
    ["ОК 4", "Скульптура", "3", "90", "20", "70", "", "2"],
]


def plan(first_head: str = "№ з/п", weeks: tuple[str, str] | None = None, part: str = "") -> list[list]:
    head = [[(first_head, 4, 1), *HEAD[0][1:]], *HEAD[1:]]
    if weeks:
        head = [[(words, 5, wide) if high == 4 else (words, high, wide) for words, high, wide in head[0]], *head[1:]]
        head[1] = [(words, 4 if high == 3 else high, wide) for words, high, wide in head[1]]
        head.append(list(weeks))
    return [*head, *([[(part, 1, 8)]] if part else []), *COURSES]


def courses(made: list[list]) -> list[dict]:
    return rows("courses", document(TITLE, made, language="uk", kind="plan"))


def test_weeks_below_the_numbers_of_semesters_are_no_semesters() -> None:
    assert [r["semester"] for r in courses(plan(weeks=("15", "14")))] == [1, 2, "1, 2", 2]


def test_codes_whose_head_was_misread_are_those_before_the_names() -> None:
    made = document(TITLE, plan("В уп"), language="uk", kind="plan")
    assert [r.get("code") for r in rows("courses", made)] == ["ОК 1", "ОК 2", "ОК 3", "ОК 4"]
    assert ("ОК 2", "lecture", 20) in [(r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", made)]


@pytest.mark.parametrize("number", ["І", "ІІ", "П", "Ш"])
def test_a_roman_number_in_cyrillic_letters_is_no_part_of_the_name(number: str) -> None:
    assert {r["component"] for r in courses(plan(part=f"{number}. ВИБІРКОВА ЧАСТИНА"))} == {"ВИБІРКОВА ЧАСТИНА"}


def test_a_code_and_a_name_with_a_bar_for_their_rule_are_two() -> None:
    made = plan()
    made[-2][:2] = [("ОК 3 | Живопис", 1, 2)]
    made[-2][0] = ("ОК3 | Живопис", 1, 2)
    assert ("ОК3", "Живопис") in [(r.get("code"), r["name"]) for r in courses(made)]


def test_a_block_with_its_sums_heads_what_stands_below_it() -> None:
    made = [
        ["Индекс", "Наименование", "Зачеты", "з.е.", "Часов", "Лекции", "Самост. работа"],
        [("Блок 1. Дисциплины (модули)", 1, 2), "", "9", "324", "60", "264"],
        ["Б1.О.01", "Акустика", "1", "4", "144", "30", "114"],
        ["Б1.О.02", "Сольфеджио", "2", "5", "180", "30", "150"],
        [("Блок 2. Практика", 1, 2), "", "6", "216", "", "216"],
        ["Б2.О.01(У)", "Ознакомительная практика", "2", "6", "216", "", "216"],
    ]
    found = rows("courses", document("УЧЕБНЫЙ ПЛАН", made, language="ru", kind="plan"))
    assert [(r["code"], r["cycle"][:6]) for r in found] == [
        ("Б1.О.01", "Блок 1"), ("Б1.О.02", "Блок 1"), ("Б2.О.01(У)", "Блок 2"),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("printed", "years"), [("З роки 10 місяців", 3.83), ("З року в рік", None), ("2 роки 9 місяців", 2.75)]
)
def test_a_three_read_as_its_letter_counts_years(printed: str, years: float | None) -> None:
    assert figures.years(printed) == years


def test_heads_of_three_levels_in_plain_text_lie_below_each_other() -> None:
    made = [
        [
            "Код",
            "Навчальні дисципліни",
            "Кредити ЄКТС",
            "Кількість годин",
            "",
            "",
            "",
            "Розподіл кредитів за семестрами",
            "",
        ],
        ["", "", "", "Усього", "Аудиторні", "", "СРС", "1", "2"],
        ["", "", "", "", "Лк", "Пр/сем", "", "", ""],
        ["ОК 1", "Ботаніка", "3", "90", "14", "26", "50", "3", ""],
        ["ОК 2", "Зоологія", "4", "120", "16", "24", "80", "", "4"],
    ]
    paper = document(TITLE, made, language="uk", kind="plan")
    assert [r["semester"] for r in rows("courses", paper)] == [1, 2]
    hours = [(r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", paper)]
    assert hours[:4] == [
        ("ОК 1", "total", 90),
        ("ОК 1", "lecture", 14),
        ("ОК 1", "practice", 26),
        ("ОК 1", "self_study", 50),
    ]


def test_the_row_over_electives_of_which_one_is_taken_is_no_course() -> None:
    made = [
        ["Индекс", "Наименование", "Зачеты", "з.е.", "Часов", "Лекции", "Самост. работа"],
        ["Б1.В.01", "Акустика", "1", "4", "144", "30", "114"],
        ["Б1.В.ДВ.02", "Дисциплины (модули) по выбору 2", "2", "3", "108", "", ""],
        ["Б1.В.ДВ.02.01", "Органология", "2", "3", "108", "20", "88"],
        ["Б1.В.ДВ.02.02", "Хороведение", "2", "3", "108", "20", "88"],
    ]
    found = rows("courses", document("УЧЕБНЫЙ ПЛАН", made, language="ru", kind="plan"))
    assert [r["code"] for r in found] == ["Б1.В.01", "Б1.В.ДВ.02.01", "Б1.В.ДВ.02.02"]


def test_two_semesters_with_a_comma_are_no_decimal() -> None:
    made = [
        ["Шифр", "Назва компонента", "Семестр", "Кредити ECTS"],
        ["ОК 1", "Герменевтика", "1,2", "5"],
        ["ОК 2", "Риторика", "3", "4"],
    ]
    assert [r["semester"] for r in courses(made)] == ["1,2", 3]
