"""Pages whose print lies on its side are read as they are held, and their boxes lead back to the sheet."""

import pdfplumber
import pytest
from reportlab.pdfgen.canvas import Canvas

from extractors.reading import identify, read
from models.page import Grid

ROWS = (
    ("Course", "Hours", "Week"),
    ("Soil and water of the shire", "30", "4"),
    ("Maps of the northern coast", "45", "9"),
)


@pytest.fixture(params=(90, 270))
def lying(request, tmp_path):
    """Return a file whose table is drawn on its side: read from the foot up, or from the head down."""
    path = tmp_path / "lying.pdf"
    canvas = Canvas(str(path), pagesize=(400, 600))
    if request.param == 90:
        canvas.translate(400, 0)
    else:
        canvas.translate(0, 600)
    canvas.rotate(request.param if request.param == 90 else -90)
    for line, row in enumerate(ROWS):
        for text, x in zip(row, (60, 300, 400), strict=True):
            canvas.drawString(x, 300 - 20 * line, text)
    for y in (315, 295, 275, 255):
        canvas.line(55, y, 480, y)
    for x in (55, 295, 395, 480):
        canvas.line(x, 255, x, 315)
    canvas.save()
    return path, request.param


def test_a_table_on_its_side_has_its_rows(lying):
    path, turn = lying
    (page,) = read(identify(path))
    (grid,) = [block for block in page.blocks if isinstance(block, Grid)]
    said = {(cell.row, cell.column): " ".join(line.as_text() for line in cell.lines) for cell in grid.cells}
    assert said == {(r, c): text for r, row in enumerate(ROWS) for c, text in enumerate(row)}
    assert page.rotation == 360 - turn and (page.width, page.height) == (600, 400) and page.sheet == (400, 600)


def test_its_boxes_lead_back_to_the_sheet(lying):
    (page,) = read(identify(lying[0]))
    words = [w for b in page.blocks if isinstance(b, Grid) for c in b.cells for line in c.lines for w in line.words]
    word = next(w for w in words if w.text == "northern")
    box = page.on_sheet(word.box)
    with pdfplumber.open(lying[0]) as document:
        middles = [(c["text"], (c["x0"] + c["x1"]) / 2, (c["top"] + c["bottom"]) / 2) for c in document.pages[0].chars]
    inside = [text for text, x, y in middles if box.x0 <= x <= box.x1 and box.y0 <= y <= box.y1]
    assert sorted(inside) == sorted("northern")
