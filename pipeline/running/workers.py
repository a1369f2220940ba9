"""A pool of worker processes, each lent to one document at a time.

Reading is half Tesseract (processes of its own) and half Python that holds its interpreter's lock, so documents are
read in processes. A document that crashes its worker, or outstays its time, costs that worker and nothing else.
"""

from __future__ import annotations

import contextlib
import queue
import shutil
import subprocess
import threading
import time
from dataclasses import dataclass
from multiprocessing.connection import Connection
from types import TracebackType
from typing import Any

from extractors.reading.processes.talking import cause_of_death, end_group, start_child
from pipeline.running.leftovers import temporary_folder
from pipeline.running.worker import TEMPORARY

_RECYCLED_AFTER = 100
"""Documents after which a worker is replaced: native libraries keep some memory of every file."""

_LOOK_SECONDS = 0.25


@dataclass
class _Worker:
    process: subprocess.Popen[bytes]
    connection: Connection
    done: int = 0

    def kill(self) -> None:
        """End the worker and every process that it started."""
        end_group(self.process)
        self.connection.close()


class Workers:
    """At most `jobs` worker processes; `limit_seconds` is the wall time that one document may take."""

    def __init__(
        self, jobs: int, *, limit_seconds: float, by_content: bool = False, module: str = "pipeline.running.worker"
    ) -> None:
        self._limit = limit_seconds
        self._by_content = by_content
        self._module = module
        self._temporary: str | None = None
        self._idle: queue.LifoQueue[_Worker | None] = queue.LifoQueue()
        for _ in range(jobs):
            self._idle.put(None)
        self._stopped = threading.Event()
        self._lock = threading.Lock()

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.stop()
        if self._temporary:
            shutil.rmtree(self._temporary, ignore_errors=True)

    def read(self, path: str, page_jobs: int = 1) -> tuple[Any, ...]:
        """Return a worker's answer for a path, of which it may read `page_jobs` pages at a time.

        It is `("late", seconds)` past the limit, `("died", cause)` where the worker did, `("stopped",)` after `stop`.
        """
        worker = self._idle.get()
        kept: _Worker | None = None
        try:
            if self._stopped.is_set():
                return ("stopped",)
            worker = worker or self._start()
            said = self._ask(worker, (path, page_jobs, self._limit, self._by_content))
            worker.done += 1
            if said[0] in ("reading", "problem", "crash") and worker.done < _RECYCLED_AFTER:
                kept = worker
            return said
        finally:
            if worker is not None and kept is None:
                worker.kill()
            self._idle.put(kept)
            if self._stopped.is_set():
                self._empty()

    def stop(self) -> None:
        """End all workers; documents being read get the answer `("stopped",)`."""
        self._stopped.set()
        self._empty()

    def _ask(self, worker: _Worker, question: tuple[str, int, float, bool]) -> tuple[Any, ...]:
        until = time.monotonic() + self._limit
        try:
            worker.connection.send(question)
            while not worker.connection.poll(_LOOK_SECONDS):
                if self._stopped.is_set():
                    return ("stopped",)
                if time.monotonic() > until:
                    return ("late", self._limit)
            said: tuple[Any, ...] = worker.connection.recv()
            return said
        except (EOFError, OSError):
            return ("died", cause_of_death(worker.process))

    def _start(self) -> _Worker:
        with self._lock:  # a worker that is killed leaves its temporary files: they go when the run does
            self._temporary = self._temporary or temporary_folder(TEMPORARY)
        return _Worker(*start_child(self._module, environment={"TMPDIR": self._temporary}))

    def _empty(self) -> None:
        """End the idle workers and leave their places open."""
        places = 0
        with contextlib.suppress(queue.Empty):
            while True:
                worker = self._idle.get_nowait()
                places += 1
                if worker is not None:
                    worker.kill()
        for _ in range(places):
            self._idle.put(None)
