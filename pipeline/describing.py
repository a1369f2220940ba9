"""The description of the tables for those who read them from other programs, derived from their one definition."""

from collections.abc import Iterator
from typing import Any

from models.columns import Column
from models.tables import CONTENT_TABLES, FINDINGS, PAGES
from pipeline.report.wording import meanings
from pipeline.store.schema import ENTITIES, ENTITY_MENTIONS, ENTITY_NAMES, EVIDENCE, REVIEWS

_DATE = r"^\d{4}(-\d{2}(-\d{2})?)?$"
_TYPES: dict[str, dict[str, Any]] = {
    "text": {"type": "string", "minLength": 1},
    "date": {"type": "string", "pattern": _DATE},
    "number": {"type": "number"},
    "integer": {"type": "integer"},
    "any": {"type": ["number", "string"]},
}
_SAID = {
    "date": "date, ISO 8601, as precise as printed: `2025-12-10`, `2024-05`, `2026`",
    "any": "number where one is meant, else text as printed",
}
_KEYS = (
    ("document_id", "text", "the first 16 hexadecimal digits of the SHA-256 of the file's bytes"),
    ("ordinal", "integer", "from 1, in reading order, within the table and the document"),
    (
        "row_key",
        "text",
        "the row's code or number where it has a unique one, else `#<ordinal>`: the same when read again",
    ),
)
_OTHERS = (
    (EVIDENCE, "value: what stood on the page before repair, where, how sure it is, and what read it"),
    (REVIEWS, "decision of a steward; the last one on a value counts"),
    (ENTITIES, "organisation, programme, course, act or person, over all documents"),
    (ENTITY_NAMES, "way in which an entity is written"),
    (ENTITY_MENTIONS, "row that names an entity"),
)


def as_markdown() -> str:
    """Return the tables and their columns as a page of Markdown."""
    return "\n".join(_lines()) + "\n"


def as_json_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of a document as `sohoa export --format json` writes it."""
    tables = {table.name: table for table in (*CONTENT_TABLES, PAGES, FINDINGS)}
    return {
        "$schema": "https://json-schema.org/draft/2020-12/schema",
        "title": "A document read by sohoa: its tables by name; a key that is absent is a value that is unknown",
        "type": "object",
        "required": sorted(tables),
        "properties": {
            name: {
                "description": f"one row per {table.grain}",
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["ordinal", "row_key"] if name != "findings" else ["ordinal", "rule", "severity"],
                    "properties": {key: _TYPES[kind] | {"description": about} for key, kind, about in _KEYS}
                    | {column.name: _property(column) for column in table.columns},
                },
            }
            for name, table in tables.items()
        },
    }


def _property(column: Column) -> dict[str, Any]:
    told = {"description": column.about, "x-description-vi": column.about_vi}
    return _TYPES[column.type] | told | ({"enum": list(column.values)} if column.values else {})


def _lines() -> Iterator[str]:
    yield "# Tables"
    yield ""
    yield "Unknown is NULL. Every table of contents has these columns, and is unique by `document_id` and `row_key`"
    yield "(`findings` by `document_id` and `ordinal`); `document_id` is a foreign key to `documents`."
    yield ""
    yield "A table of the store holds what was read. Its view `reviewed_<table>` has the same columns with the"
    yield "decisions of stewards applied, as every export has; `pages` and `findings` have none. Findings that compare"
    yield "documents, such as one number in two of them, are in every export and in the report, not in the table."
    yield "An edited file leaves its old document beside the new one; the view `current_documents` has the newest only."
    yield from _head()
    yield from (_line("every", name, _SAID.get(kind, kind), about) for name, kind, about in _KEYS)
    for table in (*CONTENT_TABLES, PAGES, FINDINGS):
        yield from ("", f"## {table.name}", "", f"One row per {table.grain}.")
        yield from _head()
        for column in table.columns:
            values = " ".join(f"`{value}`" for value in column.values)
            yield _line(table.name, column.name, _SAID.get(column.type, column.type), column.about, values)
    for other, grain in _OTHERS:
        yield from ("", f"## {other.name}", "", f"One row per {grain}.")
        yield from _head()
        for own in other.columns:
            kind = "text" if own.type.python_type is str else "integer" if own.type.python_type is int else "number"
            yield _line(other.name, own.name, kind, own.comment or "")


def _head() -> Iterator[str]:
    yield from ("", "| column | type | meaning | nghĩa | values |", "|---|---|---|---|---|")


def _line(table: str, name: str, kind: str, about: str, values: str = "") -> str:
    vietnamese = meanings().get((table, name)) or meanings().get(("every", name), "")
    return f"| `{name}` | {kind} | {about} | {vietnamese} | {values} |"
