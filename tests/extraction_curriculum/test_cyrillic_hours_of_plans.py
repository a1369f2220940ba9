"""Hours, semesters, parts and forms of control that plans of courses in Cyrillic print in their own ways."""

from tests.extraction_curriculum.paper import document, rows


def test_hours_of_the_only_semester_stand_beside_the_total_of_a_plan() -> None:
    head = [
        [("Индекс", 3, 1), ("Наименование", 3, 1), ("з.е.", 3, 1), ("Итого акад. часов", 2, 1), ("Курс 1", 1, 4)],
        [("Сем. 1", 1, 2), ("Сем. 2", 1, 2)],
        ["По плану", "Лек", "СР", "Лек", "СР"],
    ]
    one = ["Б1.О.01", "Ботаника", "3", "108", "36", "72", "", ""]
    two = ["Б1.О.02", "Физика", "4", "144", "20", "52", "30", "42"]
    plan = document("УЧЕБНЫЙ ПЛАН", [*head, one, two], language="ru", kind="plan")
    told = [(r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", plan)]
    assert told == [
        ("Б1.О.01", "total", 108),
        ("Б1.О.01", "lecture", 36),
        ("Б1.О.01", "self_study", 72),
        ("Б1.О.02", "lecture", 50),
        ("Б1.О.02", "self_study", 94),
        ("Б1.О.02", "total", 144),
    ]


def test_semesters_stand_below_their_word_whatever_is_below_them() -> None:
    head = [
        [("№", 4, 1), ("Назви дисциплін", 4, 1), ("Кредити", 4, 1), ("Години на тиждень за курсами", 1, 4)],
        [("1 курс", 1, 4)],
        [("Семестри", 1, 4)],
        ["1", "", "2", ""],
    ]
    weeks = [["", "", "", "8", "8", "8", "8"]]
    rows_ = [["ОК 1", "Гончарство", "5", "2", "2", "", ""], ["ОК 2", "Ткацтво", "5", "", "", "3", "3"]]
    plan = document(
        "НАВЧАЛЬНИЙ ПЛАН", "Спеціальність: 023 Мистецтво", [*head, *weeks, *rows_], language="uk", kind="plan"
    )
    assert [r.get("semester") for r in rows("courses", plan)] == [1, 2]


def test_labels_without_marks_stand_side_by_side() -> None:
    plan = document(
        "НАВЧАЛЬНИЙ ПЛАН",
        "Галузь знань 02 Культура      Кваліфікація магістр з кераміки",
        "Спеціальність 023 Мистецтво      Термін навчання 1 рік 4 місяці",
        "Освітня програма Кераміка      Форма навчання денна",
        language="uk",
        kind="plan",
    )
    (told,) = rows("programmes", plan)
    assert (told["name"], told["degree"], told["mode"], told["code"]) == (
        "Кераміка",
        "магістр з кераміки",
        "денна",
        "023",
    )


def _weekly_plan() -> object:
    semesters = [f"{n} семестр" for n in range(1, 5)]
    hours = ["Общий объем нагрузки", "Лекция", "Семинар", "Самостоятельная работа"]
    return document(
        "УЧЕБНЫЙ ПЛАН",
        "Направление образования: 60711500 – Робототехника",
        [
            ["№", "Наименование дисциплин", *hours, *semesters],
            ["1", "Общие дисциплины", "168", "44", "60", "64", "3", "4", "", ""],
            ["1.1", "История края", "78", "26", "28", "24", "3", "", "", ""],
            ["1.2", "Логика", "90", "18", "32", "40", "", "4", "", ""],
            ["2", "Специальные дисциплины", "60", "20", "20", "20", "", "", "1", "2"],
            ["2.1", "Датчики", "60", "20", "20", "20", "", "", "1", "2"],
        ],
        language="ru",
        kind="plan",
    )  # fmt: skip


def test_a_plan_of_hours_of_a_week_has_courses_under_the_numbers_of_their_parts() -> None:
    found = [(r["code"], r["cycle"], r["semester"]) for r in rows("courses", _weekly_plan())]
    assert found == [
        ("1.1", "Общие дисциплины", 1),
        ("1.2", "Общие дисциплины", 2),
        ("2.1", "Специальные дисциплины", "3, 4"),
    ]
    totals = [r["hours"] for r in rows("workloads", _weekly_plan()) if r["activity"] == "total"]
    assert totals == [78, 90, 60]


def test_a_code_of_eight_figures_before_the_name_of_a_programme() -> None:
    (programme,) = rows("programmes", _weekly_plan())
    assert (programme["code"], programme["name"]) == ("60711500", "Робототехника")


def test_the_credits_of_a_part_are_not_those_of_the_whole_and_a_unit_stands_behind_its_school() -> None:
    made = document(
        "ОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА",
        [
            [
                "Повна назва закладу вищої освіти та структурного підрозділу",
                "Сивашна академія, факультет ремесел, кафедра лози",
            ],
            ["Офіційна назва освітньої програми", "Лозоплетіння"],
            ["Загальний обсяг вибіркових компонент:", "60 кредитів"],
            ["Загальний обсяг", "240 кредитів"],
        ],
        language="uk",
        kind="programme",
    )
    (told,) = rows("programmes", made)
    assert (told["faculty"], told["total_credits"]) == ("факультет ремесел", 240)


def test_a_plan_of_further_training_lists_courses_by_hours_and_forms_of_control() -> None:
    head = [
        [("№ п/п", 2, 1), ("Наименование дисциплин", 2, 1), ("Всего часов", 2, 1), ("В том числе", 1, 2),
         ("Форма контроля", 2, 1)],
        ["Лекции", "Практические занятия"],
    ]  # fmt: skip
    plan = document(
        "УЧЕБНЫЙ ПЛАН",
        "программы профессиональной переподготовки",
        [
            *head,
            ["1", "Базовый модуль", "64", "26", "38", ""],
            ["1.1", "Основы архивного дела", "24", "10", "14", "зачет"],
            ["1.2", "Описание документов", "40", "16", "24", "экзамен"],
            ["2", "Особый модуль", "30", "10", "20", ""],
            ["2.1", "Хранение фотографий", "30", "10", "20", "зачет"],
        ],
        language="ru",
        kind="plan",
    )
    assert [(r["code"], r["name"], r["control_form"]) for r in rows("courses", plan)] == [
        ("1.1", "Основы архивного дела", "зачет"),
        ("1.2", "Описание документов", "экзамен"),
        ("2.1", "Хранение фотографий", "зачет"),
    ]
    assert [r["hours"] for r in rows("workloads", plan) if r["activity"] == "lecture"] == [10, 16, 10]


def test_a_short_head_is_what_it_is_below_its_group() -> None:
    plan = document(
        "УЧЕБНЫЙ ПЛАН",
        [
            [("Индекс", 2, 1), ("Наименование разделов и дисциплин", 2, 1), ("З.е.", 2, 1), ("Часов всего", 2, 1),
             ("Контактная работа", 1, 2), ("Сем.", 2, 1)],
            ["Лек", "Сем"],
            ["М.01", "Теория цвета", "2", "72", "10", "14", "3"],
            ["М.02", "Композиция", "3", "108", "12", "20", "4"],
        ],
        language="ru",
        kind="plan",
    )  # fmt: skip
    assert [(r["name"], r["semester"]) for r in rows("courses", plan)] == [("Теория цвета", 3), ("Композиция", 4)]
    hours = [(r["activity"], r["hours"]) for r in rows("workloads", plan) if r["course_code"] == "М.01"]
    assert sorted(hours) == [("lecture", 10), ("seminar", 14), ("total", 72)]


def test_hours_of_two_years_are_added_where_they_make_the_total_but_its_exams() -> None:
    head = [
        [("Индекс", 2, 1), ("Наименование", 2, 1), ("з.е.", 2, 1),
         ("Итого акад. часов", 1, 2), ("Курс 1", 1, 2), ("Курс 2", 1, 2)],
        ["По плану", "Контроль", "Лек", "СР", "Лек", "СР"],
    ]  # fmt: skip
    plan = document(
        "УЧЕБНЫЙ ПЛАН",
        [*head, ["Б1.О.01", "Почвоведение", "4", "144", "13", "6", "60", "8", "57"]],
        language="ru",
        kind="plan",
    )
    hours = {r["activity"]: r["hours"] for r in rows("workloads", plan)}
    assert (hours["lecture"], hours["self_study"]) == (14, 117)
    doubted = document(
        "УЧЕБНЫЙ ПЛАН",
        [*head, ["Б1.О.01", "Почвоведение", "4", "144", "13", "6", "60", "8", "75"]],
        language="ru",
        kind="plan",
    )
    assert "lecture" not in {r["activity"] for r in rows("workloads", doubted)}


def test_a_figure_is_no_form_of_control() -> None:
    head = [
        [("Шифр", 2, 1), ("Наименование дисциплин", 2, 1), ("ЗЕТ", 2, 1), ("5 семестр", 1, 2), ("6 семестр", 1, 2)],
        ["Лек", "Отчетность", "Лек", "Отчетность"],
    ]
    plan = document(
        "УЧЕБНЫЙ ПЛАН",
        [*head, ["Б1.О.01", "Сигналы", "4", "18", "3", "", ""], ["Б1.О.02", "Мосты", "3", "18", "3", "16", "Экз"]],
        language="ru",
        kind="plan",
    )
    assert [r.get("control_form") for r in rows("courses", plan)] == [None, "Экз"]
