"""Plans of many columns: heads that part over semesters, parts whose names go over all figures."""

from tests.extraction_curriculum.paper import document, rows

ACTS = ["з.е.", "Итого", "Лек", "Пр", "СР"]


def _plan() -> object:
    groups = ["-", "-", "-", ("Форма контроля", 1, 2), "з.е.", ("Итого акад.часов", 1, 2), ("Курс 1", 1, 10), "-"]
    terms = [*[""] * 8, ("Семестр 1", 1, 5), ("Семестр 2", 1, 5), ""]
    names = ["Считать в плане", "Индекс", "Наименование", "Экза мен", "Зачет", "Факт", "По плану", "СР", *ACTS * 2]
    one = ["+", "Б1.О.01", "Логика", "1", "", "3", "108", "60", "3", "108", "16", "32", "60", *[""] * 5, "УК-1"]
    two = ["-", "Б1.О.02", "Физика", "", "2", "4", "144", "96", *[""] * 5, "4", "144", "16", "32", "96", "УК-2"]
    parts = [[("Блок 1.Дисциплины (модули)", 1, 19)], [("Обязательная часть", 1, 19)]]
    return document(
        "УЧЕБНЫЙ ПЛАН", [groups, terms, [*names, "Компетенции"], *parts, one, two], language="ru", kind="plan"
    )


def test_heads_under_semesters_repeat_themselves() -> None:
    listed = [(r["code"], r["credits"], r["semester"], r["control_form"]) for r in rows("courses", _plan())]
    assert listed == [("Б1.О.01", 3, 1, "экзамен"), ("Б1.О.02", 4, 2, "зачет")]


def test_a_drawn_head_reaches_to_its_rule() -> None:
    assert all("," not in str(r["semester"]) for r in rows("courses", _plan()))


HEAD = ["№ п/п", "Наименование дисциплин", "часов по ФГОС", "зачетных единиц", "Лекции", "Экзамен", "Зачет"]


def test_a_name_over_all_figures_heads_a_part() -> None:
    plan = document(
        "РАБОЧИЙ УЧЕБНЫЙ ПЛАН",
        "Направление подготовки 140400 Электроэнергетика",
        "Форма обучения: очная",
        [
            HEAD,
            ["Б1", ("Гуманитарный цикл", 1, 6)],
            ["Б1.Б", ("Базовая часть", 1, 6)],
            ["Б1.Б.1", "История", "144", "4", "18", "1", ""],
        ],
        [
            ["Б1.В", ("Вариативная часть", 1, 6)],
            ["Б1.В.1", "Логика", "108", "3", "18", "", "4"],
            ["Б1.В.2", "Этика", "72", "2", "10", "3", ""],
        ],
        language="ru",
        kind="plan",
    )
    listed = [(r["code"], r["cycle"], r["component"], r["semester"]) for r in rows("courses", plan)]
    assert listed == [
        ("Б1.Б.1", "Гуманитарный цикл", "Базовая часть", 1),
        ("Б1.В.1", "Гуманитарный цикл", "Вариативная часть", 4),
        ("Б1.В.2", "Гуманитарный цикл", "Вариативная часть", 3),
    ]
    assert [r["hours"] for r in rows("workloads", plan) if r["activity"] == "total"] == [144, 108, 72]
    assert [r["code"] for r in rows("programmes", plan)] == ["140400"]


def test_letters_in_a_column_of_controls_are_forms_of_control() -> None:
    head = ["Код", "Назва навчальної дисципліни", "Форма контролю", "Кредити ЄКТС", "Кількість годин"]
    body = [
        ["ОК1", "Логіка", "з", "3", "90"],
        ["ОК2", "Етика", "е", "4", "120"],
        ["ОК3", "Практика", "дз", "6", "180"],
        ["ОК4", "Риторика", "3", "3", "90"],
        ["ОК5", "Право", "2е", "3", "90"],
        ["ОК6", "Історія", "е", "3", "90"],
    ]
    plan = document("НАВЧАЛЬНИЙ ПЛАН", [head, *body], language="uk", kind="plan")
    listed = rows("courses", plan)
    exam, credit = "екзамен", "залік"
    assert [r["control_form"] for r in listed] == [credit, exam, "диференційований залік", credit, exam, exam]
    assert [r.get("semester") for r in listed][4] == 2


