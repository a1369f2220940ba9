"""Findings that a steward has looked at: settled ones leave the worklists, and stay so when the document is read again.

A finding has no key of its own. It is known by what it says: read again it may stand elsewhere in the list, but as long
as it says the same of the same row it is the same one; with other figures in it, it is a new one and open.
"""

import hashlib
import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import Connection, func, insert, select, update

from pipeline.store.opening import Store
from pipeline.store.schema import CONTENT, FINDING_REVIEWS, REVIEWS
from pipeline.store.values import now

OPEN, SETTLED = "open", "settled"
DECISION = ("reviewer", "reviewed_at", "reason")
"""What is told of a decision beside what was decided."""
_COLUMN = "status"


def finding_key(finding: Mapping[str, Any]) -> str:
    """Return what a finding is known by in `reviews`, made from its rule, its row and its message."""
    said = [finding["rule"], finding["table_name"], finding["row_key"], finding["message"]]
    return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:16]


def settled(connection: Connection, document_id: str | None = None) -> dict[tuple[str, str], dict[str, Any]]:
    """Return the settled findings, of one document or of all, by document and key: who settled them, when and why."""
    own = REVIEWS.c.table_name == FINDING_REVIEWS
    if document_id is not None:
        own &= REVIEWS.c.document_id == document_id
    latest = select(func.max(REVIEWS.c.review_id)).where(own).group_by(REVIEWS.c.document_id, REVIEWS.c.row_key)
    query = select(REVIEWS).where(REVIEWS.c.review_id.in_(latest), REVIEWS.c.verdict != "undone")
    return {
        (row["document_id"], row["row_key"]): {name: row[name] for name in DECISION}
        for row in connection.execute(query).mappings()
    }


def settle(store: Store, finding: Mapping[str, Any], *, reviewer: str, reason: str = "", undo: bool = False) -> None:
    """Append to the reviews that a finding, a row of `findings_of`, needs nothing more, or that it does after all."""
    status, before = (OPEN, SETTLED) if undo else (SETTLED, OPEN)
    findings = CONTENT["findings"]
    with store.writing() as connection:
        connection.execute(
            insert(REVIEWS).values(
                document_id=finding["document_id"],
                table_name=FINDING_REVIEWS,
                row_key=finding_key(finding),
                column_name=_COLUMN,
                old_value=json.dumps(before),
                new_value=json.dumps(status),
                verdict="undone" if undo else "accepted",
                reviewer=reviewer,
                reviewed_at=now(),
                reason=reason or None,
            )
        )
        same = [findings.c[name] == finding[name] for name in ("document_id", "rule", "message")]
        same += [findings.c[name].is_not_distinct_from(finding[name]) for name in ("table_name", "row_key")]
        connection.execute(update(findings).where(*same).values(status=status))
