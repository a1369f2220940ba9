"""DOCX: paragraphs with the numbers Word prints, tables with merged cells, text boxes, heads and feet, notes.

A page ends where Word last laid it out, else at explicit page breaks; a picture that fills a page is one. A table that
holds tables is layout: its paragraphs become lines and the tables in it tables. Text that a reviewer deleted is left
out, inserted text is in.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import cached_property, partial
from itertools import groupby
from operator import itemgetter
from typing import Any

from docx.opc.constants import CONTENT_TYPE
from docx.opc.part import PartFactory
from docx.oxml import parse_xml
from docx.oxml.ns import qn
from docx.parts.document import DocumentPart

from extractors.reading.blank import refuse_blank
from extractors.reading.doubled import undoubled
from extractors.reading.files.layout_tables import parts_of
from extractors.reading.files.raised_marks import is_raised, is_set, unmarked
from extractors.reading.files.word_numbering import Numbering
from extractors.reading.files.word_package import opened
from extractors.reading.files.word_pictures import Picture, pictures_in, read_part, read_sheet, text_area
from extractors.reading.options import ReadingOptions
from extractors.reading.processes.working import spread
from models.errors import EmptyFile, TooLarge
from models.page import Block, Cell, Grid, Line, Page, PageNote, Source, Word

MEDIA_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"
BOLD = "bold"
KINDS = (
    CONTENT_TYPE.WML_DOCUMENT_MAIN,
    "application/vnd.ms-word.document.macroEnabled.main+xml",
    "application/vnd.openxmlformats-officedocument.wordprocessingml.template.main+xml",
    "application/vnd.ms-word.template.macroEnabledTemplate.main+xml",
)
"""What a Word file says its text is: a document or a template, with macros (which nothing here runs) or without."""
PartFactory.part_type_for.update(dict.fromkeys(KINDS, DocumentPart))
FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
LEFT_OUT = {FALLBACK, *map(qn, ("w:del", "w:instrText", "w:delText", "w:txbxContent", "w:moveFrom"))}
SYMBOLS = {qn("w:tab"): " ", qn("w:noBreakHyphen"): "-", qn("w:softHyphen"): "", qn("w:cr"): "\n"}


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return the pages of a DOCX; boxes are not known, every word has confidence 1."""
    layout = _Layout(opened(source, options))
    if len(layout.sheets) > options.max_pages:
        raise TooLarge(f"{len(layout.sheets)} pages, more than {options.max_pages}", where=source.path)
    pages = tuple(spread(partial(_page, layout, options), range(1, len(layout.sheets) + 1), options.jobs))
    refuse_blank(pages, source)
    if not any(page.blocks for page in pages):
        raise EmptyFile("no text in it", where=source.path)
    return pages


def pasted(source: Source, number: int, options: ReadingOptions) -> Picture | None:
    """Return the picture that is a page, from 1, of a DOCX; None where it is a page of text."""
    sheets = _Layout(opened(source, options)).sheets
    return _sheet_of(sheets[number - 1]) if 1 <= number <= len(sheets) else None


def _page(layout: "_Layout", options: ReadingOptions, number: int) -> Page:
    """Return a page, from 1: its text with what its pictures show, or what a picture shows that fills it."""
    blocks = layout.sheets[number - 1]
    if (sheet := _sheet_of(blocks)) is not None:
        return replace(read_sheet(sheet, options), number=number)
    read: list[Block] = []
    notes: list[PageNote] = []
    for block in blocks:
        told, unread = read_part(block, options) if isinstance(block, Picture) else ((block,), ())
        read += told
        notes += unread
    reason = "DOCX; its pictures were looked at" if any(isinstance(block, Picture) for block in blocks) else "DOCX"
    return Page(number, tuple(read), route="text_layer", reason=reason, notes=tuple(notes))


def _sheet_of(blocks: Sequence[Block | Picture]) -> Picture | None:
    """Return the picture that is the whole of a page."""
    first = blocks[0] if len(blocks) == 1 else None
    return first if isinstance(first, Picture) and first.is_sheet else None


