"""Rules drawn dot by dot on a PDF page: they make the cells of a table, leaders of dots make none."""

from pathlib import Path

import pdfplumber
from reportlab.pdfgen.canvas import Canvas

from extractors.arranging.tables.dotted import dotted_strokes
from extractors.arranging.tables.drawn import tables_of
from models.page import Box, Word

XS, YS = (60, 200, 340), (700, 720, 740, 760)


def page_of(path: Path, *, down: bool) -> None:
    canvas = Canvas(str(path), pagesize=(595, 842))
    for y in YS:
        for x in range(XS[0], XS[-1], 2):
            canvas.rect(x, y, 1, 1, stroke=0, fill=1)
    for x in XS if down else ():
        for y in range(YS[0], YS[-1], 2):
            canvas.rect(x, y, 1, 1, stroke=0, fill=1)
    canvas.save()


def words():
    return [Word(f"w{n}{c}", Box(x + 8, y, x + 30, y + 9)) for n, y in enumerate((88, 108, 128))
            for c, x in enumerate(XS[:2])]  # fmt: skip


def test_dots_across_and_down_rule_cells(tmp_path):
    page_of(tmp_path / "a.pdf", down=True)
    with pdfplumber.open(tmp_path / "a.pdf") as document:
        (grid,) = tables_of(document.pages[0], words())
    assert sorted((c.row, c.column) for c in grid.cells) == [(row, column) for row in range(3) for column in range(2)]


def test_dots_across_alone_are_leaders(tmp_path):
    page_of(tmp_path / "a.pdf", down=False)
    with pdfplumber.open(tmp_path / "a.pdf") as document:
        found = dotted_strokes(document.pages[0].rects)
    assert not found.across and not found.down
