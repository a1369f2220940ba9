"""What runs left that ended without a word: their entries, closed with what the store knows, and temporary folders."""

import hashlib
import itertools
import os
import platform
import shutil
import tempfile
from datetime import UTC, datetime, timedelta
from pathlib import Path

from sqlalchemy import Connection, func, select, update

from pipeline.accounting import OUTCOMES
from pipeline.store import Store
from pipeline.store.schema import RUN_DOCUMENTS, RUNS

_ELSEWHERE_AFTER = timedelta(days=7)
"""A run of another machine, which cannot be asked for, counts as ended after this time."""

_numbers = itertools.count(1)


def new_run_id() -> str:
    """Return an id that says when a run began, in which process of which machine, and the how manieth of that it is."""
    return f"{datetime.now(UTC):%Y%m%dT%H%M%S}-{_machine()}-{os.getpid()}-{next(_numbers)}"


def close_interrupted(store: Store) -> list[str]:
    """Mark the runs whose process is gone as interrupted, with the figures of what they settled; return their ids.

    What they had not settled stands under `waiting`. They keep no time of ending: nobody saw it.
    """
    with store.writing() as connection:
        running = connection.execute(
            select(RUNS.c.run_id, RUNS.c.started_at, RUNS.c.found).where(RUNS.c.state == "running")
        ).all()
        gone = [run for run in running if not _alive(run.run_id, run.started_at)]
        for run in gone:
            settled = _settled(connection, run.run_id)
            waiting = max(0, run.found - sum(settled.values()))
            values = {"state": "interrupted", "waiting": waiting} | settled
            connection.execute(update(RUNS).where(RUNS.c.run_id == run.run_id).values(**values))
    return [run.run_id for run in gone]


def at_work(connection: Connection) -> dict[str, int]:
    """Return how many files each run that is under way has settled, by its id; those whose process is gone are none."""
    running = connection.execute(select(RUNS.c.run_id, RUNS.c.started_at).where(RUNS.c.state == "running")).all()
    return {
        run.run_id: sum(_settled(connection, run.run_id).values())
        for run in running
        if _alive(run.run_id, run.started_at)
    }


def temporary_folder(prefix: str) -> str:
    """Make a folder for temporary files of this process, and remove those that dead processes left; return its path."""
    mine = f"{prefix}{_machine()}-"
    for left in Path(tempfile.gettempdir()).glob(f"{mine}*"):
        process = left.name.removeprefix(mine).partition("-")[0]
        if process.isdigit() and not _there(int(process)):
            shutil.rmtree(left, ignore_errors=True)
    return tempfile.mkdtemp(prefix=f"{mine}{os.getpid()}-")


def _settled(connection: Connection, run_id: str) -> dict[str, int]:
    outcome = RUN_DOCUMENTS.c.outcome
    query = select(outcome, func.count()).where(RUN_DOCUMENTS.c.run_id == run_id).group_by(outcome)
    counted = {row[0]: row[1] for row in connection.execute(query)}
    return {name: counted.get(name, 0) for name in OUTCOMES}


def _machine() -> str:
    # Containers on one host may share its name, but not the space of process numbers.
    try:
        space = os.readlink("/proc/self/ns/pid")
    except OSError:
        space = ""
    return hashlib.sha256(f"{platform.node()} {space}".encode()).hexdigest()[:6]


def _alive(run_id: str, started_at: str) -> bool:
    """Tell whether the process of a run may still be at work."""
    began = datetime.fromisoformat(started_at)
    parts = run_id.split("-")
    if len(parts) != 4 or parts[1] != _machine() or not parts[2].isdigit():
        return datetime.now(UTC) - began < _ELSEWHERE_AFTER
    process = int(parts[2])
    if process == os.getpid():
        return True
    if not _there(process):
        return False
    since = _process_start(process)
    # The number may belong to a later process by now; times are written to the second.
    return since is None or since <= began.timestamp() + 2


def _there(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except OSError:  # it is another user's
        return True
    return True


def _process_start(process: int) -> float | None:
    """Return when a process began, in seconds since 1970; None where /proc does not say."""
    try:
        after_name = Path(f"/proc/{process}/stat").read_text("utf-8", "replace").rpartition(")")[2].split()
        booted = next(line for line in Path("/proc/stat").read_text("utf-8").splitlines() if line.startswith("btime"))
        return int(booted.split()[1]) + int(after_name[19]) / os.sysconf("SC_CLK_TCK")
    except (OSError, StopIteration, ValueError, IndexError):
        return None
