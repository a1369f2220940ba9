"""Roman numbers of headings that lost a stroke."""

import pytest

from extractors.arranging import arrange
from extractors.arranging.articles import with_articles
from extractors.arranging.chapters import with_chapters
from extractors.arranging.clauses import with_clauses
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
        (["L", "II.", "III."], ["I.", "II.", "III."]),
        (["І.", "І.", "Ш.", "IV.", "М.", "МІ.", "VII."], ["І.", "II.", "III.", "IV.", "V.", "VI.", "VII."]),
        (
            ["І.", "ПИ.", "Ш.", "ІМ.", "М.", "МІ.", "МІ.", "VIII."],
            ["І.", "II.", "III.", "IV.", "V.", "VI.", "VII.", "VIII."],
        ),
        (["I.", "IL.", "IIL", "IV."], ["I.", "II.", "III.", "IV."]),
        (["І.", "П.", "ПІ."], ["І.", "II.", "III."]),
        (["І.", "П.", "Ш.", "ІУ."], ["І.", "II.", "III.", "IV."]),
        (["1.", "П.", "Ш.", "ГУ."], ["I.", "II.", "III.", "IV."]),
        (["1.", "1.", "П.", "Ш.", "ГУ."], ["1.", "1.", "II.", "III.", "IV."]),
    ],
)
def test_a_lost_stroke_is_settled_between_two_headings_in_step(read, meant):
    assert settled(with_numerals(pages_of(*read))) == meant


@pytest.mark.parametrize(
    "read",
    [
        ["I.", "I.", "II."],
        ["I.", "II.", "I.", "II.", "III."],
        ["I.", "V.", "III."],
        ["I.", "II.", "III.", "I."],
        ["L", "V.", "VI."],
        ["І.", "П.", "Я.", "IV."],
        ["І.", "П."],
        ["І.", "І.", "П."],
        ["У.", "П.", "А.", "Ш."],
    ],
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


def chapters_of(*numbers, confidence=0.8, route="ocr"):
    """Return a page of chapters' headings with these numbers, none where one is empty."""
    lines = [
        Line(tuple(Word(text, Box(50 + 30 * x, 40 * y, 75 + 30 * x, 40 * y + 10), confidence)
                   for x, text in enumerate(["Chương", *([number] if number else [])])))
        for y, number in enumerate(numbers)
    ]  # fmt: skip
    return (Page(1, tuple(lines), 400.0, 500.0, route=route),)


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["I", "I"], ["I", "II"]),
        (["I", "II", "II", "IV"], ["I", "II", "III", "IV"]),
        (["", "II"], ["I", "II"]),
        (["I", "", "III"], ["I", "II", "III"]),
        (["I", "III", "II"], ["I", "II", "III"]),
        (["I", "III", "III", "IV"], ["I", "II", "III", "IV"]),
    ],
)
def test_the_number_of_a_chapter_follows_from_those_around_it(read, meant):
    text, _ = repair_text(arrange(chapters_of(*read)))
    assert text.content.splitlines() == [f"Chương {number}" for number in meant]
    assert text.raw.splitlines() == [f"Chương {number}".strip() for number in read]


@pytest.mark.parametrize(
    "read",
    [
        ["I", "I", "II"],
        ["I", "II", "I", "II"],
        ["I", "III", "I"],
        ["I", "III", "IV"],
        ["", "I"],
        ["IV", "IV"],
        ["", "IV"],
        [""],
        ["I", ""],
    ],
)
def test_chapters_that_nothing_proves_stay(read):
    pages = chapters_of(*read)
    assert with_chapters(pages) == pages


def test_chapters_that_were_read_well_and_those_of_text_layers_stay():
    for pages in (chapters_of("I", "I", confidence=0.97), chapters_of("I", "I", route="text_layer")):
        assert with_chapters(pages) == pages


@pytest.mark.parametrize(
    ("read", "meant"),
    [
        (["2.", "2.", "2.2", "2.3"], ["2.", "2.1", "2.2", "2.3"]),
        (["1.", "11", "1.2."], ["1.", "1.1.", "1.2."]),
        (["3.1", "32", "3.3"], ["3.1", "3.2", "3.3"]),
        (["2.", "3.", "3.2"], ["2.", "3.", "3.2"]),
        (["1", "11", "1.2"], ["1", "1.1", "1.2"]),
        (["2.2", "З", "3.1"], ["2.2", "3", "3.1"]),
        (["2.2", "З.", "4.1"], ["2.2", "З.", "4.1"]),
        (["4.", "15", "4.2"], ["4.", "15", "4.2"]),
        (["1.4", "1.2", "1.3"], ["1.1", "1.2", "1.3"]),
        (["2.3", "3.7.", "3.2."], ["2.3", "3.1.", "3.2."]),
        (["5.1", "5.8", "5.3"], ["5.1", "5.2", "5.3"]),
        (["1.1", "1.4", "1.2"], ["1.1", "1.4", "1.2"]),
        (["4.1", "4.2", "5.3"], ["4.1", "4.2", "5.3"]),
    ],
)
def test_a_clause_that_lost_a_figure_is_settled_by_its_neighbours(read, meant):
    assert settled(with_clauses(pages_of(*read))) == meant
    assert settled(with_clauses(pages_of(*read, route="text_layer"))) == read


def articles_of(*numbers, route="ocr"):
    box = Box(50, 40, 60, 50)
    lines = [Line(tuple(Word(text, box, 0.9) for text in ("Điều", number, "Điểm"))) for number in numbers]
    return (Page(1, tuple(lines), 400.0, 500.0, route=route),)


def test_an_article_whose_number_the_next_one_has_is_the_one_left_out():
    (page,) = with_articles(articles_of("1.", "3.", "3.", "4,", "1.", "2."))
    assert [line.words[1].settled for line in page.blocks] == [None, "2.", None, None, None, None]


@pytest.mark.parametrize("numbers", [("1.", "2.", "2.", "3."), ("1.", "3.", "4."), ("2.", "4", "4."), ("3.", "3.")])
def test_articles_that_nothing_proves_stay(numbers):
    pages = articles_of(*numbers)
    assert with_articles(pages) == pages


def test_articles_of_a_sound_layer_stay():
    pages = articles_of("1.", "3.", "3.", route="text_layer")
    assert with_articles(pages) == pages
