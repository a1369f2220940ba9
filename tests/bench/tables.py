"""Measures tables read as cells, by kind of table and by rendering; beside them pdfplumber's plain extract_tables.

    python -m tests.bench.tables --each 2 --seed 1               makes documents, reads them, prints cell F1
    python -m tests.bench.tables --dir DIR --rendering digital   reads documents made before

A cell is right where it stands in its row and column and nine tenths of its letters are right. Rows are paired by
likeness; a table that goes over pages is one table, its repeated head counts once (so for every engine). `none` are
decisions without tables: of them the cells that were made up are counted. Ends with 1 below a floor.
"""

import argparse
import json
import multiprocessing
import os
import tempfile
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable
from functools import partial
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pdfplumber

from tests.bench.alignment import cells_f1
from tests.bench.table_pages import KINDS, RENDERINGS, make

Tables = list[list[list[str]]]
Counts = tuple[int, int, int]

ALIKE = str.maketrans("АВЕКМНОРСТХІаеосрхуі", "ABEKMHOPCTXIaeocpxyi")
FLOORS = {"digital": 0.95, "clean": 0.85, "worn": 0.85, "low": 0.85}
"""Mean cell F1 of the kinds that a rendering must reach."""


def sohoa(path: Path) -> Tables:
    """Read, arrange and repair as this program does, tables joined over pages as the extractors have them."""
    from extractors.arranging import arrange
    from extractors.curriculum.grids import Grid, grids
    from extractors.printed_labels import printed_labels
    from extractors.reading import identify, read
    from normalizers.repair import repair_text

    text, _ = repair_text(arrange(read(identify(path))), printed_labels("vi"))

    def full(grid: Grid) -> list[list[str]]:
        kept = grid.kept or tuple(range(grid.width))
        rows = []
        for row in grid.rows:
            cells = [""] * max(grid.full, len(kept))
            for column, place in zip(kept, row, strict=True):
                cells[column] = "" if place.merged else place.text
            rows.append(cells)
        return rows

    document: Any = SimpleNamespace(text=text)
    return [full(grid) for grid in grids(document)]


def plumber(path: Path) -> Tables:
    """Read as pdfplumber does by itself."""
    with pdfplumber.open(path) as document:
        found = [table for page in document.pages for table in page.extract_tables()]
    return [[[" ".join((cell or "").split()) for cell in row] for row in table] for table in found]


READERS: dict[str, Callable[[Path], Tables]] = {"sohoa": sohoa, "pdfplumber": plumber}


def read_one(reader: str, path: Path) -> tuple[str, Tables]:
    """Return the name of a file and its tables; none where the reader fails."""
    try:
        return path.name, READERS[reader](path)
    except Exception as problem:  # a page that stops one reader must not stop the measurement
        print(f"{reader}: {path.name}: {type(problem).__name__}: {problem}", flush=True)
        return path.name, []


def measure(folder: Path, reader: str, *, renderings: Iterable[str], jobs: int) -> dict[tuple[str, str], Counts]:
    """Return (right, wanted, said) cells by kind and rendering."""
    files = [p for p in sorted(folder.glob("*.pdf")) if p.name.split("_")[0] in set(renderings)]
    sums: dict[tuple[str, str], Counts] = defaultdict(lambda: (0, 0, 0))
    with multiprocessing.Pool(jobs) as pool:
        for name, tables in pool.imap_unordered(partial(read_one, reader), files):
            gold = json.loads((folder / name).with_suffix(".json").read_text("utf-8"))
            right, wanted, said = cells_f1(_folded(gold["tables"]), _folded(tables))
            a, b, c = sums[gold["kind"], gold["rendering"]]
            sums[gold["kind"], gold["rendering"]] = (a + right, b + wanted, c + said)
    return dict(sums)


def _folded(tables: Tables) -> Tables:
    """Return tables with Cyrillic letters that look like Latin ones as those: on paper they are the same."""
    return [[[cell.translate(ALIKE) for cell in row] for row in table] for table in tables]


def f1(counts: Iterable[Counts]) -> float:
    """Return F1 of (right, wanted, said) added up."""
    right, wanted, said = (sum(column) for column in zip(*counts, strict=True))
    return 2 * right / (wanted + said) if wanted + said else 1.0


def report(results: dict[str, dict[tuple[str, str], Counts]]) -> tuple[str, bool]:
    """Return what is printed, and whether every floor is reached."""
    columns = [(reader, r) for reader, sums in results.items() for r in RENDERINGS if any(k[1] == r for k in sums)]
    lines = [f"{'cell F1':12s}" + "".join(f"{reader + ' ' + r:>20s}" for reader, r in columns)]
    for kind in KINDS:
        row = f"{kind:12s}"
        for reader, rendering in columns:
            counts = results[reader].get((kind, rendering))
            made_up = f"{counts[2]} made up" if counts and kind == "none" else ""
            row += f"{made_up or (f'{f1([counts]):.3f}' if counts else '-'):>20s}"
        lines.append(row)
    means = {c: _mean(results[c[0]], {c[1]}) for c in columns}
    lines.append(f"{'mean':12s}" + "".join(f"{means[c]:20.3f}" for c in columns))
    scans = {r for _, r in results.get("sohoa", {}) if r != "digital"}
    if scans:
        lines.append(f"sohoa, mean of all scans: {_mean(results['sohoa'], scans):.3f}")
    return "\n".join(lines), all(means[c] >= FLOORS[c[1]] for c in columns if c[0] == "sohoa")


def _mean(sums: dict[tuple[str, str], Counts], renderings: Collection[str]) -> float:
    """Return the mean of the kinds' F1: a kind of large tables weighs no more than one of small ones."""
    found = [f1([n]) for (kind, rendering), n in sums.items() if rendering in renderings and kind != "none"]
    return sum(found) / len(found) if found else 0.0


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dir", type=Path, help="documents made before")
    parser.add_argument("--each", type=int, default=2, help="documents per kind and rendering")
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--rendering", default=",".join(RENDERINGS), help="renderings, separated by commas")
    parser.add_argument("--jobs", type=int, default=2)
    options = parser.parse_args()
    os.environ.setdefault("OMP_THREAD_LIMIT", "1")
    chosen = tuple(options.rendering.split(","))
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.dir or Path(scratch)
        if not options.dir:
            make(folder, options.seed, options.each, only=chosen)
        results = {"sohoa": measure(folder, "sohoa", renderings=chosen, jobs=options.jobs)}
        if "digital" in chosen:
            results["pdfplumber"] = measure(folder, "pdfplumber", renderings=("digital",), jobs=options.jobs)
    said, good = report(results)
    print(said)
    return 0 if good else 1


if __name__ == "__main__":
    raise SystemExit(main())
