"""A run: begun, its files sorted out, each read and loaded or set aside with a reason, and accounted for."""

from __future__ import annotations

import json
import os
import shutil
import signal
import threading
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field, replace
from pathlib import Path
from typing import Any

from sqlalchemy import insert, select, update

from models.errors import StoreUnusable
from models.rows import Reading
from pipeline.accounting import DUPLICATE, FAILED, LOADED, QUARANTINED, WAITING, Account, Listener, Outcome
from pipeline.discovering import FoundFile, discover
from pipeline.running.holding import held, lock_of
from pipeline.running.leftovers import close_interrupted, new_run_id, temporary_folder
from pipeline.running.ordering import Order, Sorted, Work, sort_out
from pipeline.running.quieting import CHANGED, changed, left_moving, part, rested
from pipeline.running.workers import Workers
from pipeline.store import Store, open_store
from pipeline.store.loading import Stamp, load, note_file
from pipeline.store.opening import database_file
from pipeline.store.schema import RUN_DOCUMENTS, RUNS
from pipeline.store.values import now, storable
from pipeline.unpacking import unpacked
from pipeline.version import pipeline_version

PARTIAL = ("partial_document", "out_of_time")
"""Rules of findings that say that pages of a document are missing."""


@dataclass
class Run:
    """A run under way. `take` may be called from many threads; the listener hears of every outcome."""

    order: Order
    store: Store
    workers: Workers
    run_id: str
    started_at: str
    version: str
    listener: Listener
    found: int = 0
    stopped: threading.Event = field(default_factory=threading.Event)
    _broken: StoreUnusable | None = None
    _left: int = 0
    _fresh: tuple[FoundFile, ...] = ()
    _looked: float = 0.0
    _place: str | None = None
    _outcomes: list[Outcome] = field(default_factory=list)
    _lock: threading.Lock = field(default_factory=threading.Lock)

    def rounds(self) -> Iterator[tuple[Work, ...]]:
        """Yield what is to be read: the files that lie still, then those that have come to rest meanwhile."""
        yield self.sort_out().work
        if self._fresh:
            yield self._late()

    def sort_out(self) -> Sorted:
        """Find the files, settle at once those that need no reading, and set apart those that were written just now."""
        files = tuple(discover(self.order.paths, leave_out=_own_files(self.order)))
        self._looked = time.monotonic()
        parted = part(files, self.order.quiet_seconds)
        still = self._unpacked(parted.still, len(files))
        self._fresh = parted.fresh
        self._settle(parted.left)
        return self._sorted(still)

    def _unpacked(self, files: tuple[FoundFile, ...], found: int) -> tuple[FoundFile, ...]:
        """Return the files with those in ZIP files instead of these, and tell how many make `found` now."""
        those = tuple(unpacked(files, self._folder))
        self.found = found + len(those) - len(files)
        self.listener.begins(self.found)
        with self.store.writing() as connection:  # for whoever comes after a run that ends without a word
            connection.execute(update(RUNS).where(RUNS.c.run_id == self.run_id).values(found=self.found))
        return those

    def _folder(self) -> str:
        self._place = self._place or temporary_folder("sohoa-zip-")
        return self._place

    def _late(self) -> tuple[Work, ...]:
        """Wait for the files that were written just now, and return those of them that are to be read."""
        self.listener.rests(len(self._fresh))
        parted = rested(self._fresh, self._looked, self.order.quiet_seconds, self.stopped.wait)
        self._settle((*parted.left, *(Outcome(file.shown, WAITING, file.sha256) for file in parted.fresh)))
        return self._sorted(self._unpacked(parted.still, self.found)).work

    def _sorted(self, files: tuple[FoundFile, ...]) -> Sorted:
        sorted_out = sort_out(
            self.store, files, version=self.version, run_id=self.run_id, limit_seconds=self.order.limit_seconds
        )
        self._settle(sorted_out.settled)
        self._left = len(sorted_out.work)
        self.listener.works({work.file.shown: work.file.effort for work in sorted_out.work})
        return sorted_out

    def take(self, work: Work) -> Outcome:
        """Read and load one document, whatever happens to it; its copies share its fate.

        A store that fails is no fault of the document: it ends the run, and `account` says so.
        """
        file = work.file
        try:
            try:
                outcome = self._take(file)
            except StoreUnusable:
                raise
            except Exception as error:  # whatever it is, it is this document's and not the batch's
                outcome = Outcome(file.shown, FAILED, file.sha256, error_type=type(error).__name__, reason=str(error))
            self._settle((outcome, *(self._copy(copy, outcome) for copy in work.copies)))
        except StoreUnusable as error:
            self._broken = self._broken or error
            self.stop()
            return Outcome(file.shown, WAITING, file.sha256)
        with self._lock:
            self._left -= 1
        return outcome

    def stop(self) -> None:
        """Let what is loaded stand and leave the rest to the next run."""
        self.stopped.set()
        self.workers.stop()

    def clear(self) -> None:
        """Remove what was unpacked."""
        if self._place:
            shutil.rmtree(self._place, ignore_errors=True)

    def account(self) -> Account:
        """Write the account of the run to the store and to `run-<id>.json`, and return it; raises StoreUnusable."""
        if self._broken:
            raise self._broken
        state = "interrupted" if self.stopped.is_set() else "finished"
        account = Account(self.run_id, state, self.started_at, now(), self.version, self.found, self._in_order())
        if not account.adds_up():
            raise AssertionError(f"the account of run {self.run_id} does not add up: {account.counts()}")
        text = json.dumps(account.as_json(), ensure_ascii=False, indent=1)
        write_whole(self.order.out / f"run-{self.run_id}.json", text)
        ended = {"finished_at": account.finished_at, "state": state} | account.counts()
        with self.store.writing() as connection:
            connection.execute(update(RUNS).where(RUNS.c.run_id == self.run_id).values(**ended))
        return account

    def _in_order(self) -> tuple[Outcome, ...]:
        return tuple(sorted(self._outcomes, key=lambda outcome: outcome.path))

    def _take(self, file: FoundFile) -> Outcome:
        assert file.sha256
        if self.stopped.is_set():
            return Outcome(file.shown, WAITING, file.sha256)
        with self._lock:
            self.listener.takes(file.shown)
        started = time.monotonic()
        # With fewer documents left than cores, each may read several of its pages at a time.
        said = self.workers.read(file.path, max(1, self.order.jobs // max(1, self._left)))
        spent = round(time.monotonic() - started, 3)
        if said[0] != "reading":
            torn = said[0] != "stopped" and changed(file)  # half of a file is no damaged one
            return left_moving(file, CHANGED) if torn else _set_aside(file, said, spent)
        reading: Reading = said[1]
        seen = next(row.get("sha256") for row in reading.rows if row.table == "documents")
        if seen != file.sha256:
            return left_moving(file, CHANGED)
        stamp = Stamp(self.run_id, self.version, round(said[2], 3))
        document_id = load(self.store, reading, path=file.shown, sha256=file.sha256, stamp=stamp)
        partial = next((f"partial: {f.message}" for f in reading.findings if f.rule in PARTIAL), None)
        return Outcome(file.shown, LOADED, file.sha256, document_id, reason=partial, seconds=spent)

    def _copy(self, file: FoundFile, of: Outcome) -> Outcome:
        if of.outcome == LOADED:
            assert of.document_id
            with self.store.writing() as connection:
                note_file(connection, file.shown, of.document_id, "alias", self.run_id)
            return replace(of, path=file.shown, outcome=DUPLICATE, seconds=0.0)
        return replace(of, path=file.shown, seconds=0.0)

    def _settle(self, outcomes: tuple[Outcome, ...]) -> None:
        outcomes = tuple(replace(outcome, reason=storable(outcome.reason)) for outcome in outcomes)
        with self._lock:
            self._outcomes += outcomes
        told = [asdict(end) | {"run_id": self.run_id} for end in outcomes if end.outcome != WAITING or end.error_type]
        if told:
            with self.store.writing() as connection:
                connection.execute(insert(RUN_DOCUMENTS), told)
        with self._lock:
            for outcome in outcomes:
                self.listener.settled(outcome)


@contextmanager
def begun(order: Order, listener: Listener | None = None) -> Iterator[Run]:
    """Yield a run whose store is open; SIGINT and SIGTERM stop it softly while it lasts."""
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    order.out.mkdir(parents=True, exist_ok=True)
    heard = listener or Listener()
    store = open_store(order.store_url)
    try:
        with held(store, heard.waits if order.wait else None):
            run_id, started, version = new_run_id(), now(), pipeline_version()
            others = _entered(store, run_id, started, version, order.engine)
            with Workers(order.jobs, limit_seconds=order.limit_seconds, by_content=order.by_content) as workers:
                run = Run(order, store, workers, run_id, started, version, heard)
                if others:
                    heard.shares(others)
                try:
                    with _stopped_by_signals(run):
                        yield run
                finally:
                    run.clear()
    finally:
        store.close()


def _entered(store: Store, run_id: str, started: str, version: str, engine: str) -> Sequence[str]:
    """Write down that a run has begun and close those that ended without a word; return the ones that may still go on.

    Where the store can be held there are none but those of other machines.
    """
    close_interrupted(store)
    values = {"run_id": run_id, "started_at": started, "pipeline_version": version, "engine": engine}
    with store.writing() as connection:
        others = connection.scalars(select(RUNS.c.run_id).where(RUNS.c.state == "running")).all()
        connection.execute(insert(RUNS).values(**values, state="running"))
    return others


def write_whole(path: Path, text: str) -> None:
    """Write a file so that it is there whole or not at all."""
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    try:
        beside.write_text(text, "utf-8")
        os.replace(beside, path)
    except OSError:
        beside.unlink(missing_ok=True)
        raise


def _set_aside(file: FoundFile, said: tuple[Any, ...], spent: float) -> Outcome:
    """Return the outcome of a document that gave no reading: quarantined with its error, or failed."""
    kind = said[0]
    if kind == "stopped":
        return Outcome(file.shown, WAITING, file.sha256)
    if kind == "problem":
        reason = said[2].removeprefix(f"{file.path}: ")
        return Outcome(file.shown, QUARANTINED, file.sha256, None, said[1], reason, spent)
    if kind == "late":
        reason = f"not read within {said[1]:.0f} s (split it, or raise --limit)"
        return Outcome(file.shown, QUARANTINED, file.sha256, None, "TooLarge", reason, spent)
    error_type, reason = said[1:3] if kind == "crash" else ("WorkerDied", f"the reading process {said[1]}")
    reason = reason.removeprefix(f"{file.path}: ")
    return Outcome(file.shown, FAILED, file.sha256, None, error_type, reason, spent)


def _own_files(order: Order) -> list[Path]:
    """Return the files of the run itself, which are no input: the output folder and the store.

    Where what is read lies in the output folder, only the accounts and the report in it are passed over.
    """
    out = order.out.resolve()
    inside = any(out in (path.resolve(), *path.resolve().parents) for path in order.paths)
    written = (*out.glob("run-*.json"), *(out / name for name in ("report.html", "report.json", "nightly.jsonl")))
    own = list(written) if inside else [out]
    if database := database_file(order.store_url):
        own += [database.with_name(database.name + suffix) for suffix in ("", "-wal", "-shm", "-journal")]
    if lock := lock_of(order.store_url):
        own.append(lock)
    return own


@contextmanager
def _stopped_by_signals(run: Run) -> Iterator[None]:
    """Let the first SIGINT or SIGTERM stop the run softly, and say so; a second one acts as always."""
    if threading.current_thread() is not threading.main_thread():
        yield
        return
    before = {number: signal.getsignal(number) for number in (signal.SIGINT, signal.SIGTERM)}

    def stop() -> None:  # in a thread of its own: the signal may have come while this one held a lock
        run.listener.stops()
        run.stop()

    def soften(number: int, _frame: object) -> None:
        signal.signal(number, before[signal.Signals(number)])
        threading.Thread(target=stop, daemon=True).start()

    for number in before:
        signal.signal(number, soften)
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)
