"""Runs killed at random moments, stopped by a signal, and two at once: the store ends as if nothing had happened."""

import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from random import Random

from tests.chaos.trying import (
    DOCUMENTS,
    Held,
    Place,
    Verdict,
    account,
    contents,
    differences,
    ingest,
    last,
    letters,
    place,
    query,
    start,
    tree,
    unsound,
)


def undisturbed(folder: Path) -> tuple[Held, float]:
    """Return what a store holds after a run that nobody disturbed, and the seconds it took."""
    here = place(folder)
    letters(here, DOCUMENTS)
    started = time.monotonic()
    status, said = ingest(here)
    assert status == 0, said
    return contents(here.store), time.monotonic() - started


def trial(folder: Path, *, rounds: int, chance: Random, engine: str = "inline") -> Iterator[Verdict]:
    """Kill runs, some from the start on an empty store, some that go on where the last one ended."""
    expected, seconds = undisturbed(folder / "undisturbed")
    seconds += 8 if engine == "prefect" else 0
    here = place(folder / "killed")
    letters(here, DOCUMENTS)
    faults: list[str] = []
    killed, midway, finished, left = 0, 0, 0, 0
    for _ in range(rounds):
        ended = _kill(here, chance.uniform(0.2, 1.0) * seconds, engine)
        killed, finished = killed + (not ended), finished + ended
        if here.store.exists() and query(here.store, "SELECT 1 FROM sqlite_master WHERE name = 'store_info'"):
            faults += [fault for fault in (unsound(here.store), _whole(here, expected)) if fault]
            loaded = query(here.store, "SELECT COUNT(*) FROM documents")[0][0]
            midway += 0 < loaded < DOCUMENTS
            if loaded == DOCUMENTS:
                _fresh(here)
        left += _workers_left(here)
    name = f"kill -9, {engine}"
    seen = f"{killed} killed, {midway} midway, {finished} had ended before"
    yield Verdict(f"{name}: the store is sound after each", not faults, "; ".join(faults)[:300] or seen)
    yield Verdict(f"{name}: no worker outlives its run by 5 s", left == 0, f"{left} left")
    yield from _then(name, here, expected)


def _kill(here: Place, after: float, engine: str) -> bool:
    """Start a run, end it after some seconds without a word; tell whether it had ended itself."""
    process = start(here, "--jobs", "2", engine=engine)
    try:
        process.communicate(timeout=after)
        return True
    except subprocess.TimeoutExpired:
        os.kill(process.pid, signal.SIGKILL)
        process.communicate()
        return False


def _whole(here: Place, expected: Held) -> str:
    """Say which loaded documents are not as they would be in an undisturbed store."""
    there = contents(here.store)
    ids = {row[0] for row in query(here.store, "SELECT document_id FROM documents")}
    columns = {name: [row[1] for row in query(here.store, f"PRAGMA table_info({name})")] for name in there}
    for table, rows in there.items():
        if table == "files" or "document_id" not in columns[table]:
            continue
        wanted = [row for row in expected[table] if ids.intersection(map(str, row))]
        if rows != wanted:
            return f"{table}: {len(rows)} rows, {len(wanted)} wanted"
    return ""


def _fresh(here: Place) -> None:
    for path in here.store.parent.iterdir():
        path.unlink()


def _workers_left(here: Place) -> int:
    until = time.monotonic() + 5
    while (left := len(_workers(here))) and time.monotonic() < until:
        time.sleep(0.2)
    return left


def _workers(here: Place) -> list[str]:
    """Return the processes whose folder for temporary files lies in the sandbox."""
    found = []
    for process in Path("/proc").glob("[0-9]*"):
        try:
            if f"TMPDIR={here.temporary}".encode() in (process / "environ").read_bytes():
                found.append(process.name)
        except OSError:
            continue
    return found


def _then(name: str, here: Place, expected: Held) -> Iterator[Verdict]:
    """Let a run finish, and look."""
    status, said = ingest(here)
    yield Verdict(f"{name}: the next run ends with 0", status == 0, last(said) if status else "")
    different = differences(contents(here.store), expected) or unsound(here.store)
    yield Verdict(f"{name}: then nothing is lost, doubled or half-written", not different, different)
    states = dict(query(here.store, "SELECT state, COUNT(*) FROM runs GROUP BY state"))
    yield Verdict(f"{name}: runs left running are marked interrupted", "running" not in states, str(states))
    sums = "found = loaded + unchanged + duplicate + quarantined + failed + waiting"
    wrong = query(here.store, f"SELECT COUNT(*) FROM runs WHERE NOT ({sums})")[0][0]
    yield Verdict(f"{name}: the figures of all runs add up", wrong == 0, f"{wrong} do not")
    stray = [path for path, *_ in (*tree(here.temporary), *tree(here.home))]
    yield Verdict(f"{name}: no temporary files are left", not stray, ", ".join(stray)[:200])


def interrupted(folder: Path, *, chance: Random) -> Iterator[Verdict]:
    """Stop runs by SIGINT and SIGTERM."""
    expected, seconds = undisturbed(folder / "undisturbed")
    here = place(folder / "stopped")
    letters(here, DOCUMENTS)
    ends, partial = [], 0
    for number in (signal.SIGINT, signal.SIGTERM) * 3:
        process = start(here, "--jobs", "2")
        try:
            process.communicate(timeout=max(2.0, chance.uniform(0.5, 0.9) * seconds))
        except subprocess.TimeoutExpired:
            _listening(process)
            process.send_signal(number)
            process.communicate(timeout=60)
            partial += account(here)["adds_up"] and account(here)["state"] == "interrupted"
        ends.append(process.returncode)
        if query(here.store, "SELECT COUNT(*) FROM documents")[0][0] == DOCUMENTS:
            _fresh(here)
    good = set(ends) <= {0, 130} and 130 in ends
    yield Verdict("SIGINT, SIGTERM: status 130, the account adds up", good and partial == ends.count(130), str(ends))
    yield from _then("SIGINT, SIGTERM", here, expected)


def _listening(process: subprocess.Popen[str]) -> None:
    """Wait until a process catches SIGTERM, on a busy machine longer than planned: before, nothing of it has begun."""
    status = Path(f"/proc/{process.pid}/status")
    while process.poll() is None:
        caught = next(line for line in status.read_text("utf-8").splitlines() if line.startswith("SigCgt:"))
        if int(caught.split()[1], 16) >> (signal.SIGTERM - 1) & 1:
            return
        time.sleep(0.05)


def together(folder: Path) -> Iterator[Verdict]:
    """Let three runs read the same folder into the same store at once."""
    expected, _ = undisturbed(folder / "undisturbed")
    here = place(folder / "together")
    letters(here, DOCUMENTS)
    runs = [start(here, "--jobs", "1", engine=engine) for engine in ("inline", "inline", "prefect")]
    said = [run.communicate(timeout=600)[0] for run in runs]
    ends = [run.returncode for run in runs]
    seen = str(ends) if not any(ends) else "; ".join(map(last, said))
    yield Verdict("three at once: each ends with 0", ends == [0, 0, 0], seen)
    waited = sum("Another run is at work in this store" in each for each in said)
    # The third is slow to start: it may come when the others are done.
    yield Verdict("three at once: who came while another was at work waited, and said so", waited > 0, f"{waited} did")
    states = query(here.store, "SELECT state, found, loaded + unchanged FROM runs")
    good = states == [("finished", DOCUMENTS, DOCUMENTS)] * 3
    yield Verdict("three at once: none takes another for dead, all add up", good, "" if good else str(states))
    yield from _then("three at once", here, expected)
