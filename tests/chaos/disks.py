"""Disks that fill up and stores that go away, are held, may not be written or are damaged."""

import os
import resource
import sqlite3
import subprocess
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from tests.chaos.trying import (
    DOCUMENTS,
    Held,
    Place,
    Verdict,
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


def full(folder: Path) -> Iterator[Verdict]:
    """Let the space run out while documents are loaded; then give some."""
    sound = place(folder / "sound")
    letters(sound, DOCUMENTS)
    assert ingest(sound)[0] == 0
    expected, size = contents(sound.store), sound.store.stat().st_size
    for engine in ("inline", "prefect"):
        here = place(folder / f"bounded-{engine}")
        letters(here, DOCUMENTS)
        most = int(size * 0.7)
        ended = ingest(here, engine=engine, preexec_fn=lambda most=most: _bound(most)) if engine == "inline" else None
        if ended:
            yield from _went("a file may not grow", here, ended, expected)
        here = place(folder / f"small-{engine}")
        letters(here, DOCUMENTS)
        with _small_disk(here.store.parent) as mounted:
            if not mounted:
                yield Verdict(f"the disk is full, {engine}", True, "not tried: mounting a small disk takes root")
                continue
            ballast = here.store.parent / "ballast"
            ballast.write_bytes(bytes(max(0, _room(here.store.parent) - int(size * 1.2))))
            ended = ingest(here, engine=engine)
            ballast.unlink()
            yield from _went(f"the disk is full, {engine}", here, ended, expected)
    yield from _full_out(folder / "out")


def _went(name: str, here: Place, ended: tuple[int, str], expected: Held) -> Iterator[Verdict]:
    status, said = ended
    good = status == 5 and "free some space" in said and "Traceback" not in said
    yield Verdict(f"{name}: status 5 and advice", good, f"status {status}, {last(said)}")
    fault = unsound(here.store)
    loaded = query(here.store, "SELECT COUNT(*) FROM documents")[0][0]
    yield Verdict(f"{name}: what was loaded stays and is sound", not fault, fault or f"{loaded} of {DOCUMENTS} loaded")
    status, said = ingest(here)
    different = differences(contents(here.store), expected)
    yield Verdict(f"{name}: the next run completes", status == 0 and not different, different or last(said))


def _full_out(folder: Path) -> Iterator[Verdict]:
    """Leave no space for the account: the documents are loaded all the same."""
    here = place(folder)
    letters(here, 5)
    with _small_disk(here.out) as mounted:
        if not mounted:
            yield Verdict("--out is full", True, "not tried: mounting a small disk takes root")
            return
        (here.out / "ballast").write_bytes(bytes(_room(here.out)))
        status, said = ingest(here)
        good = status == 4 and "space" in said and "Traceback" not in said
        yield Verdict("--out is full: status 4 and advice", good, f"status {status}, {last(said)}")
        left = [path for path, *_ in tree(here.out) if not path.endswith("ballast")]
        yield Verdict("--out is full: nothing half-written stays", not left, ", ".join(left))
        (here.out / "ballast").unlink()
        status, said = ingest(here)
        yield Verdict("--out is full: the next run completes", status == 0, last(said))


def stores(folder: Path) -> Iterator[Verdict]:
    """Take the store away, hold it, forbid it, damage it."""
    yield from _taken_away(folder / "removed", "removed", lambda store: store.unlink())
    yield from _taken_away(folder / "moved", "moved", lambda store: store.rename(store.with_suffix(".old")))
    yield from _taken_away(folder / "emptied", "replaced", _replace)
    here = place(folder / "store")
    letters(here, 3)
    assert ingest(here)[0] == 0
    holder = sqlite3.connect(here.store, isolation_level=None)
    holder.execute("BEGIN EXCLUSIVE")
    yield _refused("the store is held by another", here, "wait for it", "?timeout=1")
    holder.execute("ROLLBACK")
    holder.close()
    with _read_only(here.store.parent) as forbidden:
        if forbidden:
            yield _refused("the store may not be written", here, "the rights")
        else:
            yield Verdict("the store may not be written", True, "not tried: root may write all, and may not mount here")
    yield Verdict(
        "the store, held and forbidden: sound, and works again", ingest(here)[0] == 0 and not unsound(here.store)
    )
    content = here.store.read_bytes()
    here.store.write_bytes(os.urandom(4096) + content[4096:])
    yield _refused("the head of the store is overwritten", here, "restore it")
    here.store.write_bytes(content[: len(content) // 2])
    yield _refused("the store is cut in half", here, "restore it")
    here.store.unlink()
    here.store.mkdir()
    yield _refused("the store is a folder", here, "check")


def _replace(store: Path) -> None:
    store.unlink()
    sqlite3.connect(store).close()
    store.touch()


def _taken_away(folder: Path, how: str, take: Callable[[Path], object]) -> Iterator[Verdict]:
    here = place(folder)
    letters(here, DOCUMENTS * 3)
    process = start(here, "--jobs", "1")
    while process.poll() is None and not _loaded(here.store):
        time.sleep(0.02)
    for suffix in ("-wal", "-shm"):
        here.store.with_name(here.store.name + suffix).unlink(missing_ok=True)
    take(here.store)
    said, _ = process.communicate(timeout=300)
    good = process.returncode == 5 and "moved, removed or replaced" in said and "Traceback" not in said
    yield Verdict(f"the store is {how} during a run: status 5", good, f"status {process.returncode}, {last(said)}")
    status, said = ingest(here)
    held = query(here.store, "SELECT COUNT(*) FROM documents")[0][0] if here.store.exists() else 0
    good = status == 0 and held == DOCUMENTS * 3 and not unsound(here.store)
    yield Verdict(
        f"the store is {how} during a run: the next run makes it whole", good, f"{held} documents, {last(said)}"
    )


def _loaded(store: Path) -> bool:
    try:
        return bool(query(store, "SELECT COUNT(*) FROM documents")[0][0]) if store.exists() else False
    except sqlite3.Error:
        return False


def _refused(what: str, here: Place, advice: str, parameters: str = "") -> Verdict:
    status, said = ingest(here, query=parameters)
    good = status == 5 and advice in said and "Traceback" not in said
    return Verdict(f"{what}: status 5 and advice", good, f"status {status}, {last(said)}")


def _bound(most: int) -> None:
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, resource.RLIM_INFINITY))


def _room(folder: Path) -> int:
    state = os.statvfs(folder)
    return state.f_bavail * state.f_frsize


@contextmanager
def _small_disk(folder: Path) -> Iterator[bool]:
    """Mount a disk of 16 MiB on a folder while it lasts; yields whether that was possible."""
    mount = ["mount", "-t", "tmpfs", "-o", "size=16m", "tmpfs", str(folder)]
    if os.geteuid() != 0 or subprocess.run(mount, capture_output=True).returncode:
        yield False
        return
    try:
        yield True
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)


@contextmanager
def _read_only(folder: Path) -> Iterator[bool]:
    """Forbid writing in a folder while it lasts; yields whether that was possible."""
    if os.geteuid() != 0:
        paths = [folder, *folder.iterdir()]
        for path in paths:
            path.chmod(0o500 if path.is_dir() else 0o400)
        yield True
        for path in paths:
            path.chmod(0o700 if path.is_dir() else 0o600)
        return
    bind = subprocess.run(["mount", "--bind", str(folder), str(folder)], capture_output=True)
    if bind.returncode:
        yield False
        return
    try:
        yield not subprocess.run(["mount", "-o", "remount,bind,ro", str(folder)], capture_output=True).returncode
    finally:
        subprocess.run(["umount", "-l", str(folder)], check=True)
