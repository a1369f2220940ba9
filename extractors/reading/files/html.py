"""HTML: paragraphs as lines, tables as tables; scripts and styles are no text."""

import contextlib
import re
from collections.abc import Iterator, Sequence
from typing import Any

from lxml import etree
from lxml import html as markup

from extractors.reading.files.raised_marks import written
from extractors.reading.identifying import decode
from extractors.reading.options import ReadingOptions
from models.errors import DamagedFile, EmptyFile, UnreadableFile
from models.page import Block, Cell, Grid, Line, Page, Source

UNREAD = ("script", "style", "head", "noscript", "template")
BLOCKS = {
    *("address", "article", "aside", "blockquote", "body", "center", "dd", "div", "dl", "dt", "fieldset", "figcaption"),
    *("figure", "footer", "form", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hr", "html", "li", "main", "nav"),
    *("ol", "p", "pre", "section", "table", "tr", "ul"),
}
_OPENS = re.compile(r"\s*(?:<html>\s*<body>\s*)?<table\b", re.I)
_CLOSES = re.compile(r"</table>(?:\s*</body>\s*</html>)?\s*$", re.I)


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return an HTML file as one page."""
    try:
        with open(source.path, "rb") as stream:
            data = stream.read(options.max_bytes)
    except OSError as error:
        raise UnreadableFile(str(error), where=source.path) from error
    return (page_of(decode(data) or data.decode("cp1252", "replace"), where=source.path),)


def page_of(text: str, *, where: str = "") -> Page:
    """Return the page that a piece of HTML makes."""
    try:
        root = markup.fromstring(re.sub(r"^\s*<\?xml[^>]*\?>", "", text), parser=markup.HTMLParser(huge_tree=False))
    except (etree.ParserError, etree.XMLSyntaxError, ValueError) as error:
        raise DamagedFile(f"not readable as HTML: {error}", where=where) from error
    _lower(root)
    blocks = tuple(_blocks(root))
    if not blocks:
        raise EmptyFile("HTML without text", where=where)
    return Page(1, blocks, reason="HTML")


def tables_in(lines: Sequence[str]) -> Iterator[tuple[int, int, Grid]]:
    """Yield the tables that converters leave as HTML among the lines of a text, with the numbers of their first and
    last lines."""
    start: int | None = None
    for number, line in enumerate(lines):
        start = number if _OPENS.match(line) else start
        if start is None or not _CLOSES.search(line):
            continue
        with contextlib.suppress(DamagedFile, EmptyFile):
            found = page_of("\n".join(lines[start : number + 1])).blocks
            if len(found) == 1 and isinstance(found[0], Grid):
                yield start, number, found[0]
        start = None


def _lower(root: Any) -> None:
    """Take the raised marks of notes off the words and numbers they are glued to."""
    for mark in [*root.iter("sup")]:
        beside = mark.getprevious()
        before = (mark.getparent().text if beside is None else beside.tail) if mark.getparent() is not None else ""
        said = written(before or "", "".join(mark.itertext()).strip(), mark.tail or "")
        for child in [*mark]:
            mark.remove(child)
        mark.text = said


def _blocks(element: Any) -> Iterator[Block]:
    """Yield the blocks of an element: a table that holds none in it is a grid, what stands between blocks a line."""
    if element.tag == "table" and element.find(".//table") is None:
        grid = _grid(element)
        if grid.cells:
            yield grid
        return
    pending = element.text or ""
    for child in element:
        inside = isinstance(child.tag, str) and child.tag not in UNREAD
        if inside and (child.tag in BLOCKS or child.find(".//table") is not None):
            yield from _lines(pending)
            yield from _blocks(child)
            pending = child.tail or ""
        else:
            pending += ("\n" if child.tag == "br" else _flat(child) if inside else "") + (child.tail or "")
    yield from _lines(pending)


def _flat(element: Any) -> str:
    parts = [element.text or ""]
    for child in element:
        if isinstance(child.tag, str) and child.tag not in UNREAD:
            parts.append("\n" if child.tag == "br" else _flat(child))
        parts.append(child.tail or "")
    return "".join(parts)


def _lines(text: str) -> Iterator[Line]:
    for line in text.split("\n") if "\n\n" in text else [text.replace("\n", " ")]:
        said = " ".join(line.split())
        if said:
            yield Line((), text=said)


def _grid(table: Any) -> Grid:
    cells: list[Cell] = []
    taken: set[tuple[int, int]] = set()
    for row, tr in enumerate(table.iter("tr")):
        column = 0
        for td in tr.iterchildren("td", "th"):
            while (row, column) in taken:
                column += 1
            height, width = _span(td.get("rowspan")), _span(td.get("colspan"))
            taken |= {(row + r, column + c) for r in range(height) for c in range(width)}
            lines = tuple(block for block in _blocks(td) if isinstance(block, Line))
            cells.append(Cell(row, column, lines, height, width))
            column += width
    return Grid(tuple(cells))


def _span(value: str | None) -> int:
    return min(int(value), 200) if value and value.isdecimal() and int(value) else 1
