"""Lists of works with hours beside tables of lectures, works of study alone, aims in sentences and numbered tasks."""

import pytest

from tests.extraction_curriculum.paper import document, rows

LECTURES = [["№", "Тема лекції", "Години"], ["1", "Гірські породи", "4"], ["2", "Рельєф суходолу", "6"]]
PRACTICES = ("2. Практичні заняття", "1. Визначення мінералів – 4 год.", "2. Читання карти – 2 год.")


def test_lists_tell_the_hours_of_kinds_that_no_table_has() -> None:
    made = document("РОБОЧА ПРОГРАМА", "Геологія", "1. Теми лекцій", LECTURES, *PRACTICES, language="uk")
    assert [(r.get("activity"), r["title"], r["hours"]) for r in rows("topics", made)] == [
        ("lecture", "Гірські породи", 4),
        ("lecture", "Рельєф суходолу", 6),
        ("practice", "Визначення мінералів", 4),
        ("practice", "Читання карти", 2),
    ]


def test_a_list_without_hours_tells_no_topics_beside_tables() -> None:
    bare = [line.partition(" –")[0] for line in PRACTICES]
    made = document("РОБОЧА ПРОГРАМА", "Геологія", "1. Теми лекцій", LECTURES, *bare, language="uk")
    assert {r.get("activity") for r in rows("topics", made)} == {"lecture"}


def test_a_table_of_contents_tells_no_topics_twice() -> None:
    plan = [["№", "Раздел", "Лекции, час", "Практика, час"], ["1", "Породы", "4", "2"], ["2", "Рельеф", "6", "2"]]
    contents = [["№", "Раздел", "Содержание"], ["1", "Породы", "Минералы."], ["2", "Рельеф", "Горы и равнины."]]
    made = document("РАБОЧАЯ ПРОГРАММА", "Геология", "1. План", plan, "2. Содержание", contents, language="ru")
    assert all("hours" in r for r in rows("topics", made))


STUDY = [["№", "Вид роботи", "Денна", "Заочна"], ["1", "Підготовка до лекцій", "30", "40"],
         ["2", "Підготовка до екзамену", "20", "30"], ["", "Усього", "50", "70"]]  # fmt: skip


def test_works_of_study_alone_are_no_hours_of_an_examination() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА", "Геологія", "1. Загальна інформація", "Кількість годин: 90", "2. Самостійна робота", STUDY,
        language="uk",
    )  # fmt: skip
    assert [(r["activity"], r["hours"]) for r in rows("workloads", made)] == [("total", 90)]


@pytest.mark.parametrize(("figure", "told"), [("36", [36]), ("4", [])])
def test_a_row_of_an_examination_tells_its_hours_but_not_its_semester(figure: str, told: list[int]) -> None:
    card = [["Объём дисциплины", "Всего часов"], ["Общая трудоемкость дисциплины", "144"], ["лекции", "30"],
            ["Экзамен", figure]]  # fmt: skip
    made = document("РАБОЧАЯ ПРОГРАММА", "Геология", "3. Объем дисциплины", card, language="ru")
    assert [r["hours"] for r in rows("workloads", made) if r["activity"] == "exam"] == told


TASKS = ("1 Цели освоения дисциплины", "Целью освоения дисциплины является знание горных пород.", "Задачи:",
         "1. изучить минералы Урала;", "2. освоить чтение карты;", "3. научиться описывать рельеф.")  # fmt: skip


def test_tasks_numbered_anew_within_a_section_go_on() -> None:
    made = document("РАБОЧАЯ ПРОГРАММА", "Геология", *TASKS, "2 Место дисциплины", language="ru")
    assert [(r["kind"], r["text"]) for r in rows("outcomes", made)] == [
        ("objective", "знание горных пород."),
        ("objective", "изучить минералы Урала;"),
        ("objective", "освоить чтение карты;"),
        ("objective", "научиться описывать рельеф."),
    ]


def test_tasks_over_a_table_of_competences_with_a_caption_stay() -> None:
    coded = [["Код и название компетенции", "Индикаторы"], ["ОПК-2 Способен читать карты", "ОПК-2.1 Читает карты гор"]]
    made = document("РАБОЧАЯ ПРОГРАММА", "Геология", *TASKS, "Компетенции дисциплины", coded, language="ru")
    told = [r["text"] for r in rows("outcomes", made) if r["kind"] == "objective"]
    assert told[1:] == [line.partition(" ")[2] for line in TASKS[3:]]


