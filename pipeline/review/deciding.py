"""What the pages send: decisions on values, on findings and on pairs of entities, each checked before it is kept."""

from typing import Any

from fastapi import APIRouter, HTTPException
from pydantic import BaseModel

from models.tables import BY_NAME
from pipeline.review.findings import finding_of
from pipeline.review.typed import typed_value
from pipeline.store import Store
from pipeline.store.entities import ENTITY_VERDICTS, decide_entities
from pipeline.store.reviewing import VERDICTS, SomebodyElseDecided, decide
from pipeline.store.settling import settle


class Decision(BaseModel):
    """What the page sends: a place, a verdict, and the number of the last decision it has seen."""

    document_id: str
    table_name: str
    row_key: str
    column_name: str
    verdict: str
    new_value: str | None = None
    seen: int = 0
    reason: str = ""


class PairDecision(BaseModel):
    """What the page of pairs sends: the entity that is kept, the other one, and the verdict on the two."""

    kept: str
    other: str
    verdict: str
    reason: str = ""


class Settlement(BaseModel):
    """What the page of findings sends: the finding, and whether it is settled or open after all."""

    document_id: str
    key: str
    undo: bool = False
    reason: str = ""


def deciding(store: Store, reviewer: str) -> APIRouter:
    """Return the addresses that decisions are sent to; `reviewer` is the name beside them."""
    router = APIRouter()

    @router.post("/decisions")
    def decisions(decision: Decision) -> dict[str, Any]:
        return _decide(store, decision, reviewer)

    @router.post("/settlements")
    def settlements(settlement: Settlement) -> dict[str, str]:
        return {"status": _settle(store, settlement, reviewer)}

    @router.post("/pairs")
    def pair_decisions(decision: PairDecision) -> dict[str, str]:
        return {"verdict": _decide_pair(store, decision, reviewer)}

    return router


def _decide(store: Store, decision: Decision, reviewer: str) -> dict[str, Any]:
    """Keep a decision; return its number and the value as it is kept, which may be typed otherwise."""
    place = (decision.document_id, decision.table_name, decision.row_key, decision.column_name)
    try:
        column = BY_NAME[decision.table_name].column(decision.column_name)
    except KeyError as error:
        raise HTTPException(404, "there is no such column") from error
    if decision.verdict not in VERDICTS:
        raise HTTPException(422, "there is no such verdict")
    value, problem = typed_value(column, decision.new_value) if decision.verdict == "corrected" else (None, None)
    if problem or (decision.verdict == "corrected" and value is None):
        raise HTTPException(422, problem or "a corrected value is not empty")
    try:
        number = decide(
            store,
            place,
            decision.verdict,
            reviewer=reviewer,
            new_value=value,
            reason=decision.reason,
            seen=decision.seen,
        )
    except SomebodyElseDecided as error:
        raise HTTPException(409, str(error)) from error
    except LookupError as error:
        raise HTTPException(404, "there is no such value") from error
    return {"review_id": number, "value": value}


def _settle(store: Store, settlement: Settlement, reviewer: str) -> str:
    try:
        with store.reading() as connection:
            finding = finding_of(connection, settlement.document_id, settlement.key)
    except LookupError as error:
        raise HTTPException(404, "there is no such finding") from error
    settle(store, finding, reviewer=reviewer, reason=settlement.reason, undo=settlement.undo)
    return "open" if settlement.undo else "settled"


def _decide_pair(store: Store, decision: PairDecision, reviewer: str) -> str:
    if decision.verdict not in ENTITY_VERDICTS or decision.kept == decision.other:
        raise HTTPException(422, "there is no such verdict")
    try:
        decide_entities(
            store, decision.kept, decision.other, decision.verdict, reviewer=reviewer, reason=decision.reason
        )
    except LookupError as error:
        raise HTTPException(404, "there is no such entity") from error
    return decision.verdict
