"""What a steward should look at first: values under findings, then the least sure ones."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, case, func, select

from pipeline.report.wording import called, message, rule
from pipeline.review.missing import FILE_FACTS, missing_values
from pipeline.store.reviewing import decisions, extracted_value
from pipeline.store.schema import CONTENT, DOCUMENTS, EVIDENCE, PAGES_TABLE, REVIEWS


def worklist(connection: Connection, *, limit: int = 300) -> list[dict[str, Any]]:
    """Return the undecided values, the most pressing first, each with its evidence and the findings on its row.

    Values that findings say are missing are among them, with no evidence and no value.
    """
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
        select(
            EVIDENCE,
            DOCUMENTS.c.source_name,
            PAGES_TABLE.c.width,
            PAGES_TABLE.c.height,
            func.coalesce(pressing.c.rank, 3).label("rank"),
        )
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
        .where(seen.c.document_id.is_(None), value.column_name.not_in(FILE_FACTS))
        .order_by(
            func.coalesce(pressing.c.rank, 3), value.confidence, value.document_id, value.table_name, value.row_key
        )
        .limit(limit)
    )
    messages, decided = _messages(connection), decisions(connection)
    items = missing_values(connection)
    for row in connection.execute(query).mappings():
        place = (row["document_id"], row["table_name"], row["row_key"], row["column_name"])
        if place not in decided:
            items.append(dict(row) | {"value": extracted_value(connection, place)})
    for item in items:
        item["messages"] = messages.get((item["document_id"], item["table_name"], item["row_key"]), [])
        item["called"] = {"table": called(item["table_name"]), "column": called(item["column_name"])}
        item["seen"] = 0
    return sorted(items, key=lambda item: (item["rank"], item["confidence"] or 0))[:limit]


def progress(connection: Connection) -> dict[str, int]:
    """Return how many values have been decided upon, of how many."""
    values = connection.scalar(select(func.count()).where(EVIDENCE.c.column_name.not_in(FILE_FACTS))) or 0
    return {"decided": len(decisions(connection)), "values": values}


def _messages(connection: Connection) -> dict[tuple[str, ...], list[dict[str, str]]]:
    """Return by row what findings say of it: the severity, and the rule with its sentence in either language."""
    findings = CONTENT["findings"]
    messages: dict[tuple[str, ...], list[dict[str, str]]] = defaultdict(list)
    for found in connection.execute(select(findings).where(findings.c.row_key.is_not(None))).mappings():
        named, said = rule(found["rule"]), message(dict(found))
        both = {language: f"{named[language]}. {said[language]}" for language in named}
        place = (found["document_id"], found["table_name"], found["row_key"])
        messages[place].append({"severity": found["severity"]} | both)
    return messages
