"""Heads of columns of figures in dense tables: short words like figures are read as words above all figures."""

import numpy as np

from extractors.reading.paper_tables.entries import Entry
from extractors.reading.paper_tables.short_entries import settle_short
from models.page import Box

PAPER = np.full((20, 30), 255, np.uint8)


def _entry(row: int, text: str, sure: float = 0.96) -> Entry:
    cell = Box(0, 16.0 * row, 30, 16.0 * row + 14)
    entry = Entry(cell, Box(4, 16.0 * row + 3, 12, 16.0 * row + 11), PAPER)
    entry.said += [(text, sure), (text, sure)]
    return entry


def _said(*entries: Entry) -> list[str]:
    settle_short(entries, lambda crops: [], lambda crops: [])
    return [" ".join(word.text for word in entry.words) for entry in entries]


def test_a_head_like_figures_is_read_as_it_stands() -> None:
    assert _said(_entry(0, "STT"), _entry(1, "1"), _entry(2, "2"), _entry(3, "3"))[0] == "STT"


def test_what_stands_among_figures_is_no_head() -> None:
    found = _said(_entry(0, "1"), _entry(1, "STT"), _entry(2, "2"), _entry(3, "3"))
    assert found[1] != "STT"


def test_an_unsure_head_is_not_believed() -> None:
    assert _said(_entry(0, "STT", 0.5), _entry(1, "1"), _entry(2, "2"), _entry(3, "3"))[0] != "STT"


def test_a_code_with_a_capital_among_bare_ones_is_no_figure() -> None:
    read = _said(_entry(1, "06.031"), _entry(2, "V.07.01.03", 0.9), _entry(3, "01.010"), _entry(4, "13.096"))
    assert read[1] == "V.07.01.03"


def test_a_letter_among_heads_is_one_though_it_was_read_badly() -> None:
    letter, wide, last = _entry(0, "л", 0.4), _entry(0, "лаб"), _entry(0, "с.р.")
    for shift, entry in enumerate((wide, last), 1):
        entry.cell = Box(40.0 * shift, 0, 40.0 * shift + 30, 14)
    below = [_entry(row, str(row)) for row in range(1, 4)]
    assert _said(letter, wide, last, *below)[0] == "л"
