"""Heads written upwards above tables that have no rules around them."""

import pytest

from extractors.arranging.tables.ruling import Ruled
from extractors.arranging.tables.upward_heads import with_upward_head
from models.page import Box, Word

WIDTH = 40.0
LABELS = ("Total", "Talks", "Looms", "Walks")


def _word(text: str, column: float, top: float, turn: int = 0, high: float = 10.0) -> Word:
    """Return a word at the middle of a column."""
    middle = (column + 0.5) * WIDTH
    return Word(text, Box(middle - 5, top, middle + 5, top + high), 1.0, "Serif", 10.0, turn)


def _table(columns: int = 4, rows: int = 3, top: float = 100.0) -> Ruled:
    """Return a table of rows 12 points high."""
    cells = [
        Box(c * WIDTH, top + 12 * r, (c + 1) * WIDTH, top + 12 * r + 12) for r in range(rows) for c in range(columns)
    ]
    return Ruled(Box(0, top, columns * WIDTH, top + 12 * rows), cells)


def _figures(columns: int = 4) -> list[Word]:
    return [_word("3", c, 101 + 12 * r) for r in range(3) for c in range(columns)]


def test_labels_above_the_first_rule_are_a_row_of_heads() -> None:
    labels = [_word(text, n, 60, 90, 38) for n, text in enumerate(LABELS)]
    found = with_upward_head(_table(), [*labels, *_figures()])
    head = sorted((c for c in found.cells if c.y0 < 100), key=lambda c: c.x0)
    assert [(c.x0, c.x1, c.y1) for c in head] == [(n * WIDTH, (n + 1) * WIDTH, 100) for n in range(4)]
    assert found.box.y0 < 60 and len(found.cells) == 16


def test_level_labels_beside_them_are_of_the_same_row() -> None:
    words = [_word("Name", 0, 75), *(_word(text, n, 60, 90, 38) for n, text in enumerate(LABELS) if n)]
    assert len(with_upward_head(_table(), [*words, *_figures()]).cells) == 16


def test_a_label_over_labels_has_a_row_above_them() -> None:
    words = [_word("Hours", 2, 48), _word("Total of all", 0, 44, 90, 54)]
    words += [_word(text, n, 60, 90, 38) for n, text in enumerate(LABELS) if n]
    head = [c for c in with_upward_head(_table(), [*words, *_figures()]).cells if c.y1 <= 100]
    assert sorted((c.x0, c.x1, c.y0 < 48) for c in head) == [
        (0, 40, True), (40, 80, False), (40, 160, True), (80, 120, False), (120, 160, False)
    ]  # fmt: skip


def test_a_first_row_beside_them_grows_up_to_their_ends() -> None:
    words = [_word("Name", 0, 101), *(_word(text, n, 70, 90, 41) for n, text in enumerate(LABELS) if n)]
    rest = [w for w in _figures() if w.box and w.box.y0 > 112]
    found = with_upward_head(_table(), [*words, *rest])
    assert len(found.cells) == 12 and sum(c.y0 < 75 and c.y1 == 112 for c in found.cells) == 4


def test_two_labels_over_one_column_part_it() -> None:
    labels = [*(_word(text, n, 60, 90, 38) for n, text in enumerate(LABELS[:3])), _word("Exam", 2.75, 60, 90, 38),
              _word("Pass", 3.25, 60, 90, 38)]  # fmt: skip
    figures = [*_figures(3), _word("1", 2.75, 101), _word("2", 3.25, 113), _word("2", 2.75, 125)]
    found = with_upward_head(_table(), [*labels, *figures])
    assert len({c.x0 for c in found.cells}) == 5


@pytest.mark.parametrize("high", [60, 20])
def test_too_few_labels_or_ones_far_above_head_nothing(high: float) -> None:
    labels = [_word(text, n, high, 90, 38) for n, text in enumerate(LABELS[: 1 if high == 60 else 4])]
    assert with_upward_head(_table(), [*labels, *_figures()]) == _table()
