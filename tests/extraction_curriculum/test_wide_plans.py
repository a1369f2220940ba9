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
