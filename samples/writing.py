"""A sheet as plain text and as DOCX, the same bytes every time."""

import datetime
import io
import textwrap
import zipfile
from pathlib import Path

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Pt

from samples.sheets import Block, Pair, Para, Ruled, Sheet

_ALIGN = {"left": WD_ALIGN_PARAGRAPH.LEFT, "center": WD_ALIGN_PARAGRAPH.CENTER, "right": WD_ALIGN_PARAGRAPH.RIGHT,
          "justify": WD_ALIGN_PARAGRAPH.JUSTIFY}  # fmt: skip


def write_text(sheet: Sheet, path: Path) -> None:
    """Write the sheet as text: paragraphs broken at `settings.width` (0 for never), table cells between tabs."""
    width = int(sheet.settings.get("width", 96))
    pages = "\n".join(line for block in sheet.blocks for line in _lines(block, width)).split("\f")
    furnished = []
    for number, page in enumerate(pages, 1):
        head, foot = (
            [line.format(page=number, pages=len(pages)).replace("|", "\t") for line in lines]
            for lines in (sheet.header, sheet.footer)
        )
        furnished.append("\n".join([*head, page.strip("\n"), *foot]))
    path.write_text("\f".join(furnished) + "\n", "utf-8")


def _lines(block: Block, width: int) -> list[str]:
    if isinstance(block, Para):
        text = f"{block.lead} {block.text}".strip()
        return [*(textwrap.wrap(text, width, break_on_hyphens=False) if width else [text]), ""]
    if isinstance(block, Pair):
        return [*(line.lstrip("*_") for side in (block.left, block.right) for line in [*side, ""])]
    if isinstance(block, Ruled):
        return ["\t".join(cell.replace("\n", " ") for cell in row).rstrip("\t") for row in block.rows] + [""]
    return ["\f"] if block.page else [""] * block.lines


def write_docx(sheet: Sheet, path: Path) -> None:
    """Write the sheet as DOCX with real tables, a header and a footer."""
    document = docx.Document()
    style = document.styles["Normal"]
    style.font.name, style.font.size = sheet.font, Pt(sheet.size)
    section = document.sections[0]
    for part, lines in ((section.header, sheet.header), (section.footer, sheet.footer)):
        part.paragraphs[0].text = "\n".join(lines).replace("|", "\t")
    for block in sheet.blocks:
        _place(document, block)
    stamp = datetime.datetime(2024, 1, 1)
    properties = document.core_properties
    properties.created = properties.modified = stamp
    properties.author = properties.last_modified_by = ""
    buffer = io.BytesIO()
    document.save(buffer)
    path.write_bytes(_dated(buffer.getvalue()))


def _place(document: "docx.document.Document", block: Block) -> None:
    if isinstance(block, Para):
        paragraph = document.add_paragraph()
        paragraph.alignment = _ALIGN[block.align]
        if block.lead:
            paragraph.add_run(block.lead + " ").bold = True
        run = paragraph.add_run(block.text)
        run.bold, run.italic = "bold" in block.style, "italic" in block.style
    elif isinstance(block, Pair):
        cells = document.add_table(1, 2).rows[0].cells
        for cell, lines in zip(cells, (block.left, block.right), strict=True):
            for number, line in enumerate(lines):
                paragraph = cell.paragraphs[0] if not number else cell.add_paragraph()
                paragraph.alignment = _ALIGN["center"]
                run = paragraph.add_run(line.lstrip("*_"))
                run.bold, run.italic = line.startswith("*"), line.startswith("_")
        document.add_paragraph()
    elif isinstance(block, Ruled):
        _tabulate(document, block)
    elif block.page:
        document.add_page_break()
    else:
        for _ in range(block.lines):
            document.add_paragraph()


def _tabulate(document: "docx.document.Document", block: Ruled) -> None:
    table = document.add_table(len(block.rows), len(block.rows[0]))
    if block.rules == "full":
        table.style = "Table Grid"
    for number, row in enumerate(block.rows):
        cells = table.rows[number].cells
        if number in block.wide:
            cells[0].merge(cells[-1])
            cells = (cells[0],)
        for cell, text in zip(cells, row, strict=False):
            cell.paragraphs[0].add_run(text).bold = number < block.heads
    document.add_paragraph()


def _dated(data: bytes) -> bytes:
    """Return the archive with one date for every member, so that its bytes depend on its content alone."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as new:
        for name in sorted(old.namelist(), key=lambda n: (n != "[Content_Types].xml", n)):
            info = zipfile.ZipInfo(name, (2024, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            new.writestr(info, old.read(name))
    return buffer.getvalue()
