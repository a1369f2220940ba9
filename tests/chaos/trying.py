"""What the trials share: the command in a sandbox of its own, what a store holds, and verdicts."""

import json
import os
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parents[2]
COMMAND = [sys.executable, "-c", "from pipeline.cli import main; main()"]
BOOKKEEPING = ("runs", "run_documents", "store_info")
PASSING = {"run_id", "first_run", "loaded_at", "seconds", "pipeline_version"}


DOCUMENTS = 60
"""Documents of a trial: enough that a run can be met in the middle."""
Held = dict[str, list[tuple[Any, ...]]]
"""What a store holds: rows by table."""


@dataclass(frozen=True, slots=True)
class Verdict:
    """What was done, whether it went as it must, and what was seen."""

    what: str
    good: bool
    seen: str = ""


@dataclass(frozen=True, slots=True)
class Place:
    """A sandbox: `inbox` is read, `out` and `store` may be written, `home` and `temporary` are to stay as they are."""

    folder: Path

    @property
    def inbox(self) -> Path:
        return self.folder / "in"

    @property
    def out(self) -> Path:
        return self.folder / "out"

    @property
    def store(self) -> Path:
        return self.folder / "store" / "sohoa.db"

    @property
    def home(self) -> Path:
        return self.folder / "home"

    @property
    def temporary(self) -> Path:
        return self.folder / "tmp"


def place(folder: Path) -> Place:
    """Make a sandbox."""
    made = Place(folder)
    for part in (made.inbox, made.out, made.store.parent, made.home, made.temporary):
        part.mkdir(parents=True)
    return made


def start(here: Place, *more: str, engine: str = "inline", query: str = "", **options: Any) -> subprocess.Popen[str]:
    """Start an ingest of the sandbox's inbox."""
    arguments = ["ingest", str(here.inbox), "--store", f"sqlite:///{here.store}{query}", "--out", str(here.out)]
    kept = {name: value for name, value in os.environ.items() if not name.startswith(("PREFECT", "XDG"))}
    environment = kept | {"HOME": str(here.home), "TMPDIR": str(here.temporary), "PYTHONPATH": str(ROOT)}
    return subprocess.Popen(
        [*COMMAND, *arguments, "--engine", engine, *more],
        cwd=here.home,
        env=environment | {"PYTHONDONTWRITEBYTECODE": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
        **options,
    )


def ingest(here: Place, *more: str, **options: Any) -> tuple[int, str]:
    """Run an ingest to its end, ten minutes at most; return its exit status and what it said."""
    process = start(here, *more, **options)
    try:
        said, _ = process.communicate(timeout=600)
    except subprocess.TimeoutExpired:
        process.kill()
        return -9, "no end within 600 s"
    return process.returncode, said


def last(said: str) -> str:
    """Return the last line that a command said."""
    return next((line.strip() for line in reversed(said.splitlines()) if line.strip()), "nothing said")


def account(here: Place) -> dict[str, Any]:
    """Return the account written last."""
    newest = max(here.out.glob("run-*.json"), key=lambda path: path.stat().st_mtime_ns)
    found: dict[str, Any] = json.loads(newest.read_text("utf-8"))
    return found


def letters(here: Place, count: int) -> None:
    """Put small decisions of our own into the inbox."""
    for number in range(1, count + 1):
        provisions = "".join(f"Điều {n}. Quy định thứ {n} của văn bản {number}.\n" for n in range(1, 6))
        text = f"BỘ GIÁO DỤC VÀ ĐÀO TẠO\nSố: {number}/QĐ-BGDĐT\nQUYẾT ĐỊNH\nBan hành quy định {number}\n{provisions}"
        (here.inbox / f"{number:03d}.txt").write_text(text, "utf-8")


def query(store: Path, sql: str) -> list[tuple[Any, ...]]:
    """Return the rows of a query on a store."""
    connection = sqlite3.connect(store, timeout=60)
    try:
        return connection.execute(sql).fetchall()
    finally:
        connection.close()


def contents(store: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Return all rows of the store but its bookkeeping, without times and run numbers, in a fixed order."""
    held = {}
    for (table,) in query(store, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"):
        if table not in BOOKKEEPING:
            columns = [row[1] for row in query(store, f"PRAGMA table_info({table})") if row[1] not in PASSING]
            names = ", ".join(f'"{name}"' for name in columns)
            held[table] = sorted(query(store, f"SELECT {names} FROM {table}"), key=repr)
    return held


def differences(one: dict[str, list[tuple[Any, ...]]], other: dict[str, list[tuple[Any, ...]]]) -> str:
    """Name the tables that differ, leaving out where in the sandbox files lie."""
    differing = []
    for table in sorted(one.keys() | other.keys()):
        if table == "files":
            continue
        if (mine := one.get(table, [])) != (theirs := other.get(table, [])):
            differing.append(f"{table}: {len(mine)} and {len(theirs)} rows")
    return "; ".join(differing)


def unsound(store: Path) -> str:
    """Say what is broken in a store: by SQLite's own checks, and documents that are there in part."""
    faults = [row[0] for row in query(store, "PRAGMA integrity_check") if row[0] != "ok"]
    faults += [f"foreign key of {row[0]}" for row in query(store, "PRAGMA foreign_key_check")]
    for table in ("readings", "files"):
        missing = f"SELECT COUNT(*) FROM documents WHERE document_id NOT IN (SELECT document_id FROM {table})"
        if number := query(store, missing)[0][0]:
            faults.append(f"{number} documents without {table}")
    return "; ".join(faults)


def tree(folder: Path) -> Iterator[tuple[str, int, int, int]]:
    """Yield path, mode, size and time of change of everything under a folder, links not followed."""
    for parent, folders, files in os.walk(folder):
        for name in (*folders, *files):
            path = os.path.join(parent, name)
            state = os.lstat(path)
            yield path, state.st_mode, 0 if os.path.isdir(path) else state.st_size, state.st_mtime_ns
