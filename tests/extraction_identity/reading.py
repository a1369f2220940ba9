"""Documents for tests, made of printed text: columns stand four spaces apart, cells have tabs."""

from importlib import import_module
from typing import Any

from extractors.finding import find
from extractors.parsing import parse
from extractors.resolving import resolve
from extractors.tables import number
from models.document import Document, Genre
from models.page import Source
from models.rows import Row
from models.text import Text, TextLine

TABLES = ("documents", "citations", "people", "recipients", "amendments")


def text_of(printed: str) -> Text:
    """Return a text of one page; a line with a tab is a row of a table."""
    lines, start = [], 0
    for line in printed.split("\n"):
        lines.append(TextLine(start, start + len(line), 1, "body", 0 if "\t" in line else None))
        start += len(line) + 1
    return Text(printed, printed, tuple(lines))


def document(printed: str, language: str = "vi", kind: str = "decision") -> Document:
    """Return the document with its mentions found and resolved."""
    source = Source("printed", "printed.txt", "0" * 64, "text/plain", len(printed))
    return resolve(find(parse(source, text_of(printed), Genre(kind, language, 1.0), ())))


def values(table: str, made: Document) -> list[dict[str, Any]]:
    """Return the bare values of a table of a document."""
    found = import_module(f"extractors.tables.{table}").extract(made)
    return [{name: cell.value for name, cell in row.cells.items()} for row in found]


def all_rows(made: Document) -> tuple[Row, ...]:
    """Return the numbered rows of the tables of identity."""
    rows: list[Row] = []
    for table in TABLES:
        rows += number(import_module(f"extractors.tables.{table}").extract(made))
    return tuple(rows)
