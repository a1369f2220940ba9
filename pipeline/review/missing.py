"""Values that are missing: those that findings tell of, and the empty columns of a row, for a steward to fill in."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from models.tables import BY_NAME
from normalizers.knowledge import read_table
from pipeline.report.wording import called
from pipeline.store.reviewing import current_value, decisions, last_decision
from pipeline.store.schema import CONTENT, DOCUMENTS, EVIDENCE, PAGES_TABLE
from pipeline.store.settling import OPEN

FILE_FACTS = ("page_count", "sha256", "source_name", "media_type")
"""Columns about the file itself: there is nothing to decide about them."""


@cache
def _told() -> dict[tuple[str, str], tuple[str, str]]:
    """Return table and column by what a finding says."""
    rows = read_table(Path(__file__).parent / "missing.tsv", ("says", "what", "table", "column"))
    return {(row["says"], row["what"]): (row["table"], row["column"]) for row in rows}


def missing_values(connection: Connection) -> list[dict[str, Any]]:
    """Return the undecided values that findings say are missing, as items of the worklist without evidence."""
    findings = CONTENT["findings"]
    decided, items = decisions(connection), {}
    query = select(findings).where(findings.c.details.is_not(None), findings.c.status == OPEN)
    for finding in connection.execute(query).mappings():
        values = json.loads(finding["details"])
        table, column = _told().get((values["says"], values.get("what", "-")), (None, None))
        key = _row_key(connection, finding, table)
        if table is None or column is None or key is None:
            continue
        place = (finding["document_id"], table, key, column)
        if place not in decided and place not in items and _is_empty(connection, place):
            items[place] = _item(connection, place) | {"rank": ("error", "warning", "info").index(finding["severity"])}
    return list(items.values())


def _row_key(connection: Connection, finding: Any, table: str | None) -> str | None:
    """Return the row that a finding means: the one it points at, or the document's own."""
    if table == "documents":
        return connection.scalar(select(DOCUMENTS.c.row_key).where(DOCUMENTS.c.document_id == finding["document_id"]))
    return finding["row_key"] if finding["table_name"] == table else None


def _is_empty(connection: Connection, place: tuple[str, str, str, str]) -> bool:
    try:
        return current_value(connection, place) is None
    except LookupError:
        return False


def _item(connection: Connection, place: tuple[str, str, str, str]) -> dict[str, Any]:
    document_id, table, key, column = place
    there = (EVIDENCE.c.document_id == document_id) & (EVIDENCE.c.table_name == table) & (EVIDENCE.c.row_key == key)
    page = connection.scalar(select(func.min(EVIDENCE.c.page)).where(there)) or 1
    sheet = PAGES_TABLE.c
    size = connection.execute(
        select(sheet.width, sheet.height).where(sheet.document_id == document_id, sheet.page == page)
    ).first()
    blank = dict.fromkeys(("raw_text", "x0", "y0", "x1", "y1", "confidence", "extractor", "value"))
    named = dict(zip(("document_id", "table_name", "row_key", "column_name"), place, strict=True))
    source = connection.scalar(select(DOCUMENTS.c.source_name).where(DOCUMENTS.c.document_id == document_id))
    width, height = size if size else (None, None)
    return blank | named | {"page": page, "source_name": source, "width": width, "height": height}


def row_of(connection: Connection, document_id: str, table: str, key: str) -> list[dict[str, Any]]:
    """Return the columns of a row with their values as they count; LookupError where there is no such row."""
    if table not in CONTENT or table not in BY_NAME:
        raise LookupError(table)
    columns = []
    for column in BY_NAME[table].columns:
        if table == "documents" and column.name in FILE_FACTS:
            continue
        place = (document_id, table, key, column.name)
        columns.append(
            {
                "column_name": column.name,
                "called": called(column.name),
                "about": column.about,
                "values": list(column.values),
                "value": current_value(connection, place),
                "seen": last_decision(connection, place),
            }
        )
    return columns
