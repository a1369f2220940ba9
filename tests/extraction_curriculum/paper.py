"""Documents for tests, made of lines and tables without a file: `document("line", [["cell", "cell"], …])`."""

from extractors.arranging import arrange
from extractors.parsing import parse
from extractors.reading.files.plain import pages_of
from extractors.recognising import recognise
from models.document import Document, Genre, Zones
from models.page import Source
from models.text import Span, Table, TableCell, Text, TextLine

Cell = str | tuple[str, int, int]
"""Words, or words with the rows and columns that the cell spans; a newline in the words is a printed line's end."""

CARD = [["Mã học phần", "GEO101"], ["Số tín chỉ", "3"]]
HEAD = ["TT", "Mã học phần", "Tên học phần", "Số tín chỉ"]


def document(*blocks: str | list[list[Cell]], language: str = "vi", kind: str = "syllabus") -> Document:
    """Return a document of lines (strings) and tables (lists of rows)."""
    content, lines, tables = "", [], []
    for block in blocks:
        if isinstance(block, str):
            for line in block.split("\n"):
                lines.append(TextLine(len(content), len(content) + len(line), 1))
                content += line + "\n"
            continue
        start, cells, taken = len(content), [], set()
        for r, row in enumerate(block):
            begin, column = len(content), 0
            for n, cell in enumerate(row):
                words, high, wide = (cell, 1, 1) if isinstance(cell, str) else cell
                while (r, column) in taken:
                    column += 1
                taken |= {(r + i, column + k) for i in range(high) for k in range(wide)}
                content += "\t" if n else ""
                span, breaks = _written(content, words)
                content += words.replace("\n", " ")
                cells.append(TableCell(r, column, span, high, wide, breaks))
                column += wide
            lines.append(TextLine(begin, len(content), 1, "body", len(tables)))
            content += "\n"
        tables.append(Table(Span(start, len(content)), 1, tuple(cells)))
    text = Text(content, content, tuple(lines), tuple(tables))
    none, whole = Span(0, 0), Span(0, len(content))
    source = Source("paper", "paper", "0" * 64, "text/plain", len(content))
    return Document(source, text, Genre(kind, language, 1.0), Zones(none, none, whole, none))


def _written(content: str, words: str) -> tuple[Span, tuple[int, ...]]:
    start = len(content)
    breaks = tuple(start + n + 1 for n, c in enumerate(words) if c == "\n")
    return Span(start, start + len(words)), breaks


def rows(table: str, made: Document) -> list[dict[str, object]]:
    """Return the bare values of a table's rows of a document."""
    from importlib import import_module

    found = import_module(f"extractors.tables.{table}").extract(made)
    return [{name: cell.value for name, cell in row.cells.items()} for row in found]


def only(found: list[dict], *names: str) -> list[tuple]:
    """Return the named columns of rows, a tuple for each row."""
    return [tuple(row.get(name) for name in names) for row in found]


def syllabus(*blocks: str | list[list[Cell]]) -> Document:
    """Return a Vietnamese syllabus of one course: its title, its card, then the blocks."""
    return document("ĐỀ CƯƠNG HỌC PHẦN", "Địa chất đại cương", CARD, *blocks)


def programme(*blocks: str | list[list[Cell]]) -> Document:
    """Return a Vietnamese programme: its title, its card, then the blocks."""
    card = [["Tên ngành đào tạo", "Địa chất học"], ["Mã ngành", "7440201"]]
    return document("CHƯƠNG TRÌNH ĐÀO TẠO", card, *blocks, kind="programme")


def reading(words: str) -> Document:
    """Return the document that a file of plain text is read as."""
    pages = pages_of(words)
    text = arrange(pages)
    return parse(Source("", "read.txt", "0" * 64, "text/plain", len(words)), text, recognise(text), pages)
