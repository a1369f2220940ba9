"""Ukrainian plans and work programmes: cycles numbered without a stop, rows that number columns, makers in capitals."""

from tests.extraction_curriculum.paper import document, rows


def test_a_cycle_whose_number_has_no_stop_stands_below_its_part() -> None:
    plan = [
        ["Код", "Назва дисципліни", "Кредити"],
        [("1. Обов’язкові компоненти", 1, 3)],
        [("1.1 Цикл загальної підготовки", 1, 3)],
        ["ОК 1", "Філософія", "3"],
        [("1.2 Цикл професійної підготовки", 1, 3)],
        ["ОК 2", "Картографія", "5"],
    ]
    found = rows("courses", document("НАВЧАЛЬНИЙ ПЛАН", plan, kind="plan", language="uk"))
    assert [(r["cycle"], r["component"]) for r in found] == [
        ("Цикл загальної підготовки", "Обов’язкові компоненти"),
        ("Цикл професійної підготовки", "Обов’язкові компоненти"),
    ]


def test_a_row_that_numbers_the_columns_tells_no_hours() -> None:
    plan = [
        [("Назви тем", 3, 1), ("Кількість годин", 1, 6)],
        [("денна форма", 1, 3), ("заочна форма", 1, 3)],
        ["усього", "л", "с.р.", "усього", "л", "с.р."],
        ["1", "2", "3", "4", "5", "6", "7"],
        ["Тема 1. Карта", "12", "4", "8", "12", "1", "11"],
        ["Тема 2. Масштаб", "18", "6", "12", "18", "1", "17"],
        ["Усього годин", "30", "10", "20", "30", "2", "28"],
    ]
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "4. Структура дисципліни", plan, kind="syllabus", language="uk"
    )
    assert not {r["hours"] for r in rows("workloads", made)} & {2, 5}


def test_makers_whose_surnames_are_in_capitals_stand_before_their_offices() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
        "Розробники: ТИХА Олена, доцент кафедри картографії; Іван ЛУГОВИЙ, асистент кафедри картографії.",
        "1. Опис навчальної дисципліни",
        kind="syllabus",
        language="uk",
    )
    found = [(r["name"], r["role"]) for r in rows("people", made)]
    assert found == [("ТИХА Олена", "доцент кафедри картографії"), ("Іван ЛУГОВИЙ", "асистент кафедри картографії")]


def test_a_code_of_letters_and_three_figures_names_an_english_course() -> None:
    made = document("Maps 214 – Reading Old Charts", "Course Syllabus", "Credit: 3", kind="syllabus", language="en")
    (course,) = rows("courses", made)
    assert (course["code"], course["name"], course["credits"]) == ("Maps 214", "Reading Old Charts", 3)


def test_hours_of_semesters_beside_their_sum_are_told_once() -> None:
    table = [
        ["Вид работы", "Всего часов", "4", "5"],
        ["Лекции", "34", "18", "16"],
        ["Лабораторные работы", "70,5", "36", "34,5"],
        ["Самостоятельная работа", "94", "54", "40"],
    ]
    head = ("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "Б1.О.19 Ботаника", "4. Объем дисциплины")
    found = rows("workloads", document(*head, table, kind="syllabus", language="ru"))
    assert [(r["activity"], r["hours"]) for r in found] == [("lecture", 34), ("laboratory", 70.5), ("self_study", 94)]


def test_an_index_before_the_name_of_a_course_is_its_code() -> None:
    card = [["Дисциплина", "Б1.О.19 МИКОЛОГИЯ РАСТЕНИЙ"], ["Форма обучения", "Очная"]]
    made = document("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", card, kind="syllabus", language="ru")
    (course,) = rows("courses", made)
    assert (course["code"], course["name"]) == ("Б1.О.19", "МИКОЛОГИЯ РАСТЕНИЙ")


def test_the_list_of_components_states_no_outcomes() -> None:
    card = [[("7 – Програмні результати навчання", 1, 2)], ["ПРН1", "Малювати карту місцевості."]]
    plan = [["Код", "Назва", "Кредити"], [("Обов’язкові компоненти", 1, 3)], ["ОК1", "Картографія", "4"]]
    section = "2. Перелік компонентів освітньо-професійної програми"
    made = document("ОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА", card, section, plan, kind="programme", language="uk")
    assert [r["text"] for r in rows("outcomes", made)] == ["Малювати карту місцевості."]


def test_numbers_that_count_on_below_a_part_without_one_are_those_of_the_part_above() -> None:
    plan = [
        ["№", "Назва дисципліни", "Кредити", "Годин усього"],
        [("I. Нормативна частина", 1, 4)],
        ["1", "Картографія", "4", "120"],
        ["2", "Топографія", "5", "150"],
        [("Практична підготовка", 1, 4)],
        ["3", "Польова практика", "6", "180"],
        [("II. Варіативна частина", 1, 4)],
        ["1", "Історія карт", "3", "90"],
        [("Дисципліни вибору студента", 1, 4)],
        ["1", "Креслення", "3", "90"],
    ]
    found = rows("courses", document("НАВЧАЛЬНИЙ ПЛАН", plan, kind="plan", language="uk"))
    codes = {r["name"]: r.get("code") for r in found}
    assert [codes[name] for name in ("Картографія", "Топографія", "Польова практика")] == ["I.1", "I.2", "I.3"]
    assert (codes["Історія карт"], codes.get("Креслення")) == ("II.1", None)


def test_cycles_in_capitals_behind_a_bare_figure() -> None:
    plan = [["Код", "Назва дисципліни", "Кредити"]]
    for n, name in enumerate(("ЗАГАЛЬНОЇ ПІДГОТОВКИ", "ПРОФЕСІЙНОЇ ПІДГОТОВКИ", "ВИБІРКОВИХ КОМПОНЕНТІВ"), 1):
        plan += [[(f"{n} ЦИКЛ {name}", 1, 3)], [f"ОК {n}", "Гідрологія", "4"]]
    found = rows("courses", document("НАВЧАЛЬНИЙ ПЛАН", plan, language="uk", kind="plan"))
    cycles = ["ЦИКЛ ЗАГАЛЬНОЇ ПІДГОТОВКИ", "ЦИКЛ ПРОФЕСІЙНОЇ ПІДГОТОВКИ", "ЦИКЛ ВИБІРКОВИХ КОМПОНЕНТІВ"]
    assert [row["cycle"] for row in found] == cycles


def test_a_course_in_capitals_with_an_exam_is_no_cycle():
    plan = [["№", "Назва дисципліни", "Семестр екзамену", "Кредити"], ["1", "ЦИКЛ ФАХОВОЇ ПІДГОТОВКИ", "", "9"]]
    plan += [["1.1", "Гідрологія", "1", "4"], ["1.2", "МЕТОДИ ЗЙОМКИ", "2", "5"]]
    found = rows("courses", document("НАВЧАЛЬНИЙ ПЛАН", plan, language="uk", kind="plan"))
    cycle = "ЦИКЛ ФАХОВОЇ ПІДГОТОВКИ"
    assert [(r["code"], r["name"], r["cycle"]) for r in found] == [
        ("1.1", "Гідрологія", cycle), ("1.2", "МЕТОДИ ЗЙОМКИ", cycle),
    ]  # fmt: skip
