"""Heads that stand in columns of their own beside those that they head, as converters give ruled tables."""

from extractors.curriculum.grids import grids
from extractors.curriculum.heads import headed
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


def test_a_head_over_several_columns_ends_where_another_one_begins_above():
    rows = (
        ["Индекс", "Дисциплина", "Курс 1", "", "", "", "Кафедра", ""],
        ["", "", "Семестр 1", "", "Семестр 2", "", "", ""],
        ["", "", "Лек", "Пр", "Лек", "Пр", "Код", "Название"],
        ["Б1.О.01", "Гидрология", "16", "32", "", "", "17", "Вод суши"],
        ["Б1.О.02", "Океанология", "", "", "18", "36", "21", "Океана"],
    )
    head = headed(next(iter(grids(document("УЧЕБНЫЙ ПЛАН", list(rows), "Конец", language="ru")))))
    assert [c.path for c in head.columns][5:] == [
        ("Курс 1", "Семестр 2", "Пр"),
        ("Кафедра", "Код"),
        ("Кафедра", "Название"),
    ]
