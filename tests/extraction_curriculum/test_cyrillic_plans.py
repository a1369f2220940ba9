"""Plans of courses as Ukrainian and Russian institutions print them, and work programmes laid out in tables."""

from extractors.curriculum import figures
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


def test_names_of_columns_below_a_row_that_groups_them() -> None:
    head = [
        ["-", "-", "-", ("Форма контроля", 1, 2), "з.е.", ("Итого акад. часов", 1, 4)],
        ["Считать в плане", "Индекс", "Наименование", "Экзамен", "Зачет", "Экспертное", "По плану", "Лек", "Пр", "СР"],
    ]
    row = ["+", "Б1.В.04", "Теплотехника", "", "5", "4", "144", "18", "36", "90"]
    plan = document("УЧЕБНЫЙ ПЛАН", [*head, [("Блок 1. Дисциплины (модули)", 1, 10)], row], language="ru", kind="plan")
    (course,) = rows("courses", plan)
    assert (course["code"], course["credits"], course["semester"], course["control_form"]) == (
        "Б1.В.04",
        4,
        5,
        "зачет",
    )
    hours = {r["activity"]: r["hours"] for r in rows("workloads", plan)}
    assert hours == {"total": 144, "lecture": 18, "practice": 36, "self_study": 90}


def test_years_and_months_in_single_letters() -> None:
    assert [figures.years(text) for text in ("5г", "3г 6м", "1 р. 9 міс.", "2 г. 3 мес.", "6 л.")] == [
        5,
        3.5,
        1.75,
        2.25,
        6,
    ]


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


def test_a_title_page_that_declines_its_labels() -> None:
    head = ["Шифр", "Назва навчальної дисципліни", "Кредити ЄКТС", "Кількість годин"]
    plan = document(
        "НАВЧАЛЬНИЙ ПЛАН",
        "за спеціальністю 205 Лісове господарство",
        "за освітньо-професійною програмою «Садово-паркове господарство»",
        "форма здобуття освіти заочна",
        "Обсяг: 90 кредитів ЄКТС",
        [head, ["ОК 1", "Дендрологія", "5", "150"], ["ОК 2", "Лісівництво", "4", "120"]],
        language="uk",
        kind="plan",
    )
    (programme,) = rows("programmes", plan)
    assert (programme["code"], programme["name"], programme["mode"], programme["total_credits"]) == (
        "205",
        "Садово-паркове господарство",
        "заочна",
        90,
    )


def test_an_english_heading_with_the_word_for_a_section() -> None:
    from extractors.curriculum.passages import passages

    made = document("Section 2: Learning Outcomes", "A1 Describe a soil profile.", language="en", kind="programme")
    assert [(p.subject, p.heading) for p in passages(made)][1:] == [("course_outcome", "Learning Outcomes")]


def test_a_grade_in_words_beside_its_letter() -> None:
    scale = [
        ["Grade", "Numerical value", "ECTS grade"],
        ["excellent", "5.0", "A"],
        ["good", "4.0", "B"],
        ["sufficient", "3.0", "C"],
    ]
    made = document("RULES OF STUDY", scale, language="en", kind="regulation")
    assert [(r["label"], r["points"], r["letter"]) for r in rows("grades", made)] == [
        ("excellent", 5, "A"),
        ("good", 4, "B"),
        ("sufficient", 3, "C"),
    ]


def test_learning_outcomes_of_a_programme_are_the_programmes() -> None:
    made = document(
        "PROGRAMME SPECIFICATION",
        [["Programme title", "Horticulture"], ["Final award", "BSc (Hons)"], ["Total credits", "360 credits"]],
        "Learning Outcomes",
        "A1 Describe the growth of ornamental plants.",
        "A2 Plan the planting of a public garden.",
        language="en",
        kind="programme",
    )
    assert [(r["code"], r["kind"]) for r in rows("outcomes", made)] == [
        ("A1", "programme_outcome"),
        ("A2", "programme_outcome"),
    ]


def test_sums_without_a_name_head_no_part() -> None:
    head = ["Индекс", "Наименование", "з.е.", "Экзамен", "По плану", "Сем. 1, з.е.", "Сем. 2, з.е."]
    plan = document(
        "УЧЕБНЫЙ ПЛАН",
        [
            head,
            [("Блок 1. Дисциплины (модули)", 1, 7)],
            [("", 1, 2), "9", "", "324", "4", "5"],
            ["Б1.О.01", "Логика", "4", "1", "144", "4", ""],
            ["Б1.О.02", "Риторика", "5", "2", "180", "", "5"],
        ],
        language="ru",
        kind="plan",
    )
    assert [(r["code"], r["cycle"], r["semester"]) for r in rows("courses", plan)] == [
        ("Б1.О.01", "Блок 1. Дисциплины (модули)", 1),
        ("Б1.О.02", "Блок 1. Дисциплины (модули)", 2),
    ]


