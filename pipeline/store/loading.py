"""Writing of one document: deleted and inserted in one transaction, so that loading twice changes nothing."""

from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, Table, delete, insert, select, update

from models.rows import Reading, Row
from pipeline.store.entities import refresh
from pipeline.store.opening import Store
from pipeline.store.reviewing import decisions
from pipeline.store.schema import CONTENT, DOCUMENTS, EDITS, EVIDENCE, FILES, OTHER_READINGS, READINGS, REPLACED_ON_LOAD
from pipeline.store.settling import SETTLED, finding_key, settled
from pipeline.store.values import finding_values, now, storable


@dataclass(frozen=True, slots=True)
class Stamp:
    """Who loads a document: the run, the version of the pipeline, and the seconds the reading took."""

    run_id: str
    pipeline_version: str
    seconds: float = 0.0


def document_id_of(sha256: str) -> str:
    """Return the document's id: the first 16 hexadecimal digits of the SHA-256 of its bytes."""
    return sha256[:16]


def load(store: Store, reading: Reading, *, path: str, sha256: str, stamp: Stamp) -> str:
    """Write a document whole, in one transaction, in place of what the store held of it; return its id."""
    document_id = document_id_of(sha256)
    with store.writing() as connection:
        for table in REPLACED_ON_LOAD:
            connection.execute(delete(table).where(table.c.document_id == document_id))
        _put_document(connection, document_id, reading.rows)
        _insert(connection, document_id, _content(reading, {key for _, key in settled(connection, document_id)}))
        own = {EVIDENCE: reading.evidence, EDITS: reading.edits, OTHER_READINGS: reading.other_readings}
        _insert(connection, document_id, {table: list(records) for table, records in own.items()})
        connection.execute(
            insert(READINGS).values(
                document_id=document_id,
                run_id=stamp.run_id,
                pipeline_version=stamp.pipeline_version,
                loaded_at=now(),
                seconds=stamp.seconds,
                text=storable(reading.text),
            )
        )
        note_file(connection, path, document_id, "original", stamp.run_id)
        refresh(connection, document_id, decisions(connection, document_id))
    return document_id


def note_file(connection: Connection, path: str, document_id: str, relation: str, run_id: str) -> None:
    """Remember that a path held a document's bytes: as `original`, or as `alias` beside an original."""
    known = connection.scalar(select(FILES.c.relation).where(FILES.c.path == path, FILES.c.document_id == document_id))
    if known is None:
        connection.execute(
            insert(FILES).values(path=path, document_id=document_id, relation=relation, first_run=run_id)
        )


def _put_document(connection: Connection, document_id: str, rows: tuple[Row, ...]) -> None:
    # Updated in place, not deleted: reviews and files point at it and outlive every re-reading.
    row = next(row for row in rows if row.table == "documents")
    values: dict[str, Any] = {column.name: None for column in DOCUMENTS.columns if column.name != "document_id"}
    values |= {name: storable(cell.value) for name, cell in row.cells.items()}
    values |= {"ordinal": 1, "row_key": row.row_key}
    there = connection.scalar(select(DOCUMENTS.c.document_id).where(DOCUMENTS.c.document_id == document_id))
    if there is None:
        connection.execute(insert(DOCUMENTS).values(document_id=document_id, **values))
    else:
        connection.execute(update(DOCUMENTS).where(DOCUMENTS.c.document_id == document_id).values(**values))


def _content(reading: Reading, settled_keys: set[str]) -> dict[Table, list[dict[str, Any]]]:
    rows: dict[Table, list[dict[str, Any]]] = {}
    for row in reading.rows:
        if row.table != "documents":
            cells = {name: cell.value for name, cell in row.cells.items()}
            rows.setdefault(CONTENT[row.table], []).append(cells | {"ordinal": row.ordinal, "row_key": row.row_key})
    rows[CONTENT["pages"]] = [
        page | {"ordinal": place, "row_key": str(page["page"])} for place, page in enumerate(reading.pages, 1)
    ]
    findings = [{name: storable(value) for name, value in finding_values(each).items()} for each in reading.findings]
    rows[CONTENT["findings"]] = [
        finding | {"ordinal": place} | ({"status": SETTLED} if finding_key(finding) in settled_keys else {})
        for place, finding in enumerate(findings, 1)
    ]
    return rows


def _insert(connection: Connection, document_id: str, rows: dict[Table, list[dict[str, Any]]]) -> None:
    for table, records in rows.items():
        if records:
            blank = {column.name: None for column in table.columns}
            connection.execute(
                insert(table),
                [
                    blank | {name: storable(value) for name, value in record.items()} | {"document_id": document_id}
                    for record in records
                ],
            )
