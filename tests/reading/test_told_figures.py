"""Figures of lines read from a picture, beside those of the text layer over it."""

import pytest

from extractors.reading.layers.told_figures import with_told_figures
from models.page import Box, Line, Page, Word


def page(*words: tuple[str, float], route: str = "ocr") -> Page:
    """Return a page of one line, its words at places of their own: `(text, confidence)`."""
    own = tuple(Word(text, Box(50 * n, 10, 50 * n + 45, 20), sure) for n, (text, sure) in enumerate(words))
    return Page(1, (Line(own),), 595, 842, 0, route, "")


def read(seen: tuple[tuple[str, float], ...], layer: tuple[str, ...]) -> list[str]:
    """Return the words of a line as they are read beside a layer."""
    found = with_told_figures(page(*seen), page(*((text, 1.0) for text in layer), route="text_layer"))
    return [word.text for block in found.blocks if isinstance(block, Line) for word in block.words]


@pytest.mark.parametrize(
    ("shown", "told", "meant"),
    [
        ("0307/2018", "03/07/2018", "03/07/2018"),
        ("41/09/2016", "21/09/2016", "21/09/2016"),
        ("742AQĐ-TTq", "742/QO-TTg", "742/QĐ-TTg"),
        ("88/QB-ĐHTN", "88/QD-DHTN", "88/QĐ-ĐHTN"),
        ("3,", "3.", "3."),
    ],
)
def test_what_is_no_figure_is_as_the_layer_tells_it(shown: str, told: str, meant: str) -> None:
    assert read(((shown, 0.95), ("của", 0.9)), (told, "cua")) == [meant, "của"]


@pytest.mark.parametrize(
    ("shown", "told"),
    [
        ("03/07/2018", "08/07/2018"),  # both are dates
        ("88/QĐ-ĐHTN", "68/QD-DHTN"),
        ("170", "120"),  # nothing proves the layer
        ("0307/2018", "25/12/1999"),  # of another place
        ("3,", "5."),
        ("mười", "10"),
    ],
)
def test_what_may_be_as_it_is_shown_stays(shown: str, told: str) -> None:
    assert read(((shown, 0.6), ("của", 0.9)), (told, "cua")) == [shown, "của"]


def test_an_unsure_number_is_the_layers_where_it_alone_reads_others() -> None:
    shown = (("0307/2018", 0.9), ("41/09/2016", 0.9), ("170", 0.8), ("60", 0.97))
    assert read(shown, ("03/07/2018", "21/09/2016", "120", "80")) == ["03/07/2018", "21/09/2016", "120", "60"]
    shown = (("0307/2018", 0.9), ("41/09/2016", 0.9), ("{8", 0.4), ("B1", 0.5))
    assert read(shown, ("03/07/2018", "21/09/2016", "18", "81"))[2:] == ["18", "B1"]


def test_a_number_that_fell_apart_is_one_word() -> None:
    layer = Page(1, (Line((Word("5317/QD-DHTN", Box(0, 10, 95, 20)),)),), 595, 842, 0, "text_layer", "")
    (line,) = with_told_figures(page(("S3", 0.9), ("17/QĐ-ĐHTN", 0.9)), layer).blocks
    assert isinstance(line, Line)
    assert [word.text for word in line.words] == ["5317/QĐ-ĐHTN"]
