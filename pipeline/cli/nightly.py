"""`sohoa nightly`: the scheduled import."""

import os
import sys
from pathlib import Path
from typing import Annotated

import typer

from pipeline.cli.ingest import ENGINES, status_of
from pipeline.cli.options import DEFAULT_STORE, ByContent, Engine, Jobs, Limit, Out, Quiet, StoreUrl
from pipeline.settings import DEFAULT_OUT, for_prefect, shell_language


def nightly(
    *,
    inbox: Annotated[Path, typer.Option(help="Folder to import.", file_okay=False)] = Path("inbox"),
    store: StoreUrl = DEFAULT_STORE,
    out: Out = DEFAULT_OUT,
    cron: Annotated[str, typer.Option(help="When, local time: minute hour day month weekday.")] = "0 2 * * *",
    once: Annotated[bool, typer.Option("--once", help="Import now, once, and end: for cron or systemd.")] = False,
    jobs: Jobs = 0,
    engine: Engine = "prefect",
    limit: Limit = 3600.0,
    quiet: Quiet = 30.0,
    by_content: ByContent = False,
) -> int:
    """Import the inbox every night, at most one import at a time, and write the report.

    Example: sohoa nightly --inbox /srv/inbox --cron "0 2 * * *"
    """
    _check(inbox, engine, cron)
    if engine == "prefect":
        for_prefect(out)
    from pipeline.nightly import import_once, serve
    from pipeline.nights import nights
    from pipeline.progress import print_account, progress
    from pipeline.report.wording import alarm, label
    from pipeline.running.ordering import Order

    order = Order((inbox,), store, out, jobs or os.cpu_count() or 1, engine, limit, quiet, True, by_content)
    if not once:
        return serve(order, cron)
    with progress() as listener:
        account = import_once(order, listener)
    print_account(account, out)
    for raised in nights(out)[-1].alarms:
        print(f"{label('alarms')}: {alarm(raised)[shell_language()]}", file=sys.stderr)
    return status_of(account)


def _check(inbox: Path, engine: str, cron: str) -> None:
    """Raise typer.BadParameter where an option cannot be."""
    if not inbox.is_dir():
        raise typer.BadParameter(f"{inbox} is no folder", param_hint="--inbox")
    if engine not in ENGINES:
        raise typer.BadParameter(f"{engine!r} is none of {', '.join(ENGINES)}", param_hint="--engine")
    from pipeline.cron import read_cron

    try:
        read_cron(cron)
    except ValueError as error:
        raise typer.BadParameter(str(error), param_hint="--cron") from error