def test_words_in_a_column_of_controls_stay() -> None:
    head = ["Код", "Назва навчальної дисципліни", "Форма контролю", "Кредити ЄКТС", "Кількість годин"]
    body = [["ОК1", "Логіка", "Залік", "3", "90"], ["ОК2", "Етика", "Іспит", "4", "120"]]
    plan = document("НАВЧАЛЬНИЙ ПЛАН", [head, *body], language="uk", kind="plan")
    assert [r["control_form"] for r in rows("courses", plan)] == ["Залік", "Іспит"]


def test_the_sum_of_a_part_is_not_the_whole() -> None:
    head = ["Код", "Назва навчальної дисципліни", "Кредити ЄКТС", "Кількість годин"]
    first = [[f"ОК{n}", f"Курс {n} права", "10", "300"] for n in range(1, 5)]
    rest = [[f"ВК{n}", f"Вибір {n} права", "10", "300"] for n in range(1, 4)]
    title = ("НАВЧАЛЬНИЙ ПЛАН", "Спеціальність: 081 Право", "Форма навчання: денна")
    plan = document(*title, [head, *first, ["", "Разом", "40", "1200"], *rest], language="uk", kind="plan")
    assert "total_credits" not in rows("programmes", plan)[0]


def test_a_code_of_training_below_the_level_of_the_speciality() -> None:
    plan = document(
        "УЧЕБНЫЙ ПЛАН",
        "по специальности среднего профессионального образования",
        "23.02.07 Обслуживание и ремонт двигателей",
        "Форма обучения: очная",
        language="ru",
        kind="plan",
    )
    assert [(r["code"], r["name"]) for r in rows("programmes", plan)] == [
        ("23.02.07", "Обслуживание и ремонт двигателей")
    ]


def _termed() -> object:
    """A plan whose heads say how many weeks a semester has, with a form of control in each."""
    names = ["Лек", "СР", "ЗЕТ", "Форма контр."]
    top = [("Индекс", 2, 1), ("Наименование", 2, 1), ("ЗЕТ", 2, 1), ("Часов", 2, 1)]
    heads = [[*top, ("1 семестр (18 недель)", 1, 4), ("2 семестр (17 недель)", 1, 4)], [*names, *names]]
    one = ["Б1.О.01", "Логика", "3", "108", "36", "72", "3", "Зач", "", "", "", ""]
    two = ["Б1.О.02", "Физика", "6", "216", "36", "72", "3", "Зач", "34", "74", "3", "Экз"]
    three = ["Б1.О.03", "Химия", "6", "216", "36", "72", "3", "Зач", "30", "74", "3", "Экз"]
    return document("РАБОЧИЙ УЧЕБНЫЙ ПЛАН", [*heads, one, two, three], language="ru", kind="plan")


def test_weeks_behind_a_semester_are_no_hours_a_week() -> None:
    listed = [(r["semester"], r["control_form"]) for r in rows("courses", _termed())]
    assert listed == [(1, "Зач"), ("1, 2", "Зач, Экз"), ("1, 2", "Зач, Экз")]


def test_hours_of_several_semesters_are_added_up_where_they_make_the_total() -> None:
    told = {(r["course_code"], r["activity"]): r["hours"] for r in rows("workloads", _termed())}
    assert told["Б1.О.02", "lecture"] == 70 and told["Б1.О.02", "self_study"] == 146
    assert ("Б1.О.03", "lecture") not in told  # 212 of 216: a figure is wrong, or not all are read


def test_competences_beside_a_course_state_nothing_and_a_sheet_of_them_does() -> None:
    plan = document(
        "УЧЕБНЫЙ ПЛАН",
        [["Индекс", "Наименование", "з.е.", "Компетенции"], ["Б1.О.01", "Логика", "3", "УК-1; ИУК-1.1; ИУК-1.2"]],
        "Компетенции",
        [
            [("Индекс", 1, 2), "Содержание"],
            [("УК-1", 1, 2), "Способен строить рассуждения и проверять их"],
            ["", "ИУК-1.1", "Различает посылки и выводы рассуждения"],
            ["", "ИД-2.УК-1", "Находит ошибки в рассуждениях других"],
        ],
        language="ru",
        kind="plan",
    )
    stated = [(r["code"], r["kind"]) for r in rows("outcomes", plan)]
    assert stated == [("УК-1", "programme_outcome"), ("ИУК-1.1", "indicator"), ("ИД-2.УК-1", "indicator")]


