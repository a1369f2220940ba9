"""Entities across documents: named by rows, found anew at every load, joined only where a steward says so."""

from collections import defaultdict
from typing import Any

from sqlalchemy import Connection, delete, insert, select, update

from extractors.resolving.identity import namings
from extractors.resolving.proposing import near_duplicates
from models.entities import Entity, Naming, Proposal
from pipeline.store.counting import recount
from pipeline.store.opening import Store
from pipeline.store.schema import CONTENT, ENTITIES, ENTITY_DECISIONS, ENTITY_MENTIONS, ENTITY_NAMES
from pipeline.store.values import Place, now

SAME, DIFFERENT, UNDONE = "same", "different", "undone"
ENTITY_VERDICTS = (SAME, DIFFERENT, UNDONE)

_NAMING_TABLES = ("documents", "citations", "programmes", "courses", "course_relations", "people")


def refresh(connection: Connection, document_id: str, decided: dict[Place, Any]) -> None:
    """Find the entities that a document names anew, with its reviewed values, in place of those it named before.

    `decided` are the values of `reviewing.decisions`.
    """
    mentions = ENTITY_MENTIONS.c
    own = select(mentions.entity_key, mentions.name).where(mentions.document_id == document_id)
    before = [(row[0], row[1]) for row in connection.execute(own)]
    connection.execute(delete(ENTITY_MENTIONS).where(mentions.document_id == document_id))
    tables = {name: _rows(connection, name, document_id, decided) for name in _NAMING_TABLES}
    named = namings(document_id, tables)
    if named:
        connection.execute(insert(ENTITY_MENTIONS), [_mention(document_id, naming) for naming in named])
    recount(connection, before, named)


def refresh_all(connection: Connection, decided: dict[Place, Any]) -> None:
    """Find the entities of every document anew: for a store that was filled before it knew entities."""
    for document_id in connection.scalars(select(CONTENT["documents"].c.document_id)).all():
        refresh(connection, document_id, decided)


def entities(connection: Connection) -> list[Entity]:
    """Return the entities not merged into others, with the names of those merged into them, best attested first."""
    table = ENTITIES.c
    rows = connection.execute(select(ENTITIES).order_by(table.documents.desc(), table.entity_key)).mappings().all()
    into = {row["entity_key"]: row["merged_into"] or row["entity_key"] for row in rows}
    names: dict[str, list[str]] = defaultdict(list)
    order = (ENTITY_NAMES.c.times.desc(), ENTITY_NAMES.c.name)
    for key, name in connection.execute(select(ENTITY_NAMES.c.entity_key, ENTITY_NAMES.c.name).order_by(*order)):
        names[into.get(key, key)].append(name)
    return [
        Entity(
            row["entity_key"],
            row["kind"],
            row["name"],
            row["code"],
            into.get(row["scope"], row["scope"]),
            row["dated"],
            tuple(name for name in dict.fromkeys(names[row["entity_key"]]) if name != row["name"]),
        )
        for row in rows
        if not row["merged_into"]
    ]


def proposals(connection: Connection) -> list[Proposal]:
    """Return the near-duplicates that no steward has decided upon, the likeliest first."""
    settled = set(_last_decisions(connection))
    found = near_duplicates(entities(connection))
    return [proposal for proposal in found if frozenset((proposal.one, proposal.other)) not in settled]


def decide_entities(store: Store, kept: str, other: str, verdict: str, *, reviewer: str, reason: str = "") -> None:
    """Append a decision on two entities: `same` merges the other into the kept one, `different` ends the question.

    `undone` takes the last decision on the two back. Raises LookupError where the store knows one of them not.
    """
    if verdict not in ENTITY_VERDICTS:
        raise ValueError(f"no such verdict: {verdict}")
    with store.writing() as connection:
        known = set(connection.scalars(select(ENTITIES.c.entity_key).where(ENTITIES.c.entity_key.in_((kept, other)))))
        if missing := {kept, other} - known:
            raise LookupError(", ".join(sorted(missing)))
        connection.execute(
            insert(ENTITY_DECISIONS).values(
                kept_key=kept,
                other_key=other,
                verdict=verdict,
                reviewer=reviewer,
                decided_at=now(),
                reason=reason or None,
            )
        )
        _merge(connection)


def _rows(connection: Connection, name: str, document_id: str, decided: dict[Place, Any]) -> list[dict[str, Any]]:
    table = CONTENT[name]
    query = select(table).where(table.c.document_id == document_id).order_by(table.c.ordinal)
    rows = [dict(row) for row in connection.execute(query).mappings()]
    for row in rows:
        for column in row:
            place = (document_id, name, row["row_key"], column)
            row[column] = decided.get(place, row[column])
    return rows


def _mention(document_id: str, naming: Naming) -> dict[str, Any]:
    return {
        "document_id": document_id,
        "table_name": naming.table_name,
        "row_key": naming.row_key,
        "column_name": naming.column_name,
        "entity_key": naming.entity_key,
        "name": naming.name,
    }


def _last_decisions(connection: Connection) -> dict[frozenset[str], tuple[str, str, str]]:
    """Return the decisions that hold, by pair: the last one counts, an undone one is none."""
    held: dict[frozenset[str], tuple[str, str, str]] = {}
    for row in connection.execute(select(ENTITY_DECISIONS).order_by(ENTITY_DECISIONS.c.decision_id)):
        pair = frozenset((row.kept_key, row.other_key))
        held.pop(pair, None)
        if row.verdict != UNDONE:
            held[pair] = (row.verdict, row.kept_key, row.other_key)
    return held


def _merge(connection: Connection) -> None:
    """Write into every entity which one it is merged into, through chains, as the decisions that hold say."""
    into: dict[str, str] = {}
    for verdict, kept, other in _last_decisions(connection).values():
        if verdict == SAME and _end(into, kept) != _end(into, other):
            into[_end(into, other)] = _end(into, kept)
    connection.execute(update(ENTITIES).where(ENTITIES.c.merged_into.is_not(None)).values(merged_into=None))
    for key in into:
        connection.execute(update(ENTITIES).where(ENTITIES.c.entity_key == key).values(merged_into=_end(into, key)))


def _end(into: dict[str, str], key: str) -> str:
    while key in into:
        key = into[key]
    return key
