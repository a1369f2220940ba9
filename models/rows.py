"""Rows of the normalized tables, with evidence for every value."""

from dataclasses import dataclass, field
from typing import Any

from models.text import Span


@dataclass(frozen=True, slots=True)
class Value:
    """A value for a column and where it was read: a span of the repaired text, or None where it is derived.

    `confidence` is 0 to 1; `extractor` names the rule; `raw` overrides the raw text of the span, for values that do
    not stand in the text (a form field, a file's property).
    """

    value: Any
    span: Span | None = None
    confidence: float = 0.9
    extractor: str = ""
    raw: str | None = None


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a table. `key` is its code or number, where it has one; tabulating adds ordinals and unique row keys."""

    table: str
    cells: dict[str, Value]
    key: str | None = None
    ordinal: int = 0
    row_key: str = ""

    def get(self, column: str) -> Any:
        """Return the bare value of a column, or None."""
        cell = self.cells.get(column)
        return None if cell is None else cell.value


@dataclass(frozen=True, slots=True)
class Finding:
    """What a data steward should look at. `severity` is `error`, `warning` or `info`; `rule` is a stable code.

    `message` says it in English; `says` names its sentence in the knowledge of the checks and `values` what stands in
    it, so that it can be said in another language and be queried.
    """

    rule: str
    severity: str
    message: str
    table_name: str | None = None
    row_key: str | None = None
    status: str = "open"
    says: str = ""
    values: tuple[tuple[str, Any], ...] = ()


@dataclass(frozen=True)
class Reading:
    """Everything one document gave: what `load` writes in one transaction.

    `other_readings` are the page and the text of the readings that were not chosen.
    """

    rows: tuple[Row, ...]
    findings: tuple[Finding, ...] = ()
    evidence: tuple[dict[str, Any], ...] = ()
    pages: tuple[dict[str, Any], ...] = ()
    text: str = ""
    edits: tuple[dict[str, Any], ...] = field(default=())
    other_readings: tuple[dict[str, Any], ...] = ()
