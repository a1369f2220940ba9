"""Files that another program may still be writing: they wait until they lie still, in this run or in the next one."""

import os
import time
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from pipeline.accounting import WAITING, Outcome
from pipeline.discovering import FoundFile, look_at, state_of

_HALF_NAMES = (".part", ".partial", ".filepart", ".crdownload", ".opdownload", ".!ut")
"""Endings that programs give a file while they copy it: Firefox, rsync and wget, WinSCP, Chrome, Opera, uTorrent."""

HALF = "the ending of its name says that it is still being copied (if that was given up, remove it)"
MOVING = "the file was still being written to (the next run reads it, once it is whole)"
GONE = "the file was moved or removed during the run (the next run finds it under its new name)"
CHANGED = "the file changed while it was read (the next run reads it; have no other program write to it meanwhile)"


@dataclass(frozen=True)
class Parted:
    """The files of a run: those that lie still, those written to just now, and outcomes of those left to the next."""

    still: tuple[FoundFile, ...]
    fresh: tuple[FoundFile, ...]
    left: tuple[Outcome, ...] = ()


def part(files: Iterable[FoundFile], quiet_seconds: float) -> Parted:
    """Set apart the files whose last change is less than some seconds ago, or, by a clock that is ahead, still to come.

    Both times of a file are asked for: a copy that keeps the date of its original betrays itself by the other one.
    """
    still, fresh, left = [], [], []
    now = time.time()
    for file in files:
        if file.name.lower().endswith(_HALF_NAMES):
            left.append(_waits(file, "BeingCopied", HALF))
        elif quiet_seconds and file.state and now - max(file.state[1:]) / 1e9 < quiet_seconds:
            fresh.append(file)
        else:
            still.append(file)
    return Parted(tuple(still), tuple(fresh), tuple(left))


def rested(fresh: tuple[FoundFile, ...], looked: float, quiet_seconds: float, pause: Callable[[float], bool]) -> Parted:
    """Return which of the fresh files have lain still for the seconds since they were looked at, by a monotonic clock.

    Those that have not are given as long once more. `pause` waits and tells whether the run was told to stop.
    """
    still: list[FoundFile] = []
    moved = fresh
    for last in (False, True):
        if pause(max(0.0, looked + quiet_seconds - time.monotonic())):
            return Parted(tuple(still), moved)
        still += [file for file in moved if not changed(file)]
        moved = tuple(file for file in moved if changed(file))
        if last or not moved:
            break
        looked = time.monotonic()
        moved = tuple(look_at(file.path) for file in moved)
    return Parted(tuple(still), (), tuple(left_moving(file) for file in moved))


def changed(file: FoundFile) -> bool:
    """Tell whether a file is no longer as it was found."""
    return file.state is not None and state_of(file.path) != file.state


def left_moving(file: FoundFile, reason: str = MOVING) -> Outcome:
    """Return the outcome of a file that was written to while the run went on, or is gone."""
    if not os.path.lexists(file.path):
        return _waits(file, "FileChanged", GONE)
    return _waits(file, "FileChanged" if reason is CHANGED else "BeingCopied", reason)


def _waits(file: FoundFile, error_type: str, reason: str) -> Outcome:
    return Outcome(file.shown, WAITING, file.sha256, error_type=error_type, reason=reason)
