"""`sohoa ingest`: files and folders into the store."""

import os
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from models.errors import EnvironmentLacks
from pipeline.cli.options import DEFAULT_STORE, ByContent, Engine, Jobs, Limit, Out, Quiet, StoreUrl, Wait
from pipeline.cli.speaking import say
from pipeline.settings import DEFAULT_OUT, for_prefect

if TYPE_CHECKING:
    from pipeline.accounting import Account, Listener
    from pipeline.running.ordering import Order

ENGINES = ("prefect", "inline")


def ingest(
    paths: Annotated[list[Path], typer.Argument(help="Files and folders; folders recursively.", metavar="PATH...")],
    *,
    store: StoreUrl = DEFAULT_STORE,
    out: Out = DEFAULT_OUT,
    jobs: Jobs = 0,
    engine: Engine = "prefect",
    limit: Limit = 3600.0,
    quiet: Quiet = 0.0,
    wait: Wait = True,
    by_content: ByContent = False,
) -> int:
    """Read, OCR, repair, extract and load documents; print the account of the run.

    Example: sohoa ingest archive/ --store sqlite:///outputs/sohoa.db
    """
    missing = [path for path in paths if not os.path.lexists(path)]
    if missing:
        raise typer.BadParameter(f"not there: {', '.join(map(str, missing))}", param_hint="PATH")
    if engine not in ENGINES:
        raise typer.BadParameter(f"{engine!r} is none of {', '.join(ENGINES)}", param_hint="--engine")
    from pipeline.progress import print_account, progress
    from pipeline.running.ordering import Order
    from pipeline.store import open_store

    open_store(store).close()  # before the slow start of Prefect
    order = Order(tuple(paths), store, out, jobs or os.cpu_count() or 1, engine, limit, quiet, wait, by_content)
    with progress() as listener:
        account = _run(order, listener)
    print_account(account, out)
    return status_of(account)


def status_of(account: "Account") -> int:
    """Return the exit code that an account stands for."""
    from pipeline.accounting import FAILED

    if account.state == "interrupted":
        return 130
    lacking = (outcome for outcome in account.outcomes if outcome.error_type == EnvironmentLacks.__name__)
    if any(outcome.outcome == FAILED for outcome in lacking):
        say("sohoa: something is not installed; `sohoa doctor` says what")
        return 4
    return 3 if account.troubled() or account.held_back() else 0


def _run(order: "Order", listener: "Listener") -> "Account":
    if order.engine == "inline":
        from pipeline.running import inline

        return inline.ingest(order, listener)
    for_prefect(order.out)
    from pipeline import flow

    try:
        return flow.ingest(order, listener)
    except RuntimeError as error:
        if "Prefect API" not in str(error):
            raise
        advice = "try again when the machine is less busy, see `sohoa doctor`, or use --engine inline"
        raise EnvironmentLacks("Prefect's in-process server did not start", advice=advice) from error
