"""What Prefect's in-process server remembers of past runs: some 20 kB a document, which nobody asks for again.

The account of every run is in the store. Past a bound the server's memory is removed; it makes itself a new one.
"""

import contextlib
import fcntl
from pathlib import Path
from typing import TextIO

MOST_BYTES = 200 << 20
_held: list[TextIO] = []
"""The locks by which others see that a process of ours is at work in a home."""


def forget(home: Path, *, most: int = MOST_BYTES) -> bool:
    """Remove the server's memory in a home where it is larger than `most` bytes and no run is at work; tell whether.

    From then on this process counts as one at work there, until it ends.
    """
    gone = False
    with contextlib.suppress(OSError):  # without locks, or rights, nothing is removed
        lock = (home / "in-use").open("a", encoding="utf-8")
        _held.append(lock)
        database = home / "prefect.db"
        with contextlib.suppress(BlockingIOError, FileNotFoundError):
            fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            if database.stat().st_size > most:
                for suffix in ("", "-wal", "-shm"):
                    database.with_name(database.name + suffix).unlink(missing_ok=True)
                gone = True
        fcntl.flock(lock, fcntl.LOCK_SH | fcntl.LOCK_NB)
    return gone
