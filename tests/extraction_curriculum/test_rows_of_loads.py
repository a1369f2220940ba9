"""Tables of hours with a row per semester, a printed sum or a row per form of study; work said again in a plan."""

import pytest

from extractors.tables.workloads import extract
from tests.extraction_curriculum.paper import Cell, document, rows, syllabus

HEAD = ["Семестр", "Кредити", "Усього годин", "Лекції", "Лабораторні", "Самостійна робота", "Форма контролю"]
TITLE = ("РОБОЧА ПРОГРАМА НАВЧАЛЬНОЇ ДИСЦИПЛІНИ", "«Гідравліка русел»")


def _hours(made: object) -> dict[tuple[object, object], object]:
    return {(r["activity"], r.get("mode")): r["hours"] for r in rows("workloads", made)}  # type: ignore[arg-type]


def test_hours_of_two_semesters_stand_as_printed() -> None:
    table = [HEAD, ["5", "3", "90", "18", "16,5", "55,5", "залік"], ["6", "4", "120", "30", "20", "70", "екзамен"]]
    made = document(*TITLE, table, language="uk")
    told = [(r["activity"], r["hours"]) for r in rows("workloads", made)]
    assert [hours for activity, hours in told if activity == "lecture"] == [18, 30]
    assert [hours for activity, hours in told if activity == "laboratory"] == [16.5, 20]
    assert len(told) == 8 and not {48, 210} & {hours for _, hours in told}
    (course,) = rows("courses", made)
    assert (course["semester"], course["control_form"]) == ("5, 6", "залік, екзамен")


def test_the_printed_sum_of_the_semesters_is_taken() -> None:
    parts = [["5", "3", "90", "18", "16", "56", "залік"], ["6", "4", "120", "30", "20", "70", "екзамен"]]
    made = document(*TITLE, [HEAD, *parts, ["Разом", "7", "210", "48", "36", "126", ""]], language="uk")
    assert _hours(made)["lecture", None] == 48
    (course,) = rows("courses", made)
    assert (course["credits"], course["semester"]) == (7, "5, 6")


def test_forms_of_study_stand_in_rows() -> None:
    head = ["Форма навчання", "Семестр", "Усього годин", "Лекції", "Практичні", "Самостійна робота", "Форма контролю"]
    table = [head, ["Денна", "4", "120", "30", "30", "60", "залік"], ["Заочна", "4", "120", "8", "6", "106", "залік"]]
    hours = _hours(document(*TITLE, table, language="uk"))
    assert (hours["lecture", "денна"], hours["lecture", "заочна"]) == (30, 8)
    assert hours["self_study", "заочна"] == 106


def test_hours_among_those_above_are_no_second_row() -> None:
    among = ["з них на практичну підготовку", "", "", "0", "10", "20", ""]
    made = document(*TITLE, [HEAD, ["8", "5", "150", "30", "30", "90", "екзамен"], among], language="uk")
    assert _hours(made)["self_study", None] == 90
    assert rows("courses", made)[0]["semester"] == 8


def test_rows_that_nothing_tells_apart_make_no_sum() -> None:
    table = [HEAD, ["", "3", "90", "18", "16", "56", ""], ["", "4", "120", "30", "20", "70", ""]]
    assert not _hours(document(*TITLE, table, language="uk"))


def test_work_said_again_on_every_page_is_no_running_head() -> None:
    titles = ("Рух наносів", "Живий переріз", "Шорсткість русла")
    again = "Підготовка до занять, вивчення теорії"
    tables = [
        [["№", "Назви тем", "Години"]]
        + [[f"{page}.{n}", f"{title} {word}", "2"] for n, title in enumerate(titles, 1)]
        + [[f"{page}.4", again, "3"]]
        + [[f"{page}.{n}", f"Розрахунок: {title} {word}", "2"] for n, title in enumerate(titles, 5)]
        for page, word in enumerate(("рівнин", "гір", "дельт", "озер"), 1)
    ]
    made = document(*TITLE, "Семестр: 5", *tables, language="uk")
    assert [r["title"] for r in rows("topics", made)].count(again) == 4


def test_a_row_among_the_hours_stands_below_each_semester() -> None:
    among = ["з них на практичну підготовку", "", "", "0", "8", "0", ""]
    parts = [["5", "3", "90", "18", "16", "56", "залік"], ["6", "4", "120", "30", "20", "70", "курсова робота, залік"]]
    made = document(*TITLE, [HEAD, parts[0], among, parts[1], among, ["", "", "", "Хутір", "", "", ""]], language="uk")
    assert [r["hours"] for r in rows("workloads", made) if r["activity"] == "laboratory"] == [16, 20]
    assert rows("courses", made)[0]["control_form"] == "залік, курсова робота"


