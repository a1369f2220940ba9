"""Work programmes: what is learnt, with its codes or behind labels, and kinds of activity beside their hours."""

from tests.extraction_curriculum.paper import document, rows


def test_competences_with_their_codes_behind_them() -> None:
    made = document(
        "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ",
        "«Гидрология рек»",
        "Направление подготовки 220700 – Гидравлика сооружений",
        "3. ТРЕБОВАНИЯ К РЕЗУЛЬТАТАМ ОСВОЕНИЯ ДИСЦИПЛИНЫ",
        "Процесс изучения дисциплины направлен на формирование следующих компетенций:",
        "– способность измерять сток воды в реках (ПК-11);",
        "– способность строить кривые расходов (ПК-29).",
        language="ru",
    )
    assert [(r["code"], r["kind"], r["text"]) for r in rows("outcomes", made)] == [
        ("ПК-11", "programme_outcome", "способность измерять сток воды в реках"),
        ("ПК-29", "programme_outcome", "способность строить кривые расходов"),
    ]
    (programme,) = rows("programmes", made)
    assert (programme["code"], programme["name"]) == ("220700", "Гидравлика сооружений")


def test_two_activities_with_their_hours_in_a_row() -> None:
    made = document(
        "СИЛЛАБУС ДИСЦИПЛИНЫ",
        [
            ["Название дисциплины", "Гидрология рек", "Код дисциплины", "HRT112-734"],
            ["Кредиты, отведённые на дисциплину", "ECTS: 10", "Язык дисциплины", "Русский"],
            ["Всего академических часов", "300", "Лекции", "60"],
            ["Практические занятия", "90", "Самостоятельная работа", "150"],
        ],
        [["Вид контроля", "Доля в итоговой оценке, %"], ["Текущий контроль", "50"], ["Итоговый контроль", "50"]],
        language="ru",
    )
    (course,) = rows("courses", made)
    assert (course["credits"], course["teaching_language"], course.get("control_form")) == (10, "ru", None)
    assert {r["activity"]: r["hours"] for r in rows("workloads", made)} == {
        "total": 300,
        "lecture": 60,
        "practice": 90,
        "self_study": 150,
    }
    assert [r["weight_percent"] for r in rows("assessments", made)] == [50, 50]


def test_what_is_known_and_done_behind_labels_and_steps_below_a_head_of_definitions() -> None:
    scale = [
        ["Оцінка в балах", "Оцінка ECTS", "Визначення"],
        ["90 – 100", "A", "Відмінно"],
        ["70 – 89", "B", "Добре"],
        ["50 – 69", "C", "Задовільно"],
        ["0 – 49", "FX", "Незадовільно"],
    ]
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Гідрометрія»",
        "1. Мета навчальної дисципліни", "Мета: навчити вимірювати витрати води. У результаті курсу студент повинен",
        "знати: будову річкових русел; методи вимірювань;", "вміти: вимірювати глибини річок; рахувати витрати води.",
        scale, language="uk", kind="syllabus",
    )  # fmt: skip
    told = [r["text"] for r in rows("outcomes", made)]
    assert told == [
        "навчити вимірювати витрати води.", "будову річкових русел", "методи вимірювань",
        "вимірювати глибини річок", "рахувати витрати води",
    ]  # fmt: skip
    assert [r.get("label") for r in rows("grades", made)] == ["Відмінно", "Добре", "Задовільно", "Незадовільно"]


def test_works_of_study_alone_are_no_kinds_of_activity() -> None:
    works = [
        ["№ з/п", "Вид самостійної роботи", "Кількість годин СРС"],
        ["1", "Підготовка до лабораторних робіт", "20"],
        ["2", "Підготовка до екзамену", "30"],
        ["", "Всього", "50"],
    ]
    card = [
        [
            "Обсяг дисципліни",
            "3 кредити ЄКТС / 90 годин (24 години лекцій, 16 годин лабораторних робіт, 50 годин – СРС)",
        ]
    ]
    made = document(
        "СИЛАБУС НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Гідрометрія»", card, "6. Самостійна робота студента", works,
        language="uk", kind="syllabus",
    )  # fmt: skip
    hours = {(r["activity"], r["hours"]) for r in rows("workloads", made)}
    assert hours == {("total", 90), ("lecture", 24), ("laboratory", 16), ("self_study", 50)}
