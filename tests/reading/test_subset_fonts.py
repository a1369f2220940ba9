"""Words of a text layer are whole, whatever subset of a face each of their letters is drawn with."""

from types import SimpleNamespace
from typing import Any

from extractors.reading.layers.digital import words_of


def letter(text: str, x: float, font: str, size: float = 12.0) -> dict[str, Any]:
    return {
        "text": text, "x0": x, "x1": x + 6.0, "top": 100.0, "bottom": 112.0, "doctop": 100.0, "upright": True,
        "fontname": font, "size": size, "width": 6.0, "height": 12.0, "matrix": (1, 0, 0, 1, x, 100),
    }  # fmt: skip


def page(chars: list[dict[str, Any]]) -> Any:
    return SimpleNamespace(chars=chars)


def test_a_word_drawn_with_two_subsets_of_a_face_is_one_word() -> None:
    one, other = "AAAAAA+TimesNewRomanPSMT", "BBBBBB+TimesNewRomanPSMT"
    chars = [
        letter("T", 0, one), letter("i", 6, one), letter("ế", 12, other), letter("n", 18, one), letter("g", 24, one),
        letter("A", 40, one), letter("n", 46, one), letter("h", 52, one),
    ]  # fmt: skip
    words = words_of(page(chars))
    assert [word.text for word in words] == ["Tiếng", "Anh"]
    assert {word.font for word in words} == {one}


def test_a_raised_note_number_stays_apart() -> None:
    chars = [letter("A", 0, "Times"), letter("N", 6, "Times"), letter("1", 12, "Times", 7.0)]
    assert [word.text for word in words_of(page(chars))] == ["AN", "1"]