def test_a_name_over_two_lines_is_one() -> None:
    lines = (
        "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ",
        "Водный баланс и сток при проектировании и",
        "строительстве плотин",
    )
    (course,) = rows("courses", document(*lines, "Общая трудоемкость: 3 з.е.", language="ru"))
    assert course["name"] == "Водный баланс и сток при проектировании и строительстве плотин"
    (alone,) = rows("courses", document(lines[0], "Водный баланс", "для студентов второго курса", language="ru"))
    assert alone["name"] == "Водный баланс"


def test_the_end_of_a_cell_from_the_page_above_is_no_label() -> None:
    torn = [["промежуточной аттестации", "наборы плакатов."], ["Читальный зал", "Компьютеры"]]
    made = document("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "Водный баланс", "Семестр: 5", torn, language="ru")
    assert "control_form" not in rows("courses", made)[0]


def test_the_place_of_hours_holds_their_figure() -> None:
    made = syllabus("Số tín chỉ:    3", "Số tiết lý thuyết:        30", "Số tiết thực hành:        15")
    hours = [row.cells["hours"] for row in extract(made)]
    printed = [made.text.content[value.span.start : value.span.end] for value in hours if value.span]
    assert [value.value for value in hours] == [30, 15] and printed[0].endswith("30") and printed[1].endswith("15")


def test_lines_that_call_practice_otherwise_tell_other_hours() -> None:
    made = syllabus("+ Nghe giảng lý thuyết: 30 tiết", "+ Làm bài tập trên lớp: 15 tiết", "+ Thực hành: 15 tiết")
    told = [(r["activity"], r["hours"]) for r in rows("workloads", made)]
    assert told == [("lecture", 30), ("practice", 15), ("practice", 15)]


@pytest.mark.parametrize(
    ("told", "hours"),
    [
        ("Số tín chỉ: 3 (30LT/15TH/90TuH)", [("lecture", 30), ("practice", 15), ("self_study", 90)]),
        ("Số tiết: 45 (lý thuyết 30, thực hành 15)", [("lecture", 30), ("practice", 15)]),
        (
            "Giờ: 30 tiết lý thuyết, 15 tiết bài tập, 10 tiết thực hành",
            [("lecture", 30), ("practice", 15), ("practice", 10)],
        ),
        ("Số tín chỉ: 3 (2 LT, 1 TH)", []),
        ("Số tín chỉ: 3 (Lý thuyết: 2; Thực hành: 1)", []),
        ("Mỗi tuần: 20 tiết lý thuyết, 10 tiết thực hành", []),
    ],
)
def test_hours_that_a_line_counts(told: str, hours: list[tuple[str, int]]) -> None:
    assert [(r["activity"], r["hours"]) for r in rows("workloads", syllabus(told))] == hours


def test_hours_below_the_label_that_ends_a_line_of_a_cell() -> None:
    card = [
        ["1.4", "Số tín chỉ", "3"],
        ["1.5", "Phân bổ thời gian", "Lý thuyết: 30\ngiờ; Bài tập: 15 giờ; Tự học:\n105 giờ"],
    ]
    told = [(r["activity"], r["hours"]) for r in rows("workloads", syllabus(card))]
    assert told == [("lecture", 30), ("practice", 15), ("self_study", 105)]


def test_credits_that_a_card_parts_are_no_hours() -> None:
    card = [["Số tín chỉ", "3 (Lý thuyết: 2; Thực hành: 1)"], ["Số tiết lý thuyết", "30"], ["Số tiết thực hành", "45"]]
    told = [(r["activity"], r["hours"]) for r in rows("workloads", syllabus(card))]
    assert told == [("lecture", 30), ("practice", 45)]


@pytest.mark.parametrize(
    ("above", "below", "hours"),
    [
        ("Thời gian: Lý thuyết 30 tiết, thực", "hành 15 tiết", [("lecture", 30), ("practice", 15)]),
        (
            "Số tiết: 45 tiết, trong đó 30 tiết lý thuyết,",
            "15 tiết bài tập",
            [("lecture", 30), ("practice", 15), ("total", 45)],
        ),
    ],
)
def test_hours_of_a_sentence_over_two_lines(above: str, below: str, hours: list[tuple[str, int]]) -> None:
    told = [(r["activity"], r["hours"]) for r in rows("workloads", syllabus(above, below))]
    assert sorted(told) == hours


def test_hours_of_a_week_or_of_a_lesson_are_none_of_the_course() -> None:
    lines = ("Лекції: 18 год. Практичні: 36 год. Самостійна робота: 66 год.", "Теми")
    made = document(*TITLE, *lines, "Тема 1. Риторика (2 год лекцій, 4 год практичних)", language="uk")
    assert _hours(made) == {("lecture", None): 18, ("practice", None): 36, ("self_study", None): 66}
    told = ("Дәріс: 15 сағат, практика: 30 сағат, БӨЖ: 105 сағат", "Аптасына 1 сағат дәріс, 2 сағат практика")
    made = document("СИЛЛАБУС", "Пән: Алгебра", *told, language="kk")
    assert _hours(made) == {("lecture", None): 15, ("practice", None): 30, ("self_study", None): 105}


def test_the_unit_beside_a_form_of_study_is_no_part_of_it() -> None:
    table = [
        ["Вид занять", "Денна форма, годин", "Заочна форма, годин"],
        ["Лекції", "16", "6"],
        ["Практичні", "32", "8"],
    ]
    assert {mode for _, mode in _hours(document(*TITLE, table, language="uk"))} == {"денна", "заочна"}


def test_lines_of_activities_without_a_unit_are_hours_where_they_are_too_many_for_credits() -> None:
    lines = "Số tín chỉ: 3\nLý thuyết: 30\nThực hành: 15\nTự học: 105"
    assert _hours(document("ĐỀ CƯƠNG HỌC PHẦN", "Cơ học đá", lines))["practice", None] == 15
    below = "Phân bổ thời gian (giờ):\n- Lý thuyết: 9\n- Thực hành: 6"
    assert _hours(document("ĐỀ CƯƠNG HỌC PHẦN", "Cơ học đá", below))["lecture", None] == 9


def test_credits_and_shares_without_a_unit_are_no_hours() -> None:
    for lines in ("Số tín chỉ: 3\nLý thuyết: 2\nThực hành: 1", "Cách tính\nLý thuyết: 60\nThực hành: 40"):
        assert not _hours(document("ĐỀ CƯƠNG HỌC PHẦN", "Cơ học đá", lines))


def test_semesters_beside_the_sum_of_a_form_say_it_once_more_and_credits_are_no_hours() -> None:
    table = [
        [("Виды учебной работы", 2, 1), ("Очная форма обучения", 1, 2), ("Заочная форма обучения", 1, 2)],
        ["Всего часов", "Семестр 5", "Всего часов", "Семестр 7"],
        ["Лекции", "34", "34", "8", "8"],
        ["Практические занятия", "20", "20", "4", "4"],
        ["Промежуточная аттестация (экзамен)", "18", "18", "9", "9"],
        ["Общий объем по учебному плану, час.", "72", "72", "21", "21"],
        ["Общий объем по учебному плану, з.е.", "2", "2", "2", "2"],
    ]
    made = document("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "«Гидравлика русел»", table, language="ru")
    told = [(r["activity"], r["mode"], r["hours"]) for r in rows("workloads", made)]
    assert [h for a, m, h in told if m == "очная"] == [34, 20, 72]
    assert [h for a, m, h in told if m == "заочная"] == [8, 4, 21]
    assert all(r.get("control_form") != "18" for r in rows("courses", made))


def test_hours_of_kinds_in_a_cell_are_no_whole_of_the_label_beside_them() -> None:
    card = [
        ["Giờ tín chỉ đối với các hoạt động", "- Lên lớp lý thuyết: 24 tiết\n- Thực hành: 18 tiết\n- Tự học: 78 giờ"]
    ]
    told = [(r["activity"], r["hours"]) for r in rows("workloads", syllabus(card))]
    assert told == [("lecture", 24), ("practice", 18), ("self_study", 78)]


def test_parts_of_the_hours_of_a_kind_below_the_whole_of_it() -> None:
    table = [
        ["Показатели объема дисциплины", "Всего часов по формам обучения", "Всего часов по формам обучения"],
        ["", "очная", "заочная"],
        ["Объем дисциплины в акад. часах", "108", "108"],
        ["лекции", "20", "6"],
        ["Самостоятельная работа, всего:", "88", "102"],
        ["в том числе:", "", ""],
        ["самостоятельная работа в семестре (СРС)", "60", "97"],
    ]
    told = _hours(document("РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "«Почвы»", table, language="ru"))
    assert {mode: hours for (activity, mode), hours in told.items() if activity == "self_study"} == {
        "очная": 88,
        "заочная": 102,
    }
    assert len(told) == 6


@pytest.mark.parametrize(("label", "hours"), [("Phân bổ thời lượng (tiết)", [27, 18, 60]), ("Số tín chỉ", [])])
def test_hours_stand_beside_a_label_of_several_rows(label: str, hours: list[int]) -> None:
    first: list[Cell] = [(label, 1, 3), "Lý thuyết", "27"]
    card: list[list[Cell]] = [["Học kỳ", "", "4"], first, ["Thực hành", "18"], ["Tự học", "60"]]
    made = document("ĐỀ CƯƠNG MÔN HỌC", "NGHỀ GỐM", card)
    assert [row["hours"] for row in rows("workloads", made)] == hours


def test_a_code_in_brackets_behind_a_name_is_the_code() -> None:
    (course,) = rows("courses", document("ĐỀ CƯƠNG MÔN HỌC", "NGHỀ GỐM CỔ TRUYỀN", "(Mã: NGC1203)", "Số tín chỉ: 2"))
    assert (course["name"], course["code"]) == ("NGHỀ GỐM CỔ TRUYỀN", "NGC1203")
