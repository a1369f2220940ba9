"""What only the store can see: findings between documents, computed when they are asked for and never out of date."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, func, select

from extractors.checks.telling import tell
from models.rows import Finding
from pipeline.store.reviewing import decisions
from pipeline.store.schema import CONTENT, DOCUMENTS, READINGS
from pipeline.store.settling import SETTLED, finding_key, settled
from pipeline.store.values import finding_values

_CITATIONS = CONTENT["citations"]
_FINDINGS = CONTENT["findings"]

Found = dict[str, Any]


def findings_of(connection: Connection, document_id: str | None = None) -> list[Found]:
    """Return the findings of a document, or of all: its own as loaded, then those that other documents give rise to.

    The ordinals of the latter go on where its own end.
    """
    query = select(_FINDINGS).order_by(_FINDINGS.c.document_id, _FINDINGS.c.ordinal)
    if document_id is not None:
        query = query.where(_FINDINGS.c.document_id == document_id)
    found = [dict(row) for row in connection.execute(query).mappings()]
    last: dict[str, int] = defaultdict(int)
    for row in found:
        last[row["document_id"]] = row["ordinal"]
    between = (*_same_number(connection), *_replaced(connection), *_orphaned(connection))
    done = settled(connection, document_id)
    for row in between:
        if document_id in (None, row["document_id"]):
            last[row["document_id"]] += 1
            if (row["document_id"], finding_key(row)) in done:
                row["status"] = SETTLED
            found.append({"ordinal": last[row["document_id"]]} | row)
    return found


def _folded(column: Any) -> Any:
    """Return the SQL of a number as it is compared: without spaces, in capitals."""
    return func.upper(func.replace(column, " ", ""))


def _same_number(connection: Connection) -> list[Found]:
    """Find documents that bear the number of another: a new version, or the same act scanned twice."""
    number = _folded(DOCUMENTS.c.number)
    shared = select(number).where(DOCUMENTS.c.number.is_not(None)).group_by(number).having(func.count() > 1)
    query = (
        select(DOCUMENTS.c.document_id, DOCUMENTS.c.row_key, DOCUMENTS.c.number, DOCUMENTS.c.source_name, number)
        .join(READINGS, READINGS.c.document_id == DOCUMENTS.c.document_id)
        .where(number.in_(shared))
        .order_by(number, READINGS.c.loaded_at, DOCUMENTS.c.document_id)
    )
    groups: dict[str, list[Any]] = defaultdict(list)
    for row in connection.execute(query):
        groups[row[4]].append(row)
    found = []
    for group in groups.values():
        for row in group:
            others = [other.source_name or other.document_id for other in group if other is not row]
            told = tell("same_number", "warning", "documents", row.row_key, number=row.number, others=others)
            found.append(_finding(row.document_id, told))
    return found


def _replaced(connection: Connection) -> list[Found]:
    """Find citations of acts that another document of the store replaces or amends."""
    newer = _CITATIONS.alias("newer")
    bearer = DOCUMENTS.alias("bearer")
    query = (
        select(
            _CITATIONS.c.document_id,
            _CITATIONS.c.row_key,
            _CITATIONS.c.number,
            newer.c.relation,
            func.coalesce(bearer.c.number, bearer.c.source_name).label("by"),
        )
        .join(newer, _folded(newer.c.number) == _folded(_CITATIONS.c.number))
        .join(bearer, bearer.c.document_id == newer.c.document_id)
        .where(
            newer.c.relation.in_(("replaces", "amends")),
            newer.c.of_number.is_(None),
            newer.c.document_id != _CITATIONS.c.document_id,
            _CITATIONS.c.relation.in_(("basis", "refers")),
        )
        .distinct()
        .order_by(_CITATIONS.c.document_id, _CITATIONS.c.row_key)
    )
    severity = {"replaces": "warning", "amends": "info"}
    done = {"replaces": "replaced", "amends": "amended"}
    return [
        _finding(
            row.document_id,
            tell(
                f"cited_act_{done[row.relation]}_in_store",
                severity[row.relation],
                "citations",
                row.row_key,
                number=row.number,
                newer=row.by,
            ),
        )
        for row in connection.execute(query)
    ]


def _orphaned(connection: Connection) -> list[Found]:
    """Find decisions of stewards on rows that the last reading no longer has."""
    found = []
    for (document_id, table_name, row_key, column_name), value in decisions(connection).items():
        table = CONTENT[table_name].c
        there = connection.scalar(
            select(table.row_key).where(table.document_id == document_id, table.row_key == row_key)
        )
        if there is None:
            said = {"table": table_name, "key": row_key, "column": column_name, "value": value}
            found.append(_finding(document_id, tell("review_without_row", "warning", table_name, row_key, **said)))
    return found


def _finding(document_id: str, told: Finding) -> Found:
    return {"document_id": document_id} | finding_values(told)
