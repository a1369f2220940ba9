"""What the pages ask for: the lists, the row of a value, the picture and the text of a page."""

import threading
from typing import Annotated, Any

from fastapi import APIRouter, Depends, HTTPException, Response
from sqlalchemy import Connection, select

from pipeline.report.wording import plain_name
from pipeline.review.findings import Sought, findings
from pipeline.review.missing import row_of
from pipeline.review.pairs import pairs
from pipeline.review.paper import page_png, page_text
from pipeline.review.worklist import Wanted, decided_values, progress, total, worklist
from pipeline.store import Store
from pipeline.store.reviewing import history
from pipeline.store.schema import DOCUMENTS, FILES

_drawing = threading.Lock()


def looking(store: Store) -> APIRouter:
    """Return the addresses that say what the store holds."""
    router = APIRouter()

    @router.get("/worklist")
    def items(wanted: Annotated[Wanted, Depends()]) -> dict[str, Any]:
        with store.reading() as connection:
            shown = decided_values(connection, wanted) if wanted.decided else worklist(connection, wanted)
            facts = {"total": total(connection, wanted), "progress": progress(connection)}
            return {"items": shown, "documents": _named(connection)} | facts

    @router.get("/found")
    def found(sought: Annotated[Sought, Depends()], offset: int = 0) -> dict[str, Any]:
        with store.reading() as connection:
            return findings(connection, sought, offset=offset)

    @router.get("/row")
    def row(document_id: str, table_name: str, row_key: str) -> dict[str, Any]:
        return {"columns": _columns(store, document_id, table_name, row_key)}

    @router.get("/history")
    def history_of(document_id: str, table_name: str, row_key: str, column_name: str) -> dict[str, Any]:
        with store.reading() as connection:
            return {"decisions": history(connection, (document_id, table_name, row_key, column_name))}

    @router.get("/paper/{document_id}/{page}")
    def paper(document_id: str, page: int) -> Response:
        drawn = _drawn(store, document_id, page)
        if drawn is None:
            raise HTTPException(404, "no picture of this page")
        return Response(drawn, media_type="image/png")

    @router.get("/text/{document_id}/{page}")
    def text(document_id: str, page: int) -> dict[str, str]:
        with store.reading() as connection:
            return {"text": page_text(connection, document_id, page)}

    @router.get("/pairs")
    def pairs_of_entities() -> dict[str, Any]:
        with store.reading() as connection:
            return pairs(connection)

    return router


def _named(connection: Connection) -> list[dict[str, Any]]:
    """Return the documents by name, to choose from."""
    query = select(DOCUMENTS.c.document_id, DOCUMENTS.c.source_name).order_by(DOCUMENTS.c.source_name)
    return [
        {"document_id": row.document_id, "source_name": plain_name(row.source_name or row.document_id)}
        for row in connection.execute(query)
    ]


def _columns(store: Store, document_id: str, table_name: str, row_key: str) -> list[dict[str, Any]]:
    with store.reading() as connection:
        try:
            return row_of(connection, document_id, table_name, row_key)
        except LookupError as error:
            raise HTTPException(404, "there is no such row") from error


def _drawn(store: Store, document_id: str, page: int) -> bytes | None:
    query = (
        select(FILES.c.path, DOCUMENTS.c.sha256)
        .join(DOCUMENTS, DOCUMENTS.c.document_id == FILES.c.document_id)
        .where(FILES.c.document_id == document_id)
        .order_by(FILES.c.relation.desc())
    )
    with store.reading() as connection:
        places = connection.execute(query).all()
    with _drawing:  # PDFium is not to be called from two threads at a time
        for path, sha256 in places:
            drawn = page_png(path, sha256, page)
            if drawn is not None:
                return drawn
    return None
