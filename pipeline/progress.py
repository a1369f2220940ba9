"""What a run shows while it goes and when it ends, on stderr: a bar on a terminal, plain lines in a log file."""

import sys
import threading
import time
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import timedelta
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, Progress, ProgressColumn, Task, TextColumn
from rich.table import Table
from rich.text import Text

from pipeline.accounting import FAILED, QUARANTINED, WAITING, Account, Listener, Outcome
from pipeline.efforts import Effort
from pipeline.report.wording import labels, plain_name, trouble
from pipeline.settings import shell_language

_LOG_EVERY_SECONDS = 30.0
_DOUBT = 10.0
"""Seconds of work of a kind after which its own pace counts as much as that of all kinds."""


@contextmanager
def progress() -> Iterator[Listener]:
    """Yield a listener that shows how far a run is and how long it will take."""
    console = Console(stderr=True)
    if not console.is_terminal:
        with _Log() as log:
            yield log
        return
    count = TextColumn("{task.fields[done]}/{task.fields[found]}", style="progress.percentage")
    name, at = TextColumn("{task.description}"), TextColumn("{task.fields[at]}", markup=False)
    going = Going()
    with Progress(name, BarColumn(), count, _Left(going), at, console=console) as shown:
        yield _Bar(shown, going)


class Going:
    """How far a run is: files done of those found, seconds of work done and left, and what is being read since when.

    The work of each kind goes by its own pace as that shows: scans come first, and are slower than thought or faster.
    """

    def __init__(self) -> None:
        self.found = self.done = 0
        self._efforts: dict[str, Effort] = {}
        self._thought: defaultdict[str, float] = defaultdict(float)
        self._ended: defaultdict[str, float] = defaultdict(float)
        self._took: defaultdict[str, float] = defaultdict(float)
        self._reading: dict[str, float] = {}
        self._since = time.monotonic()

    def works(self, efforts: Mapping[str, Effort]) -> None:
        """Note what is to be read, or what more; the clock starts with the first."""
        if not self._efforts:
            self._since = time.monotonic()
        self._efforts |= efforts
        self._thought.clear()
        for effort in self._efforts.values():
            self._thought[effort.kind] += effort.seconds

    def takes(self, path: str) -> None:
        """Note that a file is being read."""
        self._reading[path] = time.monotonic()

    def settled(self, outcome: Outcome) -> None:
        """Note what became of a file."""
        self._reading.pop(outcome.path, None)
        if outcome.outcome == WAITING:
            return
        self.done += 1
        if effort := self._efforts.get(outcome.path):
            self._ended[effort.kind] += effort.seconds
            self._took[effort.kind] += outcome.seconds

    def work(self) -> tuple[float, float]:
        """Return the seconds of work that are done, and those that are done and left."""
        took = sum(self._took.values())
        overall = took / sum(self._ended.values()) if took else 1.0
        done = whole = 0.0
        for kind, thought in self._thought.items():
            ended = self._ended[kind]
            pace = (self._took[kind] + overall * _DOUBT) / (ended + _DOUBT) if took else 1.0
            done, whole = done + ended * pace, whole + thought * pace
        return done, whole

    def seconds_left(self) -> float | None:
        """Return how long the rest will take if it goes on as it did until now; None before the first file is done.

        The clock goes on while one file takes long: the time left grows with it, and does not stay what it was.
        """
        done, whole = self.work()
        if not done:
            return None
        return (time.monotonic() - self._since) / done * (whole - done)

    def longest(self) -> tuple[str, float] | None:
        """Return the file that is being read for the longest time, and for how many seconds."""
        if not self._reading:
            return None
        path = min(self._reading, key=self._reading.__getitem__)
        return path, time.monotonic() - self._reading[path]


class _Left(ProgressColumn):
    """The time left. That of the library goes by the last half minute, and documents differ by a thousand times."""

    def __init__(self, going: Going) -> None:
        super().__init__()
        self._going = going

    def render(self, task: Task) -> Text:
        left = self._going.seconds_left()
        return Text("-:--:--" if left is None else str(timedelta(seconds=round(left))), style="progress.remaining")


class _Bar(Listener):
    def __init__(self, shown: Progress, going: Going) -> None:
        self._shown = shown
        self._going = going
        self._task = shown.add_task(_label("finding"), total=None, done=0, found="?", at="")

    def shares(self, others: Sequence[str]) -> None:
        self._print(_sharing(others), "yellow")

    def waits(self, holder: str) -> None:
        self._print(_waiting(holder), "yellow")

    def rests(self, files: int) -> None:
        self._print(_resting(files))

    def begins(self, found: int) -> None:
        self._going.found = found
        self._shown.update(self._task, found=found, description=_label("files_at_work"))

    def works(self, efforts: Mapping[str, Effort]) -> None:
        self._going.works(efforts)
        self._draw()

    def takes(self, path: str) -> None:
        self._going.takes(path)
        self._name()

    def settled(self, outcome: Outcome) -> None:
        if _is_trouble(outcome):
            self._print(_trouble(outcome), "red" if outcome.outcome == FAILED else "yellow")
        self._going.settled(outcome)
        self._draw()
        self._name()

    def stops(self) -> None:
        self._print(_label("stopping"))

    def _draw(self) -> None:
        done, whole = self._going.work()
        self._shown.update(self._task, total=whole or 1, completed=done if whole else 1, done=self._going.done)

    def _print(self, line: str, style: str | None = None) -> None:
        self._shown.console.print(line, markup=False, highlight=False, soft_wrap=True, style=style)

    def _name(self) -> None:
        longest = self._going.longest()
        self._shown.update(self._task, at=_shortened(plain_name(Path(longest[0]).name)) if longest else "")


