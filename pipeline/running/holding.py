"""One run at a time in a store: a lock that goes with the process that holds it, however that one ends."""

from __future__ import annotations

import fcntl
import os
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from datetime import datetime
from hashlib import sha256
from pathlib import Path

from sqlalchemy import make_url, text

from models.errors import StoreUnusable
from pipeline.store.opening import Store, database_file

_ASK_AGAIN_SECONDS = 0.5


class AlreadyRunning(StoreUnusable):
    """Another run, whose process lives, is at work in the same place."""


Waits = Callable[[str], None]
"""Hears who holds the lock that is waited for."""


def lock_of(store_url: str) -> Path | None:
    """Return the file whose lock means that a run is at work in a SQLite store; None for other stores.

    It lies beside the store, by whatever link that is named, and stays there: only its lock has a meaning.
    """
    file = database_file(store_url)
    if file is None:
        return None
    real = Path(os.path.realpath(file))
    return real.with_name(f"{real.name}.lock")


@contextmanager
def held(store: Store, waits: Waits | None) -> Iterator[None]:
    """Hold a store for a run; where another one does, wait for its end and say so, or raise AlreadyRunning.

    `waits` hears once who is waited for; with None there is no waiting. A run that was killed holds nothing: the
    kernel, or PostgreSQL, lets go for it. Stores of other kinds, and file systems without locks, are held by nobody.
    """
    path = lock_of(store.url)
    if path is not None:
        with locked(path, waits, where=str(database_file(store.url))):
            yield
    elif make_url(store.url).get_backend_name() == "postgresql":
        with _advised(store, waits):
            yield
    else:
        yield


@contextmanager
def locked(path: Path, waits: Waits | None = None, *, where: str = "") -> Iterator[None]:
    """Hold the lock of a file, which tells who holds it; `waits` as in `held`, `where` what it is the lock of."""
    with open(path, "a+", encoding="utf-8") as lock:
        if _wait(lambda: _taken(lock.fileno()), lambda: _holder(path), waits, where or str(path)):
            lock.truncate(0)
            lock.write(f"process {os.getpid()} since {datetime.now():%Y-%m-%d %H:%M}\n")
            lock.flush()
        yield


def _taken(descriptor: int) -> bool | None:
    """Take the lock of an open file and tell whether that went well; None where the file system knows no locks."""
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError:
        return None
    return True


def _holder(path: Path) -> str:
    try:
        return path.read_text("utf-8", "replace").strip()
    except OSError:
        return ""


@contextmanager
def _advised(store: Store, waits: Waits | None) -> Iterator[None]:
    """Hold an advisory lock of PostgreSQL, which ends with its connection."""
    key = int.from_bytes(sha256(b"sohoa run").digest()[:7], "big")
    with store.engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        taken = text("SELECT pg_try_advisory_lock(:key)")
        where = make_url(store.url).render_as_string(hide_password=True)
        _wait(lambda: bool(connection.scalar(taken, {"key": key})), lambda: "", waits, where)
        try:
            yield
        finally:
            connection.execute(text("SELECT pg_advisory_unlock(:key)"), {"key": key})


def _wait(take: Callable[[], bool | None], holder: Callable[[], str], waits: Waits | None, where: str) -> bool:
    """Try until the lock is taken; return False where there is none to take."""
    told = False
    while (taken := take()) is False:
        if waits is None:
            who = f", {said}" if (said := holder()) else ""
            raise AlreadyRunning(
                f"another run is under way here{who}", where=where, advice="wait for its end, then run again"
            )
        if not told:
            waits(holder())
            told = True
        time.sleep(_ASK_AGAIN_SECONDS)
    return bool(taken)