class _Layout:
    """Walks a document once, in reading order, and cuts it into pages."""

    def __init__(self, document: Any) -> None:
        self._document = document
        self._numbering = Numbering(document)
        self._area = text_area(document)
        self._pages: list[list[Block | Picture]] = [[]]
        body = document.element.body
        self._laid_out = next(body.iter(qn("w:lastRenderedPageBreak")), None) is not None

    @cached_property
    def sheets(self) -> list[tuple[Block | Picture, ...]]:
        """What stands on each page, with the running head and foot of the sections; a picture that is a page alone."""
        self._walk(self._document.element.body, self._pages[-1])
        head, foot = self._furniture("header"), self._furniture("footer")
        notes = tuple(self._notes())
        full = [_sheet_of(blocks) is not None for blocks in self._pages]
        beside = [any(full[max(0, n - 1) : n + 2]) for n in range(len(full))]
        left = [blocks for blocks, next_to in zip(self._pages, beside, strict=True) if blocks or not next_to] or [[]]
        if notes and _sheet_of(left[-1]) is not None:
            left.append([])
        sheets = [(*head, *p, *foot) if p and _sheet_of(p) is None else tuple(p) for p in left]
        sheets[-1] = (*sheets[-1], *notes)
        return sheets

    def _walk(self, parent: Any, blocks: list[Block | Picture]) -> None:
        on_page = blocks is self._pages[-1]
        for element in parent:
            blocks = self._pages[-1] if on_page else blocks
            if element.tag == qn("w:p"):
                self._paragraph(element, blocks)
            elif element.tag == qn("w:tbl"):
                self._table(element, blocks)
            elif element.tag in (qn("w:sdt"), qn("w:ins"), qn("w:customXml"), qn("w:sdtContent"), qn("w:smartTag")):
                self._walk_inside(element, blocks)

    def _walk_inside(self, element: Any, blocks: list[Block | Picture]) -> None:
        content = element.find(qn("w:sdtContent"))
        self._walk(content if content is not None else element, blocks)

    def _paragraph(self, paragraph: Any, blocks: list[Block | Picture]) -> None:
        before, after = self._breaks(paragraph)
        on_page = blocks is self._pages[-1]
        if on_page:
            for _ in range(before):
                self._pages.append([])
            blocks = self._pages[-1]
        blocks += self._lines(paragraph)
        for box in _boxes(paragraph):
            self._walk(box, blocks)
        self._pictures(paragraph, blocks)
        blocks = self._pages[-1] if on_page else blocks
        if blocks is self._pages[-1]:
            for _ in range(after):
                self._pages.append([])

    def _pictures(self, paragraph: Any, blocks: list[Block | Picture]) -> None:
        """Put the pictures of a paragraph where they stand; one that fills a page ends the page before it."""
        for picture in pictures_in(paragraph, self._document.part, self._area):
            if picture.is_sheet:
                self._pages += [[picture], []]
                blocks = self._pages[-1]
            else:
                blocks.append(picture)

    def _breaks(self, paragraph: Any) -> tuple[int, int]:
        """Return how many page ends stand before the paragraph's first word, and how many after it."""
        before = after = 0
        seen = False
        for element in paragraph.iter():
            if element.tag == qn("w:t") and (element.text or "").strip():
                seen = True
            laid = self._laid_out and element.tag == qn("w:lastRenderedPageBreak")
            asked = not self._laid_out and element.tag == qn("w:br") and element.get(qn("w:type")) == "page"
            asked = asked or (not self._laid_out and element.tag == qn("w:pageBreakBefore"))
            if laid or asked:
                before, after = (before, after + 1) if seen else (before + 1, after)
        return before, after

    def _lines(self, paragraph: Any, role: str = "body") -> list[Line]:
        label = self._numbering.label(paragraph) if role == "body" else ""
        runs = list(unmarked(_runs(paragraph)))
        text = undoubled("".join(part for part, _ in runs))
        if not text.strip():
            return []
        font = BOLD if all(bold for part, bold in runs if part.strip()) else None
        lines = [" ".join(part.split()) for part in text.split("\n")]
        if label:
            first = next(i for i, line in enumerate(lines) if line)
            lines[first] = f"{label} {lines[first]}"
        return [Line(tuple(Word(word, font=font) for word in line.split()), role) for line in lines if line]

    def _table(self, table: Any, blocks: list[Block | Picture]) -> None:
        """Read a table; where it holds tables, rows of several cells that hold none are tables of their own. A table of
        one cell within a cell only frames its text."""
        on_page = blocks is self._pages[-1]
        rows = list(table.iterchildren(qn("w:tr"), qn("w:sdt")))
        holds = [any(len(list(inner.iter(qn("w:tc")))) > 1 for inner in row.iter(qn("w:tbl"))) for row in rows]
        laid_out = [
            inner or any(holds) and sum(1 for _ in row.iter(qn("w:tc"))) < 2
            for row, inner in zip(rows, holds, strict=True)
        ]
        for is_layout, run in groupby(zip(laid_out, rows, strict=True), key=itemgetter(0)):
            blocks = self._pages[-1] if on_page else blocks
            part = [row for _, row in run]
            if is_layout:
                for cell in (c for row in part for c in row.iter(qn("w:tc")) if _nearest(c, qn("w:tbl")) is table):
                    self._walk(cell, self._pages[-1] if on_page else blocks)
            else:
                self._rows(part, blocks)

    def _rows(self, rows: list[Any], blocks: list[Block | Picture]) -> None:
        cells = tuple(self._cells(rows))
        if not cells:
            return
        blocks.extend(parts_of(Grid(cells)))
        on_page = blocks is self._pages[-1]
        for paragraph in (paragraph for row in rows for paragraph in row.iter(qn("w:p"))):
            self._pictures(paragraph, self._pages[-1] if on_page else blocks)
        if on_page and self._laid_out:
            for row in rows:
                for _ in row.iter(qn("w:lastRenderedPageBreak")):
                    self._pages.append([])

    def _cells(self, rows: list[Any]) -> Iterator[Cell]:
        """Yield the cells with what they span; a cell merged into the one above is only that one's row span."""
        open_cells: dict[int, list[Any]] = {}
        made: list[list[Any]] = []
        for row, line in enumerate(rows):
            column = _skipped(line)
            for cell in (c for c in line.iter(qn("w:tc")) if _nearest(c, qn("w:tbl")) is _nearest(line, qn("w:tbl"))):
                width, merge = _span(cell)
                if merge == "continue" and column in open_cells:
                    open_cells[column][3] += 1
                    open_cells[column][2] += self._cell_lines(cell)
                else:
                    entry = [row, column, self._cell_lines(cell), 1, width]
                    made.append(entry)
                    open_cells[column] = entry
                column += width
        for row, column, lines, height, width in made:
            yield Cell(row, column, tuple(lines), height, width)

    def _cell_lines(self, cell: Any) -> list[Line]:
        lines: list[Line] = []
        for paragraph in cell.iter(qn("w:p")):
            if _nearest(paragraph, FALLBACK) is None:  # text boxes too, each once
                lines += self._lines(paragraph)
        return lines

    def _furniture(self, which: str) -> tuple[Line, ...]:
        lines: list[Line] = []
        for section in self._document.sections:
            part = getattr(section, which)
            if part.is_linked_to_previous:
                continue
            for paragraph in part._element.iter(qn("w:p")):
                lines += [line for line in self._lines(paragraph, "furniture") if line not in lines]
        return tuple(lines)

    def _notes(self) -> Iterator[Line]:
        """Yield the footnotes and endnotes, in the margin of the last page: Word keeps them apart from the text."""
        for relation in self._document.part.rels.values():
            if relation.reltype.rsplit("/", 1)[-1] not in ("footnotes", "endnotes") or relation.is_external:
                continue
            root = parse_xml(relation.target_part.blob)
            for paragraph in root.iter(qn("w:p")):
                yield from self._lines(paragraph, "margin")


