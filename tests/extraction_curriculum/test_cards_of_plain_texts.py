"""Cards, scores and plans whose merged cells a plain text leaves over the first of their columns, and their kin."""

import pytest

from extractors.reading.files.plain import pages_of
from models.page import Grid
from tests.extraction_curriculum.paper import document, rows

_HEAD = ("РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "Назва дисципліни: Гідрологія", "1. Опис навчальної дисципліни")


def test_labels_over_both_forms_of_study_stand_over_the_first() -> None:
    card = [
        ["Найменування показників", "Розподіл годин", ""],
        ["", "Денна форма навчання", "Заочна форма навчання"],
        ["Кількість кредитів – 3", "Семестр:", ""],
        ["", "4-й", "4-й"],
        ["Кількість модулів – 2", "Лекції:", ""],
        ["", "18 год.", "4 год."],
        ["Тижневих годин – 3", "Лабораторні", ""],
        ["", "16 год.", "6 год."],
        ["Вид контролю: залік", "Самостійна робота:", ""],
        ["", "56 год.", "80 год."],
    ]
    found = rows("workloads", document(*_HEAD, card, kind="syllabus", language="uk"))
    assert {(r["activity"], r.get("mode"), r["hours"]) for r in found} == {
        ("lecture", "денна", 18),
        ("lecture", "заочна", 4),
        ("laboratory", "денна", 16),
        ("laboratory", "заочна", 6),
        ("self_study", "денна", 56),
        ("self_study", "заочна", 80),
    }


def test_scores_beside_two_rows_stand_in_the_first_of_them() -> None:
    table = [
        ["Поточний контроль", "", "", "", "Тест", "Сума"],
        ["Змістовий модуль 1", "", "Змістовий модуль 2", "", "", ""],
        ["Т1", "Т2", "Т3", "Т4", "40", "100"],
        ["10", "20", "10", "20", "", ""],
    ]
    made = document(*_HEAD, "8. Розподіл балів", table, kind="syllabus", language="uk")
    assert [(r["title"], r["max_score"], r.get("period")) for r in rows("assessments", made)] == [
        ("Т1", 10, "Змістовий модуль 1"),
        ("Т2", 20, "Змістовий модуль 1"),
        ("Т3", 10, "Змістовий модуль 2"),
        ("Т4", 20, "Змістовий модуль 2"),
        ("Тест", 40, None),
    ]


@pytest.mark.parametrize("whole", ["100", "90"])
def test_points_without_a_head_are_told_where_their_sum_is_a_hundred(whole: str) -> None:
    table = [["Робота на семінарах", "45"], ["Есе про річку", "25"], ["Тестування", "30"], ["Разом", whole]]
    made = document(*_HEAD, "5. Система оцінювання", table, kind="syllabus", language="uk")
    told = [(r["title"], r["max_score"]) for r in rows("assessments", made)]
    expected = [("Робота на семінарах", 45), ("Есе про річку", 25), ("Тестування", 30)]
    assert told == (expected if whole == "100" else [])


def test_hours_of_the_second_form_of_study_below_each_kind_are_no_topics() -> None:
    plan = [
        [("№", 3, 1), ("Тема", 3, 1), ("Кількість годин", 1, 4)],
        [("лекції", 1, 2), ("самостійна робота", 1, 2)],
        ["д/ф", "з/ф", "д/ф", "з/ф"],
        ["1", "Береги річок", "4", "1", "10", "14"],
        ["2", "Русла річок", "6", "2", "12", "17"],
    ]
    made = document(*_HEAD, "4. Тематичний план", plan, kind="syllabus", language="uk")
    told = [(r["title"], r["activity"], r["hours"]) for r in rows("topics", made)]
    assert sorted(told) == [
        ("Береги річок", "lecture", 4),
        ("Береги річок", "self_study", 10),
        ("Русла річок", "lecture", 6),
        ("Русла річок", "self_study", 12),
    ]


@pytest.mark.parametrize(("hours", "kept"), [("4", 0), ("5", 2)])
def test_a_plan_of_seminars_tells_the_hours_of_a_column_of_practice(hours: str, kept: int) -> None:
    plan = [["Назви тем", "л", "п"], ["Тема 1. Гирла", "4", "2"], ["Тема 2. Витоки", "4", "4"]]
    listed = [["№", "Назва теми", "Години"], ["1", "Дельти", "2"], ["2", "Джерела", hours]]
    head = (*_HEAD, "4. Структура дисципліни", plan, "5. Теми семінарських занять", listed)
    found = rows("topics", document(*head, kind="syllabus", language="uk"))
    assert sum(r["activity"] == "practice" for r in found) == kept


def test_the_inner_sum_of_classes_is_no_whole() -> None:
    table = [
        [("Форма навчання", 2, 1), ("Усього годин", 2, 1), ("аудиторних", 1, 3), ("Самостійна робота", 2, 1)],
        ["Разом", "Лекції", "Практичні"],
        ["Денна", "90", "30", "14", "16", "60"],
        ["Заочна", "90", "12", "6", "6", "78"],
    ]
    found = rows("workloads", document(*_HEAD, "Розподіл часу", table, kind="syllabus", language="uk"))
    assert [(r["mode"], r["hours"]) for r in found if r["activity"] == "total"] == [("денна", 90), ("заочна", 90)]


@pytest.mark.parametrize(
    ("exam", "semester", "form"),
    [("І", 1, "іспит"), ("I, ІІІ", "1, 3", "іспит"), ("4", 4, "іспит"), ("V", None, "іспит")],
)
def test_semesters_of_exams_may_be_roman(exam: str, semester: object, form: str) -> None:
    plan = [["Код", "Назва дисципліни", "іспит", "залік", "Кредити"], ["ОК 1", "Гідрологія", exam, "", "4"]]
    (course,) = rows("courses", document("НАВЧАЛЬНИЙ ПЛАН", plan, kind="plan", language="uk"))
    assert (course.get("semester"), course.get("control_form")) == (semester, form)


def test_a_code_may_stand_behind_what_an_outcome_says() -> None:
    table = [
        ["Програмні результати навчання", "Шифр ПРН"],
        ["Описувати будову річкових долин", "ПРН 02"],
        ["Вимірювати витрати води в руслах", "ПРН 07"],
    ]
    found = rows("outcomes", document(*_HEAD, "4. Результати навчання", table, kind="syllabus", language="uk"))
    assert [(r["code"], r["text"]) for r in found] == [
        ("ПРН 02", "Описувати будову річкових долин"),
        ("ПРН 07", "Вимірювати витрати води в руслах"),
    ]


def test_a_sentence_before_the_first_code_names_no_course() -> None:
    said = "Передумовами вивчення дисципліни є опанування таких дисциплін: ОК 2 Метеорологія, ОК 6 Загальна гідрологія."
    made = document(*_HEAD, "3. Передумови для вивчення дисципліни", said, kind="syllabus", language="uk")
    assert [(r["name"], r["code"]) for r in rows("course_relations", made)] == [
        ("Метеорологія", "ОК 2"),
        ("Загальна гідрологія", "ОК 6"),
    ]


def test_figures_below_numbered_works_are_no_rest_of_their_codes() -> None:
    (page,) = pages_of("Т1\tТ2\t30\n5\t6\t\n")
    (grid,) = page.blocks
    assert isinstance(grid, Grid) and {cell.row for cell in grid.cells} == {0, 1}


def test_what_is_learnt_is_read_beside_means_of_control() -> None:
    table = [
        [
            "Планируемые результаты освоения программы (код и содержание компетенции)",
            "Наименование индикатора",
            "Планируемые результаты обучения по дисциплине",
            "Оценочные средства",
        ],
        ["ОПК-2. Способен ставить опыты", "ОПК-2.1. Собирает прибор по схеме", "Знать: строение прибора", "отчет"],
    ]
    made = document(
        "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "Б1.О.07 Физика", "1.2. Результаты", table, kind="syllabus", language="ru"
    )
    found = {(r["kind"], r.get("code")) for r in rows("outcomes", made)}
    assert found == {("programme_outcome", "ОПК-2"), ("indicator", "ОПК-2.1"), ("course_outcome", None)}
