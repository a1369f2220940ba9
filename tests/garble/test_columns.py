"""Columns of figures, grades, times and codes in garbled text: what is printed right stays."""

import pytest

from normalizers.garble.search.chunks import chunks_of
from normalizers.garble.search.gluing import in_row_of_figures
from normalizers.garble.search.readings import CAPITALS, Evidence
from normalizers.garble.spans.codes import find_codes
from normalizers.garble.spans.labels import find_labels
from normalizers.garble.spans.measures import code_cost
from normalizers.garble.spans.numerals import numerals
from normalizers.repair import repair

_NUMBERS = {"<n>": 1, "<y>": 2, "<acr>": 3, "^": 3}


class _Classes(dict[str, int]):
    def __missing__(self, key: str) -> int:
        return 0


_GARBLE = """Sinh vi6n ddng ky h6c phdn tr6n c6ng th6ng tin tt 09h15 d6n 18h45 ngdy 12/04/2031.
Thang di6m ch0 A, B+, B, C+, C, D, F du6c dirng trong h6c ky II cira nim h6c.
Sinh vi6n lop K71C2 n6p h6 so tai trudng THPT noi d5 t6t nghi6p.
"""


@pytest.mark.parametrize("printed", ["09h15", "18h45", "A, B+, B, C+, C, D, F", "ky II", "K71C2", "trường THPT"])
def test_what_is_printed_right_stays(printed: str) -> None:
    assert printed.replace("ky", "kỳ") in repair(_GARBLE).text


@pytest.mark.parametrize("core", ["07h30", "B+", "K71C2", "INT3405", "GEO417VB02", "2431D0064"])
def test_times_grades_and_codes_cost_nothing(core: str) -> None:
    assert code_cost(core) == 0.0


@pytest.mark.parametrize(("printed", "read"), [("17h30", []), ("SOT3166", []), ("$6", []), ("l0", ["10"])])
def test_codes_are_no_numbers(printed: str, read: list[str]) -> None:
    assert [reading.text for reading in numerals(printed, _Classes(_NUMBERS), Evidence())] == read


@pytest.mark.parametrize(("line", "at", "among"), [("Toan A M 2 I A", 3, True), ("nam 202 I tai lop", 1, False)])
def test_columns_of_figures_are_no_cut_number(line: str, at: int, among: bool) -> None:
    assert in_row_of_figures(chunks_of(0, line, 0, []), at) is among


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("s6 37/NQ-HDT", "37/NQ-HĐT"),
        ("s6 41/BB-HBKHBT", "41/BB-HĐKHĐT"),
        ("s6 31/VBHN-BGD&PT", "31/VBHN-BGD&ĐT"),
        ("s6 1204/QD-DHSPKTXY", "1204/QĐ-ĐHSPKTXY"),
    ],
)
def test_councils_and_universities_have_their_strokes(printed: str, meant: str) -> None:
    assert [code.text for code in find_codes(printed)] == [meant]


def test_a_digit_of_a_label_printed_twice_is_one() -> None:
    text = "PLO1: doc\nPLO2: viet\nPLO3: noi\nPLOA4: nghe\nPLOS5: hieu"
    assert [label.text for label in find_labels(text)][3:] == ["PLO4:", "PLO5:"]


@pytest.mark.parametrize("line", ["Kh6 7,0 - 7,6 B+", "GEO417 Dia ly", "A+ Gi0i"])
def test_grades_and_codes_make_no_line_of_capitals(line: str) -> None:
    assert max(chunk.caps for chunk in chunks_of(0, line, 0, [])) < CAPITALS
