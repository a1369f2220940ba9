"""The review page as a web application, for one steward at one machine.

It listens on the loopback address, answers only to its own name (a page elsewhere that points its name here gets
nothing) and takes decisions only from its own page.
"""

from collections.abc import Awaitable, Callable
from pathlib import Path

from fastapi import FastAPI, HTTPException, Request, Response
from fastapi.responses import FileResponse, HTMLResponse, JSONResponse
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from models.errors import StoreUnusable
from pipeline.report.rendering import both
from pipeline.report.wording import labels, trouble, vocabulary
from pipeline.review.deciding import deciding
from pipeline.review.looking import looking
from pipeline.store import Store

_TEMPLATES = Path(__file__).resolve().parent / "templates"
_ASSETS = (
    "review.css",
    "review.js",
    "findings.js",
    "entities.js",
    "languages.js",
    "listing.js",
    "paper.js",
    "reason.js",
)


def make_app(store: Store, *, reviewer: str, hosts: tuple[str, ...]) -> FastAPI:
    """Return the application; `hosts` are the names with port under which it answers, as `127.0.0.1:8300`."""
    app = FastAPI(docs_url=None, redoc_url=None, openapi_url=None)

    @app.middleware("http")
    async def guard(request: Request, go_on: Callable[[Request], Awaitable[Response]]) -> Response:
        if not _is_ours(request, hosts):
            return JSONResponse({"detail": "this page answers only to itself"}, 403)
        response = await go_on(request)
        response.headers["Content-Security-Policy"] = "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'"
        response.headers["X-Content-Type-Options"] = "nosniff"
        response.headers["Cache-Control"] = "no-store"
        return response

    @app.exception_handler(StoreUnusable)
    def unusable(_request: Request, error: StoreUnusable) -> JSONResponse:
        """Say why a decision was not kept: the disk is full, the store may only be read, it is gone."""
        return JSONResponse({"detail": trouble(str(error))}, 503)

    @app.exception_handler(HTTPException)
    def refused(_request: Request, error: HTTPException) -> JSONResponse:
        """Say in both languages why something is not done."""
        return JSONResponse({"detail": trouble(str(error.detail))}, error.status_code)

    @app.get("/")
    def page() -> HTMLResponse:
        return HTMLResponse(_page("review.html"))

    @app.get("/entities")
    def entities_page() -> HTMLResponse:
        return HTMLResponse(_page("entities.html"))

    @app.get("/assets/{name}")
    def asset(name: str) -> FileResponse:
        if name not in _ASSETS:
            raise HTTPException(404)
        return FileResponse(_TEMPLATES / name)

    @app.get("/findings")
    def findings_page() -> HTMLResponse:
        return HTMLResponse(_page("findings.html"))

    app.include_router(looking(store))
    app.include_router(deciding(store, reviewer))
    return app


def _is_ours(request: Request, hosts: tuple[str, ...]) -> bool:
    if request.headers.get("host", "") not in hosts:
        return False
    origin = request.headers.get("origin")
    if request.method == "GET":
        return True
    named = origin is not None and origin.removeprefix("http://") in hosts
    return named and request.headers.get("content-type", "").startswith("application/json")


def _page(template: str) -> str:
    words = labels()

    def spoken(key: str) -> Markup:
        return both(words, key)

    def attributes(name: str, key: str) -> Markup:
        """Return a label as attributes for the script: `data-name-vi` and `data-name-en`."""
        shown = Markup('data-{0}-vi="{1}" data-{0}-en="{2}"')
        return shown.format(name, words[key]["vietnamese"], words[key]["english"])

    environment = Environment(loader=FileSystemLoader(_TEMPLATES), autoescape=True, undefined=StrictUndefined)
    return environment.get_template(template).render(t=spoken, said=attributes, vocabulary=vocabulary())
