"""Headings of groups in the middle of tables laid out with spaces, and labels that run together."""

import pytest

from tests.reading.test_text_tables_centred import rows

NAMES = ("Cầu đường", "Thủy văn", "Địa hình", "Trắc địa", "Vật liệu", "Kết cấu")


def _plan(heading: str, at: int, head: str = "") -> str:
    """Return a plan of six courses with a heading of its second group at a column of the page."""
    head = head or "Mã      Tên học phần                          TC     Lý thuyết     Thực hành     Tự học"
    lines = [f"CD10{n}   {name:<16}{'3':>24}{'30':>12}{'15':>14}{'90':>11}" for n, name in enumerate(NAMES)]
    return "\n".join([head, *lines[:3], " " * at + heading, *lines[3:]])


@pytest.mark.parametrize("at", [30, 36])
def test_a_heading_between_columns_is_a_row_of_its_own(at: int) -> None:
    found = rows(_plan("II. Kiến thức ngành", at))
    assert [row[:3] for row in found[1:4]] == [[f"CD10{n}", NAMES[n], "3"] for n in range(3)]
    assert [text for text in found[4] if text] == ["II. Kiến thức ngành"]
    assert [row[:3] for row in found[5:]] == [[f"CD10{n}", NAMES[n], "3"] for n in range(3, 6)]


def test_the_rest_of_a_name_is_no_heading() -> None:
    found = rows(_plan("và công trình", 8))
    assert [row[1] for row in found[1:5]] == ["Cầu đường", "Thủy văn", "Địa hình và công trình", "Trắc địa"]


CLOSE = """\
                                     Of them
Code     Name           Credits
                                 Talks Looms Walks Own
K1       Weaving           3       20    10           30
K2       Dyes              2       30          15     40
K3       Looms             4             20    25     20
K4       Felt              2       10    10    10     10"""


def test_labels_one_space_apart_stand_over_a_column_each() -> None:
    found = rows(CLOSE)
    assert [text.split()[-1] for text in found[0]] == ["Code", "Name", "Credits", "Talks", "Looms", "Walks", "Own"]
    assert found[2] == ["K2", "Dyes", "2", "30", "", "15", "40"]


def test_the_words_of_a_label_over_labels_stay_together() -> None:
    found = rows(CLOSE.replace("   Of them", "Hours of all work"))
    assert any("Hours of all work" in text for row in found[:2] for text in row)
