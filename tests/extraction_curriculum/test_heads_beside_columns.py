"""Heads that stand in columns of their own beside those that they head, as converters give ruled tables."""

from extractors.curriculum.grids import grids
from tests.extraction_curriculum.paper import document

HEAD = ["STT", "Nội dung", "", "Hoạt động", "", "Đánh giá"]


def texts(*rows):
    (grid,) = grids(document("ĐỀ CƯƠNG", list(rows), "Hết"))
    return [[place.text for place in row] for row in grid.rows]


def test_a_column_with_nothing_but_a_head_is_one_with_the_column_beside_it_that_has_none():
    rows = (["1", "Bờ biển", "Nghe giảng", "", "Hỏi", ""], ["2", "Đèn biển", "Thảo luận", "", "", ""])
    assert texts(HEAD, *rows) == [
        ["STT", "Nội dung", "Hoạt động", "Đánh giá"],
        ["1", "Bờ biển", "Nghe giảng", "Hỏi"],
        ["2", "Đèn biển", "Thảo luận", ""],
    ]


def test_an_empty_column_beside_filled_ones_stays():
    rows = (["1", "Bờ biển", "A", "Nghe giảng", "B", ""], ["2", "Đèn biển", "A", "Thảo luận", "B", ""])
    head = ["STT", "Nội dung", "Mức", "Hoạt động", "Hạng", "Ghi chú"]
    assert texts(head, *rows)[1] == ["1", "Bờ biển", "A", "Nghe giảng", "B", ""]
    assert len(texts(HEAD, *rows)[0]) == 6


def test_marks_that_stand_in_columns_by_turns_are_no_heads():
    rows = (["ОК 1", "Ихтіологія", "6", "1", ""], ["ОК 2", "Гідрохімія", "5", "", "2"])
    assert texts(*rows) == [list(row) for row in rows]
