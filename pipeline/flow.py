"""The flow: one Prefect run per batch, one task run per document, no standing server.

Every document goes through `pipeline.steps.take_in`:

    read -> arrange -> repair -> recognise -> parse -> find -> resolve -> tabulate -> check

and what that gives is loaded in one transaction. Import this module only after `pipeline.settings.for_prefect`.
"""

from contextvars import ContextVar
from pathlib import Path

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import wait
from prefect.task_runners import ThreadPoolTaskRunner

from pipeline.accounting import Account, Listener, Outcome
from pipeline.running.ordering import Order
from pipeline.running.run import begun

listening: ContextVar[Listener | None] = ContextVar("listening", default=None)


@flow(name="sohoa", persist_result=False, validate_parameters=False)
def ingest_documents(paths: list[str], store_url: str, out: str, jobs: int, limit_seconds: float) -> Account:
    """Read, repair, extract and load the documents under the paths; return the account."""
    order = Order(tuple(map(Path, paths)), store_url, Path(out), jobs, "prefect", limit_seconds)
    with begun(order, listening.get()) as run:
        take = task(name="document", persist_result=False, cache_policy=NO_CACHE)(run.take)
        wait([take.submit(work) for work in run.sort_out().work])
        return run.account()


def ingest(order: Order, listener: Listener | None = None) -> Account:
    """Run the flow for an order, its documents read at most `order.jobs` at a time."""
    listening.set(listener)
    runner: ThreadPoolTaskRunner[Outcome] = ThreadPoolTaskRunner(max_workers=order.jobs)
    account: Account = ingest_documents.with_options(task_runner=runner)(  # type: ignore[arg-type]
        [str(path) for path in order.paths], order.store_url, str(order.out), order.jobs, order.limit_seconds
    )
    return account


@flow(name="sohoa-nightly", persist_result=False, validate_parameters=False)
def import_inbox(paths: list[str], store_url: str, out: str, jobs: int, limit_seconds: float) -> dict[str, int]:
    """Import an inbox once and write the report; return the figures of the account."""
    from pipeline.nightly import import_once

    order = Order(tuple(map(Path, paths)), store_url, Path(out), jobs, "prefect", limit_seconds)
    return import_once(order).counts()


def serve_import(order: Order, cron: str) -> None:
    """Serve the nightly import to a standing Prefect server, at most one run at a time."""
    parameters = {
        "paths": [str(path) for path in order.paths],
        "store_url": order.store_url,
        "out": str(order.out),
        "jobs": order.jobs,
        "limit_seconds": order.limit_seconds,
    }
    import_inbox.serve(name="nightly", cron=cron, limit=1, parameters=parameters)
