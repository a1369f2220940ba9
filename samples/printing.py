"""A sheet as PDF with a text layer, the same bytes every time."""

from collections.abc import Callable
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY, TA_LEFT, TA_RIGHT
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfgen.canvas import Canvas
from reportlab.platypus import BaseDocTemplate, Flowable, Frame, PageBreak, PageTemplate, Paragraph, Spacer, Table

from samples.fonts import face, prove
from samples.sheets import Block, Pair, Para, Ruled, Sheet

_ALIGN = {"left": TA_LEFT, "center": TA_CENTER, "right": TA_RIGHT, "justify": TA_JUSTIFY}
_MARGINS = (28 * mm, 18 * mm, 20 * mm, 20 * mm)  # left, right, top, bottom: near Decree 30/2020
_WIDTH = A4[0] - _MARGINS[0] - _MARGINS[1]


def write_pdf(sheet: Sheet, path: Path) -> None:
    """Write the sheet as PDF; raises LetterMissing where its font lacks a letter."""
    pages = _build(sheet, path, 0)
    if any("{pages}" in line for line in (*sheet.header, *sheet.footer)):
        _build(sheet, path, pages)


def _build(sheet: Sheet, path: Path, pages: int) -> int:
    left, right, top, bottom = _MARGINS
    extra = 5 * mm * len(sheet.header), 5 * mm * len(sheet.footer)
    frame = Frame(left, bottom + extra[1], _WIDTH, A4[1] - top - bottom - sum(extra), 0, 0, 0, 0)
    document = BaseDocTemplate(str(path), pagesize=A4, invariant=1, title=sheet.stem, author="", producer="")
    document.addPageTemplates(PageTemplate("page", [frame], onPage=_furniture(sheet, pages)))
    document.build([flowable for block in sheet.blocks for flowable in _flow(block, sheet)])
    return int(document.page)


def _furniture(sheet: Sheet, pages: int) -> Callable[[Canvas, Any], None]:
    def draw(canvas: Canvas, document: Any) -> None:
        canvas.saveState()
        for lines, start in ((sheet.header, A4[1] - 12 * mm), (sheet.footer, 8 * mm + 5 * mm * len(sheet.footer))):
            for index, line in enumerate(lines):
                text = line.replace("{page}", str(document.page)).replace("{pages}", str(pages))
                prove(text, sheet.font)
                canvas.setFont(face(sheet.font), 9.5)
                parts, y = text.split("|"), start - 4.6 * mm * index
                if len(parts) == 1:
                    canvas.drawCentredString(_MARGINS[0] + _WIDTH / 2, y, parts[0])
                    continue
                canvas.drawString(_MARGINS[0], y, parts[0].strip())
                canvas.drawRightString(_MARGINS[0] + _WIDTH, y, parts[-1].strip())
                if len(parts) == 3:
                    canvas.drawCentredString(_MARGINS[0] + _WIDTH / 2, y, parts[1].strip())
        canvas.restoreState()

    return draw


def _flow(block: Block, sheet: Sheet) -> list[Flowable]:
    if isinstance(block, Para):
        return [_paragraph(block, sheet)]
    if isinstance(block, Pair):
        sides = ((block.left, "left" if block.align == "tail" else "center"), (block.right, "center"))
        columns = [[_line(line, sheet, align) for line in side] for side, align in sides]
        return [Table([columns], [_WIDTH * 0.44, _WIDTH * 0.56], style=_PLAIN), Spacer(1, 6)]
    if isinstance(block, Ruled):
        return [_table(block, sheet), Spacer(1, 8)]
    return [PageBreak()] if block.page else [Spacer(1, block.lines * sheet.size * 1.3)]


def _style(sheet: Sheet, align: str = "left", **options: Any) -> ParagraphStyle:
    size = options.pop("size", sheet.size)
    return ParagraphStyle("_", fontName=face(sheet.font), fontSize=size, leading=size * 1.28, alignment=_ALIGN[align],
                          **options)  # fmt: skip


def _mark(text: str, style: str) -> str:
    tags = {"bold": ("b",), "italic": ("i",), "bold_italic": ("b", "i")}.get(style, ())
    opened = "".join(f"<{tag}>" for tag in tags)
    return opened + escape(text).replace("\n", "<br/>") + "".join(f"</{tag}>" for tag in reversed(tags))


def _paragraph(block: Para, sheet: Sheet) -> Paragraph:
    prove(block.lead + block.text, sheet.font, block.style)
    lead = f"<b>{escape(block.lead)}</b> " if block.lead else ""
    indent = 10 * mm if block.indent and block.align == "justify" else 0
    heading = block.style == "bold" and block.align != "right"
    style = _style(sheet, block.align, spaceAfter=4, firstLineIndent=indent, keepWithNext=heading)
    return Paragraph(lead + _mark(block.text, block.style), style)


def _line(line: str, sheet: Sheet, align: str = "center") -> Flowable:
    if not line:
        return Spacer(1, sheet.size * 1.2)
    style = {"*": "bold", "_": "italic"}.get(line[:1], "plain")
    text = line[1:] if style != "plain" else line
    prove(text, sheet.font, style)
    return Paragraph(_mark(text, style), _style(sheet, align, size=sheet.size - 0.9, spaceAfter=1))


_PLAIN = [
    ("VALIGN", (0, 0), (-1, -1), "TOP"),
    ("LEFTPADDING", (0, 0), (-1, -1), 2),
    ("RIGHTPADDING", (0, 0), (-1, -1), 2),
]


def _table(block: Ruled, sheet: Sheet) -> Table:
    size = sheet.size - 1.5
    rows = []
    for number, row in enumerate(block.rows):
        style = "bold" if number < block.heads or number in block.wide else "plain"
        align = "center" if number < block.heads else "left"
        for cell in row:
            prove(cell, sheet.font, style)
        rows.append([Paragraph(_mark(cell, style), _style(sheet, align, size=size)) for cell in row])
    widths = [_WIDTH * width / sum(block.widths) for width in block.widths] or None
    grid = {"full": [("GRID", (0, 0), (-1, -1), 0.6, "black")], "half": [("LINEBELOW", (0, 0), (-1, -1), 0.6, "black"),
            ("LINEABOVE", (0, 0), (-1, 0), 0.8, "black")], "none": []}[block.rules]  # fmt: skip
    spans = [("SPAN", (0, number), (-1, number)) for number in block.wide]
    return Table(rows, widths, repeatRows=block.heads, style=[*_PLAIN, *grid, *spans])
