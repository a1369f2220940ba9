"""Words written upwards or downwards: read in their own direction, each way of writing on lines of its own."""

import pytest

from extractors.arranging.lining import build_lines, upright
from extractors.reading.layers.digital import chars_of, direction
from models.page import Box, Word


@pytest.mark.parametrize("turn", [90, 270])
def test_turning_a_box_is_undone(turn: int) -> None:
    box = Box(1, 2, 5, 9)
    assert upright(upright(box, turn), -turn) == box


def test_a_head_written_upwards_reads_from_the_bottom() -> None:
    words = [
        Word("кредитів", Box(10, 20, 18, 60), turn=90),
        Word("Кількість", Box(10, 64, 18, 110), turn=90),
        Word("ЄКТС", Box(20, 80, 28, 110), turn=90),
        Word("5", Box(12, 120, 16, 128)),
    ]
    assert [line.as_text() for line in build_lines(words)] == ["5", "Кількість кредитів", "ЄКТС"]


def test_a_head_written_downwards_reads_from_the_top() -> None:
    words = [Word("годин", Box(10, 64, 18, 110), turn=270), Word("Всього", Box(10, 20, 18, 60), turn=270)]
    assert [line.as_text() for line in build_lines(words)] == ["Всього годин"]


def test_characters_are_sorted_by_their_direction() -> None:
    level = {"text": "а", "upright": True, "matrix": (1, 0, 0, 1, 0, 0)}
    rising = {"upright": False, "matrix": (0, 1, -1, 0, 5, 5), "x0": 1, "x1": 9, "top": 3, "bottom": 7, "text": "б"}
    assert [direction(c) for c in (level, rising)] == [0, 90]
    assert chars_of([level, rising], 0) == [level]
    laid = chars_of([level, rising], 90)[0]
    assert (laid["x0"], laid["x1"], laid["top"], laid["bottom"]) == (-7, -3, 1, 9)
