"""Rows of plans in plain text whose cells stand in other columns than their own."""

import pytest

from tests.extraction_curriculum.paper import document, only, rows

HEAD = [
    ["TT", "Mã HP", "Tên học phần", "Số TC", "Lý thuyết", "Thực hành", "Tự học", "Học kỳ", "HP học trước"],
    ["1", "LNS101", "Sinh thái rừng", "3", "30", "30", "90", "1", ""],
    ["2", "LNS102", "Đo đạc lâm nghiệp", "2", "20", "", "60", "1", ""],
    ["3", "LNS203", "Trồng rừng", "4", "40", "30", "120", "3", "LNS101"],
]
"""A head and whole rows, the first of them with a blank cell at the end."""
TOLD = ("LNS304", "Khai thác lâm sản", 3, 5, [("lecture", 30), ("practice", 40), ("self_study", 100)])


def read(*own, head=HEAD, kind="programme"):
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [*head, *map(list, own)], kind=kind)
    listed = only(rows("courses", made), "code", "name", "credits", "semester")
    loads = only(rows("workloads", made), "course_code", "activity", "hours")
    return [(*row, [load[1:] for load in loads if load[0] == row[0]]) for row in listed]


@pytest.mark.parametrize(
    "row",
    [
        "LNS304|Khai thác lâm sản|3|30|40|100|5|",
        "4 LNS304|Khai thác lâm sản|3|30|40|100|5|",
        "4|LNS304 Khai thác lâm sản|3|30|40|100|5|",
        "4|LNS304|Khai thác|lâm sản|3|30|40|100|5|",
        "4|LNS304|Khai thác lâm sản|3|30|40|100|5",
    ],
)
def test_cells_run_together_cut_or_left_out_stand_in_their_columns_again(row) -> None:
    assert read(row.split("|"))[-1] == TOLD


def test_figures_that_may_be_of_several_columns_are_left_out() -> None:
    head = ["Код", "Назва дисципліни", "Кредити", "Усього годин", "1 семестр", "2 семестр", "3 семестр"]
    plan = [head, ["ЛК 1", "Гідрологія", "4", "120", "4", "", ""], ["ЛК 2", "Дендрологія", "5", "150", "", "5", ""],
            ["ЛК 3", "Таксація лісу", "6", "180", "", "", "6"], ["ЛК 4", "Лісівництво", "4", "120", "4"]]  # fmt: skip
    made = document("НАВЧАЛЬНИЙ ПЛАН", plan, language="uk", kind="plan")
    assert only(rows("courses", made), "code", "credits", "semester") == [
        ("ЛК 1", 4, 1),
        ("ЛК 2", 5, 2),
        ("ЛК 3", 6, 3),
        ("ЛК 4", 4, None),
    ]
    trimmed = [[*row[:4], *"|".join(row[4:]).rstrip("|").split("|")] for row in plan]
    made = document("НАВЧАЛЬНИЙ ПЛАН", trimmed, language="uk", kind="plan")
    assert only(rows("courses", made), "semester") == [(1,), (2,), (3,), (1,)]


def test_a_column_blank_in_all_whole_rows_says_nothing_of_the_rows_cut_behind_their_last_cell() -> None:
    head = ["Код", "Назва дисципліни", "Кредити", "Усього годин", "1 семестр", "2 семестр", "3 семестр"]
    plan = [head, ["ЛК 1", "Гідрологія", "4", "120", "4"], ["ЛК 2", "Дендрологія", "5", "150", "", "5"],
            ["ЛК 3", "Таксація лісу", "6", "180", "", "", "6"], ["ЛК 4", "Лісівництво", "4", "120", "4"],
            ["ЛК 5", "Мисливство", "5", "150", "", "", "5"]]  # fmt: skip
    made = document("НАВЧАЛЬНИЙ ПЛАН", plan, language="uk", kind="plan")
    assert only(rows("courses", made), "semester") == [(1,), (2,), (3,), (1,), (3,)]


def test_a_row_that_fits_nowhere_keeps_its_words_and_no_figures() -> None:
    assert read(["4", "LNS304", "Khai thác lâm sản", "900", "7", "7000"])[3:] == [
        ("LNS304", "Khai thác lâm sản", None, None, [])
    ]
    whole = ["4", "LNS304", "Thực tập", "4", "0", "7 tuần", "60", "7", ""]
    assert read(whole)[-1][:4] == ("LNS304", "Thực tập", 4, 7)


def test_two_courses_of_unlike_codes_in_a_row_are_no_course() -> None:
    both = ["4 5", "LNS304 KTR305", "Khai thác lâm sản Kinh tế rừng", "3 2", "30 20", "40 20", "100 60", "5 5", ""]
    assert [row[0] for row in read(both)] == ["LNS101", "LNS102", "LNS203"]


def test_hours_of_topics_stand_in_their_columns_again() -> None:
    head = ["Тиждень", "Тема", "Лекції, год", "Практичні, год", "Лабораторні, год", "Самостійна робота, год"]
    plan = [head, ["1", "Ріст дерев", "2", "", "2", "8"], ["2", "Будова насадження", "4", "2", "", "6"],
            ["3 Таксація лісу", "2", "4", "", "9"], ["4", "Продуктивність", "лісу", "2", "2", "", "7"],
            ["5", "Рубки догляду", "2", "2", "4", "10"], ["6", "Охорона лісу", "2", "12"]]  # fmt: skip
    made = document("РОБОЧА ПРОГРАМА", "Структура дисципліни", plan, language="uk")
    told = only(rows("topics", made), "title", "activity", "hours")
    assert [row[1:] for row in told if row[0] == "Таксація лісу"] == [
        ("lecture", 2),
        ("practice", 4),
        ("self_study", 9),
    ]
    assert ("Продуктивність лісу", "self_study", 7) in told and ("Охорона лісу", "self_study", 12) in told
    assert not [row for row in told if row[0] == "Охорона лісу" and row[2] == 2]
