"""Words that go on below the figures of their row are read behind the words of their cell."""

import pytest

from normalizers.garble.engine import divide
from normalizers.repair import repair

_GARBLE = "Chuong trinh ddo tqo ngdnh C6ng nghQ th6ng tin; cdc don vi, cd nhdn li€n quan theo Quy€t dinh ndy.\n" * 3


def _order(text: str) -> str:
    return " ".join(chunk.text for chunk in divide(text, [True] * (text.count("\n") + 1)))


@pytest.mark.parametrize(
    ("rows", "read"),
    [
        ("7 XY301 May bom va 3 30 15\nd6ng co\n8 Dien", "7 XY301 May bom va d6ng co 3 30 15 8 Dien"),
        ("7 XY301 May bom va 3 30 15\nd6ng\nco\n8 Dien", "7 XY301 May bom va d6ng co 3 30 15 8 Dien"),
        ("May bom | 3 | 30\nd6ng co", "May bom d6ng co | 3 | 30"),
        ("1 | Ve ky | 3    Ve ky    Doi\nthu6t 2    thu6t    t€n", "1 | Ve ky thu6t 2 | 3 Ve ky thu6t Doi t€n"),
        (
            "Don vi qu6n | To Toan\nly\n" + "May bom va dong co " * 3,
            "Don vi qu6n ly | To Toan" + " May bom va dong co" * 3,
        ),
        (
            "Ve ky    May bom    Nha may\nthu6t    va\n" + "May bom va dong co " * 3,
            "Ve ky thu6t May bom va Nha may" + " May bom va dong co" * 3,
        ),
        ("Ve ky    May bom\nthu6t |va\ndi6n    ong", "Ve ky thu6t di6n May bom |va ong"),
    ],
)
def test_a_cell_goes_on_behind_its_words(rows: str, read: str) -> None:
    assert _order(rows) == read


@pytest.mark.parametrize(
    "rows",
    [
        "May bom 3\nd6ng co",  # a figure alone may end a sentence's line
        "May bom 3 30 Nha A 2\nd6ng co",  # words in two cells: nothing tells which goes on
        "May bom 3 30\nD6ng co",
        "May bom 3 30\nd6ng co 2",
        "May bom 3 30\n\nd6ng co",
        "Ve ky    May bom\nthu6t    Va ong",
        "Ve ky    May bom va\nong",  # the row is as long as any line: the last of its cells may go on, too
    ],
)
def test_other_lines_stay_where_they_are(rows: str) -> None:
    assert _order(rows) == " ".join(rows.split())


def test_edits_stand_in_the_order_of_the_text() -> None:
    text = _GARBLE + "1 XY301 Ky thuat do lu6ng va cam 3 30 15 100\nbi6n\n2 XY302 May di6n 3 30 15 90\n"
    repaired = repair(text)
    assert [edit.start for edit in repaired.edits] == sorted(edit.start for edit in repaired.edits)
    assert repaired.text.split("\n")[3:5] == ["1 XY301 Kỹ thuật đo lường và cảm 3 30 15 100", "biến"]
