"""What stewards decided: append-only, and it wins over what was extracted, also after every re-reading."""

import json
from typing import Any

from sqlalchemy import Connection, Select, case, func, insert, select

from models.errors import SohoaError
from pipeline.store.entities import refresh
from pipeline.store.opening import Store
from pipeline.store.schema import CONTENT, DOCUMENTS, FINDING_REVIEWS, REVIEWS
from pipeline.store.values import Place, now

VERDICTS = ("accepted", "corrected", "rejected", "undone")


class SomebodyElseDecided(SohoaError):
    """The value was decided upon between the look and the decision."""


def decisions(connection: Connection, document_id: str | None = None) -> dict[Place, Any]:
    """Return the values decided upon, by place: the last decision counts, an undone one gives way to the extraction."""
    latest = last_decisions()
    if document_id is not None:
        latest = latest.where(REVIEWS.c.document_id == document_id)
    query = select(REVIEWS).where(REVIEWS.c.review_id.in_(latest), REVIEWS.c.verdict != "undone")
    named = select(DOCUMENTS.c.document_id, DOCUMENTS.c.row_key)
    if document_id is not None:
        named = named.where(DOCUMENTS.c.document_id == document_id)
    own: dict[str, str] = {row.document_id: row.row_key for row in connection.execute(named)}
    decided = {}
    for row in connection.execute(query.order_by(REVIEWS.c.review_id)).mappings():
        # A document has one row, whatever its key: with its number read or put in, the key is another.
        key = own.get(row["document_id"], row["row_key"]) if row["table_name"] == "documents" else row["row_key"]
        decided[row["document_id"], row["table_name"], key, row["column_name"]] = json.loads(row["new_value"])
    return decided


def last_decisions() -> Select[tuple[int]]:
    """Return the query of the numbers of the last decisions, one per value."""
    # A document has one row, whatever its key was when it was decided upon.
    key = case((REVIEWS.c.table_name == DOCUMENTS.name, ""), else_=REVIEWS.c.row_key)
    return (
        select(func.max(REVIEWS.c.review_id))
        .where(REVIEWS.c.table_name != FINDING_REVIEWS)
        .group_by(REVIEWS.c.document_id, REVIEWS.c.table_name, key, REVIEWS.c.column_name)
    )


def history(connection: Connection, place: Place) -> list[dict[str, Any]]:
    """Return every decision on a value, or on a finding, the first one first: who, when, what, instead of what, why."""
    told = ("verdict", "reviewer", "reviewed_at", "reason")
    query = select(REVIEWS).where(*_at(place)).order_by(REVIEWS.c.review_id)
    return [
        {name: row[name] for name in told}
        | {"before": json.loads(row["old_value"] or "null"), "after": json.loads(row["new_value"] or "null")}
        for row in connection.execute(query).mappings()
    ]


def last_decision(connection: Connection, place: Place) -> int:
    """Return the number of the last decision on a value, 0 where there is none: the lock of `decide`."""
    number = connection.scalar(select(func.max(REVIEWS.c.review_id)).where(*_at(place)))
    return int(number or 0)


def decide(
    store: Store,
    place: Place,
    verdict: str,
    *,
    reviewer: str,
    new_value: Any = None,
    reason: str = "",
    seen: int | None = None,
) -> int:
    """Append a decision on a value and return its number.

    `accepted` keeps the value as it stands, `corrected` sets `new_value`, `rejected` says there is none, `undone` takes
    the last decision back. Raises SomebodyElseDecided where the last decision is no longer the one `seen`.
    """
    if verdict not in VERDICTS:
        raise ValueError(f"no such verdict: {verdict}")
    with store.writing() as connection:
        last = last_decision(connection, place)
        if seen is not None and seen != last:
            raise SomebodyElseDecided("this value was decided upon meanwhile", where=" / ".join(place))
        old = current_value(connection, place)
        new = {"accepted": old, "corrected": new_value, "rejected": None, "undone": extracted_value(connection, place)}
        done = connection.execute(
            insert(REVIEWS).values(
                **dict(zip(("document_id", "table_name", "row_key", "column_name"), place, strict=True)),
                old_value=json.dumps(old, ensure_ascii=False),
                new_value=json.dumps(new[verdict], ensure_ascii=False),
                verdict=verdict,
                reviewer=reviewer,
                reviewed_at=now(),
                reason=reason or None,
            )
        )
        refresh(connection, place[0], decisions(connection, place[0]))
        assert done.inserted_primary_key is not None
        return int(done.inserted_primary_key[0])


def extracted_value(connection: Connection, place: Place) -> Any:
    """Return the value as extraction has it; LookupError where there is no such column or row."""
    document_id, table_name, row_key, column_name = place
    table = CONTENT[table_name]
    query = select(table.c[column_name]).where(table.c.document_id == document_id)
    found = connection.execute(query if table is DOCUMENTS else query.where(table.c.row_key == row_key)).first()
    if found is None:
        raise LookupError(" / ".join(place))
    return found[0]


def current_value(connection: Connection, place: Place) -> Any:
    """Return the value that counts: the steward's, else the extracted one."""
    decided = decisions(connection, place[0])
    if place[1] == DOCUMENTS.name:
        key = connection.scalar(select(DOCUMENTS.c.row_key).where(DOCUMENTS.c.document_id == place[0]))
        place = (place[0], place[1], key or place[2], place[3])
    return decided[place] if place in decided else extracted_value(connection, place)


def _at(place: Place) -> list[Any]:
    columns = (REVIEWS.c.document_id, REVIEWS.c.table_name, REVIEWS.c.row_key, REVIEWS.c.column_name)
    same = [column == value for column, value in zip(columns, place, strict=True)]
    return [same[0], same[1], same[3]] if place[1] == DOCUMENTS.name else same
