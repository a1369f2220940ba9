"""Plans without heads: what their columns mean is told by the sums of their rows, or it is not told."""

import pytest

from extractors.checks.figures import blanks
from models.rows import Row
from tests.extraction_curriculum.paper import Cell, document, only, rows

# name, semester of exam, credits, lectures, practice
COURSES = [
    ("Гідравліка споруд", 1, 4, 30, 15),
    ("Механіка рідини", 1, 3, 15, 30),
    ("Опір матеріалів", 2, 6, 32, 32),
    ("Насоси та станції", 2, 5, 32, 16),
    ("Меліорація земель", 2, 4, 16, 32),
]
WEEKS = {1: 15, 2: 16}
SOME = (Row("courses", {}),)


def ukrainian(norm: int = 30, courses: list[tuple] = COURSES) -> list[list[Cell]]:
    """Rows of code, name, exam, credits, all hours, in class, lectures, practice, alone, a week in both semesters."""
    made = []
    for n, (name, semester, credits, lectures, practice) in enumerate(courses, 1):
        taught = lectures + practice
        weekly = ["", ""]
        weekly[semester - 1] = str(taught // WEEKS[semester])
        hours = [credits, norm * credits, taught, lectures, practice, norm * credits - taught]
        made.append([f"ОК {n}", name, str(semester), *map(str, hours), *weekly])
    return [*made, ["ОК 9", "Практика на станції", "2", "6", str(norm * 6), "", "", "", str(norm * 6), "", ""]]


def read(table: list[list[Cell]], language: str = "uk") -> tuple[list[dict], list[tuple]]:
    made = document("НАВЧАЛЬНИЙ ПЛАН", table, language=language, kind="plan")
    return rows("courses", made), only(rows("workloads", made), "course_code", "activity", "hours")


HEADS = [
    [],
    [["", "Назва дисципліни", *[""] * 9]],
    [["|", "Назва дисципліни", "г і", "ш", "", "—", "i", "ll", "", "^", ""]],
]


@pytest.mark.parametrize("head", HEADS, ids=["none", "empty", "dirt"])
def test_credits_hours_and_semesters_are_told_and_kinds_of_class_are_not(head: list[list[Cell]]) -> None:
    courses, loads = read([*head, [("1. Цикл загальної підготовки", 1, 11)], *ukrainian()])
    assert only(courses, "code", "name", "credits", "semester") == [
        *((f"ОК {n}", name, credits, semester) for n, (name, semester, credits, _, _) in enumerate(COURSES, 1)),
        ("ОК 9", "Практика на станції", 6, 2),
    ]
    assert {c.get("cycle") for c in courses} == {"Цикл загальної підготовки"}
    assert {c.get("control_form") for c in courses} == {None}
    assert {kind for _, kind, _ in loads} == {"total", "self_study"}
    assert [hours for code, kind, hours in loads if code == "ОК 3"] == [180, 116]


def test_a_remnant_of_a_head_tells_lectures_from_practice() -> None:
    head = [["", "Назва дисципліни", "", "", "", "", "Лекції", "", "", "", ""]]
    assert [load for load in read([*head, *ukrainian()])[1] if load[0] == "ОК 1"] == [
        ("ОК 1", "total", 120),
        ("ОК 1", "lecture", 30),
        ("ОК 1", "self_study", 75),
    ]


@pytest.mark.parametrize("norm", [20, 31])
def test_no_sum_is_told_where_hours_have_no_norm(norm: int) -> None:
    assert read(ukrainian(norm)) == ([], [])


def test_columns_that_two_rows_speak_against_are_not_told() -> None:
    table = ukrainian()
    table[0][8], table[2][8] = "70", "115"  # hours of study alone
    courses, loads = read(table)
    assert [c["credits"] for c in courses] == [4, 3, 6, 5, 4, 6]
    assert loads == [] and {c.get("semester") for c in courses} == {None}


def test_two_parts_outside_class_of_which_none_is_of_exams_are_not_told() -> None:
    table = [
        [*row[:8], "20" if row[5] else "", str(int(row[8]) - (20 if row[5] else 0)), *row[9:]] for row in ukrainian()
    ]
    _, loads = read([[*row[:1], row[1], *row[3:]] for row in table])
    assert {kind for _, kind, _ in loads} == {"total"}


def test_a_head_that_says_otherwise_is_believed() -> None:
    head = [["", "Назва дисципліни", "", "Кредити", "", "", "", "", "Практичні", "", ""]]
    _, loads = read([*head, *ukrainian()])
    assert {kind for _, kind, _ in loads} <= {"practice"}


def test_lectures_and_practice_are_told_by_their_worth_in_credits() -> None:
    courses = [("Đất và phân bón", 3, 30, 30), ("Giống cây trồng", 2, 30, 0), ("Bảo vệ cây", 4, 45, 30),
               ("Thủy lợi", 3, 15, 60), ("Thực tập trại", 2, 0, 60)]  # fmt: skip
    table = [
        [str(n), f"NN{n}01", name, str(c), str(lecture or ""), str(practice or ""), str(50 * c - lecture - practice)]
        for n, (name, c, lecture, practice) in enumerate(courses, 1)
    ]
    listed, loads = read([["TT", "", "", "", "", "", ""], *table], "vi")
    assert only(listed, "code", "credits") == [(f"NN{n}01", c) for n, (_, c, _, _) in enumerate(courses, 1)]
    assert [load for load in loads if load[0] == "NN401"] == [
        ("NN401", "lecture", 15), ("NN401", "practice", 60), ("NN401", "self_study", 75),
    ]  # fmt: skip


def test_columns_of_semesters_without_proof_are_no_semesters() -> None:
    table = [[row[0], row[1], row[3], row[4], "", "", ""] for row in ukrainian()]
    for n, row in enumerate(table):
        row[4 + n % 3] = row[2]
    courses, _ = read(table)
    assert only(courses, "credits", "semester") == [(int(row[2]), None) for row in table]


def test_lost_heads_and_rows_of_two_courses_are_found() -> None:
    plan = document("НАВЧАЛЬНИЙ ПЛАН", ukrainian(), language="uk", kind="plan")
    assert [(f.rule, dict(f.values)) for f in blanks.check(plan, SOME)] == [("lost_heads", {"told": 6})]
    head = ["Код", "Назва дисципліни", "Кредити", "Годин"]
    both = ["ОК 3 ОК 4", "Опір матеріалів Насоси та станції", "6 5", "180 150"]
    made = [head, ["ОК 1", "Гідравліка", "4", "120"], both, ["ОК 5", "Меліорація", "4", "120"]]
    found = blanks.check(document("НАВЧАЛЬНИЙ ПЛАН", made, language="uk", kind="plan"), SOME)
    assert [(f.rule, dict(f.values)) for f in found] == [("merged_rows", {"codes": "ОК 3 ОК 4"})]
    assert blanks.check(document("НАВЧАЛЬНИЙ ПЛАН", [*made[:2], made[3]], language="uk", kind="plan"), SOME) == []


def test_codes_that_stand_with_their_names_are_of_a_table_torn_apart() -> None:
    glued = [[f"{code} {name}", *figures] for code, name, *figures in ukrainian()]
    assert read(glued) == ([], [])