def test_a_table_with_words_over_the_hours_of_the_plan_above_is_no_rest_of_it() -> None:
    programme = document(
        "РОБОЧА ПРОГРАМА",
        "БОТАНІКА",
        "6. Самостійна робота",
        [["№ з/п", "Назва теми", "денна форма", "заочна форма"], ["1", "Підготовка гербарію", "10", "20"]],
        "7. Оцінювання",
        [["Що роблять", "Обсяг", "Ціна роботи", "Найбільше"], ["Колоквіум", "2", "20", "40"]],
        language="uk",
    )
    assert [r["title"] for r in rows("topics", programme)] == ["Підготовка гербарію"]


def test_columns_of_a_continued_plan_that_no_row_fills_both_of_stay_two() -> None:
    head = ["№ з/п", "Назва навчальної дисципліни", "Кредити ЄКТС", "залік", "екзамен", "Кількість годин"]
    rest = [
        [("2. ПРАКТИЧНА ПІДГОТОВКА", 1, 6)],
        ["2.1", "Практика", "6", "З", "", "180"],
        ["2.2", "Захист", "2", "", "Е", "60"],
    ]
    first = [head, ["1.1", "Філософія", "4", "З", "", "120"], ["1.2", "Мова", "4", "", "Е", "120"]]
    plan = document("НАВЧАЛЬНИЙ ПЛАН", first, rest, language="uk", kind="plan")
    listed = {r["name"]: r.get("control_form") for r in rows("courses", plan)}
    assert listed == {"Філософія": "залік", "Мова": "екзамен", "Практика": "залік", "Захист": "екзамен"}


def test_a_plan_without_credits_lists_courses_by_their_hours() -> None:
    head = ["Индекс", "Наименование", "Экзамены", "Зачеты", "Максимальная нагрузка", "лекций", "Самостоятельная работа"]
    plan = document(
        "УЧЕБНЫЙ ПЛАН",
        [
            head,
            ["ОП.00", "Общепрофессиональный цикл", "", "", "182", "84", "60"],
            ["ОП.01", "Черчение", "", "2", "96", "40", "32"],
            ["ОП.02", "Сварка", "3", "", "86", "44", "28"],
        ],
        language="ru",
        kind="plan",
    )
    listed = [(r["code"], r["cycle"], r["semester"], r["control_form"]) for r in rows("courses", plan)]
    assert listed == [
        ("ОП.01", "Общепрофессиональный цикл", 2, "зачет"),
        ("ОП.02", "Общепрофессиональный цикл", 3, "экзамен"),
    ]
    hours = [(r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", plan)]
    assert hours[:3] == [("ОП.01", "total", 96), ("ОП.01", "lecture", 40), ("ОП.01", "self_study", 32)]


def test_a_thesis_without_a_code_is_a_course_and_a_choice_read_as_one_figure_is_none() -> None:
    head = ["Шифр", "Назва дисципліни", "Кредити ЄКТС", "Кількість годин"]
    listed = [["ОК 1", "Етика лісу", "3", "90"], ["ОК 2", "Лісова мова", "4", "120"], ["ОК 3", "Таксація", "5", "150"]]
    last = [["", "Магістерська праця", "30", "900"], ["", "Дисципліни на вибір", "66", "180"]]
    plan = document(
        "НАВЧАЛЬНИЙ ПЛАН", "Спеціальність: 205 Лісівництво", [head, *listed, *last], language="uk", kind="plan"
    )
    assert [r["name"] for r in rows("courses", plan)][3:] == ["Магістерська праця"]


def test_columns_of_exams_and_of_credits_tell_a_plan_of_all_hours_alone() -> None:
    head = ["№ п/п", "Перелік дисциплін", "Всього годин", "екзамен", "залік"]
    own = [["1", "Ботаніка", "108", "", "3"], ["2", "Хімія", "81", "4", ""], ["3", "Таксація", "216", "6", "5"]]
    plan = document("НАВЧАЛЬНИЙ ПЛАН", [head, *own], language="uk", kind="plan")
    assert [r["semester"] for r in rows("courses", plan)] == [3, 4, "5, 6"]
    assert [(r["activity"], r["hours"]) for r in rows("workloads", plan)] == [("total", h) for h in (108, 81, 216)]
    bare = document("НАВЧАЛЬНИЙ ПЛАН", [row[:4] for row in [head, *own]], language="uk", kind="plan")
    assert rows("courses", bare) == []


def test_hours_in_class_are_not_all_hours_of_a_college() -> None:
    name = "Наименование циклов, дисциплин, профессиональных модулей, междисциплинарных курсов, практик"
    head = [["Индекс", name, "Форма аттестации", "Максимальная (час.)", "Самостоятельная учебная нагрузка",
             "Обязательная", ""], ["", "", "", "", "", "Всего", "Лабораторных и практических занятий"]]  # fmt: skip
    own = [
        ["ОП.01", "Лесная биология", "Э", "120", "40", "80", "30"],
        ["ОП.02", "Дендрология", "Э", "90", "30", "60", "20"],
    ]
    plan = document("УЧЕБНЫЙ ПЛАН", [*head, *own], language="ru", kind="plan")
    assert [r["hours"] for r in rows("workloads", plan) if r["activity"] == "total"] == [120, 90]
    assert [r["hours"] for r in rows("workloads", plan) if r["activity"] == "self_study"] == [40, 30]
