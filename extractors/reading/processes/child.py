"""A process that reads pages for the one that started it, within bounds, and dies with it.

Started as `python -m extractors.reading.processes.child FD BYTES`, where FD is one end of a socket pair. It is asked
`(what, kind, *arguments)`, tells `("stage", name)` as it goes on, and ends with `("given", answer)`,
`("error", type, what, where, advice)` or `("fault", message)`. Where a stage takes too long an alarm ends the process:
that works in foreign code too, which no exception reaches.
"""

import contextlib
import logging
import os
import resource
import signal
import sys
import threading
import time
from importlib import import_module
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extractors.reading.options import ReadingOptions
from models.errors import SohoaError

_WATCH_SECONDS = 1.0
LEAST_BYTES = 1 << 30


def main(descriptor: int, most_bytes: int) -> None:
    """Answer until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    logging.disable(logging.WARNING)
    with contextlib.suppress(OSError):  # where memory runs out, better this page than the document
        Path("/proc/self/oom_score_adj").write_text("600")
    bound_memory(most_bytes)
    threading.Thread(target=_die_with, args=(os.getppid(),), daemon=True).start()
    connection = Connection(descriptor)
    with contextlib.suppress(EOFError, BrokenPipeError, ConnectionResetError):
        while True:
            connection.send(answer(connection, *connection.recv()))


def answer(connection: Connection, what: str, kind: str, *arguments: Any) -> tuple[Any, ...]:
    """Return the answer to one question, whatever happens."""
    try:
        module = import_module(f"extractors.reading.files.{kind}")
        if what == "page":
            return ("given", module.page(arguments[0], _Stages(connection, arguments[0].options)))
        if what == "count":
            _alarm(2 * arguments[1].draw_seconds)
        elif what == "draw":
            _alarm(arguments[-1].draw_seconds)
        return ("given", getattr(module, what)(*arguments))
    except SohoaError as error:
        return ("error", type(error).__name__, error.what, error.where, error.advice)
    except ImportError as error:
        return ("error", "EnvironmentLacks", str(error), "", "run setup again")
    except Exception as error:  # whatever foreign code raises, it is this page's
        said = repr(error)[:500]  # pdfminer wraps a lack of memory in an error of its own
        return ("fault", "it takes more memory than is allowed" if "MemoryError" in said else said)
    finally:
        _alarm(0)


class _Stages:
    """Tells the other end what comes next and sets the alarm and the bound on processor time for it."""

    def __init__(self, connection: Connection, options: ReadingOptions) -> None:
        self._connection, self._options = connection, options
        self._until = time.monotonic() + options.sheet_seconds

    def __call__(self, name: str) -> None:
        left = max(0.1, self._until - time.monotonic())
        _alarm(left if name == "reading" else min(left, self._options.draw_seconds))
        self._connection.send(("stage", name))


def _alarm(seconds: float) -> None:
    """End this process in so many seconds of wall time, or twice as many of processor time; 0 calls it off."""
    signal.setitimer(signal.ITIMER_REAL, seconds)
    hard = resource.getrlimit(resource.RLIMIT_CPU)[1]
    used = resource.getrusage(resource.RUSAGE_SELF)
    soft = int(used.ru_utime + used.ru_stime + 2 * seconds) + 2 if seconds else hard
    resource.setrlimit(resource.RLIMIT_CPU, (soft if hard == resource.RLIM_INFINITY else min(soft, hard), hard))


def bound_memory(most_bytes: int) -> None:
    """Bound the memory that this process may write to: half of the machine's, if that is less."""
    there = os.sysconf("SC_PHYS_PAGES") * os.sysconf("SC_PAGE_SIZE")
    hard = resource.getrlimit(resource.RLIMIT_DATA)[1]
    bound = min(most_bytes, max(LEAST_BYTES, there // 2))
    if hard != resource.RLIM_INFINITY:
        bound = min(bound, hard)
    resource.setrlimit(resource.RLIMIT_DATA, (bound, hard))


def _die_with(parent: int) -> None:
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]), int(sys.argv[2]))
