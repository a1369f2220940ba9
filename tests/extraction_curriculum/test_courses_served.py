"""Matrices of courses and outcomes, English heads of plans, and cards whose values hold further labels."""

from tests.extraction_curriculum.paper import document, only, rows

LIST = [
    ["Код н/д", "Компоненти освітньої програми", "Кількість кредитів", "Форма підсумкового контролю"],
    ["ОК 1", "Гідрологія суші", "5", "екзамен"],
    ["ОК 2", "Гідрометрія", "4", "залік"],
]
STATED = ["ПРН 1. Описувати режим річок.", "ПРН 2. Вимірювати витрати води."]


def _links(*tables: list[list[str]]) -> list[tuple[object, ...]]:
    made = document(
        "ОСВІТНЬО-ПРОФЕСІЙНА ПРОГРАМА", "«Гідрологія»", "Програмні результати навчання", *STATED, LIST, *tables,
        language="uk", kind="programme",
    )  # fmt: skip
    return only(rows("outcome_links", made), "source_code", "target_code", "level")


def test_a_matrix_links_listed_courses_with_the_outcomes_they_serve() -> None:
    down = [["", "ПРН 1", "ПРН 2"], ["ОК 1", "+", ""], ["ОК 2", "+", "+"]]
    across = [["", "ОК1", "ОК2"], ["ПРН 1", "+", "+"], ["ПРН 2", "", "+"]]
    wanted = {("ОК 1", "ПРН 1", None), ("ОК 2", "ПРН 1", None), ("ОК 2", "ПРН 2", None)}
    assert set(_links(down)) == wanted
    assert set(_links(across)) == wanted


def test_a_matrix_of_unlisted_codes_links_nothing() -> None:
    assert not _links([["", "ПРН 1", "ПРН 2"], ["ВК 7", "+", ""], ["ВК 8", "+", "+"]])


def test_an_english_plan_names_its_columns_in_other_words() -> None:
    plan = [
        ["Code", "Title", "Level", "Credit value", "Term(s)"],
        ["Year 1", "", "", "", ""],
        ["HY101", "River Measurement", "4", "15", "1"],
        ["HY102", "Snow and Ice", "4", "30", "2"],
    ]
    made = document("PROGRAMME SPECIFICATION", plan, language="en", kind="programme")
    assert only(rows("courses", made), "code", "credits", "semester") == [("HY101", 15, 1), ("HY102", 30, 2)]


def test_latin_letters_among_cyrillic_heads_are_their_twins() -> None:
    head = ["Код", "Назва дисципліни", "Кредити", "Лекції", "CP"]
    made = document("НАВЧАЛЬНИЙ ПЛАН", [head, ["ОК 1", "Гідрометрія", "4", "30", "90"]], language="uk", kind="plan")
    (course,) = rows("courses", made)
    assert course["credits"] == 4
    assert ("self_study", 90) in only(rows("workloads", made), "activity", "hours")
