"""A worker whose reading of some documents takes memory or time without end: `python -m tests.chaos.greedy FD`."""

import sys
import time
from pathlib import Path
from typing import Any

import numpy as np

from pipeline import steps
from pipeline.running import worker

_sound = steps.timed


def _greedy(path: Path, options: Any) -> Any:
    taken: list[Any] = []
    while path.name.startswith("python"):
        taken.append(bytearray(64 << 20))
    while path.name.startswith("native"):
        taken.append(np.ones(8 << 20))
    while path.name.startswith("small"):  # what the allocator gives in small pieces
        taken.append([{} for _ in range(100_000)])
    if path.name.startswith("hang"):
        time.sleep(600)
    return _sound(path, options)


if __name__ == "__main__":
    worker.LEAST_BYTES = worker.MOST_BYTES = 1 << 30  # the trial need not fill the machine
    steps.timed = _greedy
    worker.main(int(sys.argv[1]))
