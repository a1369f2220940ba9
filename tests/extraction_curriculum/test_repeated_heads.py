"""Heads that a table repeats on its next page."""

import pytest

from extractors.curriculum.repeated_rows import told_elsewhere

HEADS = ["Tuần", "Nội dung", "Số tiết", "Tài liệu", "Ghi chú"]


def heads(**changed: str) -> list[str]:
    return [changed.get(f"c{n}", text) for n, text in enumerate(HEADS)]


def test_what_was_misread_in_one_print_is_told_by_the_other():
    assert told_elsewhere(heads(c1="Nội sử dung"), HEADS) == {1: "Nội dung"}
    assert told_elsewhere(HEADS, heads(c1="Nội sử dung")) == {}


@pytest.mark.parametrize(
    "own",
    [
        HEADS,
        heads(c1="Thiết bị"),  # no reading of the other
        heads(c1="Mục tiêu"),
        heads(c0="Tưn", c1="Nội sử dung"),  # too many that differ
        HEADS[:3],
    ],
)
def test_other_heads_stay(own):
    assert told_elsewhere(own, HEADS) == {}
