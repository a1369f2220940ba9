"""Opening of a store: any SQLAlchemy URL, SQLite made safe for many threads and sudden ends."""

from __future__ import annotations

import os
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import quote

from sqlalchemy import Connection, Engine, create_engine, event, insert, inspect, make_url, select
from sqlalchemy.exc import ArgumentError, SQLAlchemyError
from sqlalchemy.pool import QueuePool

from models.errors import StoreUnusable
from pipeline.store.schema import FIRST_REVISION, HOUSE, REVISION, SCHEMA_REVISION, describe, metadata
from pipeline.store.views import create_views, drop_views

_BUSY_SECONDS = 60

_ADVICE: tuple[tuple[tuple[str, ...], str], ...] = (
    (("not a database", "malformed"), "the file is damaged or no SQLite database: restore it or name another"),
    (("is full", "disk I/O", "File too large"), "free some space and run again: what was loaded stays"),
    (("is locked",), "another program holds the store: wait for it or end it, then run again"),
    (("readonly", "read-only"), "give yourself the right to write the file and its folder, or name another store"),
)
_ADVICE_ELSE = "check the URL, the rights on the folder and the free space"


@dataclass(frozen=True)
class Store:
    """An open store. `writing` gives a transaction that writes, `reading` one that only reads."""

    url: str
    engine: Engine
    _file: Path | None = None
    _identity: tuple[int, int] | None = None
    _turn: threading.RLock = field(default_factory=threading.RLock)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection in a transaction that is committed whole or not at all; raises StoreUnusable."""
        self._still_there()
        try:
            with self._turn, self.engine.connect().execution_options(writes=True) as connection, connection.begin():
                yield connection
                self._still_there()  # before the commit: what goes into a file without a name is lost
        except SQLAlchemyError as error:
            raise unusable(self.url, error) from error

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        """Yield a connection for reading; raises StoreUnusable."""
        try:
            with self.engine.connect() as connection:
                yield connection
        except SQLAlchemyError as error:
            raise unusable(self.url, error) from error

    def _still_there(self) -> None:
        if self._file is not None and _identity_of(self._file) != self._identity:
            advice = "put it back, or run again for a new one; what was loaded since it went is not in it"
            raise StoreUnusable("the store was moved, removed or replaced", where=str(self._file), advice=advice)

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()


def open_store(url: str, *, create: bool = True) -> Store:
    """Open the store at a SQLAlchemy URL and make its tables where they are missing.

    With `create` false a store that is not there is an error, and one that may not be written to is opened for reading.
    Raises StoreUnusable.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreUnusable(
            f"`{url}` is no SQLAlchemy URL", where="--store", advice="write it like sqlite:///outputs/sohoa.db"
        ) from error
    if parsed.get_backend_name() == "sqlite":
        _place_for(parsed.database, create)
    file = database_file(url)
    try:
        if file is not None and not create and not all(os.access(path, os.W_OK) for path in (file, file.parent)):
            return _only_to_read(url, file)
        engine = _engine(url, sqlite=parsed.get_backend_name() == "sqlite")
        _prepare(Store(url, engine))
        store = Store(url, engine, file, _identity_of(file))
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise unusable(url, error) from error
    return store


def database_file(url: str) -> Path | None:
    """Return the file of a SQLite store; None for other stores and for one in memory."""
    parsed = make_url(url)
    named = parsed.database if parsed.get_backend_name() == "sqlite" else None
    return None if named in (None, "", ":memory:") or str(named).startswith("file:") else Path(str(named)).absolute()


def _only_to_read(url: str, file: Path) -> Store:
    """Open a SQLite store in a place where nothing can be written, not even the files that SQLite keeps beside it."""
    beside = file.with_name(f"{file.name}-wal")
    if beside.exists() and beside.stat().st_size:
        advice = "have whoever may write there open it once, as with `sohoa report`"
        raise StoreUnusable("the store was not closed and may only be read", where=str(file), advice=advice)
    address = f"file:{quote(str(file))}?mode=ro&immutable=1"
    engine = create_engine(
        "sqlite://", creator=lambda: sqlite3.connect(address, uri=True, check_same_thread=False), poolclass=QueuePool
    )
    event.listen(engine, "begin", _begin_sqlite)
    with engine.connect() as connection:
        found = revision_of(connection)
    if found != SCHEMA_REVISION:
        raise _of_another_schema(url, found)
    return Store(url, engine)


def _of_another_schema(url: str, found: str | None) -> StoreUnusable:
    return StoreUnusable(
        f"the store has schema {found}, this program writes schema {SCHEMA_REVISION}",
        where=make_url(url).render_as_string(hide_password=True),
        advice="use the program that made it, or another store",
    )


def _identity_of(file: Path | None) -> tuple[int, int] | None:
    try:
        state = file.stat() if file else None
    except OSError:
        return None
    return (state.st_dev, state.st_ino) if state else None


def unusable(url: str, error: Exception) -> StoreUnusable:
    """Return what a database error means for whoever runs the program."""
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    what = said[0] if said else type(error).__name__
    advice = next((advice for words, advice in _ADVICE if any(word in what for word in words)), _ADVICE_ELSE)
    if isinstance(error, ModuleNotFoundError):
        package = "psycopg[binary]" if error.name == "psycopg" else error.name
        advice = f"install the driver: pip install '{package}'"
    return StoreUnusable(what, where=make_url(url).render_as_string(hide_password=True), advice=advice)


def _place_for(database: str | None, create: bool) -> None:
    if database in (None, "", ":memory:"):
        return
    path = Path(str(database))
    if not path.exists() and not create:
        raise StoreUnusable("there is no store here", where=str(path), advice="run `sohoa ingest` first, or name it")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StoreUnusable(str(error.strerror), where=str(path.parent), advice="choose another --store") from error


def _engine(url: str, *, sqlite: bool) -> Engine:
    if not sqlite:
        return create_engine(url, pool_pre_ping=True)
    # A shorter or longer wait for others can be asked for in the URL: sqlite:///outputs/sohoa.db?timeout=5
    parsed = make_url(url)
    seconds = float(str(parsed.query.get("timeout", _BUSY_SECONDS)))
    without = parsed.difference_update_query(["timeout"])
    engine = create_engine(without, connect_args={"timeout": seconds, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its turn at once: a read lock that wants to become a write lock would fail without waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(store: Store) -> None:
    with store.engine.connect().execution_options(writes=True) as connection, connection.begin():
        found = revision_of(connection)
        if found is None:
            metadata.create_all(connection)
            create_views(connection)
            connection.execute(insert(REVISION).values(version_num=SCHEMA_REVISION))
            # Programs from before the revisions read this figure and leave newer stores alone.
            connection.execute(insert(HOUSE).values(name="schema_version", value=str(int(SCHEMA_REVISION))))
        elif found != SCHEMA_REVISION:
            _bring_up_to_date(store, connection, found)


def revision_of(connection: Connection) -> str | None:
    """Return the revision of a store's schema, None where the database holds no store yet."""
    tables = set(inspect(connection).get_table_names())
    if REVISION.name in tables:
        return connection.scalar(select(REVISION.c.version_num))
    return FIRST_REVISION if HOUSE.name in tables else None


def _bring_up_to_date(store: Store, connection: Connection, found: str) -> None:
    from pipeline.store.migrating import knows, migrate  # loads Alembic, which few openings need

    if not knows(found):
        raise _of_another_schema(store.url, found)
    drop_views(connection)
    migrate(connection, found)
    create_views(connection)
    if connection.dialect.supports_comments:
        describe(connection)
