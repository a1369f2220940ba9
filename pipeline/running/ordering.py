"""What is asked of a run, and the sorting out, in SQL, of the files that need no work."""

import os
from collections.abc import Mapping
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Select, select

from pipeline.accounting import DUPLICATE, QUARANTINED, UNCHANGED, Outcome
from pipeline.discovering import FoundFile
from pipeline.store.loading import document_id_of, note_file
from pipeline.store.opening import Store
from pipeline.store.schema import CONTENT, DOCUMENTS, FILES, READINGS

MUCH_LONGER = 1.5
"""Times what a document took from which another try at its unread pages is worth it; the same limit never is."""
_AT_ONCE = 500
"""Hashes per query: under every database's bound on parameters."""
_ORIGINALS = select(DOCUMENTS.c.sha256, FILES.c.path).join(
    FILES, (FILES.c.document_id == DOCUMENTS.c.document_id) & (FILES.c.relation == "original")
)
"""Documents by their hashes, with the paths that are their originals."""


@dataclass(frozen=True, slots=True)
class Order:
    """What a run is asked to do.

    `limit_seconds` is the wall time one document may take; `quiet_seconds` how long a file must have lain still. Where
    another run is at work in the store, this one waits for its end, or with `wait` False is refused. `by_content` reads
    pictures that are named PDF too.
    """

    paths: tuple[Path, ...]
    store_url: str
    out: Path
    jobs: int = field(default_factory=lambda: os.cpu_count() or 1)
    engine: str = "prefect"
    limit_seconds: float = 3600.0
    quiet_seconds: float = 0.0
    wait: bool = True
    by_content: bool = False

    def spelled(self) -> dict[str, Any]:
        """Return the order in plain words, for a scheduler to keep; `ordered` reads them."""
        return asdict(self) | {"paths": [str(path) for path in self.paths], "out": str(self.out)}


def ordered(words: Mapping[str, Any]) -> Order:
    """Return the order that `Order.spelled` gave the words of."""
    paths = tuple(Path(path) for path in words["paths"])
    return Order(**{**words, "paths": paths, "out": Path(words["out"])})


@dataclass(frozen=True, slots=True)
class Work:
    """A file to read, with the other files of this run that hold the same bytes."""

    file: FoundFile
    copies: tuple[FoundFile, ...] = ()


@dataclass(frozen=True)
class Sorted:
    """The files of a run: outcomes that are settled without reading, and the work that is left."""

    settled: tuple[Outcome, ...]
    work: tuple[Work, ...]


def sort_out(
    store: Store, files: tuple[FoundFile, ...], *, version: str, run_id: str, limit_seconds: float = 0.0
) -> Sorted:
    """Return what is to be read: neither unreadable, nor loaded already by this version, nor the same bytes twice.

    A file with the path of a document's original is unchanged; one with the same bytes under another name is a
    duplicate and is noted as an alias. A document that the time allowed did not do for is read again where
    `limit_seconds` is much longer than it took.
    """
    hashes = {file.sha256 for file in files if file.sha256}
    cut_short = _cut_short(store, hashes, limit_seconds)
    known = {sha: paths for sha, paths in _known(store, hashes, version).items() if sha not in cut_short}
    settled: list[Outcome] = []
    same: dict[str, list[FoundFile]] = {}
    aliases: list[FoundFile] = []
    for file in files:
        if file.sha256 is None:
            settled.append(refused(file))
        elif file.sha256 not in known:
            same.setdefault(file.sha256, []).append(file)
        elif file.shown in known[file.sha256]:
            settled.append(_settle(file, UNCHANGED))
        else:
            aliases.append(file)
            settled.append(_settle(file, DUPLICATE))
    _note_aliases(store, aliases, run_id)
    originals = _paths(store, set(same), _ORIGINALS)
    work = []
    for sha256, copies in same.items():
        copies.sort(key=lambda file: (file.shown not in originals.get(sha256, ()), file.path))
        work.append(Work(copies[0], tuple(copies[1:])))
    # The largest first: a long scan begun last would keep one core busy and the others waiting.
    work.sort(key=lambda item: -item.file.size)
    return Sorted(tuple(settled), tuple(work))


def refused(file: FoundFile) -> Outcome:
    """Return the outcome of a file whose bytes cannot be had."""
    reason = str(file.problem).removeprefix(f"{file.path}: ")
    return Outcome(file.shown, QUARANTINED, error_type=type(file.problem).__name__, reason=reason)


def _settle(file: FoundFile, outcome: str) -> Outcome:
    assert file.sha256
    return Outcome(file.shown, outcome, file.sha256, document_id_of(file.sha256))


def _known(store: Store, hashes: set[str], version: str) -> dict[str, set[str]]:
    """Return the hashes loaded by this version, with the paths of their originals."""
    query = _ORIGINALS.join(READINGS, READINGS.c.document_id == DOCUMENTS.c.document_id)
    return _paths(store, hashes, query.where(READINGS.c.pipeline_version == version))


def _cut_short(store: Store, hashes: set[str], limit_seconds: float) -> set[str]:
    """Return the hashes of documents with pages left unread for which there is now much more time."""
    findings = CONTENT["findings"]
    query = (
        select(DOCUMENTS.c.sha256)
        .join(READINGS, READINGS.c.document_id == DOCUMENTS.c.document_id)
        .join(findings, findings.c.document_id == DOCUMENTS.c.document_id)
        .where(findings.c.rule == "out_of_time", READINGS.c.seconds * MUCH_LONGER < limit_seconds)
    )
    with store.reading() as connection:
        return {
            sha256
            for some in _portions(hashes)
            for (sha256,) in connection.execute(query.where(DOCUMENTS.c.sha256.in_(some)))
        }


def _paths(store: Store, hashes: set[str], query: Select[Any]) -> dict[str, set[str]]:
    """Return what a query for hashes and paths finds among the hashes."""
    found: dict[str, set[str]] = {}
    with store.reading() as connection:
        for some in _portions(hashes):
            for sha256, path in connection.execute(query.where(DOCUMENTS.c.sha256.in_(some))):
                found.setdefault(sha256, set()).add(path)
    return found


def _note_aliases(store: Store, files: list[FoundFile], run_id: str) -> None:
    if files:
        with store.writing() as connection:
            for file in files:
                assert file.sha256
                note_file(connection, file.shown, document_id_of(file.sha256), "alias", run_id)


def _portions(hashes: set[str]) -> list[list[str]]:
    ordered = sorted(hashes)
    return [ordered[start : start + _AT_ONCE] for start in range(0, len(ordered), _AT_ONCE)]
