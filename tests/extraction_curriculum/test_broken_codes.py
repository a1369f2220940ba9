"""Codes and heads that a narrow column broke over its lines."""

import pytest

from extractors.curriculum.broken_codes import unbroken, whole_label
from extractors.curriculum.courses.alike_heads import of_courses
from extractors.curriculum.heads import Column


@pytest.mark.parametrize(
    ("column", "told"),
    [
        ([("Mã HP",), ("LAM10", "1"), ("LAM10", "2"), ("| GOV20", "4")], [None, "LAM101", "LAM102", "GOV204"]),
        ([("K20-", "CNX1"), ("K20-TKT",), ("K20-CNX2",)], ["K20-CNX1", None, None]),
        ([("Б1.О.0", "3"), ("Б1.О.0", "4"), ("Б1.В.01",)], ["Б1.О.03", "Б1.О.04", None]),
        ([("PLO1", "2"), ("PLO3",), ("PLO4", "5")], [None] * 3),  # two numbers of one list
        ([("LAM101", "LAM102"), ("LAM103", "GOV204"), ("LAM105",)], [None] * 3),
        ([("45", "30"), ("15", "30"), ("60", "15")], [None] * 3),
        ([("LAM10", "1"), ("Đồ án",), ("Thực tập",), ("Khóa luận",)], [None] * 4),
    ],
)
def test_broken_codes_are_whole_in_a_column_of_codes(column, told):
    assert unbroken(column) == told


@pytest.mark.parametrize(
    ("lines", "whole"), [(("ST", "T"), "STT"), (("Tổn", "g"), "Tổng"), (("Số tín", "chỉ"), None), (("Học", "kỳ"), None)]
)
def test_heads_broken_within_a_word_are_whole(lines, whole):
    assert whole_label(lines) == whole


def test_a_column_of_parts_beside_one_of_names_names_no_courses():
    parts, names = Column(0, "name", ("Khối kiến thức",)), Column(3, "name", ("Tên học phần",))
    assert of_courses([parts, names]) == [names] and of_courses([parts]) == [parts]
