"""Words that stand alone in the cells of a column: the others of their family tell what a misread one was."""

import numpy as np
import pytest

from normalizers.garble.search.readings import Reading
from normalizers.garble.spans.cells import settled_cells


def _settled(cells: str) -> str:
    """The cells after the second opinion; readings of a word are parted by strokes, the cheapest one is chosen."""
    words = [word.split("|") for word in cells.split()]
    entries = [[(Reading(t.strip("#"), (1,), float(at), "garble.word"), -1) for at, t in enumerate(w)] for w in words]
    starts = np.array([word[0].startswith("#") for word in words])
    _, path = settled_cells(entries, [np.zeros(len(own)) for own in entries], [0] * len(words), starts)
    return " ".join(own[at][0].text for own, at in zip(entries, path, strict=True))


@pytest.mark.parametrize(
    ("cells", "meant"),
    [
        ("#Xuất sắc #Giới|Giỏi #Khó|Khá #Khác|Khá", "Xuất sắc Giỏi Khá Khá"),
        ("#Dễ #Khó|Khá #Dễ #Trung bình", "Dễ Khó Dễ Trung bình"),
        ("#Giới|Giỏi #Tên", "Giới Tên"),
        ("#Giới|Giỏi #Giới|Giỏi #Giới|Giỏi", "Giới Giới Giới"),
        ("#Xuất sắc #Khá #Khá #Giới|Giỏi tính", "Xuất sắc Khá Khá Giới tính"),
    ],
    ids=["ranks", "levels of questions", "too few", "one word only", "two words"],
)
def test_a_cell_is_a_word_of_the_family_of_its_column(cells: str, meant: str) -> None:
    assert _settled(cells) == meant
