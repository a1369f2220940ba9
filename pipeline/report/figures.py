"""The figures of the report, as plain data: the last run, its documents, what to look at."""

import os
from collections import Counter, defaultdict
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, func, select

from pipeline.store.opening import Store
from pipeline.store.relating import findings_of
from pipeline.store.reviewing import decisions
from pipeline.store.schema import CONTENT, DOCUMENTS, EDITS, EVIDENCE, FILES, PAGES_TABLE, READINGS, RUN_DOCUMENTS, RUNS
from pipeline.store.settling import OPEN

SEVERITIES = ("error", "warning", "info")
_FACTS = ("kind", "language", "number", "title", "issuer", "issued_on", "page_count", "source_name", "media_type")
_RUNS_SHOWN = 30
_AT_ONCE = 500


def collect(store: Store) -> dict[str, Any]:
    """Return the figures of everything the store holds and of its last run."""
    with store.reading() as connection:
        runs = _runs(connection)
        documents = _documents(connection)
        everything = _findings(connection, {document["document_id"]: document for document in documents})
        findings = [finding for finding in everything if finding["status"] == OPEN]
        _count_findings(documents, findings)
        last = runs[-1] if runs else None
        return {
            "run": last,
            "runs": runs,
            "troubled": _troubled(connection, [run["run_id"] for run in runs]),
            "totals": _totals(connection, documents, findings) | {"settled": len(everything) - len(findings)},
            "documents": documents,
            "findings": findings,
        }


def _runs(connection: Connection) -> list[dict[str, Any]]:
    query = select(RUNS).order_by(RUNS.c.started_at.desc(), RUNS.c.run_id.desc()).limit(_RUNS_SHOWN)
    return [dict(row) for row in reversed(connection.execute(query).mappings().all())]


def _troubled(connection: Connection, run_ids: list[str]) -> list[dict[str, Any]]:
    """Return the files that the last of these runs to meet them did not read, but those that are gone since.

    A run over one file does not make those of last night's go away.
    """
    table = RUN_DOCUMENTS.c
    query = (
        select(table.path, table.outcome, table.error_type, table.reason, table.run_id)
        .where(table.run_id.in_(run_ids), table.outcome.in_(("quarantined", "failed", "waiting")))
        .order_by(table.outcome, table.path)
    )
    found = connection.execute(query).mappings().all()
    rank = {run_id: place for place, run_id in enumerate(run_ids)}
    last: dict[str, int] = {}
    paths = sorted({row["path"] for row in found})
    for start in range(0, len(paths), _AT_ONCE):
        met = select(table.path, table.run_id).where(
            table.run_id.in_(run_ids), table.path.in_(paths[start : start + _AT_ONCE])
        )
        for path, run_id in connection.execute(met):
            last[path] = max(rank[run_id], last.get(path, 0))
    return [
        {name: value for name, value in row.items() if name != "run_id"}
        for row in found
        if rank[row["run_id"]] == last[row["path"]] and (row["run_id"] == run_ids[-1] or _there(row["path"]))
    ]


def _there(path: str) -> bool:
    """Tell whether a file, or the ZIP that it is in, is there; one whose name cannot be written down is taken to be."""
    return "\\x" in path or os.path.lexists(path) or any(each.is_file() for each in Path(path).parents)


