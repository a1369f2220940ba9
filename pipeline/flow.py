"""The flow: one Prefect run per batch, one task run per document, no standing server.

Every document goes through `pipeline.steps.take_in`:

    read -> arrange -> repair -> recognise -> parse -> find -> resolve -> tabulate -> check

and what that gives is loaded in one transaction. Import this module only after `pipeline.settings.for_prefect`.
"""

from contextvars import ContextVar
from typing import Any

from prefect import flow, task
from prefect.cache_policies import NO_CACHE
from prefect.futures import wait
from prefect.server.api import server
from prefect.task_runners import ThreadPoolTaskRunner

from pipeline.accounting import Account, Listener, Outcome
from pipeline.running.ordering import Order, ordered
from pipeline.running.orphans import Apart, servers_end_with_us
from pipeline.running.run import begun

# A Ctrl-C goes to all of a terminal's processes. It is for the run, which ends softly and needs its server until then.
server.subprocess = Apart()  # type: ignore[assignment]

listening: ContextVar[Listener | None] = ContextVar("listening", default=None)


@flow(name="sohoa", persist_result=False, validate_parameters=False)
def ingest_documents(order: dict[str, Any]) -> Account:
    """Read, repair, extract and load the documents of an order, as `Order.spelled` has it; return the account."""
    with begun(ordered(order), listening.get()) as run:
        take = task(name="document", persist_result=False, cache_policy=NO_CACHE)(run.take)
        for some in run.rounds():
            wait([take.submit(work) for work in some])
        return run.account()


def ingest(order: Order, listener: Listener | None = None) -> Account:
    """Run the flow for an order, its documents read at most `order.jobs` at a time."""
    listening.set(listener)
    servers_end_with_us()
    runner: ThreadPoolTaskRunner[Outcome] = ThreadPoolTaskRunner(max_workers=order.jobs)
    account: Account = ingest_documents.with_options(task_runner=runner)(order.spelled())  # type: ignore[arg-type]
    return account


@flow(name="sohoa-nightly", persist_result=False, validate_parameters=False)
def import_inbox(order: dict[str, Any]) -> dict[str, int]:
    """Import an inbox once and write the report; return the figures of the account."""
    from pipeline.nightly import import_once

    return import_once(ordered(order)).counts()


def serve_import(order: Order, cron: str) -> None:
    """Serve the nightly import to a standing Prefect server, at most one run at a time."""
    import_inbox.serve(name="nightly", cron=cron, limit=1, parameters={"order": order.spelled()})
