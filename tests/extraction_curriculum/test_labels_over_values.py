"""Cards whose cells hold a label over its value, parts of a plan that are no heads, misread figures of codes."""

from extractors.curriculum.outcomes.codes import leading
from tests.extraction_curriculum.paper import document, rows

CARD = (
    "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
    "ЛІСОВА МЕЛІОРАЦІЯ",
    [
        [("Найменування показників", 2, 1), ("Галузь знань, спеціальність", 2, 1), ("Характеристика дисципліни", 1, 2)],
        ["денна форма навчання", "заочна форма навчання"],
        ["Кількість кредитів\n6", "Спеціальність\n205 – Лісове господарство", ("Вибіркова (фахова)", 1, 2)],
        ["Модулів\n2", "", ("Семестр", 1, 2)],
        ["", "", "5", "6"],
        ["", "", ("Вид контролю:\nзалік", 1, 2)],
    ],
    "Практичні заняття",
    [
        ["№ з/п", "Назва теми", "К-ть годин (денна форма)", "К-ть годин (заочна форма)"],
        ["", "Семестр 5", "", ""],
        ["1", "Проєктування лісосмуг", "8", "2"],
        ["2", "Розрахунок поливу", "10", "4"],
    ],
)


def test_a_cell_holds_a_label_over_its_value() -> None:
    (course,) = rows("courses", document(*CARD, language="uk"))
    assert (course["credits"], course["component"], course["control_form"]) == (6, "Вибіркова (фахова)", "залік")


def test_a_part_named_alone_is_no_head_and_hours_are_of_the_first_form() -> None:
    topics = rows("topics", document(*CARD, language="uk"))
    assert [(t["title"], t["activity"], t["hours"]) for t in topics] == [
        ("Проєктування лісосмуг", "practice", 8),
        ("Розрахунок поливу", "practice", 10),
    ]


def test_letters_read_for_figures_in_cyrillic_codes() -> None:
    read = [leading(text, "uk") for text in ("РНІ7. Уміти", "ЗКЗ. Здатність", "ПРН1О. Знати", "ЗКАПО. Інше")]
    assert [code.text if code else None for code in read] == ["РН17", "ЗК3", "ПРН10", None]


WORKS = (
    "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ",
    "ЛІСОВА ТАКСАЦІЯ",
    "1. Мета, компетентності та результати навчання",
    "Мета вивчення дисципліни – засвоєння способів обліку деревини.",
    "Розподіл балів",
    [
        ["Вид контрольного заходу", "Максимальна кількість балів"],
        [("Поточний контроль", 1, 2)],
        ["Облік пробної площі", "25"],
        ["Тестування", "30"],
        ["Усього за поточний контроль", "55"],
        [("Підсумковий контроль", 1, 2)],
        ["Залік", "45"],
        ["Разом", "100"],
    ],
)


def test_a_row_over_works_and_figures_names_their_period() -> None:
    made = document(*WORKS, language="uk")
    works = [(w["period"], w["title"], w["max_score"]) for w in rows("assessments", made)]
    assert works == [
        ("Поточний контроль", "Облік пробної площі", 25),
        ("Поточний контроль", "Тестування", 30),
        ("Підсумковий контроль", "Залік", 45),
    ]
    periods = [(p["period"], p.get("max_score")) for p in rows("assessment_periods", made)]
    assert periods == [("Поточний контроль", 55), ("Підсумковий контроль", None)]


def test_an_aim_that_a_sentence_names_under_a_heading_of_several_things() -> None:
    (aim,) = rows("outcomes", document(*WORKS, language="uk"))
    assert (aim["kind"], aim["text"]) == ("objective", "засвоєння способів обліку деревини.")
