"""Entities that may be one, side by side, with where each is named: what a steward needs to tell them apart."""

from pathlib import Path
from typing import Any

from sqlalchemy import Connection, select

from pipeline.report.wording import Said, called, phrased, plain_name
from pipeline.store.entities import proposals
from pipeline.store.schema import DOCUMENTS, ENTITIES, ENTITY_MENTIONS, ENTITY_NAMES

_LIKENESS = Path(__file__).parent / "likeness.tsv"
_SHOWN = 6  # of the rows that name an entity


def pairs(connection: Connection, *, limit: int = 300) -> dict[str, Any]:
    """Return the undecided pairs, the likeliest first, each side with its names and the rows that name it.

    `items` are those that are shown, `total` is how many there are.
    """
    undecided = proposals(connection)
    items = [
        {
            "score": proposal.likeness.score,
            "reason": _said(proposal.likeness.reason),
            "one": _side(connection, proposal.one),
            "other": _side(connection, proposal.other),
        }
        for proposal in undecided[:limit]
    ]
    return {"items": items, "total": len(undecided)}


def _side(connection: Connection, key: str) -> dict[str, Any]:
    row = connection.execute(select(ENTITIES).where(ENTITIES.c.entity_key == key)).mappings().one()
    scope = row["scope"]
    within = connection.scalar(select(ENTITIES.c.name).where(ENTITIES.c.entity_key == scope)) if scope else None
    names = select(ENTITY_NAMES.c.name).where(ENTITY_NAMES.c.entity_key == key).order_by(ENTITY_NAMES.c.times.desc())
    places = (
        select(DOCUMENTS.c.source_name, ENTITY_MENTIONS.c.table_name, ENTITY_MENTIONS.c.row_key)
        .join(DOCUMENTS, DOCUMENTS.c.document_id == ENTITY_MENTIONS.c.document_id)
        .where(ENTITY_MENTIONS.c.entity_key == key)
        .order_by(DOCUMENTS.c.source_name, ENTITY_MENTIONS.c.table_name, ENTITY_MENTIONS.c.row_key)
        .limit(_SHOWN)
    )
    return dict(row) | {
        "within": within,
        "names": list(connection.scalars(names)),
        "kind_called": _said(row["kind"]),
        "places": [_place(*place) for place in connection.execute(places)],
    }


def _place(source: str, table: str, key: str) -> Said:
    return {language: f"{plain_name(source)} · {name} · {key}" for language, name in called(table).items()}


def _said(english: str) -> Said:
    """Return a reason or a kind in both languages; what the knowledge does not have stays in English."""
    return phrased(_LIKENESS, english)
