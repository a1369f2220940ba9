"""The nightly import: the inbox read by the flow at its hour, the report written after it, never two at a time."""

from __future__ import annotations

import os
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path

from pipeline.accounting import Account, Listener
from pipeline.cron import Cron, read_cron
from pipeline.nights import nights, write_down
from pipeline.report import write_report
from pipeline.report.wording import label
from pipeline.running.holding import locked
from pipeline.running.ordering import Order
from pipeline.store import open_store


@contextmanager
def alone(out: Path) -> Iterator[None]:
    """Hold the lock of an output folder, which goes with its process; raises AlreadyRunning where another holds it."""
    out.mkdir(parents=True, exist_ok=True)
    with locked(out / ".sohoa.lock", where=str(out)):
        yield


def import_once(order: Order, listener: Listener | None = None) -> Account:
    """Read the inbox, write down how it went, and write the report; raises AlreadyRunning."""
    began = datetime.now()
    with alone(order.out):
        if order.engine == "inline":
            from pipeline.running.inline import ingest
        else:
            from pipeline.flow import ingest
        account = ingest(order, listener)
        store = open_store(order.store_url)
        try:
            write_down(store, order.out, account, began)
            write_report(store, order.out)
        finally:
            store.close()
        return account


def serve(order: Order, cron: str) -> int:
    """Import at every cron time, local clock, each in a process of its own, until stopped; return an exit code.

    With a Prefect server at hand (PREFECT_API_URL) the flow is a deployment of that server, at most one run at a time.
    Without one the clock is ours: Prefect's in-process server does not schedule. What was missed while the machine was
    off is made up for at once.
    """
    times = read_cron(cron)
    if order.engine == "prefect" and os.environ.get("PREFECT_API_URL"):
        from pipeline.flow import serve_import

        serve_import(order, cron)
        return 0
    missed = missed_time(times, order.out, datetime.now())
    while True:
        if missed:
            _say(f"{label('missed')} {missed:%Y-%m-%d %H:%M}")
            missed = None
        else:
            due = times.after(datetime.now())
            _say(f"{label('next_import')} {due:%Y-%m-%d %H:%M}")
            _sleep_until(due)
        status = _import_in_a_process(order)
        _say(f"{label('import_ended')} {status}; {label('report_at')}: {order.out / 'report.html'}")


def missed_time(times: Cron, out: Path, moment: datetime) -> datetime | None:
    """Return when an import was due last, if none has come to its end since; None where none was ever made."""
    whole = [night.began for night in nights(out) if night.state == "finished"]
    if not nights(out):
        return None
    due = times.before(moment)
    return due if not whole or datetime.fromisoformat(whole[-1]) < due else None


def _sleep_until(due: datetime) -> None:
    # In short steps: a laptop's sleep or a corrected clock must not move the hour.
    while (left := (due - datetime.now()).total_seconds()) > 0:
        time.sleep(min(left, 20.0))


def _import_in_a_process(order: Order) -> int:
    command = [sys.executable, "-c", "from pipeline.cli import main; main()", "nightly", "--once"]
    command += [part for path in order.paths for part in ("--inbox", str(path))]
    command += ["--store", order.store_url, "--out", str(order.out), "--engine", order.engine]
    command += ["--jobs", str(order.jobs), "--limit", str(order.limit_seconds), "--quiet", str(order.quiet_seconds)]
    command += ["--by-content"] * order.by_content
    child = subprocess.Popen(command, stdin=subprocess.DEVNULL)
    try:
        return child.wait()
    except KeyboardInterrupt:  # the import ends softly: what it has loaded is accounted for, the rest waits
        child.terminate()
        child.wait()
        raise


def _say(what: str) -> None:
    print(f"{datetime.now():%Y-%m-%d %H:%M:%S} {what}", file=sys.stderr, flush=True)
