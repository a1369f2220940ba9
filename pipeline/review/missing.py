"""Values that are missing: those that findings tell of, and the empty columns of a row, for a steward to fill in."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from models.tables import BY_NAME
from normalizers.knowledge import read_table
from pipeline.report.wording import called, meaning
from pipeline.review.placing import place_of_row
from pipeline.store.reviewing import current_value, decisions, last_decision
from pipeline.store.schema import CONTENT, DOCUMENTS
from pipeline.store.settling import OPEN
from pipeline.store.values import Place

FILE_FACTS = ("page_count", "sha256", "source_name", "media_type")
"""Columns about the file itself: there is nothing to decide about them."""

_PLACE = ("document_id", "table_name", "row_key", "column_name")
_BLANK = ("raw_text", "x0", "y0", "x1", "y1", "confidence", "extractor", "value", "page", "width", "height")


@cache
def _told() -> dict[tuple[str, str], tuple[str, str]]:
    """Return table and column by what a finding says."""
    rows = read_table(Path(__file__).parent / "missing.tsv", ("says", "what", "table", "column"))
    return {(row["says"], row["what"]): (row["table"], row["column"]) for row in rows}


def missing_values(connection: Connection) -> list[dict[str, Any]]:
    """Return the undecided values that findings say are missing, as items of the worklist without evidence.

    Their pages are not yet looked up: `on_paper` does that for those that are shown.
    """
    told = _told_places(connection)
    decided, empty = decisions(connection), _empty(connection, {place[1::2] for place in told})
    sources = {row.document_id: row.source_name for row in _documents(connection)}
    return [
        dict.fromkeys(_BLANK) | dict(zip(_PLACE, place, strict=True)) | {"rank": rank, "source_name": sources[place[0]]}
        for place, rank in told.items()
        if place not in decided and place in empty
    ]


def on_paper(connection: Connection, item: dict[str, Any]) -> dict[str, Any]:
    """Return an item without evidence with the page of its row and the box around the row's other values.

    A document's values are all over its first page: there is no box around them.
    """
    place = place_of_row(connection, item["document_id"], item["table_name"], item["row_key"])
    if item["table_name"] == DOCUMENTS.name:
        place |= dict.fromkeys(("x0", "y0", "x1", "y1"))
    return item | place


def _told_places(connection: Connection) -> dict[Place, int]:
    """Return the places that open findings say are empty, with the rank of the gravest finding."""
    findings = CONTENT["findings"]
    own = {row.document_id: row.row_key for row in _documents(connection)}
    query = select(findings).where(findings.c.details.is_not(None), findings.c.status == OPEN)
    places: dict[Place, int] = {}
    for finding in connection.execute(query).mappings():
        values = json.loads(finding["details"])
        table, column = _told().get((values["says"], values.get("what", "-")), (None, None))
        # A finding may speak of the document from any of its rows; of another table, only from the row that it means.
        on_row = finding["row_key"] if finding["table_name"] == table else None
        key = own[finding["document_id"]] if table == "documents" else on_row
        if table is not None and column is not None and key is not None:
            place = (finding["document_id"], table, key, column)
            rank = ("error", "warning", "info").index(finding["severity"])
            places[place] = min(rank, places.get(place, rank))
    return places


def _empty(connection: Connection, columns: set[tuple[str, ...]]) -> set[Place]:
    """Return the places in these columns, given as table and column, in which nothing stands."""
    empty: set[Place] = set()
    for name, column in columns:
        table = CONTENT[name].c
        query = select(table.document_id, table.row_key).where(table[column].is_(None))
        empty |= {(row.document_id, name, row.row_key, column) for row in connection.execute(query)}
    return empty


def _documents(connection: Connection) -> Any:
    return connection.execute(select(DOCUMENTS.c.document_id, DOCUMENTS.c.row_key, DOCUMENTS.c.source_name)).all()


def closed_vocabulary(table: str, column: str) -> list[str]:
    """Return the words that alone may stand in a column; none where it is open, or no longer known."""
    known = BY_NAME[table].columns if table in BY_NAME else ()
    return next((list(each.values) for each in known if each.name == column), [])


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
                "about": meaning(column),
                "values": list(column.values),
                "value": current_value(connection, place),
                "seen": last_decision(connection, place),
            }
        )
    return columns
