"""Pages of a PDF in two columns of running text: read one after the other, their tables apart."""

from reportlab.pdfgen.canvas import Canvas

from extractors.reading import identify, read
from models.page import Grid

PROSE = "the river runs slowly past a mill and on to the"
ROWS = (("Mark", "Share", "Name"), ("A", "85", "fine"), ("B", "70", "fair"), ("C", "55", "weak"), ("D", "40", "poor"))


def sheet(path, *, across=False):
    """Write a page of two columns with a table between two rules on each side, or with rules over both."""
    canvas = Canvas(str(path), pagesize=(600, 800))
    canvas.setFont("Helvetica", 9)
    for x, name in ((60, "left"), (320, "right")):
        y = 740 if name == "left" else 733
        for number in range(10):
            if number == 4:
                for row in ROWS:
                    for text, at in zip(row, (0, 90, 180), strict=True):
                        canvas.drawString(x + at, y, text)
                    y -= 13
            canvas.drawString(x, y, f"{name} {PROSE} {'north' if number % 2 else 'south'}")
            y -= 13
    for top in (700, 683, 633):
        for x0, x1, down in ((58, 540, 0),) if across else ((58, 290, 0), (318, 540, 7)):
            canvas.line(x0, top - down, x1, top - down)
    canvas.save()
    return path


def test_the_left_column_is_read_before_the_right_one(tmp_path):
    (page,) = read(identify(sheet(tmp_path / "columns.pdf")))
    said = [block.as_text().split()[0] for block in page.blocks if not isinstance(block, Grid)]
    assert said == ["left"] * 10 + ["right"] * 10
    tables = [block for block in page.blocks if isinstance(block, Grid)]
    assert len(tables) == 2 and {len(table.cells) for table in tables} == {15}


def test_what_rules_go_over_is_no_column(tmp_path):
    (page,) = read(identify(sheet(tmp_path / "ruled.pdf", across=True)))
    said = [block.as_text().split()[0] for block in page.blocks if not isinstance(block, Grid)]
    assert said[:2] == ["left", "right"]


def test_a_table_of_dotted_rules_is_no_page_in_two_columns(tmp_path):
    canvas = Canvas(str(tmp_path / "dotted.pdf"), pagesize=(600, 800))
    canvas.setFont("Helvetica", 9)
    for row in range(5):
        for line in range(3):
            y = 730 - 44 * row - 12 * line
            canvas.drawString(62, y, "the river runs slowly past a mill and on to")
            canvas.drawString(322, y, "the river runs slowly past a mill and on to")
    for x in [58 + 1.5 * n for n in range(335)]:
        for y in [742 - 44 * row for row in range(6)]:
            canvas.rect(x, y, 0.7, 0.7, stroke=0, fill=1)
    for y in [742 - 1.5 * n for n in range(147)]:
        for x in (58, 310, 559):
            canvas.rect(x, y, 0.7, 0.7, stroke=0, fill=1)
    canvas.save()
    (page,) = read(identify(tmp_path / "dotted.pdf"))
    (table,) = page.blocks
    assert isinstance(table, Grid) and len(table.cells) == 10
