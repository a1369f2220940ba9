"""Rows that sum up are known though a mark of their first word was misread."""

from extractors.curriculum.table_rows import is_total


def test_a_total_whose_mark_was_misread_is_one_and_other_words_are_none():
    assert all(map(is_total, ("Tống", "Tồng cộng", "Tông số", "Tổng", "Công")))
    assert not any(map(is_total, ("Tống Thị Lan", "Tông màu", "Công suất", "Tống quan", "Tổng quan", "Tôn trọng")))
