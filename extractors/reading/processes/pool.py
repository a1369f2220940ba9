"""The processes that read pages for this one: started when wanted, kept while they behave, killed as a group."""

import atexit
import os
import subprocess
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any

from extractors.reading.options import ReadingOptions
from extractors.reading.processes.talking import cause_of_death, end_group, start_child
from models import errors

_RECYCLED_AFTER = 400
"""Pages after which a process is replaced: native libraries keep some memory of every one."""
_LEEWAY = 20.0
"""Seconds past its own alarm after which a process is killed from outside."""
_ROOT = Path(__file__).resolve().parents[3]


class Lost(Exception):
    """A page, or a whole file, on which a process died or failed: in which stage, and why."""

    def __init__(self, stage: str, why: str) -> None:
        super().__init__(stage, why)
        self.stage, self.why = stage, why


@dataclass(slots=True)
class _Process:
    child: subprocess.Popen[bytes]
    connection: Connection
    most_bytes: int
    done: int = 0

    def kill(self) -> None:
        """End the process and all that it started."""
        end_group(self.child)
        self.connection.close()


_idle: list[_Process] = []
_lock = threading.Lock()


def ask_apart(most_bytes: int, question: tuple[Any, ...]) -> Any:
    """Return the answer of a process of its own; Lost where it died or failed, the error that it met otherwise."""
    process = _taken(most_bytes)
    kept = False
    try:
        said = _heard(process, question)
        process.done += 1
        kept = said[0] != "fault" and process.done < _RECYCLED_AFTER
    finally:
        if kept:
            with _lock:
                _idle.append(process)
        else:
            process.kill()
    if said[0] == "error":
        kind: Any = getattr(errors, said[1])
        raise kind(said[2], where=said[3], advice=said[4])
    return said[1]


def _heard(process: _Process, question: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return what a process says in the end; Lost where that is nothing, or that it failed."""
    stage = "opening"
    until = time.monotonic() + _limit(question)
    try:
        process.connection.send(question)
        while process.connection.poll(max(0.0, until - time.monotonic())):
            said: tuple[Any, ...] = process.connection.recv()
            if said[0] == "stage":
                stage = said[1]
            elif said[0] == "fault":
                raise Lost(stage, said[1])
            else:
                return said
    except (EOFError, OSError) as error:
        raise Lost(stage, cause_of_death(process.child)) from error
    raise Lost(stage, "it hung")


def _limit(question: tuple[Any, ...]) -> float:
    options = next((a for a in question if isinstance(a, ReadingOptions)), None)
    options = options or getattr(question[2], "options", None) or ReadingOptions()
    return float(options.sheet_seconds + options.draw_seconds + _LEEWAY)


def _taken(most_bytes: int) -> _Process:
    with _lock:
        for process in _idle[::-1]:
            if process.most_bytes == most_bytes:
                _idle.remove(process)
                if process.child.poll() is None:
                    return process
                process.kill()
    return _started(most_bytes)


def _started(most_bytes: int) -> _Process:
    path = os.pathsep.join([str(_ROOT), *filter(None, [os.environ.get("PYTHONPATH")])])
    child, connection = start_child(
        "extractors.reading.processes.child", str(most_bytes), environment={"PYTHONPATH": path}
    )
    return _Process(child, connection, most_bytes)


@atexit.register
def dismiss() -> None:
    """End the idle processes."""
    with _lock:
        while _idle:
            _idle.pop().kill()
