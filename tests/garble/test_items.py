"""Letters of points that were misread, and short names that a sign joins."""

import pytest

from normalizers.garble.spans.acronyms import compound
from normalizers.garble.spans.items import find_items


def _letters(printed: str, kind: str = "garble.item") -> list[str]:
    items = find_items("\n".join(f"{letter}) cdc don vi" for letter in printed))
    return [item.text for item in items if item.kind == kind]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [
        ("abcdde", ["đ)"]),
        ("abcdđe8h1k1m", ["g)", "i)", "l)"]),
        ("abcddabcdde", ["đ)", "đ)"]),
    ],
)
def test_points_follow_the_alphabet(printed: str, meant: list[str]) -> None:
    assert _letters(printed) == meant


@pytest.mark.parametrize("printed", ["abcdeg", "abcabcd", "dddd", "acd", "ab"])
def test_points_that_may_stand_so_stay(printed: str) -> None:
    assert _letters(printed) == []


def test_letters_of_points_are_no_words() -> None:
    assert _letters("d8e", "kept") == ["d)", "e)"]


@pytest.mark.parametrize(
    ("printed", "meant"),
    [("GD&BT", "GD&ĐT"), ("GD-ET", "GD-ĐT"), ("GD-PT", "GD-PT"), ("HH-VS", "HH-VS"), ("CNTT", "CNTT")],
)
def test_short_names_that_a_sign_joins_are_known_together(printed: str, meant: str) -> None:
    assert compound(printed) == meant
