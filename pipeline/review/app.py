"""The review page as a web application, for one steward at one machine.

It listens on the loopback address, answers only to its own name (a page elsewhere that points its name here gets
nothing) and takes decisions only from its own page.
"""

import threading
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup
from pydantic import BaseModel
from sqlalchemy import select

from models.tables import BY_NAME
from pipeline.fitting import fit_value
from pipeline.report.rendering import both
from pipeline.report.wording import labels
from pipeline.review.missing import row_of
from pipeline.review.pairs import pairs
from pipeline.review.paper import page_png
from pipeline.review.worklist import progress, worklist
from pipeline.store import Store
from pipeline.store.entities import ENTITY_VERDICTS, decide_entities
from pipeline.store.reviewing import VERDICTS, SomebodyElseDecided, decide
from pipeline.store.schema import DOCUMENTS, FILES

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_drawing = threading.Lock()


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


def make_app(store: Store, *, reviewer: str, hosts: tuple[str, ...]) -> FastAPI:
    """Return the application; `hosts` are the names with port under which it answers, as `127.0.0.1:8300`."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @app.middleware("http")
    async def guard(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        if not _is_ours(request, hosts):
            return JSONResponse({"detail": "this page answers only to itself"}, 403)
        response = await go_on(request)
        response.headers["Content-Security-Policy"] = "default-src 'self'; frame-ancestors 'none'"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(_page("review.html"))

    @app.get("/entities")
    def entities_page() -> HTMLResponse:
        return HTMLResponse(_page("entities.html"))

    @app.get("/assets/{name}")
    def asset(name: str) -> FileResponse:
        if name not in ("review.css", "review.js", "entities.js", "languages.js"):
            raise HTTPException(404)
        return FileResponse(_TEMPLATES / name)

    @app.get("/worklist")
    def items() -> dict[str, Any]:
        with store.reading() as connection:
            return {"items": worklist(connection), "progress": progress(connection), "reviewer": reviewer}

    @app.get("/row")
    def row(document_id: str, table_name: str, row_key: str) -> dict[str, Any]:
        return {"columns": _columns(store, document_id, table_name, row_key)}

    @app.get("/paper/{document_id}/{page}")
    def paper(document_id: str, page: int) -> Response:
        drawn = _drawn(store, document_id, page)
        if drawn is None:
            raise HTTPException(404, "no picture of this page")
        return Response(drawn, media_type="image/png")

    @app.post("/decisions")
    def decisions(decision: Decision) -> dict[str, int]:
        return {"review_id": _decide(store, decision, reviewer)}

    @app.get("/pairs")
    def pairs_of_entities() -> dict[str, Any]:
        with store.reading() as connection:
            return {"items": pairs(connection), "reviewer": reviewer}

    @app.post("/pairs")
    def pair_decisions(decision: PairDecision) -> dict[str, str]:
        return {"verdict": _decide_pair(store, decision, reviewer)}

    return app


def _is_ours(request: Request, hosts: tuple[str, ...]) -> bool:
    if request.headers.get("host", "") not in hosts:
        return False
    origin = request.headers.get("origin")
    if request.method == "GET":
        return True
    named = origin is not None and origin.removeprefix("http://") in hosts
    return named and request.headers.get("content-type", "").startswith("application/json")


def _decide(store: Store, decision: Decision, reviewer: str) -> int:
    place = (decision.document_id, decision.table_name, decision.row_key, decision.column_name)
    try:
        column = BY_NAME[decision.table_name].column(decision.column_name)
    except KeyError as error:
        raise HTTPException(404, "there is no such column") from error
    if decision.verdict not in VERDICTS:
        raise HTTPException(422, "there is no such verdict")
    value, problem = fit_value(column, decision.new_value) if decision.verdict == "corrected" else (None, None)
    if problem or (decision.verdict == "corrected" and value is None):
        raise HTTPException(422, problem or "a corrected value is not empty")
    try:
        return decide(
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


def _page(template: str) -> str:
    words = labels()

    def spoken(key: str) -> Markup:
        return both(words, key)

    def attributes(name: str, key: str) -> Markup:
        """Return a label as attributes for the script: `data-name-vi` and `data-name-en`."""
        shown = Markup('data-{0}-vi="{1}" data-{0}-en="{2}"')
        return shown.format(name, words[key]["vietnamese"], words[key]["english"])

    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(template).render(t=spoken, said=attributes)
