"""Programmes of practice: the kind of the practice above its name, an institute as the faculty, hours among hours."""

from extractors.curriculum import figures
from extractors.curriculum.cards.bundles import syllabi
from tests.extraction_curriculum.paper import document, only, programme, rows

LINES = (
    "МИНИСТЕРСТВО НАУКИ И ВЫСШЕГО ОБРАЗОВАНИЯ",
    "Приозёрский государственный университет",
    "Институт водного хозяйства",
    "Рабочая программа практики",
    "Учебная практика",
    "Ознакомительная практика на гидропосту",
    "Направление подготовки: 05.03.04 Гидрометеорология",
    "Общая трудоемкость: 3 з.е.",
    "Программу составил: доцент Ветрова Л.Н.",
    "Рабочая программа практики",
    "Ознакомительная практика на гидропосту",
    "составлена на основании учебного плана",
    "Тип практики: Ознакомительная практика на гидропосту",
    "Общая трудоемкость: 3 з.е. (108 акад. час.)",
)


def test_the_name_below_the_kind_of_a_practice_begins_no_other_programme() -> None:
    made = document(*LINES, language="ru")
    assert len(syllabi(made)) == 1
    (course,) = rows("courses", made)
    assert (course["name"], course["credits"]) == ("Ознакомительная практика на гидропосту", 3)


def test_an_institute_below_a_university_is_the_faculty() -> None:
    (programme,) = rows("programmes", document(*LINES, language="ru"))
    assert programme["faculty"] == "Институт водного хозяйства"
    (alone,) = rows("programmes", document(LINES[0], *LINES[2:], language="ru"))
    assert "faculty" not in alone


def test_hours_before_those_among_them() -> None:
    assert figures.hours("86,5 (з них 40 на практичну підготовку)") == 86.5
    assert figures.hours("86 (в т.ч. 40 в интерактивной форме)") == 86
    assert figures.hours("86 (див. розділ 3)") is None


def test_parts_that_make_the_credits_are_no_hours() -> None:
    head = ["TT", "Mã học phần", "Tên học phần", "Số TC (LT-TH-TuH)"]
    made = programme([head, ["1", "GEO301", "Thạch luận", "3 (2-1-6)"], ["2", "GEO390", "Thực tập", "6 (0-6-12)"]])
    assert only(rows("courses", made), "code", "credits") == [("GEO301", 3), ("GEO390", 6)]
    assert rows("workloads", made) == []
