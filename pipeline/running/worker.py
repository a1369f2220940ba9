"""A worker process: reads one document after another for the process that started it, and dies with it.

Started as `python -m pipeline.running.worker FD`, where FD is one end of a socket pair. For each path, number of
pages at a time, seconds, and whether a wrong name is looked past, it answers `("reading", Reading, seconds)`,
`("problem", type, message)` for an error of the document, or `("crash", type, message)` for a fault.
"""

import contextlib
import faulthandler
import logging
import os
import resource
import shutil
import signal
import sys
import tempfile
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from models.errors import DocumentError, EnvironmentLacks, SohoaError

_WATCH_SECONDS = 1.0

MOST_BYTES = 8 << 30
"""Memory of a worker, at most: some forty times the largest image of a page that is let in. Half of the machine's, if
that is less, but never under LEAST_BYTES."""
LEAST_BYTES = 2 << 30
READING_SHARE = 0.8
"""Of the time of a document: the steps after reading take a tenth of what reading a scan takes."""
TEMPORARY = "sohoa-run-"
"""How the folder begins that a run gives its workers for temporary files."""


def main(descriptor: int) -> None:
    """Answer until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()
    logging.disable(logging.WARNING)
    _be_the_first_to_go()
    bound_memory()
    threading.Thread(target=_die_with, args=(os.getppid(),), daemon=True).start()
    connection = Connection(descriptor)
    try:
        while True:
            connection.send(answer(*connection.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        _leave()


def answer(path: str, page_jobs: int, seconds: float, by_content: bool = False) -> tuple[Any, ...]:
    """Read the document at a path, `page_jobs` pages at a time, whatever happens.

    Pages are read for the greater part of the seconds; what was read by then is repaired and loaded.
    """
    until = time.monotonic() + READING_SHARE * seconds
    try:
        from pipeline.steps import ReadingOptions, timed

        return ("reading", *timed(Path(path), ReadingOptions(jobs=page_jobs, until=until, by_content=by_content)))
    except DocumentError as problem:
        return ("problem", type(problem).__name__, str(problem))
    except MemoryError:
        most = resource.getrlimit(resource.RLIMIT_DATA)[0] / (1 << 30)
        advice = "split the document, or read it on a machine with more memory"
        return ("problem", "TooLarge", f"it takes more than the {most:.1f} GiB of memory allowed ({advice})")
    except EnvironmentLacks as error:
        # What one kind of file needs is this document's trouble; what all need is the machine's.
        return ("problem" if error.where == path else "crash", type(error).__name__, str(error))
    except SohoaError as error:
        return ("crash", type(error).__name__, str(error))
    except Exception as error:  # the one place where a fault of ours must not stop the batch
        return ("crash", type(error).__name__, f"{error} ({_place_of(error)})")


def _be_the_first_to_go() -> None:
    # Where memory runs out the kernel is to end a worker, which costs a document, and not the run.
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500")


def bound_memory() -> int:
    """Bound the memory that this process, and each that it starts, may write to; return the bound in bytes.

    Address space without content (maps of files, reserves of the allocator) does not count: it costs nobody anything.
    """
    there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    for path in ("/sys/fs/cgroup/memory.max", "/sys/fs/cgroup/memory/memory.limit_in_bytes"):
        with contextlib.suppress(OSError, ValueError):  # "max" is no number, and means none
            there = min(there, int(Path(path).read_text("ascii")))
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    bound = max(LEAST_BYTES, min(MOST_BYTES, there // 2))
    if hard != resource.RLIM_INFINITY:
        bound = min(bound, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))
    return bound


def _place_of(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "nowhere"


def _die_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    _leave()


def _leave() -> None:
    """End with every process started here, after a parent that was killed and could not tidy up itself."""
    if Path(tempfile.gettempdir()).name.startswith(TEMPORARY):
        shutil.rmtree(tempfile.gettempdir(), ignore_errors=True)
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]))
