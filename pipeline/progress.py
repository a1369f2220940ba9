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
    kind = f"{outcome.error_type}: " if outcome.error_type else ""
    return f"{outcome.outcome}: {outcome.path}: {kind}{outcome.reason}"


def print_account(account: Account, out: Path) -> None:
    """Print the account of a run on stderr."""
    console = Console(stderr=True)
    table = Table(title=f"Run {account.run_id}, {account.state}", title_justify="left", min_width=48)
    table.add_column("outcome")
    table.add_column("files", justify="right")
    for name, number in account.counts().items():
        table.add_row(name, str(number))
    console.print(table)
    if partial := sum(outcome.partial() for outcome in account.outcomes):
        console.print(f"{partial} of them partial: pages of theirs could not be read, the account says which")
    console.print(f"account: {out / f'run-{account.run_id}.json'}", markup=False, soft_wrap=True)
