"""Documents that take all memory, or all time: they are set aside, the machine and the others do not notice."""

import resource
from collections.abc import Iterator
from pathlib import Path

from pipeline.running import worker
from pipeline.running.ordering import Order
from pipeline.running.run import begun
from pipeline.running.workers import Workers
from tests.chaos.trying import Verdict, letters, place, unsound

GREEDY = ("python", "native", "small")


def trial(folder: Path) -> Iterator[Verdict]:
    """Read allocation bombs among sound documents with workers bounded to a gigabyte."""
    here = place(folder)
    letters(here, 4)
    for name in (*GREEDY, "hang"):
        (here.inbox / f"{name}.txt").write_text(f"Điều 1. {name}\n", "utf-8")
    order = Order((here.inbox,), f"sqlite:///{here.store}", here.out, 2, "inline", 60.0)
    with begun(order) as run, Workers(1, limit_seconds=60.0, module="tests.chaos.greedy") as workers:
        run.workers = workers
        for work in run.sort_out().work:
            run.take(work)
        account = run.account()
    ends = {Path(outcome.path).stem: outcome for outcome in account.outcomes}
    for name in (*GREEDY, "hang"):
        end = ends[name]
        what = "time" if name == "hang" else f"memory ({name})"
        said = f"{end.error_type}: {end.reason}"
        yield Verdict(f"a document without end in {what}: TooLarge", end.error_type == "TooLarge", said)
    counts = account.counts()
    good = account.adds_up() and counts["loaded"] == 4
    yield Verdict("documents without end: the sound ones are loaded", good, str(counts))
    yield Verdict("documents without end: the store is sound", not unsound(here.store))
    peak = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / (1 << 20)
    yield Verdict("documents without end: no worker above 1.5 GiB", peak < 1.5, f"peak {peak:.2f} GiB")
    before = resource.getrlimit(resource.RLIMIT_DATA)
    bound = worker.bound_memory()
    resource.setrlimit(resource.RLIMIT_DATA, before)
    good = worker.LEAST_BYTES <= bound <= worker.MOST_BYTES
    yield Verdict("the bound of a worker on this machine", good, f"{bound / (1 << 30):.1f} GiB")
