"""A table whose last row alone stands on the next page of a PDF."""

import pdfplumber
import pytest
from reportlab.lib.pagesizes import A4
from reportlab.pdfgen.canvas import Canvas

from extractors.reading.layers.digital import read_layer
from models.page import Grid


def frame(canvas: Canvas, top: float) -> None:
    """Draw a row of two cells with a word in each."""
    for x, wide, text in ((60, 300, "Written test"), (360, 120, "50%")):
        canvas.rect(x, top - 22, wide, 22)
        canvas.drawString(x + 6, top - 15, text)


@pytest.mark.parametrize(("second", "above", "kept"), [(True, False, True), (False, False, False), (True, True, False)])
def test_a_row_first_on_a_later_page_is_a_table(tmp_path, second: bool, above: bool, kept: bool) -> None:
    path = tmp_path / "rows.pdf"
    canvas = Canvas(str(path), pagesize=A4)
    if second:
        canvas.drawString(60, 700, "The first page.")
        canvas.showPage()
    if above:
        canvas.drawString(60, 700, "A line of the page above it.")
    frame(canvas, 780 if not above else 650)
    canvas.drawString(60, 500, "References")
    canvas.save()
    with pdfplumber.open(path) as pdf:
        page = read_layer(pdf.pages[-1])
    assert any(isinstance(block, Grid) for block in page.blocks) is kept