def _documents(connection: Connection) -> list[dict[str, Any]]:
    counts = _counts(connection)
    confidence = dict(
        connection.execute(
            select(EVIDENCE.c.document_id, func.avg(EVIDENCE.c.confidence)).group_by(EVIDENCE.c.document_id)
        ).all()
    )
    edits: dict[str, int] = dict(
        connection.execute(select(EDITS.c.document_id, func.count()).group_by(EDITS.c.document_id)).all()
    )
    routes = _routes(connection)
    paths = _paths(connection)
    query = (
        select(DOCUMENTS, READINGS.c.loaded_at, READINGS.c.seconds, READINGS.c.run_id)
        .join(READINGS, READINGS.c.document_id == DOCUMENTS.c.document_id)
        .order_by(DOCUMENTS.c.source_name, READINGS.c.loaded_at)
    )
    decided = decisions(connection)
    documents = []
    for row in connection.execute(query).mappings():
        document_id = row["document_id"]
        facts = {name: decided.get((document_id, "documents", row["row_key"], name), row[name]) for name in _FACTS}
        documents.append(
            {"document_id": document_id}
            | facts
            | {
                "files": paths.get(document_id, []),
                "loaded_at": row["loaded_at"],
                "seconds": row["seconds"],
                "rows": counts.get(document_id, {}),
                "findings": dict.fromkeys(SEVERITIES, 0),
                "mean_confidence": _rounded(confidence.get(document_id)),
                "routes": routes.get(document_id, {}),
                "edits": edits.get(document_id, 0),
            }
        )
    return documents


def _counts(connection: Connection) -> dict[str, dict[str, int]]:
    counts: dict[str, dict[str, int]] = defaultdict(dict)
    for name, table in CONTENT.items():
        if name in ("documents", "pages", "findings"):
            continue
        for document_id, number in connection.execute(
            select(table.c.document_id, func.count()).group_by(table.c.document_id)
        ):
            counts[document_id][name] = number
    return counts


def _routes(connection: Connection) -> dict[str, dict[str, int]]:
    query = select(PAGES_TABLE.c.document_id, PAGES_TABLE.c.route, func.count()).group_by(
        PAGES_TABLE.c.document_id, PAGES_TABLE.c.route
    )
    routes: dict[str, dict[str, int]] = defaultdict(dict)
    for document_id, route, number in connection.execute(query):
        routes[document_id][route] = number
    return routes


def _paths(connection: Connection) -> dict[str, list[str]]:
    paths: dict[str, list[str]] = defaultdict(list)
    for document_id, path in connection.execute(
        select(FILES.c.document_id, FILES.c.path).order_by(FILES.c.relation.desc(), FILES.c.path)
    ):
        paths[document_id].append(path)
    return paths


def _findings(connection: Connection, documents: dict[str, dict[str, Any]]) -> list[dict[str, Any]]:
    rank = {severity: place for place, severity in enumerate(SEVERITIES)}
    rows = [row for row in findings_of(connection) if row["document_id"] in documents]
    for row in rows:
        row["source_name"] = documents[row["document_id"]]["source_name"]
    return sorted(rows, key=lambda row: (rank.get(row["severity"], 9), row["source_name"] or "", row["ordinal"]))


def _count_findings(documents: list[dict[str, Any]], findings: list[dict[str, Any]]) -> None:
    """Write into each document how many findings of each severity it has."""
    counted = Counter((finding["document_id"], finding["severity"]) for finding in findings)
    for document in documents:
        for severity in SEVERITIES:
            document["findings"][severity] = counted[document["document_id"], severity]


def _totals(connection: Connection, documents: list[dict[str, Any]], findings: list[dict[str, Any]]) -> dict[str, Any]:
    rows: Counter[str] = Counter()
    for document in documents:
        rows.update(document["rows"])
    severities = Counter(finding["severity"] for finding in findings)
    return {
        "documents": len(documents),
        "pages": connection.scalar(select(func.count()).select_from(PAGES_TABLE)) or 0,
        "values": connection.scalar(select(func.count()).select_from(EVIDENCE)) or 0,
        "rows": dict(rows),
        "findings": {name: severities[name] for name in SEVERITIES},
        "confidence": _histogram(connection),
    }


def _histogram(connection: Connection) -> list[int]:
    """Return how many values have a confidence of 0 to 0.1, 0.1 to 0.2 … 0.9 to 1."""
    tenth = func.floor(EVIDENCE.c.confidence * 10).label("tenth")
    bins = [0] * 10
    query = select(tenth, func.count()).where(EVIDENCE.c.confidence.is_not(None)).group_by(tenth)
    for place, number in connection.execute(query):
        bins[min(9, max(0, int(place)))] += number
    return bins


def _rounded(value: Any) -> float | None:
    return None if value is None else round(float(value), 3)
