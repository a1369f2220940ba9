"""Tables of hours whose caption names the form of study, wholes beside their parts, topics beside their sections."""

from tests.extraction_curriculum.paper import document, rows

TITLE = ("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "«Гидравлика русел»")


def _table(lecture: str, practice: str, alone: str, whole: str) -> list[list[str]]:
    return [
        ["№ п/п", "Виды учебной деятельности", "Всего", "Семестр 5"],
        ["1.1", "Занятия лекционного типа", lecture, lecture],
        ["1.2", "Занятия семинарского типа, в том числе:", practice, practice],
        ["", "Практические занятия", practice, practice],
        ["2", "Самостоятельная работа обучающихся", alone, alone],
        ["3", "Общая трудоемкость, час", whole, whole],
    ]


def test_forms_of_study_stand_above_their_tables_and_wholes_give_way_to_their_parts() -> None:
    full, part = _table("18", "36", "54", "108"), _table("6", "8", "94", "108")
    made = document(*TITLE, "Для очной формы обучения:", full, "Для заочной формы обучения:", part, language="ru")
    assert [(r["mode"], r["activity"], r["hours"]) for r in rows("workloads", made)] == [
        ("очной", "lecture", 18),
        ("очной", "practice", 36),
        ("очной", "self_study", 54),
        ("очной", "total", 108),
        ("заочной", "lecture", 6),
        ("заочной", "practice", 8),
        ("заочной", "self_study", 94),
        ("заочной", "total", 108),
    ]


def test_topics_beside_their_sections_and_a_remark_over_the_hours() -> None:
    plan = [
        ["Номер недели", "Наименование раздела", "Наименование тем лекций", "Лекции", "Практические занятия"],
        ["1", ("Движение воды", 2, 1), "Живое сечение", "4", "2"],
        ["2", "Шероховатость русла", "2", "4"],
        ["3", ("Консультация – 2 часа, экзамен – 2 часа", 1, 4)],
    ]
    made = document(*TITLE, plan, language="ru")
    assert [(r["title"], r["activity"], r["hours"]) for r in rows("topics", made)] == [
        ("Живое сечение", "lecture", 4),
        ("Живое сечение", "practice", 2),
        ("Шероховатость русла", "lecture", 2),
        ("Шероховатость русла", "practice", 4),
    ]


def test_hours_of_plan_and_programme_in_one_semester_stand_once() -> None:
    table = [
        ["Семестр (<Курс>.<Семестр на курсе>)", ("5 (3.1)", 1, 2), ("Итого", 1, 2)],
        ["Вид занятий", "УП", "РП", "УП", "РП"],
        ["Лекции", "18", "18", "18", "18"],
        ["Практические", "36", "36", "36", "36"],
        ["Сам. работа", "17,1", "17,1", "17,1", "17,1"],
        ["Итого", "72", "72", "72", "72"],
    ]
    told = [(r["activity"], r["hours"]) for r in rows("workloads", document(*TITLE, table, language="ru"))]
    assert told == [("lecture", 18), ("practice", 36), ("self_study", 17.1), ("total", 72)]


def test_a_kazakh_course_is_named_before_the_word_for_course() -> None:
    card = [["Кредит саны", "3"], ["Дәріс", "15 сағат"], ["Практикалық сабақ", "30 сағат"]]
    title = ("«Өзен гидравликасы» пәні бойынша", "СТУДЕНТТЕРГЕ АРНАЛҒАН", "ПӘН БАҒДАРЛАМАСЫ", "Есіл")
    (course,) = rows("courses", document(*title, card, language="kk"))
    assert (course["name"], course["credits"]) == ("Өзен гидравликасы", 3)
