"""The steps of the flow as plain functions, from a file to its tables, without Prefect and without a store."""

from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractors.arranging import arrange
from extractors.finding import find
from extractors.parsing import parse
from extractors.printed_labels import printed_labels
from extractors.reading import identify, read
from extractors.recognising import recognise
from extractors.resolving import resolve
from extractors.tables import tabulate
from models.document import Document
from models.page import Page, Source
from models.rows import Row
from normalizers.repair import repair_text
from tests.samples.recording import recorded


@dataclass(frozen=True)
class Outcome:
    """What a file gave: its document and its rows."""

    document: Document
    rows: tuple[Row, ...]

    @property
    def tables(self) -> dict[str, list[dict[str, Any]]]:
        """Rows as an export has them: table name to bare values."""
        tables: dict[str, list[dict[str, Any]]] = {}
        for row in self.rows:
            values = {name: cell.value for name, cell in row.cells.items() if cell.value is not None}
            tables.setdefault(row.table, []).append(values)
        return tables


@cache
def outcome_of(path: Path) -> Outcome:
    """Return what the steps make of a file."""
    source = identify(path)
    return outcome(source, read(source))


@cache
def replayed_outcome(path: Path) -> Outcome:
    """Return what the steps make of a sample whose pages were read before, OCR left out; of others, all steps."""
    pages = recorded(path.name)
    return outcome_of(path) if pages is None else outcome(identify(path), pages)


def outcome(source: Source, pages: tuple[Page, ...]) -> Outcome:
    """Return what the steps make of pages."""
    text, _ = repair_text(arrange(pages), printed_labels("vi"))
    document = parse(source, text, recognise(text), pages)
    document = resolve(find(document))
    return Outcome(document, tuple(tabulate(document)))