class _Log(Listener):
    """A line per trouble, and every half minute one that says how far the run is and what it is busy with."""

    def __init__(self) -> None:
        self._going = Going()
        self._ended = threading.Event()
        self._lock = threading.Lock()

    def __enter__(self) -> "_Log":
        threading.Thread(target=self._tell_on, daemon=True).start()
        return self

    def __exit__(self, *_: object) -> None:
        self._ended.set()

    def shares(self, others: Sequence[str]) -> None:
        self._say(_sharing(others))

    def waits(self, holder: str) -> None:
        self._say(_waiting(holder))

    def rests(self, files: int) -> None:
        self._say(_resting(files))

    def begins(self, found: int) -> None:
        self._going.found = found
        self._say(f"{found} {_label('files_found')}")

    def works(self, efforts: Mapping[str, Effort]) -> None:
        with self._lock:
            self._going.works(efforts)

    def takes(self, path: str) -> None:
        with self._lock:
            self._going.takes(path)

    def settled(self, outcome: Outcome) -> None:
        with self._lock:
            self._going.settled(outcome)
        if _is_trouble(outcome):
            self._say(_trouble(outcome))

    def stops(self) -> None:
        self._say(_label("stopping"))

    def _tell_on(self) -> None:
        # A thread of its own: a document that takes an hour is to be told of while it does, not when it is over.
        while not self._ended.wait(_LOG_EVERY_SECONDS):
            with self._lock:
                line = how_far(self._going)
            if line:
                self._say(line)

    def _say(self, line: str) -> None:
        print(line, file=sys.stderr, flush=True)


def how_far(going: Going) -> str:
    """Return the line of a log that says how far a run is; nothing where none is under way."""
    longest, left = going.longest(), going.seconds_left()
    if longest is None:
        return ""
    minutes = f", {_label('about')} {max(1, round(left / 60))} {_label('minutes_left')}" if left is not None else ""
    at = f"{plain_name(Path(longest[0]).name)} ({longest[1]:.0f} s)"
    return f"{going.done} {_label('of')} {going.found} {_label('done')}{minutes}; {_label('being_read')} {at}"


def _sharing(others: Sequence[str]) -> str:
    return f"{_label('sharing')}: {', '.join(others)}"


def _waiting(holder: str) -> str:
    who = holder.replace("process", _label("process")).replace("since", _label("since"))
    return f"{_label('held')}{f' ({who})' if who else ''}. {_label('held_advice')}"


def _resting(files: int) -> str:
    return f"{files} {_label('resting')}"


def _shortened(name: str, width: int = 32) -> str:
    return name if len(name) <= width else f"{name[: width // 2 - 1]}…{name[-(width // 2) :]}"


def _is_trouble(outcome: Outcome) -> bool:
    return outcome.outcome in (QUARANTINED, FAILED) or outcome.partial() or outcome.held_back()


def _trouble(outcome: Outcome) -> str:
    language = shell_language()
    kind = f"{trouble(outcome.error_type)[language]}: " if outcome.error_type else ""
    return f"{_label(outcome.outcome)}: {plain_name(outcome.path)}: {kind}{trouble(outcome.reason)[language]}"


def _label(key: str) -> str:
    return labels()[key][shell_language()]


def print_account(account: Account, out: Path) -> None:
    """Print the account of a run on stderr, and how to go on where it was interrupted."""
    console = Console(stderr=True, highlight=False)
    title = f"{_label('run')} {account.run_id}, {_label(account.state)}"
    table = Table(title=title, title_justify="left", min_width=48)
    table.add_column(_label("outcome"))
    table.add_column(_label("n_files"), justify="right")
    for name, number in account.counts().items():
        table.add_row(_label(name), str(number))
    console.print(table)
    if partial := sum(outcome.partial() for outcome in account.outcomes):
        console.print(f"{partial} {_label('n_partial')}")
    console.print(f"{_label('account_file')}: {out / f'run-{account.run_id}.json'}", markup=False, soft_wrap=True)
    if account.state == "interrupted":
        console.print(_label("go_on"), markup=False, soft_wrap=True)
    elif account.held_back():
        console.print(_label("go_on_later"), markup=False, soft_wrap=True)
