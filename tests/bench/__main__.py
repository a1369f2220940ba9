"""All benchmarks, each small enough that they end within some twenty minutes on two cores.

    python -m tests.bench                    on composed material alone
    python -m tests.bench --corpus DIR       on sound text too: `*.txt.xz`, one paragraph a line
    python -m tests.bench --only repair,routes

Ends with 1 where one of them does.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import time
from pathlib import Path

BENCHMARKS: dict[str, tuple[str, ...]] = {
    "legacy": ("--documents", "100"),
    "routes": ("--each", "100"),
    "repair": (),
    "slips": (),
    "restorers": ("--documents", "1"),
    "triage": (),
    "entities": (),
    "extraction": (),
    "faults": ("--each", "2"),
    "paces": (),
    "speed": (),
    "table_texts": (),
    "volume": ("--pages", "300"),
    "tables": ("--each", "1"),
    "reading": ("--pages", "22"),
}
"""Name and options, the quick ones first."""

CORPUS = ("legacy", "repair", "triage")
"""Those that take a corpus of real text instead of composed lines."""


def main() -> int:
    """Run the benchmarks one after the other."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, help="folder of *.txt.xz")
    parser.add_argument("--only", help="benchmarks, separated by commas: " + ", ".join(BENCHMARKS))
    options = parser.parse_args()
    bad = []
    for name in options.only.split(",") if options.only else BENCHMARKS:
        print(f"\n== {name}", flush=True)
        if name in CORPUS and not options.corpus:
            print("on composed lines; on real text with a folder of *.txt.xz: make bench CORPUS=DIR", flush=True)
        more = _corpus(name, options.corpus) if options.corpus and name in CORPUS else []
        started = time.monotonic()
        command = ["nice", "-n", "5", sys.executable, "-m", f"tests.bench.{name}", *BENCHMARKS[name], *more]
        environment = os.environ | {"OMP_THREAD_LIMIT": "1", "OMP_NUM_THREADS": "1"}
        with tempfile.TemporaryDirectory(prefix="sohoa-bench-") as folder:
            status = subprocess.run(command, env=environment | {"TMPDIR": folder}).returncode
        print(f"   {name}: {time.monotonic() - started:.0f} s, status {status}", flush=True)
        bad += [name] if status else []
    print(f"\nended with a fault: {', '.join(bad)}" if bad else "\nall ended well")
    return 1 if bad else 0


def _corpus(name: str, folder: Path) -> list[str]:
    """Return the option of a benchmark: repair takes one file, the others the folder."""
    if name != "repair":
        return ["--corpus", str(folder)]
    files = sorted(folder.glob("*.txt.xz"))
    return ["--corpus", str(files[0])] if files else []


if __name__ == "__main__":
    raise SystemExit(main())
