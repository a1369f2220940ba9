"""Faults and hostile inputs: `python -m tests.chaos [--only NAME,NAME] [--rounds N] [--seed N]`.

Every trial works in a sandbox of its own under the folder for temporary files. Printed: the verdict, what was done,
what was seen. Ends with 1 where anything went other than it must.
"""

import argparse
import os
import tempfile
import time
import traceback
from collections.abc import Callable, Iterator
from functools import partial
from pathlib import Path
from random import Random

from tests.chaos import disks, hostile, killing, memory
from tests.chaos.trying import Verdict

Trial = Callable[[Path], Iterator[Verdict]]


def trials(rounds: int, seed: int) -> dict[str, Trial]:
    """Return the trials by name."""
    chance = Random(seed)
    return {
        "hostile": hostile.trial,
        "kill": partial(killing.trial, rounds=rounds, chance=chance),
        "kill-prefect": partial(killing.trial, rounds=max(1, rounds // 10), chance=chance, engine="prefect"),
        "interrupt": partial(killing.interrupted, chance=chance),
        "together": killing.together,
        "disk": disks.full,
        "store": disks.stores,
        "memory": memory.trial,
    }


def main() -> int:
    """Run the trials and print their verdicts."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--only", help="trials, separated by commas: " + ", ".join(trials(1, 1)))
    parser.add_argument("--rounds", type=int, default=30, help="how often a run is killed")
    parser.add_argument("--seed", type=int, default=1)
    options = parser.parse_args()
    chosen = trials(options.rounds, options.seed)
    if options.only:
        chosen = {name: chosen[name] for name in options.only.split(",")}
    bad, done = 0, 0
    for name, trial in chosen.items():
        started = time.monotonic()
        with tempfile.TemporaryDirectory(prefix=f"chaos-{name}-", ignore_cleanup_errors=True) as folder:
            for verdict in _carried_out(trial, Path(folder) / "place"):
                done, bad = done + 1, bad + (not verdict.good)
                seen = "".join(mark if mark.isprintable() else "?" for mark in verdict.seen)
                print(f"{'ok  ' if verdict.good else 'BAD '}  {verdict.what:<72}  {seen}", flush=True)
        print(f"      {name}: {time.monotonic() - started:.0f} s", flush=True)
    print(f"{done} verdicts, {bad} bad" + ("" if os.geteuid() == 0 else " (as root, more could be tried)"))
    return 1 if bad or not done else 0


def _carried_out(trial: Trial, folder: Path) -> Iterator[Verdict]:
    try:
        yield from trial(folder)
    except Exception as error:  # a trial that breaks off is a bad verdict, and the next one is carried out
        traceback.print_exc()
        yield Verdict("the trial itself", False, f"{type(error).__name__}: {error}")


if __name__ == "__main__":
    raise SystemExit(main())
