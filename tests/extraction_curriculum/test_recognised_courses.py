"""Courses that are recognised, beside those that were learnt elsewhere."""

import pytest

from tests.extraction_curriculum.paper import Cell, document, only, rows

GROUPS: list[Cell] = [("TT", 2, 1), ("Học phần đã học", 1, 2), ("Học phần được công nhận", 1, 3)]
BELOW: list[Cell] = ["Tên học phần", "Số TC", "Mã HP", "Tên học phần", "Số TC"]
LISTED: list[Cell] = ["1", "Vẽ tay", "4", "DRW210", "Hình họa", "3"]
MORE: list[Cell] = ["2", "Tin học văn phòng", "2", "INF150", "Tin học căn bản", "2"]


@pytest.mark.parametrize("head", [[GROUPS, BELOW], [["TT", *BELOW]]])
def test_name_and_credits_are_those_beside_the_code(head: list[list[Cell]]) -> None:
    made = document([*head, LISTED, MORE], kind="decision")
    assert only(rows("courses", made), "code", "name", "credits") == [
        ("DRW210", "Hình họa", 3),
        ("INF150", "Tin học căn bản", 2),
    ]


def test_names_before_the_code_stay_the_nearest() -> None:
    made = document([["TT", "Tên học phần", "Mã HP", "Số TC"], ["1", "Hình họa", "DRW210", "3"]], kind="decision")
    assert only(rows("courses", made), "code", "name", "credits") == [("DRW210", "Hình họa", 3)]


def test_marks_beside_codes_and_credits_are_those_of_courses() -> None:
    head: list[Cell] = ["TT", "Mã HP", "Tên học phần", "Số TC", "Điểm hệ 10", "Điểm chữ"]
    made = document([head, ["1", "DRW210", "Hình họa", "3", "8,4", "B+"]], kind="decision")
    assert only(rows("courses", made), "code", "name", "credits") == [("DRW210", "Hình họa", 3)]
    scale = document([["Tên học phần", "Điểm chữ", "Số TC"], ["Hình họa", "B+", "3"]], kind="decision")
    assert not rows("courses", scale)
