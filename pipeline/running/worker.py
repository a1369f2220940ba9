"""A worker process: reads one document after another for the process that started it, and dies with it.

Started as `python -m pipeline.running.worker FD`, where FD is one end of a socket pair. For each path and number of
pages at a time received it answers `("reading", Reading, seconds)`, `("problem", type, message)` for an error of the
document, or `("crash", type, message)` for a fault.
"""

import contextlib
import faulthandler
import logging
import os
import signal
import sys
import threading
import time
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from models.errors import DocumentError, SohoaError

_WATCH_SECONDS = 1.0


def main(descriptor: int) -> None:
    """Answer until the other end hangs up."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    faulthandler.enable()
    logging.disable(logging.WARNING)
    _be_the_first_to_go()
    threading.Thread(target=_die_with, args=(os.getppid(),), daemon=True).start()
    connection = Connection(descriptor)
    try:
        while True:
            connection.send(answer(*connection.recv()))
    except (EOFError, BrokenPipeError, ConnectionResetError):
        return


def answer(path: str, page_jobs: int) -> tuple[Any, ...]:
    """Read the document at a path, `page_jobs` pages at a time, whatever happens."""
    try:
        from pipeline.steps import ReadingOptions, timed

        return ("reading", *timed(Path(path), ReadingOptions(jobs=page_jobs)))
    except DocumentError as problem:
        return ("problem", type(problem).__name__, str(problem))
    except MemoryError:
        return ("crash", "MemoryError", "the memory did not suffice")
    except SohoaError as error:
        return ("crash", type(error).__name__, str(error))
    except Exception as error:  # the one place where a fault of ours must not stop the batch
        return ("crash", type(error).__name__, f"{error} ({_place_of(error)})")


def _be_the_first_to_go() -> None:
    # Where memory runs out the kernel is to end a worker, which costs a document, and not the run.
    with contextlib.suppress(OSError):
        Path("/proc/self/oom_score_adj").write_text("500")


def _place_of(error: BaseException) -> str:
    trace = error.__traceback__
    while trace and trace.tb_next:
        trace = trace.tb_next
    return f"{Path(trace.tb_frame.f_code.co_filename).name}:{trace.tb_lineno}" if trace else "nowhere"


def _die_with(parent: int) -> None:
    # A parent that was killed cannot say goodbye; the OCR processes started here are of the same group.
    while os.getppid() == parent:
        time.sleep(_WATCH_SECONDS)
    os.killpg(os.getpgrp(), signal.SIGKILL)


if __name__ == "__main__":
    main(int(sys.argv[1]))
