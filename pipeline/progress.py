"""What a run shows while it goes and when it ends, on stderr: a bar on a terminal, plain lines in a log file."""

import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn
from rich.table import Table

from pipeline.accounting import FAILED, QUARANTINED, Account, Listener, Outcome
from pipeline.report.wording import labels, shell_language, trouble

_LOG_EVERY_SECONDS = 30.0


@contextmanager
def progress() -> Iterator[Listener]:
    """Yield a listener that shows how far a run is and how long it will take."""
    console = Console(stderr=True)
    if not console.is_terminal:
        yield _Log()
        return
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=console) as shown:
        yield _Bar(shown)


class _Bar(Listener):
    def __init__(self, shown: Progress) -> None:
        self._shown = shown
        self._task = shown.add_task("finding files", total=None)

    def begins(self, found: int) -> None:
        self._shown.update(self._task, total=found, description="documents")

    def settled(self, outcome: Outcome) -> None:
        if outcome.outcome in (QUARANTINED, FAILED) or outcome.partial():
            self._shown.console.print(_trouble(outcome), markup=False, soft_wrap=True)
        self._shown.advance(self._task)


class _Log(Listener):
    """A line per trouble, and one every half minute with the time left."""

    def __init__(self) -> None:
        self._found = self._done = 0
        self._started = self._said = time.monotonic()

    def begins(self, found: int) -> None:
        self._found = found
        self._started = self._said = time.monotonic()
        print(f"{found} files found", file=sys.stderr, flush=True)

    def settled(self, outcome: Outcome) -> None:
        self._done += 1
        if outcome.outcome in (QUARANTINED, FAILED) or outcome.partial():
            print(_trouble(outcome), file=sys.stderr, flush=True)
        now = time.monotonic()
        if now - self._said >= _LOG_EVERY_SECONDS:
            self._said = now
            left = (now - self._started) / self._done * (self._found - self._done)
            print(f"{self._done} of {self._found} done, about {left / 60:.0f} min left", file=sys.stderr, flush=True)


def _trouble(outcome: Outcome) -> str:
    language = shell_language()
    kind = f"{trouble(outcome.error_type)[language]}: " if outcome.error_type else ""
    return f"{_label(outcome.outcome)}: {outcome.path}: {kind}{trouble(outcome.reason)[language]}"


def _label(key: str) -> str:
    return labels()[key][shell_language()]


def print_account(account: Account, out: Path) -> None:
    """Print the account of a run on stderr."""
    console = Console(stderr=True)
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