def test_letters_beside_the_exams_are_forms_of_control() -> None:
    heads = [
        [("Индекс", 2, 1), ("Наименование", 2, 1), ("Форма контроля", 1, 3), ("з.е.", 2, 1)],
        ["Экзамены", "Зачеты", "КР"],
    ]
    plan = document("УЧЕБНЫЙ ПЛАН", [*heads, ["Б1.О.01", "Логика", "2", "1", "2", "5"]], language="ru", kind="plan")
    assert [r["control_form"] for r in rows("courses", plan)] == ["экзамен, зачет, курсовая работа"]


def test_a_speciality_of_the_older_list_and_a_label_beside_the_form_of_study() -> None:
    made = document(
        "НАВЧАЛЬНИЙ ПЛАН",
        "підготовки магістра з галузі знань 0601 Лісництво",
        "спеціальності 8.06010108 Бджільництво",
        "Форма навчання: денна    на основі: диплома фахівця",
        language="uk",
        kind="plan",
    )
    (programme,) = rows("programmes", made)
    assert (programme["code"], programme["name"], programme["mode"]) == ("8.06010108", "Бджільництво", "денна")


def test_the_sum_within_a_semester_is_not_added_to_its_parts() -> None:
    groups = ["-", "-", ("Форма контроля", 1, 2), "з.е.", ("Итого акад.часов", 1, 2), ("Курс 1", 1, 10)]
    terms = [*[""] * 7, ("Семестр 1", 1, 5), ("Семестр 2", 1, 5)]
    names = ["Индекс", "Наименование", "Экза мен", "Зачет", "Факт", "По плану", "СР", *ACTS * 2]
    one = ["Б1.О.01", "Логика", "1", "", "3", "108", "60", "3", "108", "16", "32", "60", *[""] * 5]
    two = ["Б1.О.02", "Язык", "2", "1", "4", "144", "80", "2", "72", "", "32", "40", "2", "72", "", "32", "40"]
    made = document("УЧЕБНЫЙ ПЛАН", [groups, terms, names, one, two], language="ru", kind="plan")
    assert ("Б1.О.02", "practice", 64) in [
        (r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", made)
    ]


def test_figures_under_a_form_of_control_are_semesters_and_labels_in_a_list_are_apart() -> None:
    head = ["Код", "Назва освітніх компонентів", "Кредити ЄКТС", "Обсяг годин", "Екзамен (семестр)", "Залік (семестр)"]
    body = [["ОК1", "Логіка", "3", "90", "1", ""], ["ОК2", "Етика", "4", "120", "", "2"]]
    line = "форма навчання заочна, термін навчання 1 рік 4 місяці, обсяг 90 кредитів ЄКТС"
    title = ("НАВЧАЛЬНИЙ ПЛАН", "спеціальність 081 Право, судочинство", line)
    made = document(*title, [head, *body], language="uk", kind="plan")
    assert [(r["control_form"], r["semester"]) for r in rows("courses", made)] == [("екзамен", 1), ("залік", 2)]
    (programme,) = rows("programmes", made)
    assert (programme["mode"], programme["duration_years"]) == ("заочна", 1.33)
    assert programme["name"] == "Право, судочинство"


def test_a_total_over_narrow_columns_does_not_make_them_one() -> None:
    head = [
        "Шифр",
        "Назва дисципліни",
        "екзамени",
        "заліки",
        "Кредити ЄКТС",
        "Усього годин",
        "лекції",
        "самостійна робота",
    ]
    plan = document(
        "НАВЧАЛЬНИЙ ПЛАН",
        [head, ["ОК 1", "Логіка", "2", "1", "3", "90", "30", "60"]],
        [
            ["ОК 2", "Етика", "", "1", "3", "90", "30", "60"],
            ["ОК 3", "Фізика", "2", "", "4", "120", "40", "80"],
            [("Разом за обов’язковими", 1, 4), "10", "300", "100", "200"],
        ],
        language="uk",
        kind="plan",
    )
    listed = [(r["code"], r["semester"], r["control_form"]) for r in rows("courses", plan)]
    assert listed == [("ОК 1", "1, 2", "екзамен, залік"), ("ОК 2", 1, "залік"), ("ОК 3", 2, "екзамен")]
