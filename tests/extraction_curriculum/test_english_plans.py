"""Matrices of courses, English heads of plans, and cards whose values hold further labels."""

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


def test_a_matrix_of_courses_links_no_outcomes() -> None:
    assert not _links([["", "ПРН 1", "ПРН 2"], ["ОК 1", "+", ""], ["ОК 2", "+", "+"]])
    assert not _links([["", "ОК1", "ОК2"], ["ПРН 1", "+", "+"], ["ПРН 2", "", "+"]])


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


def test_semesters_side_by_side_below_a_form_of_study_keep_their_own_hours() -> None:
    made = document(
        "РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Гідрометрія»",
        [
            [("Найменування показників", 3, 1), ("Характеристика навчальної дисципліни", 1, 4)],
            [("денна форма навчання", 1, 2), ("заочна форма навчання", 1, 2)],
            ["3 сем.", "4 сем.", "3 сем.", "4 сем."],
            [("Загальна кількість годин – 240", 6, 1), ("Лекції", 1, 4)],
            ["20 год.", "24 год.", "4 год.", "6 год."],
            [("Самостійна робота", 1, 4)],
            ["70 год.", "66 год.", "110 год.", "108 год."],
            [("Вид контролю", 1, 4)],
            ["залік", "екзамен", "залік", "екзамен"],
        ],
        language="uk",
    )  # fmt: skip
    told = only(rows("workloads", made), "activity", "mode", "hours")
    assert [hours for kind, mode, hours in told if (kind, mode) == ("lecture", "денна")] == [20, 24]
    assert [hours for kind, mode, hours in told if (kind, mode) == ("self_study", "заочна")] == [110, 108]
    assert only(rows("courses", made), "semester", "control_form") == [("3, 4", "залік, екзамен")]


def test_two_columns_of_a_title_page_are_read_apart() -> None:
    made = document(
        "НАВЧАЛЬНИЙ ПЛАН",
        "Кваліфікація: магістр з гідрології    освітньо-професійна програма «Гідрологія суші»",
        "Строк навчання: 1 рік 4 місяці    форма навчання денна",
        "за спеціальністю 103 Науки про Землю",
        language="uk", kind="plan",
    )  # fmt: skip
    (programme,) = rows("programmes", made)
    assert (programme["name"], programme["degree"]) == ("Гідрологія суші", "магістр з гідрології")
    assert (programme["mode"], programme["duration_years"]) == ("денна", 1.33)


def test_a_handbook_of_module_cards_tells_each_of_its_modules() -> None:
    def card(code: str, name: str, credit: int, before: str) -> list[list[str]]:
        told = {"Module title": name, "Credit points": f"{credit} CP", "Workload": f"{credit * 30} h"}
        told |= {"Self-study": f"{credit * 20} h", "Prerequisites": before}
        return [["Module number", code], *([label, value] for label, value in told.items())]

    made = document(
        "MODULE HANDBOOK", "Master of Science in Hydrology", card("M1", "River Flow", 6, "None"),
        card("M2", "Snow and Ice", 9, "M1"), language="en", kind="programme",
    )  # fmt: skip
    assert only(rows("courses", made), "code", "credits") == [("M1", 6), ("M2", 9)]
    assert only(rows("workloads", made), "course_code", "activity", "hours") == [
        ("M1", "total", 180), ("M1", "self_study", 120), ("M2", "total", 270), ("M2", "self_study", 180),
    ]  # fmt: skip
    assert only(rows("course_relations", made), "course_code", "code") == [("M2", "M1")]


def test_percentages_of_works_that_make_a_hundred_are_weights() -> None:
    table = [["Item", "Percentage"], ["Field notes", "40%"], ["Essay", "60%"]]
    card = [["Course", "HYD 2010"], ["Course title", "River Flow"], ["Credits", "4"]]
    made = document("SYLLABUS", card, table, language="en")
    assert only(rows("assessments", made), "title", "weight_percent") == [("Field notes", 40), ("Essay", 60)]
    assert only(rows("courses", made), "code", "name") == [("HYD 2010", "River Flow")]


def test_an_outcome_with_its_code_is_no_course() -> None:
    card = [["Назва курсу", "Гідрометрія"], ["Кількість кредитів ЄКТС", "4"]]
    made = document("СИЛАБУС", card, "Результати навчання", "ПРН 8. Вимірювати витрати води.", language="uk")
    assert only(rows("courses", made), "code", "name") == [(None, "Гідрометрія")]
    headed = document("СИЛАБУС", "ЗПО 05 ГІДРОМЕТРІЯ", card[1:], language="uk")
    assert only(rows("courses", headed), "code", "name") == [("ЗПО 05", "ГІДРОМЕТРІЯ")]


def test_scores_below_names_beside_a_work_that_spans_their_rows() -> None:
    card = [["Назва курсу", "Гідрометрія"], ["Кількість кредитів ЄКТС", "4"]]
    table = [
        [("Поточний контроль (60 балів)", 1, 3), ("Екзамен", 2, 1), ("Сума", 2, 1)],
        ["Польові роботи", "Самостійна робота", "МКР"],
        ["30", "10", "20", "40", "100"],
    ]
    made = document("СИЛАБУС", card, table, language="uk")
    told = [("Польові роботи", 30), ("Самостійна робота", 10), ("МКР", 20), ("Екзамен", 40)]
    assert only(rows("assessments", made), "title", "max_score") == told


def test_the_number_that_a_module_is_known_by_is_its_code() -> None:
    plan = [
        ["Module number and Name", "Self-study (h)", "Total Workload (h)", "CP"],
        ["Module 1: River Flow", "190", "250", "10"],
        ["Module 2: Snow and Ice", "80", "125", "5"],
    ]
    made = document("CURRICULUM", plan, language="en", kind="programme")
    assert only(rows("courses", made), "code", "name") == [("Module 1", "River Flow"), ("Module 2", "Snow and Ice")]
    assert ("Module 2", "total", 125) in only(rows("workloads", made), "course_code", "activity", "hours")
