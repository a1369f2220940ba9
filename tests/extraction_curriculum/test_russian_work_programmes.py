"""Russian work programmes: competences before their codes, what is learnt in columns, hours of the only semester."""

from tests.extraction_curriculum.paper import document, rows

TITLE = ("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "«Радиотехника»")


def _made(*blocks: object) -> object:
    return document(*TITLE, *blocks, kind="syllabus", language="ru")  # type: ignore[arg-type]


def test_a_competence_stands_before_its_code_and_what_is_learnt_behind_it() -> None:
    table = [
        ["№", "Формируемые компетенции", "Код", "Знать", "Уметь"],
        [
            "1",
            "Способен выбирать измерительные приборы",
            "ПК-2",
            "устройство приборов связи",
            "читать схемы приёмников",
        ],
        ["2", "Способен настраивать линии связи", "ПК-5", "виды линий связи", "проверять линии связи"],
    ]
    found = rows("outcomes", _made("2. Перечень результатов обучения", table))  # type: ignore[arg-type]
    coded = [(r["code"], r["text"]) for r in found if r.get("code")]
    assert coded == [
        ("ПК-2", "Способен выбирать измерительные приборы"),
        ("ПК-5", "Способен настраивать линии связи"),
    ]
    learnt = [r["text"] for r in found if r["kind"] == "course_outcome"]
    assert learnt == [*table[1][3:], *table[2][3:]]


def test_hours_of_kinds_explained_at_length_below_the_only_semester() -> None:
    table = [
        [("Вид работы", 2, 1), ("Трудоемкость, час.", 1, 2)],
        ["6 семестр", "Всего"],
        ["Лекции (Л)", "18", "18"],
        ["Самостоятельная работа (повторение лекций, подготовка к занятиям и т.д.)", "54", "54"],
        ["Подготовка и сдача экзамена", "36", "36"],
    ]
    made = _made("3. Трудоемкость дисциплины по видам работ", table)
    hours = {r["activity"]: r["hours"] for r in rows("workloads", made)}  # type: ignore[arg-type]
    assert hours == {"lecture": 18, "self_study": 54, "exam": 36}
    assert rows("courses", made)[0]["semester"] == 6  # type: ignore[arg-type]


def test_hours_of_two_semesters_tell_no_single_one() -> None:
    table = [
        [("Вид работы", 2, 1), ("Трудоемкость, час.", 1, 3)],
        ["5 семестр", "6 семестр", "Всего"],
        ["Лекции", "18", "16", "34"],
        ["Самостоятельная работа", "54", "56", "110"],
    ]
    made = _made("3. Трудоемкость дисциплины по видам работ", table)
    assert rows("courses", made)[0].get("semester") not in (5, 6)  # type: ignore[arg-type]


def test_a_head_about_other_courses_names_no_course() -> None:
    head = ["№", "Код", "Название дисциплины (модуля), сформировавшего данную компетенцию"]
    made = document(
        TITLE[0], "Входные компетенции:", [head, ["1", "ПК-1", "Физика волн"]], kind="syllabus", language="ru"
    )
    assert not [r for r in rows("courses", made) if str(r.get("name", "")).startswith("(")]


def test_topics_under_a_head_of_titles_with_contents() -> None:
    plan = [
        ["№", "Наименование и содержание раздела", "Л", "СРС", "Литература, рекомендуемая студентам"],
        ["1", "Колебания. Свободные и вынужденные колебания.", "8", "20", "Р 6.1 №1"],
        ["2", "Антенны. Излучение и приём волн.", "10", "34", "Р 6.1 №2"],
    ]
    found = rows("topics", _made("3. Содержание разделов", plan))  # type: ignore[arg-type]
    assert [(r["activity"], r["hours"]) for r in found if r["activity"] == "lecture"] == [
        ("lecture", 8),
        ("lecture", 10),
    ]
    assert found[0]["sources"] == "Р 6.1 №1"
