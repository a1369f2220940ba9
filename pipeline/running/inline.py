"""The engine without Prefect: the same run, its documents handed out by a pool of threads."""

from concurrent.futures import ThreadPoolExecutor

from pipeline.accounting import Account, Listener
from pipeline.running.ordering import Order
from pipeline.running.run import begun


def ingest(order: Order, listener: Listener | None = None) -> Account:
    """Read, repair, extract and load what the order names; return the account."""
    with begun(order, listener) as run:
        with ThreadPoolExecutor(order.jobs) as pool:
            for some in run.rounds():
                list(pool.map(run.take, some))
        return run.account()
