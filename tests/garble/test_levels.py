"""Levels of languages whose figures were read as strokes."""

import pytest

from normalizers.garble.spans.levels import find_levels


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("Bpc A2    Bl    B2    cl", ["B1", "C1"]),
        ("A2 Bl, B2 c2", ["B1", "C2"]),
        ("Ch6ng chi A    B2    C1\nb6c 3\tBl\ncl", ["B1", "C1"]),
        ("trinh d0 A2, B2\nbpc 3 (Bl) tro l6n", ["B1"]),
        ("trinh d0 A2, B2\ntr6n Bl tro cl cua AI\nAI    a1", []),
        ("Di6m    Bl    B2", []),
    ],
    ids=["on its line", "in running text", "alone in a cell", "in a bracket", "words", "one level alone"],
)
def test_levels_are_told_by_others(printed: str, meant: list[str]) -> None:
    assert [level.text for level in find_levels(printed)] == meant
