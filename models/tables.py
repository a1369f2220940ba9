"""The one definition of the normalized tables: `tables.tsv` and `columns.tsv` beside this file.

SQL, CSV, Parquet, JSON Schema, the docs and the words on the pages are derived from them.
"""

import csv
from collections.abc import Iterable
from pathlib import Path

from models.columns import Column, TableDefinition


def _rows(name: str) -> Iterable[dict[str, str]]:
    """Return the rows of a file beside this one, by the names in its first line that is no comment."""
    lines = (Path(__file__).parent / name).read_text("utf-8").splitlines()
    told = (line for line in lines if not line.startswith("#"))
    return csv.DictReader(told, delimiter="\t", quoting=csv.QUOTE_NONE, restval="")


def _columns(table: str, rows: Iterable[dict[str, str]]) -> tuple[Column, ...]:
    return tuple(
        Column(row["column"], row["type"], row["english"], row["vietnamese"], tuple(row["values"].split()))
        for row in rows
        if row["table"] == table
    )


_COLUMNS = tuple(_rows("columns.tsv"))
BY_NAME: dict[str, TableDefinition] = {
    row["table"]: TableDefinition(
        row["table"], row["grain"], _columns(row["table"], _COLUMNS), tuple(row["key"].split())
    )
    for row in _rows("tables.tsv")
}
PAGES, FINDINGS = BY_NAME["pages"], BY_NAME["findings"]
CONTENT_TABLES: tuple[TableDefinition, ...] = tuple(
    table for table in BY_NAME.values() if table not in (PAGES, FINDINGS)
)
"""The tables that extraction fills, in the order of the contract."""
LANGUAGES = BY_NAME["documents"].column("language").values
"""Those that are read, by ISO 639-1."""
