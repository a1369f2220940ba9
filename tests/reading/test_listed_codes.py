"""Cyrillic codes of a column are told by two readings: the letters by one, the figures by the other."""

import numpy as np
import pytest

from extractors.arranging.tables.ruling import Ruled
from extractors.reading.paper_tables.codes.listed import counted_codes, with_codes
from models.page import Box, Word


@pytest.mark.parametrize(
    ("pairs", "codes"),
    [
        ([("ФКО1", "FKO01"), ("фко2", "ФK02"), ("фко", "FK03")], [None] * 3),  # no letters that both models read
        ([("ОКО1", "OKO01"), ("око", "OK02"), ("Око3", "OK03"), ("окоб", "OK04")], ["ОК01", "ОК02", "ОК03", "ОК04"]),
        ([("ВКО1", "BK01"), ("вко7", "BK09"), ("вко5", "BK05")], ["ВК01", None, "ВК05"]),  # 7 or 9
        ([("мова", "MOBA"), ("залік", "3A11K"), ("іспит", "ICIIHT")], [None] * 3),
    ],
)
def test_zeros_taken_for_letters_are_told_by_the_latin_reading(pairs, codes):
    assert counted_codes(pairs) == codes


def test_codes_of_a_column_are_read_by_both_models_and_other_columns_are_left_alone():
    image = np.full((300, 400), 255, np.uint8)
    cells = [Box(20, 20 + 20 * n, 60, 40 + 20 * n) for n in range(4)]
    for cell in cells:
        image[int(cell.y0) + 6 : int(cell.y0) + 14, 25:50] = 0
    words = [Word("ОКО1", Box(25, 26, 50, 34), 0.4), Word("око2", Box(25, 46, 50, 54), 0.4),
             Word("ОКОЗ", Box(25, 66, 50, 74), 0.4), Word("дисципліна", Box(100, 26, 180, 34), 0.9)]  # fmt: skip

    def model(*said):
        return lambda crops: [[Word(text, None, 0.8)] for text, _ in zip(said, crops, strict=False)]

    read = model("ОКО1", "око2", "ОКОЗ", "око4"), model("OK01", "OK02", "OK03", "OK04")
    found = with_codes(words, [Ruled(Box(20, 20, 60, 100), cells)], (image, 72), read)
    assert sorted(w.text for w in found) == ["ОК01", "ОК02", "ОК03", "ОК04", "дисципліна"]
