"""Making of cell values from spans of a document."""

from typing import Any

from models.rows import Row, Value
from models.text import Span


def read_as(value: Any, span: Span | None, *, confidence: float = 0.9, extractor: str = "") -> Value:
    """Return a value that was read from a span but is not its text: a date, a number, a word of a vocabulary."""
    return Value(value, span, confidence, extractor)


def cells(**values: Value | None) -> dict[str, Value]:
    """Return the given columns without those that are None or empty: unknown is absent, never an empty string."""
    return {name: cell for name, cell in values.items() if cell is not None and cell.value not in (None, "")}


def row_of(table: str, key: str | None = None, /, **values: Value | None) -> Row:
    """Return a row with the given columns, without those that are None or empty; `key` is as in `Row`."""
    return Row(table, cells(**values), key)
