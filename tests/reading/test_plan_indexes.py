"""Indexes of Russian plans are told by their shape, and read again enlarged where their print is too small."""

import numpy as np
import pytest

from extractors.reading.paper_tables.codes.plan_indexes import index_of, settle_indexes
from extractors.reading.paper_tables.entries import Entry
from models.page import Box, Word


@pytest.mark.parametrize(
    ("read", "index"),
    [
        ("51.0.04", "Б1.О.04"),
        ("Б1.8.02", "Б1.В.02"),
        ("51.В.ДВ.О3.02", "Б1.В.ДВ.03.02"),
        ("БЗ.01(Д)", "Б3.01(Д)"),
        ("Б2.В.02 (Пд)", "Б2.В.02(Пд)"),
        ("БІ.В.ДВ.01.01", "Б1.В.ДВ.01.01"),
        ("ФТД.02", "ФТД.02"),
        ("Б2.О.01(ПА)", None),
        ("ФТД.О", None),
        ("Индекс", None),
        ("3.01", None),
    ],
)
def test_an_index_is_told_by_its_shape(read: str, index: str | None) -> None:
    assert index_of(read) == index


def test_what_was_read_as_no_index_is_read_again() -> None:
    entries = []
    for n, text in enumerate(["51.0.01", "Б1.О.02", "Б1.В.01", "ВДВ. 0"]):
        box = Box(20, 20 * n, 90, 20 * n + 12)
        entry = Entry(box, box, np.zeros((20, 60), np.uint8))
        entry.words = (Word(text, box, 0.6),)
        entries.append(entry)

    def lines(crops: list[np.ndarray]) -> list[list[Word]]:
        return [[Word("Б1.В.ДВ.02.01" if crop.shape[0] > 60 else "ВДВ. 0", None, 0.8)] for crop in crops]

    settle_indexes(entries, lines, lambda crops: [[] for _ in crops])
    assert [entry.words[0].text for entry in entries] == ["Б1.О.01", "Б1.О.02", "Б1.В.01", "Б1.В.ДВ.02.01"]
