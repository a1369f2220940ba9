"""Modes with a semester behind them, shares with their points, scales with their traditional grades."""

import pytest

from extractors.curriculum.heads import mode_of
from tests.extraction_curriculum.paper import document, only, rows

LOAD = [
    ["Вид учебной работы", "Всего часов", ""],
    ["Вид учебной работы", "Очно (семестр 4)", "Заочно (курс 3)"],
    ["Лекции", "26", "6"],
    ["Практические занятия", "24", "4"],
    ["Самостоятельная работа", "58", "98"],
    ["Общая трудоемкость, часы", "108", "108"],
]


@pytest.mark.parametrize(
    ("text", "mode"), [("Очно (семестр 4)", True), ("Заочно (курс 3)", True), ("Лекции (семестр 4)", False)]
)
def test_a_semester_behind_a_mode_is_none_of_it(text: str, *, mode: bool) -> None:
    assert (mode_of(text) is not None) is mode


def test_loads_of_two_modes_with_their_semesters() -> None:
    made = document(
        "РАБОЧАЯ ПРОГРАММА ДИСЦИПЛИНЫ", "ЛЕСОВОДСТВО", "Объем дисциплины", LOAD, language="ru", kind="syllabus"
    )
    told = {(w["activity"], w.get("mode"), w["hours"]) for w in rows("workloads", made)}
    assert {(a, m, h) for a, m, h in told if a != "total"} == {
        ("lecture", "очно", 26), ("lecture", "заочно", 6), ("practice", "очно", 24), ("practice", "заочно", 4),
        ("self_study", "очно", 58), ("self_study", "заочно", 98),
    }  # fmt: skip


def test_points_beside_shares_that_make_a_hundred_are_scores() -> None:
    table = [
        ["Assessment", "Points", "Weight"],
        ["Essay", "100", "30%"],
        ["Report", "100", "30%"],
        ["Exam", "100", "40%"],
    ]
    made = document("SYLLABUS", "Course: Botany", "Assessment", table, language="en", kind="syllabus")
    assert only(rows("assessments", made), "title", "max_score", "weight_percent") == [
        ("Essay", 100, 30), ("Report", 100, 30), ("Exam", 100, 40)
    ]  # fmt: skip


def test_traditional_grades_are_labels() -> None:
    steps = (("A", "4.0", "95-100", "Excellent"), ("B", "3.0", "80-94", "Good"), ("C", "2.0", "50-79", "Satisfactory"),
             ("F", "0", "0-49", "Unsatisfactory"))  # fmt: skip
    table = [["Letter", "Points", "Percent", "Traditional"], *map(list, steps)]
    made = document("SYLLABUS", "Course: Botany", "Grading scale", table, language="en", kind="syllabus")
    assert [g["label"] for g in rows("grades", made)] == ["Excellent", "Good", "Satisfactory", "Unsatisfactory"]


def test_a_topic_without_hours_of_the_one_kind_that_is_told_keeps_its_whole() -> None:
    plan = [["№", "Наименование тем", "Всего", "Практические"], ["1", "Введение", "4", ""], ["2", "Почвы", "8", "4"],
            ["3", "Леса", "6", "2"], ["", "Итого", "18", "6"]]  # fmt: skip
    made = document("РАБОЧАЯ ПРОГРАММА", "Тематический план", plan, language="ru", kind="syllabus")
    assert only(rows("topics", made), "title", "activity", "hours") == [
        ("Введение", None, 4), ("Почвы", "practice", 4), ("Леса", "practice", 2)
    ]  # fmt: skip


def test_works_are_of_the_group_whose_code_they_bear() -> None:
    table = [["Thành phần đánh giá", "Bài đánh giá", "Tỷ lệ %"], ["", "A1.1. Chuyên cần", "10"],
             ["A1. Quá trình", "A1.2. Bài tập nhóm", "15"], ["", "A2.1. Trắc nghiệm", "10"],
             ["A2. Giữa kỳ", "A2.2. Thuyết trình", "15"], ["A3. Cuối kỳ", "A3.1. Thi tự luận", "50"]]  # fmt: skip
    made = document("ĐỀ CƯƠNG HỌC PHẦN", "Tên học phần: Đất", "Đánh giá học phần", table, kind="syllabus")
    assert only(rows("assessments", made), "title", "period") == [
        ("A1.1. Chuyên cần", "A1. Quá trình"), ("A1.2. Bài tập nhóm", "A1. Quá trình"),
        ("A2.1. Trắc nghiệm", "A2. Giữa kỳ"), ("A2.2. Thuyết trình", "A2. Giữa kỳ"),
        ("A3.1. Thi tự luận", "A3. Cuối kỳ"),
    ]  # fmt: skip
