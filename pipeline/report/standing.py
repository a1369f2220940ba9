"""How a store stands, and what became of files: the short answer to what the report says at length."""

import os
from collections import Counter
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, make_url, or_, select

from pipeline.accounting import FAILED, OUTCOMES, QUARANTINED, WAITING
from pipeline.report.figures import collect
from pipeline.running.leftovers import at_work
from pipeline.store.opening import Store
from pipeline.store.relating import findings_of
from pipeline.store.reviewing import decisions
from pipeline.store.schema import DOCUMENTS, FILES, READINGS, RUN_DOCUMENTS, RUNS
from pipeline.store.settling import OPEN

_FACTS = ("kind", "number", "title", "page_count")


def standing(store: Store) -> dict[str, Any]:
    """Return what the store holds, its last run, the runs under way and the files not read: the report's figures."""
    figures = collect(store)
    with store.reading() as connection:
        working, decided = at_work(connection), len(decisions(connection))
    last = figures["run"]
    if last and last["state"] == "running" and last["run_id"] not in working:
        last = last | {"state": "interrupted"}
    totals = figures["totals"]
    return {
        "store": make_url(store.url).render_as_string(hide_password=True),
        **{name: totals[name] for name in ("documents", "pages", "values")},
        "decided": decided,
        "findings": totals["findings"] | {"settled": totals["settled"]},
        "run": last,
        "at_work": [run | {"settled": working[run["run_id"]]} for run in figures["runs"] if run["run_id"] in working],
        "not_read": figures["troubled"],
    }


def fates(store: Store, paths: list[Path]) -> dict[str, Any]:
    """Return what became of files and of all files under folders: `counts` by outcome, `files`, and `unknown` paths.

    A file has the outcome of the last run that met it, and the documents that it has held, the latest first: an edited
    file is a new document beside the old one.
    """
    named = [os.path.abspath(path) for path in paths]
    with store.reading() as connection:
        met = _met(connection, named)
        held = _held(connection, named)
    files = [ending | {"documents": held.get(path, [])} for path, ending in sorted(met.items())]
    counted = Counter(ending["outcome"] for ending in files)
    return {
        "counts": {name: counted[name] for name in (*OUTCOMES, WAITING) if counted[name]},
        "files": files,
        "not_read": [ending for ending in files if ending["outcome"] in (QUARANTINED, FAILED, WAITING)],
        "unknown": [path for path in named if not any(each == path or each.startswith(path + "/") for each in met)],
    }


def _met(connection: Connection, named: list[str]) -> dict[str, dict[str, Any]]:
    ends = RUN_DOCUMENTS.c
    columns = (ends.path, ends.outcome, ends.error_type, ends.reason, ends.run_id, RUNS.c.started_at)
    query = select(*columns).join(RUNS, RUNS.c.run_id == ends.run_id).where(_under(ends.path, named))
    ordered = query.order_by(RUNS.c.started_at, RUNS.c.run_id)
    return {row["path"]: dict(row) for row in connection.execute(ordered).mappings()}


def _held(connection: Connection, named: list[str]) -> dict[str, list[dict[str, Any]]]:
    """Return the documents that paths have held, each with its open findings, the latest first."""
    facts = [DOCUMENTS.c[name] for name in _FACTS]
    query = (
        select(FILES.c.path, FILES.c.relation, DOCUMENTS.c.document_id, DOCUMENTS.c.row_key, *facts)
        .add_columns(READINGS.c.loaded_at, READINGS.c.pipeline_version)
        .join(DOCUMENTS, DOCUMENTS.c.document_id == FILES.c.document_id)
        .join(READINGS, READINGS.c.document_id == FILES.c.document_id)
        .where(_under(FILES.c.path, named))
        .order_by(READINGS.c.loaded_at.desc(), FILES.c.first_run.desc())
    )
    decided = decisions(connection)
    found = Counter((row["document_id"], row["severity"]) for row in findings_of(connection) if row["status"] == OPEN)
    held: dict[str, list[dict[str, Any]]] = {}
    for row in connection.execute(query).mappings():
        own = (row["document_id"], DOCUMENTS.name, row["row_key"])
        told = {name: decided.get((*own, name), row[name]) for name in _FACTS}
        severities = {name: found[row["document_id"], name] for name in ("error", "warning", "info")}
        kept = {name: row[name] for name in ("document_id", "relation", "loaded_at", "pipeline_version")}
        held.setdefault(row["path"], []).append(kept | told | {"findings": severities})
    return held


def _under(path: Any, named: list[str]) -> ColumnElement[bool]:
    within = (path.startswith(each.rstrip("/") + "/", autoescape=True) for each in named)
    return or_(path.in_(named), *within)
