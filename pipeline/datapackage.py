"""The description that lies beside exported CSV files: a Frictionless data package, so that no reader guesses types.

A code such as `0101` is text and `NA` is no missing value: programs that read the package know that, others guess.
"""

from collections.abc import Iterable
from typing import Any

from sqlalchemy import Column, Float, Integer, Table

from models.columns import Column as Definition
from models.tables import CONTENT_TABLES, FINDINGS, PAGES
from pipeline.report.wording import meanings
from pipeline.store.schema import CONTENT

PACKAGE = "datapackage.json"
DATE = r"\d{4}(-\d{2}(-\d{2})?)?"
_DEFINED = {table.name: table for table in (*CONTENT_TABLES, PAGES, FINDINGS)}


def as_data_package(tables: Iterable[Table]) -> dict[str, Any]:
    """Return the description of CSV files, one per table under the table's name."""
    return {
        "name": "sohoa",
        "title": "Documents read by sohoa: their tables, the decisions of stewards applied",
        "profile": "tabular-data-package",
        "resources": [_resource(table) for table in tables],
    }


def _resource(table: Table) -> dict[str, Any]:
    named = {column.name: column for column in _DEFINED[table.name].columns} if table.name in _DEFINED else {}
    schema: dict[str, Any] = {
        "fields": [_field(table.name, column, named.get(column.name)) for column in table.columns],
        "missingValues": [""],
        "primaryKey": [column.name for column in table.primary_key.columns],
    }
    foreign = [
        {"fields": [key.parent.name], "reference": {"resource": key.column.table.name, "fields": [key.column.name]}}
        for key in sorted(table.foreign_keys, key=lambda key: key.parent.name)
    ]
    resource = {
        "name": table.name,
        "path": f"{table.name}.csv",
        "profile": "tabular-data-resource",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "schema": schema | ({"foreignKeys": foreign} if foreign else {}),
    }
    return resource | ({"description": f"one row per {table.comment}"} if table.name in CONTENT else {})


def _field(table: str, column: Column[Any], definition: Definition | None) -> dict[str, Any]:
    kind = "integer" if isinstance(column.type, Integer) else "number" if isinstance(column.type, Float) else "string"
    limits: dict[str, Any] = {} if column.nullable else {"required": True}
    if definition and definition.type == "date":  # as precise as printed: a year alone is no date to other programs
        limits["pattern"] = DATE
    if definition and definition.values:
        limits["enum"] = list(definition.values)
    about = (definition.about if definition else column.comment) or ""
    vietnamese = meanings().get((table, column.name)) or meanings().get(("every", column.name))
    field: dict[str, Any] = {"name": column.name, "type": kind}
    field |= ({"description": about} if about else {}) | ({"description_vi": vietnamese} if vietnamese else {})
    return field | ({"constraints": limits} if limits else {})
