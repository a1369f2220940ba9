"""Decisions of stewards beside the last reading: those whose row is gone, and those about what now reads otherwise."""

import json
from collections import defaultdict
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from extractors.checks.telling import tell
from models.rows import Finding
from pipeline.store.schema import CONTENT, DOCUMENTS, FINDING_REVIEWS, REVIEWS


@dataclass(frozen=True, slots=True)
class _Standing:
    """A decision that holds: where, the value that was read when it was taken, and the value decided."""

    row_key: str
    column: str
    read: Any
    value: Any


def decisions_to_look_at(connection: Connection) -> list[tuple[str, Finding]]:
    """Return findings, each with its document, for decisions that the last reading of the document calls in question.

    A decision wins whatever is read later. Where its row has no key of its own, `#2` may be another row by then.
    """
    found = []
    own = {
        row.document_id: row.row_key for row in connection.execute(select(DOCUMENTS.c.document_id, DOCUMENTS.c.row_key))
    }
    for (document_id, table), standing in _standing(connection).items():
        content = CONTENT[table]
        query = select(content).where(content.c.document_id == document_id)
        rows = {row["row_key"]: row for row in connection.execute(query).mappings()}
        for each in standing:
            key = own[document_id] if table == DOCUMENTS.name else each.row_key
            if told := _in_question(table, key, each, rows.get(key)):
                found.append((document_id, told))
    return found


def _in_question(table: str, key: str, standing: _Standing, row: Any) -> Finding | None:
    said = {"table": table, "key": key, "column": standing.column, "value": standing.value}
    if row is None:
        return tell("review_without_row", "warning", table, key, **said)
    now = row[standing.column]
    if now is None or now in (standing.read, standing.value):
        return None
    return tell("review_of_another_value", "warning", table, key, **said, read=standing.read, now=now)


def _standing(connection: Connection) -> dict[tuple[str, str], list[_Standing]]:
    """Return the decisions that hold by document and table; what was read is what the first of them replaced."""
    chains: dict[tuple[str, str, str, str], list[Any]] = defaultdict(list)
    query = select(REVIEWS).where(REVIEWS.c.table_name != FINDING_REVIEWS).order_by(REVIEWS.c.review_id)
    for row in connection.execute(query):
        # A document has one row, whatever its key was when it was decided upon.
        key = "" if row.table_name == DOCUMENTS.name else row.row_key
        chain = chains[row.document_id, row.table_name, key, row.column_name]
        if row.verdict == "undone":
            chain.clear()
        else:
            chain.append(row)
    held: dict[tuple[str, str], list[_Standing]] = defaultdict(list)
    for (document_id, table, key, column), chain in chains.items():
        if chain:
            read, value = json.loads(chain[0].old_value), json.loads(chain[-1].new_value)
            held[document_id, table].append(_Standing(key, column, read, value))
    return held
