"""Heads of columns that a scan lost, told by what stands below them."""

import pytest

from tests.extraction_curriculum.paper import document, rows

HEAD = [
    [("STT", 2, 1), ("Mã học phần", 2, 1), ("Tên học phần", 2, 1), ("5á", 2, 1), ("Số giờ tín chỉ", 1, 2)],
    ["Lí thuyết", "Thực hành"],
]
COURSES = [("VLM1010", "Cơ sở vật lý", 2, 20), ("VLM1020", "Quang học", 3, 30), ("VLM1030", "Nhiệt học", 2, 15)]


def plan(*, credits_of_last: int) -> list[list]:
    made = [
        [str(n), code, name, str(c), str(lecture), str(15 * c - lecture)]
        for n, (code, name, c, lecture) in enumerate(COURSES, 1)
    ]
    return [*HEAD, *made, ["4", "VLM1040", "Cơ học", str(credits_of_last), "40", "20"]]


def test_credits_are_told_by_the_hours_in_class_added_up() -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", plan(credits_of_last=4), kind="programme")
    assert [(r["code"], r.get("credits")) for r in rows("courses", made)] == [
        *((code, c) for code, _, c, _ in COURSES),
        ("VLM1040", 4),
    ]
    assert ("VLM1020", "practice", 15) in [
        (r["course_code"], r["activity"], r["hours"]) for r in rows("workloads", made)
    ]


@pytest.mark.parametrize("last", [3, 60])
def test_a_column_that_a_row_speaks_against_is_none_of_credits(last: int) -> None:
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", plan(credits_of_last=last), kind="programme")
    assert all(r.get("credits") is None for r in rows("courses", made))


@pytest.mark.parametrize(("heads", "told"), [("1 | 2 | 3", [2, 3]), ("1 | 2", [None, None])])
def test_rules_read_as_bars_part_a_head_where_each_column_has_a_part(heads: str, told: list) -> None:
    table = [
        [("Mã HP", 2, 1), ("Tên học phần", 2, 1), ("Số TC", 2, 1), ("Phân bổ tín chỉ theo học kỳ", 1, 3)],
        [(heads, 1, 3)],
        ["VLM1010", "Cơ sở vật lý", "2", "", "2", ""],
        ["VLM1020", "Quang học", "3", "", "", "3"],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", table, kind="programme")
    assert [r.get("semester") for r in rows("courses", made)] == told


@pytest.mark.parametrize("head", ["Mã học phần", "Mi HP", "M3"], ids=["sound", "misread", "unlike"])
def test_codes_are_told_by_their_shape_and_hanging_heads_belong_to_the_head(head: str) -> None:
    misread = [[(head, 2, 1), ("Tên học phần", 2, 1), ("Số tín chỉ", 2, 1), ("Thdi gian (gid)", 1, 3)]]
    below = [["Tổng số", "Lý thuyết", "Thực hành"]]
    data = [
        [code, name, str(c), str(15 * c), str(lecture), str(15 * c - lecture)] for code, name, c, lecture in COURSES
    ]
    data += [["VLM1040", "Cơ học", "4", "60", "40", "20"]]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [*misread, *below, *data], kind="programme")
    assert [r["code"] for r in rows("courses", made)] == [row[0] for row in data]
    loads = {(r["course_code"], r["activity"]): r["hours"] for r in rows("workloads", made)}
    assert loads["VLM1020", "lecture"] == 30 and loads["VLM1040", "practice"] == 20


def test_a_column_of_marks_or_years_is_none_of_codes() -> None:
    data = [["2019-2020", name, str(c)] for _, name, c, _ in COURSES] + [["2021-2022", "Cơ học", "4"]]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [["Nien khfa", "Tên học phần", "Số tín chỉ"], *data], kind="programme")
    listed = rows("courses", made)
    assert len(listed) == len(data)
    assert all("code" not in r or "20" not in str(r["code"]) for r in listed)


def test_rows_that_hang_together_are_a_head_though_none_has_labels_enough() -> None:
    misread = [[("MA MH/MD", 3, 1), ("Tên học phần", 3, 1), ("Số tín chỉ", 3, 1), ("Thdi gian", 1, 4)]]
    below = [[("Tổng số", 2, 1), ("Trong tit", 1, 3)], ["Lý thuyết", "Thgc hanh", "Kiam tra"]]
    data = [[code, name, str(c), str(15 * c), "10", str(15 * c - 12), "2"] for code, name, c, _ in COURSES]
    data += [["VLM1040", "Cơ học", "4", "60", "40", "18", "2"]]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", [*misread, *below, *data], kind="programme")
    assert [r["code"] for r in rows("courses", made)] == [row[0] for row in data]


def test_the_first_rows_of_a_table_without_labels_are_no_head() -> None:
    data = [[("Nhóm một", 2, 1), "An", "1"], ["Bình", "2"], ["Nhóm hai", "Chi", "3"]]
    assert rows("courses", document("DANH SÁCH", data, kind="programme")) == []


def test_codes_below_a_lost_head_stand_before_the_numbers_of_the_rows() -> None:
    plan = [
        ["№ з/п", "", "Назва освітнього компонента", "Кредити"],
        ["1", "ОК 01", "Оптика", "4"],
        ["2", "ОК 02", "Лазери", "5"],
        ["3", "ОК 03", "Голографія", "3"],
        ["4", "ОК 04", "Спектроскопія", "6"],
    ]
    found = rows("courses", document("НАВЧАЛЬНИЙ ПЛАН", plan, kind="plan", language="uk"))
    assert [r["code"] for r in found] == ["ОК 01", "ОК 02", "ОК 03", "ОК 04"]