@pytest.mark.parametrize(
    "words", ["Дисциплина изучается на 2 курсе в 3 семестре.", "Дисциплина изучается на 2 курсе, в 3 семестре."]
)
def test_the_semester_behind_the_year_of_study(words: str) -> None:
    made = document("РАБОЧАЯ ПРОГРАММА", "Б1.О.05 Геология", words, language="ru")
    assert [r.get("semester") for r in rows("courses", made)] == [3]


RATINGS = [["Бақылау түрі", "Максималды балл"], ["1-рейтинг", "100"], ["Эссе", "40"], ["Аралық тест", "60"],
           ["2-рейтинг", "100"], ["Жоба", "70"], ["Аралық тест", "30"]]  # fmt: skip


def test_a_figure_that_the_works_below_it_make_is_a_groups() -> None:
    made = document("СИЛЛАБУС", "Пән: OZh 2211 Геология", "5. Бағалау", RATINGS, language="kk")
    assert [(r["period"], r["title"], r["max_score"]) for r in rows("assessments", made)] == [
        ("1-рейтинг", "Эссе", 40),
        ("1-рейтинг", "Аралық тест", 60),
        ("2-рейтинг", "Жоба", 70),
        ("2-рейтинг", "Аралық тест", 30),
    ]


def test_works_whose_figures_make_no_others_stand_alone() -> None:
    alone = [RATINGS[0], ["Эссе", "20"], ["Жоба", "30"], ["Аралық тест", "50"]]
    made = document("СИЛЛАБУС", "Пән: OZh 2211 Геология", "5. Бағалау", alone, language="kk")
    assert [r.get("period") for r in rows("assessments", made)] == [None, None, None]


@pytest.mark.parametrize(
    ("line", "code", "name"),
    [("Пән: OZh 2211 Геология", "OZh 2211", "Геология"), ("Пән: Жалпы геология 2", None, "Жалпы геология 2")],
)
def test_a_catalogue_code_stands_before_the_name(line: str, code: str | None, name: str) -> None:
    made = document("СИЛЛАБУС", line, "Кредит саны: 5", language="kk")
    assert [(r.get("code"), r["name"]) for r in rows("courses", made)] == [(code, name)]


def test_sums_stand_for_scores_that_words_explain() -> None:
    works = [["Учебная работа (виды)", "Сумма баллов", "Баллы"], ["Отчеты", "60", "6 баллов за отчет"],
             ["Реферат", "40", "20 – 40 баллов"]]  # fmt: skip
    made = document("РАБОЧАЯ ПРОГРАММА", "Геология", "5. Порядок оценивания", works, language="ru")
    assert [(r["title"], r["max_score"]) for r in rows("assessments", made)] == [("Отчеты", 60), ("Реферат", 40)]


def test_outcomes_led_to_with_a_clause_are_the_programmes() -> None:
    coded = [["Код", "Результат навчання"], ["РН 5", "Вибирати породи для будівництва доріг."]]
    lead = "Програмні результати навчання, яким відповідає дисципліна:"
    made = document("РОБОЧА ПРОГРАМА", "Геологія", "2. Мета та результати навчання", lead, coded, language="uk")
    assert [(r["code"], r["kind"]) for r in rows("outcomes", made)] == [("РН 5", "programme_outcome")]


def test_tasks_of_one_student_are_no_aims() -> None:
    made = document("РОБОЧА ПРОГРАМА", "Геологія", "6. Індивідуальні завдання", "1. Опис кар’єру міста.", language="uk")
    assert rows("outcomes", made) == []


@pytest.mark.parametrize(("forms", "told"), [("денна/заочна", [6, 4]), ("план/факт", [])])
def test_hours_of_two_forms_of_study_in_a_cell_are_the_firsts(forms: str, told: list[int]) -> None:
    plan = [["№", "Тема", f"Лекції ({forms})", f"Практичні ({forms})"], ["1", "Породи", "6/2", "4/–"]]
    made = document("РОБОЧА ПРОГРАМА", "Геологія", "3. Тематичний план", plan, language="uk")
    assert [r["hours"] for r in rows("topics", made) if "hours" in r] == told
