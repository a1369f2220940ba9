"""What a steward should look at first: values under findings, then the least sure ones."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, case, func, select

from extractors.checks import rule_names
from pipeline.store.reviewing import decisions, extracted_value
from pipeline.store.schema import CONTENT, DOCUMENTS, EVIDENCE, PAGES_TABLE, REVIEWS

_FILE_FACTS = ("page_count", "sha256", "source_name", "media_type")
"""Columns about the file itself: there is nothing to decide about them."""


def worklist(connection: Connection, *, limit: int = 300) -> list[dict[str, Any]]:
    """Return the undecided values, the most pressing first, each with its evidence and the findings on its row."""
    findings = CONTENT["findings"].c
    rank = func.min(case((findings.severity == "error", 0), (findings.severity == "warning", 1), else_=2))
    pressing = (
        select(findings.document_id, findings.table_name, findings.row_key, rank.label("rank"))
        .where(findings.row_key.is_not(None))
        .group_by(findings.document_id, findings.table_name, findings.row_key)
        .subquery()
    )
    seen = (
        select(REVIEWS.c.document_id, REVIEWS.c.table_name, REVIEWS.c.row_key, REVIEWS.c.column_name)
        .distinct()
        .subquery()
    )
    value = EVIDENCE.c
    query = (
        select(EVIDENCE, DOCUMENTS.c.source_name, PAGES_TABLE.c.width, PAGES_TABLE.c.height)
        .join(DOCUMENTS, DOCUMENTS.c.document_id == value.document_id)
        .outerjoin(
            pressing,
            (pressing.c.document_id == value.document_id)
            & (pressing.c.table_name == value.table_name)
            & (pressing.c.row_key == value.row_key),
        )
        .outerjoin(PAGES_TABLE, (PAGES_TABLE.c.document_id == value.document_id) & (PAGES_TABLE.c.page == value.page))
        .outerjoin(
            seen,
            (seen.c.document_id == value.document_id)
            & (seen.c.table_name == value.table_name)
            & (seen.c.row_key == value.row_key)
            & (seen.c.column_name == value.column_name),
        )
        .where(seen.c.document_id.is_(None), value.column_name.not_in(_FILE_FACTS))
        .order_by(
            func.coalesce(pressing.c.rank, 3), value.confidence, value.document_id, value.table_name, value.row_key
        )
        .limit(limit)
    )
    messages = _messages(connection)
    items = []
    for row in connection.execute(query).mappings():
        item = dict(row)
        place = (row["document_id"], row["table_name"], row["row_key"], row["column_name"])
        item["value"] = extracted_value(connection, place)
        item["messages"] = messages.get(place[:3], [])
        item["seen"] = 0
        items.append(item)
    return items


def progress(connection: Connection) -> dict[str, int]:
    """Return how many values have been decided upon, of how many."""
    values = connection.scalar(select(func.count()).where(EVIDENCE.c.column_name.not_in(_FILE_FACTS))) or 0
    return {"decided": len(decisions(connection)), "values": values}


def _messages(connection: Connection) -> dict[tuple[str, ...], list[str]]:
    findings = CONTENT["findings"].c
    query = select(
        findings.document_id, findings.table_name, findings.row_key, findings.rule, findings.severity, findings.message
    ).where(findings.row_key.is_not(None))
    messages: dict[tuple[str, ...], list[str]] = defaultdict(list)
    for document_id, table_name, row_key, rule, severity, message in connection.execute(query):
        name = rule_names().get(rule, {}).get("vietnamese", rule)
        messages[document_id, table_name, row_key].append(f"{severity}: {name}. {message}")
    return messages
