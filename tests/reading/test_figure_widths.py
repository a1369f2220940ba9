"""Commas of small print are told by the width of the ink; open figures are read enlarged and held to their width."""

import numpy as np
import pytest

from extractors.reading.paper_tables.codes.parted import Parted, parted
from extractors.reading.paper_tables.figures.enlarged import read_enlarged, told_alike
from extractors.reading.paper_tables.figures.widths import Widths, widths_of
from models.page import Word

HIGH, WIDE = 14, 8


def ink(text: str) -> np.ndarray:
    """Return a crop of figures as blocks of ink, a comma as a low one that is half as wide."""
    parts = []
    for sign in text:
        wide = WIDE // 2 if sign == "," else WIDE
        mark = np.full((HIGH, wide), 255, np.uint8)
        mark[HIGH - 4 if sign == "," else 0 :] = 0
        parts.append(np.pad(mark, ((0, 0), (0, 1)), constant_values=255))
    return np.pad(np.concatenate(parts, axis=1), 4, constant_values=255)


def learnt() -> Widths:
    found = widths_of([(text, ink(text)) for text in ("1", "2", "3", "40", "50", "60", "120", "150", "180")])
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("printed", "bare", "before"),
    [
        ("6,5", "65", 1),
        ("12,5", "125", 2),
        ("101,5", "1015", 3),
        ("65", "65", 0),
        ("125", "125", 0),
        ("1,2,3", "123", 0),
        ("1,260", "1260", 0),  # no decimal has three figures behind it
    ],
)
def test_a_lost_comma_stands_where_the_ink_is_white_above(printed: str, bare: str, before: int) -> None:
    assert learnt().place_of_comma(ink(printed), len(bare)) == before


def test_entries_that_lost_a_comma_do_not_tell_widths() -> None:
    samples = [("1", "1"), ("2", "2"), ("3", "3"), ("40", "40"), ("50", "50"), ("60", "60"), ("65", "6,5")]
    found = widths_of([(text, ink(printed)) for text, printed in samples])
    assert found is not None
    assert abs(found.step - (WIDE + 1)) < 0.5


def test_few_figures_tell_no_widths() -> None:
    assert widths_of([("1", ink("1")), ("22", ink("22"))]) is None


@pytest.mark.parametrize(
    ("said", "told"),
    [(("44", "44", ""), "44"), (("44", "4", "44"), "44"), (("44", "", ""), ""), (("44", "41", "44"), "")],
)
def test_figures_read_enlarged_count_where_sizes_agree_and_the_ink_is_as_wide(said: tuple[str, ...], told: str) -> None:
    answers = iter(said)
    votes = read_enlarged([ink("44")], learnt(), lambda crops: [[Word(next(answers), None, 0.9)] for _ in crops])
    assert told_alike(votes[0]) == told


@pytest.mark.parametrize(("wide", "figures"), [(10, 1), (20, 2), (30, 3)])
def test_figures_of_a_code_that_touch_are_counted_by_their_width(wide: int, figures: int) -> None:
    letters = [np.pad(np.zeros((HIGH, 14), np.uint8), ((0, 0), (0, 2)), constant_values=255)] * 2
    number = [np.full((HIGH, 6), 255, np.uint8), np.zeros((HIGH, wide), np.uint8)]
    assert parted(np.pad(np.concatenate([*letters, *number], axis=1), 4, constant_values=255)) == Parted(2, figures)
