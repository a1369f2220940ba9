"""Work programmes that shorten the forms of study in their heads and count modules in a column of codes."""

from tests.extraction_curriculum.paper import Cell, document, rows

TITLE = ("РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Гідравліка русел»")


def test_short_forms_of_study_over_semesters() -> None:
    table: list[list[Cell]] = [
        [("Найменування показників", 3, 1), ("Всього", 1, 2), ("Розподіл по семестрах", 1, 4)],
        [("ДФН", 2, 1), ("ЗФН", 2, 1), ("Семестр 3", 1, 2), ("Семестр 4", 1, 2)],
        ["ДФН", "ЗФН", "ДФН", "ЗФН"],
        ["Кількість кредитів ЄКТС", "3", "3", "3", "", "", "3"],
        ["Загальний обсяг часу, год", "90", "90", "90", "", "", "90"],
        ["– лекційні заняття", "20", "6", "20", "", "", "6"],
        ["– лабораторні заняття", "16", "4", "16", "", "", "4"],
        ["Самостійна робота, год, у т. ч.:", "54", "80", "54", "", "", "80"],
    ]
    made = document(*TITLE, table, language="uk")
    hours = {(r["activity"], str(r["mode"])[0]): r["hours"] for r in rows("workloads", made)}
    assert (hours["lecture", "д"], hours["lecture", "з"]) == (20, 6)
    assert (hours["total", "з"], hours["self_study", "з"]) == (90, 80)


def test_titles_stand_under_the_name_of_their_kind_and_modules_are_no_topics() -> None:
    lectures: list[list[Cell]] = [
        [("Шифр", 2, 1), ("Назви модулів і тем", 2, 1), ("Обсяг годин", 1, 2)],
        ["ДФН", "ЗФН"],
        ["ЗМ 1", "Русла рівнинних річок", "10", "4"],
        ["Т 1.1", "Форми русел", "4", "2"],
        ["Т 1.2", "Рух наносів", "6", "2"],
    ]
    works: list[list[Cell]] = [
        [("Шифр", 2, 1), ("Теми лабораторних занять", 2, 1), ("Обсяг годин", 1, 2)],
        ["ДФН", "ЗФН"],
        ["Л 1", "Вимірювання швидкості течії", "8", "2"],
        ["Л 2", "Побудова поперечника русла", "8", "2"],
        ["", "Усього", "16", "4"],
    ]
    made = document(*TITLE, "Теми лекційних занять", lectures, "Теми лабораторних занять", works, language="uk")
    assert [(r["activity"], r["title"], r["hours"]) for r in rows("topics", made)] == [
        ("lecture", "Форми русел", 4),
        ("lecture", "Рух наносів", 6),
        ("laboratory", "Вимірювання швидкості течії", 8),
        ("laboratory", "Побудова поперечника русла", 8),
    ]


def test_words_between_the_forms_of_study_stop_nothing() -> None:
    table: list[list[Cell]] = [
        ["Показник", "Денна", "Примітка", ("", 1, 2), "Заочна"],
        ["Лекції", "20", "за розкладом", "", "", "6"],
        ["Лабораторні заняття", "16", "", "", "", "4"],
    ]
    assert rows("workloads", document(*TITLE, table, language="uk"))
