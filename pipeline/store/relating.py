"""What only the store can see: findings between documents, computed when they are asked for and never out of date."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, select

from extractors.checks.telling import SHOWN, tell
from models.rows import Finding
from pipeline.store.reviewing import decisions
from pipeline.store.schema import CONTENT, DOCUMENTS, READINGS
from pipeline.store.settling import SETTLED, finding_key, settled
from pipeline.store.standing import decisions_to_look_at
from pipeline.store.values import Place, finding_values

_CITATIONS = CONTENT["citations"]
_FINDINGS = CONTENT["findings"]

_DONE = {"replaces": ("warning", "replaced"), "amends": ("info", "amended")}
"""Relations of newer acts: how grave it is to cite the older one, and what it is then."""

Found = dict[str, Any]


@dataclass(frozen=True, slots=True)
class _Bearer:
    """A document: its id, its row's key, the number it bears, and what its file is called."""

    document_id: str
    row_key: str
    number: str | None
    source: str


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
    decided = decisions(connection)
    bearers = _bearers(connection, decided)
    in_question = [_finding(owner, told) for owner, told in decisions_to_look_at(connection)]
    between = (*_same_number(bearers), *_replaced(connection, bearers, decided), *in_question)
    done = settled(connection, document_id)
    for row in between:
        if document_id in (None, row["document_id"]):
            last[row["document_id"]] += 1
            if (row["document_id"], finding_key(row)) in done:
                row["status"] = SETTLED
            found.append({"ordinal": last[row["document_id"]]} | row)
    return found


def _same_number(bearers: list[_Bearer]) -> list[Found]:
    """Find documents that bear the number of another: a new version, or the same act scanned twice."""
    groups: dict[str, list[_Bearer]] = defaultdict(list)
    for bearer in bearers:
        if bearer.number:
            groups[_folded(bearer.number)].append(bearer)
    found = []
    for _, group in sorted(groups.items()):
        for one in group if len(group) > 1 else ():
            # The first few stand for the rest: all of them in each would grow with the square of the group.
            others = [other.source for other in group[: SHOWN + 1] if other is not one][:SHOWN]
            said: dict[str, Any] = {"number": one.number, "others": others}
            says = "same_number"
            if more := len(group) - 1 - len(others):
                says, said = f"{says}.many", said | {"more": more}
            found.append(_finding(one.document_id, tell(says, "warning", "documents", one.row_key, **said)))
    return found


def _replaced(connection: Connection, bearers: list[_Bearer], decided: dict[Place, Any]) -> list[Found]:
    """Find citations of acts that another document of the store replaces or amends."""
    called = {bearer.document_id: bearer.number or bearer.source for bearer in bearers}
    citations = list(_cited(connection, decided))
    newer: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for row, number, relation in citations:
        if relation in _DONE and row.of_number is None:
            newer[_folded(number)].add((row.document_id, relation))
    found = []
    for row, number, relation in citations if newer else ():
        if relation in ("basis", "refers"):
            others = [(done, other) for other, done in newer[_folded(number)] if other != row.document_id]
            for done, by in sorted({(done, called.get(other, other)) for done, other in others}):
                severity, says = _DONE[done]
                told = tell(f"cited_act_{says}_in_store", severity, "citations", row.row_key, number=number, newer=by)
                found.append(_finding(row.document_id, told))
    return found


def _bearers(connection: Connection, decided: dict[Place, Any]) -> list[_Bearer]:
    """Return the documents with their numbers as stewards left them, in the order in which they were loaded."""
    query = (
        select(DOCUMENTS.c.document_id, DOCUMENTS.c.row_key, DOCUMENTS.c.number, DOCUMENTS.c.source_name)
        .join(READINGS, READINGS.c.document_id == DOCUMENTS.c.document_id)
        .order_by(READINGS.c.loaded_at, DOCUMENTS.c.document_id)
    )
    return [
        _Bearer(key, row, decided.get((key, "documents", row, "number"), number), source or key)
        for key, row, number, source in connection.execute(query)
    ]


def _cited(connection: Connection, decided: dict[Place, Any]) -> Iterator[tuple[Any, str, str]]:
    """Yield the citations that have a number, with number and relation as stewards left them."""
    cited = _CITATIONS.c["document_id", "row_key", "number", "relation", "of_number"]
    for row in connection.execute(select(*cited).order_by(_CITATIONS.c.document_id, _CITATIONS.c.ordinal)):
        place = (row.document_id, "citations", row.row_key)
        number = decided.get((*place, "number"), row.number)
        if number:
            yield row, number, decided.get((*place, "relation"), row.relation)


def _folded(number: str) -> str:
    """Return a number as it is compared: without spaces, in capitals."""
    return "".join(number.split()).upper()


def _finding(document_id: str, told: Finding) -> Found:
    return {"document_id": document_id} | finding_values(told)
