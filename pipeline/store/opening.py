"""Opening of a store: any SQLAlchemy URL, SQLite made safe for many threads and sudden ends."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Connection, Engine, create_engine, event, insert, make_url, select
from sqlalchemy.exc import ArgumentError, SQLAlchemyError

from models.errors import StoreUnusable
from pipeline.store.schema import HOUSE, SCHEMA_VERSION, metadata

_BUSY_SECONDS = 60


@dataclass(frozen=True)
class Store:
    """An open store. `writing` gives a transaction that writes, `reading` one that only reads."""

    url: str
    engine: Engine
    _turn: threading.RLock = field(default_factory=threading.RLock)

    @contextmanager
    def writing(self) -> Iterator[Connection]:
        """Yield a connection in a transaction that is committed whole or not at all; raises StoreUnusable."""
        try:
            with self._turn, self.engine.connect().execution_options(writes=True) as connection, connection.begin():
                yield connection
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

    def close(self) -> None:
        """Let go of the connections."""
        self.engine.dispose()


def open_store(url: str, *, create: bool = True) -> Store:
    """Open the store at a SQLAlchemy URL and make its tables where they are missing.

    With `create` false a store that is not there is an error. Raises StoreUnusable.
    """
    try:
        parsed = make_url(url)
    except ArgumentError as error:
        raise StoreUnusable(
            f"`{url}` is no SQLAlchemy URL", where="--store", advice="write it like sqlite:///outputs/sohoa.db"
        ) from error
    if parsed.get_backend_name() == "sqlite":
        _place_for(parsed.database, create)
    try:
        engine = _engine(url, sqlite=parsed.get_backend_name() == "sqlite")
        store = Store(url, engine)
        _prepare(store)
    except (SQLAlchemyError, ModuleNotFoundError) as error:
        raise unusable(url, error) from error
    return store


def unusable(url: str, error: Exception) -> StoreUnusable:
    """Return what a database error means for whoever runs the program."""
    said = str(getattr(error, "orig", None) or error).strip().splitlines()
    what = said[0] if said else type(error).__name__
    advice = "check the URL, the rights on the folder and the free space"
    if "not a database" in what or "malformed" in what:
        advice = "the file is no SQLite database or is damaged: restore it or name another with --store"
    if isinstance(error, ModuleNotFoundError):
        advice = f"install the driver: pip install {error.name}"
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
    engine = create_engine(url, connect_args={"timeout": _BUSY_SECONDS, "check_same_thread": False})
    event.listen(engine, "connect", _prepare_sqlite)
    event.listen(engine, "begin", _begin_sqlite)
    return engine


def _prepare_sqlite(connection: Any, _record: Any) -> None:
    connection.isolation_level = None  # transactions are begun by _begin_sqlite
    cursor = connection.cursor()
    cursor.execute("PRAGMA journal_mode=WAL")
    cursor.execute("PRAGMA synchronous=NORMAL")
    cursor.execute("PRAGMA foreign_keys=ON")
    cursor.execute(f"PRAGMA busy_timeout={_BUSY_SECONDS * 1000}")
    cursor.close()


def _begin_sqlite(connection: Connection) -> None:
    # A writer takes its turn at once: a read lock that wants to become a write lock would fail without waiting.
    writes = connection.get_execution_options().get("writes", False)
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _prepare(store: Store) -> None:
    with store.engine.connect().execution_options(writes=True) as connection, connection.begin():
        metadata.create_all(connection)
        version = connection.scalar(select(HOUSE.c.value).where(HOUSE.c.name == "schema_version"))
        if version is None:
            connection.execute(insert(HOUSE).values(name="schema_version", value=str(SCHEMA_VERSION)))
        elif int(version) != SCHEMA_VERSION:
            raise StoreUnusable(
                f"the store has schema {version}, this program writes schema {SCHEMA_VERSION}",
                where=store.url,
                advice="use the program that made it, or another store",
            )