def _runs(paragraph: Any) -> Iterator[tuple[str, bool, bool]]:
    """Yield the text of a paragraph as printed, in parts, each with whether it is bold and whether it is raised."""
    stack = [iter(paragraph)]
    bold = raised = capitals = False
    while stack:
        element = next(stack[-1], None)
        if element is None:
            stack.pop()
            continue
        if element.tag in LEFT_OUT or not isinstance(element.tag, str):
            continue
        if element.tag == qn("w:r"):
            if is_set(element, "w:vanish"):
                continue
            bold, raised, capitals = is_set(element, "w:b"), is_raised(element), is_set(element, "w:caps")
        if element.tag == qn("w:t"):
            yield (element.text or "").upper() if capitals else element.text or "", bold, raised
        elif element.tag in SYMBOLS and element.getparent().tag == qn("w:r"):
            yield SYMBOLS[element.tag], bold, raised
        elif element.tag == qn("w:br"):
            yield "\n" if element.get(qn("w:type")) in (None, "textWrapping") else " ", bold, raised
        else:
            stack.append(iter(element))


def _boxes(paragraph: Any) -> Iterator[Any]:
    """Yield the text boxes anchored in a paragraph, each once though Word keeps it in two forms."""
    for box in paragraph.iter(qn("w:txbxContent")):
        if _nearest(box, FALLBACK) is None:
            yield box


def _nearest(element: Any, tag: str) -> Any:
    """Return the nearest ancestor with a tag, or None."""
    return next(element.iterancestors(tag), None)


def _skipped(row: Any) -> int:
    """Return how many grid columns a row leaves out at its start."""
    before = row.find(f"{qn('w:trPr')}/{qn('w:gridBefore')}")
    return int(before.get(qn("w:val"))) if before is not None else 0


def _span(cell: Any) -> tuple[int, str | None]:
    """Return the columns that a cell spans and its vertical merge: `restart`, `continue` or None."""
    properties = cell.find(qn("w:tcPr"))
    if properties is None:
        return 1, None
    span, merge = properties.find(qn("w:gridSpan")), properties.find(qn("w:vMerge"))
    width = int(span.get(qn("w:val"))) if span is not None else 1
    return width, None if merge is None else merge.get(qn("w:val")) or "continue"
