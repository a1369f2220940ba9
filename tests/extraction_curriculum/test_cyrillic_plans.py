"""Plans of courses as Ukrainian and Russian institutions print them, and work programmes laid out in tables."""

from tests.extraction_curriculum.paper import document, rows


def _plan(*lines: list) -> object:
    head = ["№ з/п", "Назва навчальної дисципліни", "Кредити ЄКТС", "залік", "екзамен", "Кількість годин"]
    return document("НАВЧАЛЬНИЙ ПЛАН", "Спеціальність: 073 Менеджмент", [head, *lines], language="uk", kind="plan")


def test_numbers_of_a_plan_without_codes_are_its_codes() -> None:
    plan = _plan(
        ["1.1", "Філософія науки", "4", "З", "", "120"],
        ["1.2", "Фахова мова", "4", "", "Е", "120"],
        ["2.1", "Освітня політика", "5", "ДЗ", "", "150"],
    )
    assert [(r["code"], r["control_form"]) for r in rows("courses", plan)] == [
        ("1.1", "залік"),
        ("1.2", "екзамен"),
        ("2.1", "диференційований залік"),
    ]


def test_numbers_that_begin_again_are_joined_to_their_part() -> None:
    plan = _plan(
        [("1. НОРМАТИВНІ ДИСЦИПЛІНИ", 1, 6)],
        ["1", "Ділова мова", "3", "+", "", "90"],
        ["2", "Методологія досліджень", "4", "", "+", "120"],
        [("2. ДИСЦИПЛІНИ ВІЛЬНОГО ВИБОРУ", 1, 6)],
        ["1", "Дисципліна за вибором", "6", "+", "", "180"],
    )
    assert [(r["code"], r["component"]) for r in rows("courses", plan)] == [
        ("1.1", "НОРМАТИВНІ ДИСЦИПЛІНИ"),
        ("1.2", "НОРМАТИВНІ ДИСЦИПЛІНИ"),
        ("2.1", "ДИСЦИПЛІНИ ВІЛЬНОГО ВИБОРУ"),
    ]


def test_semesters_stand_above_their_weeks_or_under_credits() -> None:
    head = [
        [("Индекс", 2, 1), ("Наименование", 2, 1), ("з.е.", 2, 1), ("з.е. по семестрам", 1, 2)],
        ["Сем. 1", "Сем. 2"],
    ]
    parts = [[("Б1 Дисциплины (модули)", 1, 5)], [("Б1.В Часть, формируемая участниками", 1, 5)]]
    plan = document(
        "УЧЕБНЫЙ ПЛАН", [*head, *parts, ["Б1.В.01", "Базы данных", "6", "", "6"]], language="ru", kind="plan"
    )
    (course,) = rows("courses", plan)
    assert (course["semester"], course["cycle"], course["component"]) == (
        2,
        "Дисциплины (модули)",
        "Часть, формируемая участниками",
    )


def test_two_labels_on_a_line_and_hours_beside_credits() -> None:
    card = document(
        "СИЛАБУС",
        "«МАШИННЕ НАВЧАННЯ»",
        "Спеціальність: 122 Комп’ютерні науки    Форма навчання: денна",
        "Обсяг дисципліни: 4 кредити ЄКТС / 120 годин",
        "Лекції: 16 год.",
        language="uk",
    )
    (programme,) = rows("programmes", card)
    assert (programme["name"], programme["mode"]) == ("Комп’ютерні науки", "денна")
    assert ("total", 120) in [(r["activity"], r["hours"]) for r in rows("workloads", card)]


def test_the_same_title_stands_twice_in_one_plan() -> None:
    head = ["Код занятия", "Наименование разделов и тем", "Часов"]
    body = [["1.1", "Подготовка к занятиям (Ср).", "4"], ["1.2", "Структуры данных (Лек). Стеки.", "2"]]
    plan = document("РАБОЧАЯ ПРОГРАММА", [head, *body, ["2.1", "Подготовка к занятиям (Ср).", "5"]], language="ru")
    found = [(r["activity"], r["hours"]) for r in rows("topics", plan)]
    assert found == [("self_study", 4), ("lecture", 2), ("self_study", 5)]


def test_an_approval_ends_the_list_of_sources() -> None:
    syllabus = document(
        "СИЛАБУС",
        "«ЕКОЛОГІЯ»",
        "Рекомендована література",
        "1. Бровдій В. М. Екологія. Київ, 2020. 184 с.",
        "Затверджено на засіданні кафедри екології (протокол № 2 від 04 вересня 2023 р.)",
        language="uk",
    )
    assert [r["text"] for r in rows("bibliography", syllabus)] == ["Бровдій В. М. Екологія. Київ, 2020. 184 с."]
