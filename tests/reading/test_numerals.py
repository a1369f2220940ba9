"""Roman numbers of headings that lost a stroke."""

import pytest

from extractors.arranging import arrange
from extractors.arranging.numerals import with_numerals
from models.page import Box, Line, Page, Word
from normalizers.repair import repair_text


def pages_of(*numbers, route="ocr"):
    """Return two pages of headings with these numbers."""
    lines = [
        Line((Word(text, Box(50, 40 * n, 60, 40 * n + 10), 0.9), Word("MỤC", Box(70, 40 * n, 99, 40 * n + 10), 0.9)))
        for n, text in enumerate(numbers)
    ]
    half = len(lines) // 2
    return tuple(
        Page(n, tuple(part), 400.0, 500.0, route=route) for n, part in enumerate((lines[:half], lines[half:]), 1)
    )


def settled(pages):
    return [line.words[0].settled or line.words[0].text for page in pages for line in page.blocks]


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["I.", "I.", "II.", "IV."], ["I.", "II.", "III.", "IV."]),
        (
            ["I.", "II.", "II.", "IV.", "V.", "VI.", "VI.", "VIII."],
            ["I.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII."],
        ),
    ],
)
def test_a_lost_stroke_is_settled_between_two_headings_in_step(read, meant):
    assert settled(with_numerals(pages_of(*read))) == meant


@pytest.mark.parametrize(
    "read", [["I.", "I.", "II."], ["I.", "II.", "I.", "II.", "III."], ["I.", "V.", "III."], ["I.", "II.", "III.", "I."]]
)
def test_what_no_series_proves_stays(read):
    pages = pages_of(*read)
    assert with_numerals(pages) == pages


def test_text_layers_stay_and_what_is_settled_is_an_edit():
    layer = pages_of("I.", "I.", "III.", route="text_layer")
    assert with_numerals(layer) == layer
    text, _ = repair_text(arrange(pages_of("I.", "I.", "III.")))
    assert text.raw.split("\n")[1].startswith("I.") or "\f" in text.raw
    assert [line.split()[0] for line in text.content.replace("\f", "\n").splitlines()] == ["I.", "II.", "III."]
    assert any(edit.after.startswith("II") for edit in text.edits)
