"""Measures what a born-digital page costs beside a scanned one, in one run: seconds of processor time a page.

    python -m tests.bench.paces --pages 12
    python -m tests.bench.paces --digital FILE... --scans FILE...    the same on your own PDFs

Without files the same composed pages are read as PDFs with their text and as scans of 200 dpi. Loading does not count;
all that the reading starts does. Ends with 1 below thirty times.
"""

import argparse
import os
import resource
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

os.environ.setdefault("OMP_THREAD_LIMIT", "1")
LEAST = 30
"""How many times as fast a born-digital page must be read."""


def cost(files: Sequence[Path], rounds: int = 1) -> tuple[int, float]:
    """Return the number of pages of files and the processor seconds that one takes, the least of some rounds."""
    from extractors.arranging import arrange
    from extractors.reading import ReadingOptions, identify, read

    options, times, count = ReadingOptions(apart=False), [], 0
    for _ in range(rounds):
        before, count = _busy(), 0
        for path in files:
            pages = read(identify(path), options)
            arrange(pages)
            count += len(pages)
        times.append((_busy() - before) / max(count, 1))
    return count, min(times)


def _busy() -> float:
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return time.process_time() + children.ru_utime + children.ru_stime


def main() -> int:
    """Measure and print; returns the exit status."""
    from tests.bench.pages import make
    from tests.bench.reading import pages_of

    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--pages", type=int, default=12)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--digital", type=Path, nargs="+", metavar="PDF")
    parser.add_argument("--scans", type=Path, nargs="+", metavar="PDF")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as scratch:
        folders = {name: Path(scratch) / name for name in ("digital", "plain")}
        for name, folder in folders.items():
            make(folder, options.seed, options.pages, [name])
        digital = options.digital or pages_of(folders["digital"])
        scans = options.scans or pages_of(folders["plain"])
        cost(pages_of(folders["digital"])[:2])
        cost(pages_of(folders["plain"])[:1])
        count, quick = cost(digital, rounds=3)
        number, slow = cost(scans)
    print(f"born-digital {count:4d} pages   {1000 * quick:8.1f} ms of processor time a page")
    print(f"scanned      {number:4d} pages   {1000 * slow:8.1f} ms, {slow / quick:.0f} times as much")
    return 0 if slow >= LEAST * quick else 1


if __name__ == "__main__":
    raise SystemExit(main())
