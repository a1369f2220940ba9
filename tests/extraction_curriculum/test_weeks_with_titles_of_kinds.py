"""Weeks that hold titles of several kinds of class beside each other, and labels of Russian and Kazakh syllabi."""

import pytest

from extractors.curriculum.heads import Column
from extractors.curriculum.hours.side_by_side import told_kind
from tests.extraction_curriculum.paper import Cell, document, rows

WEEKS: list[list[Cell]] = [
    ["Апта", "Дәріс тақырыбы", "сағ", "Тәжірибелік сабақ тақырыбы", "сағ", "Зертханалық жұмыс тақырыбы", "сағ"],
    ["1", "Топырақ түзілуі", "1", "Үлгі алу", "2", "Ылғалдылық", "1"],
    ["2", "Гумус", "1", "Карта оқу", "2", "Тығыздық", "1"],
    ["3", "Эрозия", "1", "Жоспар құру", "2", "Қышқылдық", "1"],
]


def test_each_title_of_a_week_has_its_kind_and_the_hours_behind_it() -> None:
    made = document("СИЛЛАБУС\nТопырақтану", WEEKS, language="kk")
    told = [(r["week"], r["activity"], r["title"], r["hours"]) for r in rows("topics", made)]
    assert sorted(told)[:3] == [
        ("1", "laboratory", "Ылғалдылық", 1), ("1", "lecture", "Топырақ түзілуі", 1), ("1", "practice", "Үлгі алу", 2),
    ]  # fmt: skip
    assert len(told) == 9


@pytest.mark.parametrize(
    ("head", "kind"),
    [("Тема практического занятия", "practice"), ("Тема лабораторного заняття", "laboratory"), ("Тема занятия", None)],
)
def test_heads_of_titles_tell_the_kind_of_class(head: str, kind: str | None) -> None:
    assert told_kind(Column(0, "topic", (head,))) == kind


def test_names_of_steps_in_quotes_make_a_scale() -> None:
    table: list[list[Cell]] = [
        ["Шкала оценивания", "", "Уровень"],
        ["80 – 100 баллов", "«отлично»", "Высокий"],
        ["60 – 79 баллов", "«хорошо»", "Средний"],
        ["40 – 59 баллов", "«удовлетворительно»", "Базовый"],
        ["менее 40 баллов", "«неудовлетворительно»", "Нет"],
    ]
    made = document("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ\nЛогика", table, language="ru")
    assert [r["min_percent"] for r in rows("grades", made) if r.get("min_percent")] == [80, 60, 40]


def test_the_form_of_control_stands_under_a_label_that_ends_in_its_word() -> None:
    table: list[list[Cell]] = [
        ["Показатели объема дисциплины", "Всего часов по формам обучения", ""],
        ["", "очная", "заочная"],
        ["Объем дисциплины в зачетных единицах", "3 ЗЕТ", ""],
        ["Объем дисциплины в акад. часах", "108", "108"],
        ["Промежуточная аттестация: форма", "экзамен", "экзамен"],
        ["лекции", "18", "6"],
        ["практические занятия", "36", "8"],
    ]
    made = document("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ\nЛогика", table, language="ru")
    (course,) = rows("courses", made)
    assert (course["credits"], course["control_form"]) == (3, "экзамен")
    assert {r["hours"] for r in rows("workloads", made) if r["activity"] == "total"} == {108}


def test_letters_with_their_bounds_in_one_cell() -> None:
    table: list[list[Cell]] = [
        ["Оцінка за національною шкалою", ("Оцінка за шкалою ECTS", 1, 2)],
        ["", "Оцінка (бали)", "Пояснення за розширеною шкалою"],
        ["Відмінно", "A (91-100)", "відмінно"],
        ["Добре", "B (81-90)", "дуже добре"],
        ["", "C (71-80)", "добре"],
        ["Незадовільно", "F (0-70)", "незадовільно"],
    ]
    made = document("СИЛАБУС\nЛогіка", table, language="uk")
    assert [(r["letter"], r["min_percent"], r["max_percent"]) for r in rows("grades", made)] == [
        ("A", 91, 100), ("B", 81, 90), ("C", 71, 80), ("F", 0, 70),
    ]  # fmt: skip
