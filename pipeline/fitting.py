"""Rows brought to the letter of the contract before they are loaded: types, vocabularies, unique keys."""

import re
from collections import Counter
from dataclasses import replace
from typing import Any

from extractors.checks.telling import tell
from models.rows import Finding, Row, Value
from models.tables import BY_NAME, Column


def fit(rows: tuple[Row, ...]) -> tuple[tuple[Row, ...], tuple[Finding, ...]]:
    """Return the rows as the contract has them, and a finding for every value that had to be left out.

    Empty values are absent, figures are numbers, a word outside a closed vocabulary is left out, a row key is unique
    within its table, and a row without any value is no row.
    """
    fitted: list[Row] = []
    findings: list[Finding] = []
    seen: Counter[tuple[str, str]] = Counter()
    for row in rows:
        cells: dict[str, Value] = {}
        for name, cell in row.cells.items():
            value, problem = fit_value(BY_NAME[row.table].column(name), cell.value)
            if problem:
                findings.append(tell("misfit", "warning", row.table, row.row_key, column=name, problem=problem))
            elif value is not None:
                cells[name] = replace(cell, value=value)
        if cells:
            fitted.append(replace(row, cells=cells, row_key=_unique(seen, row.table, row.row_key)))
    return tuple(fitted), tuple(findings)


def _unique(seen: Counter[tuple[str, str]], table: str, key: str) -> str:
    seen[table, key] += 1
    if seen[table, key] == 1:
        return key
    return _unique(seen, table, f"{key}#{seen[table, key]}")


def fit_value(column: Column, value: Any) -> tuple[Any, str | None]:
    """Return a value as its column takes it, or None and what is wrong with it."""
    if value is None or (isinstance(value, str) and not value.strip()):
        return None, None
    if column.type in ("number", "integer"):
        return _figure(column, value)
    if column.type == "date" and not re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", str(value)):
        return None, f"`{value}` is no date"
    if column.values and value not in column.values:
        return None, f"`{value}` is none of {', '.join(column.values)}"
    return (value if column.type == "any" else str(value)), None


def _figure(column: Column, value: Any) -> tuple[Any, str | None]:
    try:
        figure = float(str(value).replace(",", "."))
    except ValueError:
        return None, f"`{value}` is no figure"
    if column.type == "integer":
        return (int(figure), None) if figure == int(figure) else (None, f"`{value}` is no whole number")
    return figure, None
