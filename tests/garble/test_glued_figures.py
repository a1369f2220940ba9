"""Numbers that stand without a blank beside a word, and the Roman numbers of headings."""

import pytest

from normalizers.garble.search.readings import Evidence
from normalizers.garble.spans.glued_figures import find_glued_figures
from normalizers.garble.spans.ladders import find_ladders
from normalizers.garble.spans.measures import code_cost
from normalizers.garble.spans.numerals import numerals
from normalizers.repair import repair


def _parted(text: str) -> str:
    for span in sorted(find_glued_figures(text), key=lambda found: -found.start):
        text = text[: span.start] + span.text + text[span.end :]
    return text


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("4.2.Kh6i kien thuc", "4.2. Kh6i kien thuc"),
        ("34.4.ND.1", "34.4.ND.1"),
        ("diem tti6,5 tro len", "diem tti 6,5 tro len"),
        ("3 GEO-417Dia ly 3 45", "3 GEO-417 Dia ly 3 45"),
        ("GEO417 Dia ly", "GEO417 Dia ly"),
        ("GEO417VB02 Dia ly", "GEO417VB02 Dia ly"),
        ("ky ngdy17/4/2031, ve", "ky ngdy 17/4/2031, ve"),
        ("Ma so: A17/4/2031B", "Ma so: A17/4/2031B"),
        ("B+ 6,5 - 7,4 6,9B+", "B+ 6,5 - 7,4 6,9 B+"),
        ("9 gi6 00phut", "9 gi6 00 phut"),
        ("toi da 6O% khoi", "toi da 60% khoi"),
        ("co 60% va so%", "co 60% va so%"),
    ],
)
def test_numbers_are_parted_from_the_words_beside_them(printed: str, meant: str) -> None:
    assert _parted(printed) == meant


def test_a_figure_at_a_word_is_that_of_the_column_that_the_row_lacks() -> None:
    rows = "Dia ly 3 45 15\nBan do 2 30 10\nKhi hau 4 60 20\nDia chat3 45 15\nThuy van 2 30 105Khoa"
    assert _parted(rows).split("\n")[3:] == ["Dia chat 3 45 15", "Thuy van 2 30 105Khoa"]


def test_the_number_of_a_row_follows_the_one_before() -> None:
    assert _parted("4 Do Thi Na\n5Le Van Bo\n6 Vu Chi") == "4 Do Thi Na\n5 Le Van Bo\n6 Vu Chi"
    assert _parted("4 Do Thi Na\n8Le Van Bo") == "4 Do Thi Na\n8Le Van Bo"


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("I. THONG TIN\nIL MUC TIEU\nlII. CHUAN DAU RA", ["II.", "III."]),
        ("I. THONG TIN\nII. MUC TIEU\nIH. CHUAN DAU RA", ["III."]),
        ("I. THONG TIN\n11. MUC TIEU\nIII. CHUAN DAU RA", ["II."]),
        ("1. THONG TIN\n11. MUC TIEU\n12. CHUAN DAU RA", []),
        ("II. MUC TIEU\n111. MUC TIEU\nHD KHOA HOC", []),
    ],
)
def test_roman_numbers_of_headings_follow_one_another(printed: str, meant: list[str]) -> None:
    assert [span.text for span in find_ladders(printed) if span.kind != "kept"] == meant


def test_roman_numbers_of_headings_stay_where_they_follow_one_another_in_broken_capitals() -> None:
    printed = "I. rH0NG TIN CHUNG VE LOP\n1. T6n lop\nII. CHU|N DAU RA, HQC PHI"
    assert [(span.text, span.kind) for span in find_ladders(printed)] == [("I.", "kept"), ("II.", "kept")]
    assert find_ladders("I. T6n lop hoc\n2. Hinh thric") == []
    assert [span.text for span in find_ladders("IL. NOI DUNG DAO TAO")] == ["II."]


@pytest.mark.parametrize("code", ["7DEF75", "12LNH204"])
def test_codes_may_begin_with_a_figure(code: str) -> None:
    assert code_cost(code) == 0.0


def test_letters_that_are_seldom_figures_are_letters_of_codes() -> None:
    classes = dict.fromkeys(("<n>", "<1>", "<2>", "<y>", "<a>"), 1)
    assert numerals("T0A301", classes, Evidence()) == []
    assert [reading.text for reading in numerals("3OI", classes, Evidence())] == ["301"]


def test_no_number_of_a_table_is_lost() -> None:
    rows = ["1 GEO417 Dla ly d4i cuong 3 45 15", "2 GEO528 Bin d6 h9c 2 30 10", "3 GEO639 Khi h4u h9c 4 60 20"]
    lines = [*rows, "4 GEO715 Thtiy vln h9c3 45 15"] * 3
    assert repair("\n".join(lines)).text.split("\n")[3].split()[-3:] == ["3", "45", "15"]
