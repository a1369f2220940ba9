"""Measures reading side by side: sohoa, plain Tesseract, OCRmyPDF.

    python -m tests.bench.reading --pages 44 --seed 1        makes pages, reads them, prints the figures
    python -m tests.bench.reading --dir DIR --engines sohoa  reads pages made before
    python -m tests.bench.reading --speed SCAN...            reads your own scans, one page at a time, and prints speeds

Prints character error rate (CER), diacritic error rate (DER), table cell F1, pages per second and peak memory by
engine, CER by degradation, and routes. Pictures of the worst pages before and after go to outputs/bench/.
"""

import argparse
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path
from typing import Any

import pypdfium2

from extractors.reading.processes.pool import dismiss
from tests.bench.alignment import Errors, cells_f1, errors
from tests.bench.engines import ENGINES
from tests.bench.pages import DEGRADATIONS, make

ROOT = Path(__file__).resolve().parents[2]
Results = dict[str, Any]


def worker(engine: str, folder: Path, out: Path) -> None:
    """Read every page of a folder with one engine and write readings, seconds and peak memory as JSON."""
    readings: Results = {}
    for path in pages_of(folder):
        start = time.perf_counter()
        try:
            reading = ENGINES[engine](path)
            entry = {"text": reading.text, "tables": reading.tables, "routes": reading.routes}
        except Exception as problem:  # a page that stops one engine must not stop the measurement
            entry = {"text": "", "tables": [], "routes": [], "problem": f"{type(problem).__name__}: {problem}"}
        readings[path.name] = {**entry, "seconds": time.perf_counter() - start}
    dismiss()  # what the processes that read pages have used counts once they have ended
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    memory = max(_own_peak(), used[1].ru_maxrss) / 1024
    busy = sum(one.ru_utime + one.ru_stime for one in used)
    out.write_text(json.dumps({"pages": readings, "memory": memory, "busy": busy}, ensure_ascii=False), "utf-8")


def _own_peak() -> int:
    """Return the peak memory of this process in KiB; `ru_maxrss` has the peak of the process that started it in it."""
    status = Path("/proc/self/status").read_text("ascii")
    return next(int(line.split()[1]) for line in status.splitlines() if line.startswith("VmHWM"))


def pages_of(folder: Path) -> list[Path]:
    """Return the page files of a folder."""
    return sorted(path for path in folder.iterdir() if path.suffix in (".pdf", ".jpg"))


def run(engine: str, folder: Path) -> Results:
    """Run a worker in its own process, so that its memory is its own; returns what it wrote."""
    with tempfile.TemporaryDirectory() as scratch:
        out = Path(scratch) / "readings.json"
        command = [
            sys.executable,
            "-m",
            "tests.bench.reading",
            "--worker",
            engine,
            "--dir",
            str(folder),
            "--to",
            str(out),
        ]
        subprocess.run(command, cwd=ROOT, check=True)
        loaded: Results = json.loads(out.read_text("utf-8"))
    return loaded


def judge(folder: Path, results: Results) -> Results:
    """Return the figures of one engine: errors by degradation, table cells, routes, speed, memory."""
    by: dict[str, Errors] = {}
    cells, routes, problems = [0, 0, 0], [0, 0], []
    for name, entry in results["pages"].items():
        gold = json.loads((folder / name).with_suffix(".json").read_text("utf-8"))
        kind = gold["degradation"]
        by[kind] = by.get(kind, Errors()) + errors(gold["segments"], entry["text"])
        if gold["tables"]:
            cells = [a + b for a, b in zip(cells, cells_f1(gold["tables"], entry["tables"]), strict=True)]
        routes[0] += bool(entry["routes"]) and all(route in gold["routes"] for route in entry["routes"])
        routes[1] += 1
        if "problem" in entry:
            problems.append(f"{name}: {entry['problem']}")
    seconds = sum(entry["seconds"] for entry in results["pages"].values())
    return {"by": by, "cells": cells, "routes": routes, "problems": problems, "memory": results["memory"],
            "speed": len(results["pages"]) / seconds if seconds else 0.0,
            "thrift": len(results["pages"]) / results["busy"] if results.get("busy") else 0.0}  # fmt: skip


def report(figures: dict[str, Results]) -> str:
    """Return the table that is printed."""
    kinds = sorted({kind for one in figures.values() for kind in one["by"]})
    lines = [f"{'':18s}" + "".join(f"{engine:>20s}" for engine in figures)]
    for kind in [*kinds, "all on paper"]:
        row = f"{kind:18s}"
        for one in figures.values():
            paper = [found for name, found in one["by"].items() if DEGRADATIONS[name].image]
            found = sum(paper, Errors()) if kind == "all on paper" else one["by"].get(kind, Errors())
            row += f"{100 * found.rate:11.2f} {100 * found.mark_rate:7.2f}%"
        lines.append(row)
    for label, value in (
        ("table cell F1", lambda one: f"{f1(one['cells']):.3f}"),
        ("right routes", lambda one: "{}/{}".format(*one["routes"])),
        ("pages per second", lambda one: f"{one['speed']:.2f}"),
        ("pages per CPU s", lambda one: f"{one['thrift']:.2f}"),
        ("peak memory, MB", lambda one: f"{one['memory']:.0f}"),
        ("pages that failed", lambda one: str(len(one["problems"]))),
    ):
        lines.append(f"{label:18s}" + "".join(f"{value(one):>20s}" for one in figures.values()))
    return "CER % and DER % (letters with marks) by degradation\n" + "\n".join(lines)


def race(files: list[Path], engines: list[str]) -> str:
    """Return pages per second and per second of processor time of each engine over the same files, in one run."""
    with tempfile.TemporaryDirectory() as scratch:
        for number, path in enumerate(files):
            (Path(scratch) / f"{number:03d}{path.suffix.lower()}").symlink_to(path.resolve())
        pages = sum(_length(path) for path in files)
        lines = [f"{pages} pages     pages per second   pages per CPU s   peak memory, MB"]
        for engine in engines:
            results = run(engine, Path(scratch))
            seconds = sum(entry["seconds"] for entry in results["pages"].values())
            failed = sum("problem" in entry or not entry["text"].strip() for entry in results["pages"].values())
            said = f"   {failed} files not read" if failed else ""
            speed, thrift = pages / seconds, pages / results["busy"]
            lines.append(f"{engine:12s}{speed:18.3f}{thrift:18.3f}{results['memory']:18.0f}{said}")
    return "\n".join(lines)


def _length(path: Path) -> int:
    """Return the number of pages of a file."""
    if path.suffix.lower() != ".pdf":
        return 1
    document = pypdfium2.PdfDocument(path)
    try:
        return len(document)
    finally:
        document.close()


def f1(cells: list[int]) -> float:
    """Return F1 of (right, wanted, said)."""
    right, wanted, said = cells
    return 2 * right / (wanted + said) if wanted + said else 0.0


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--dir", type=Path, help="pages made before")
    parser.add_argument("--pages", type=int, default=44)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--only", help="degradations, separated by commas")
    parser.add_argument("--engines", default=",".join(ENGINES))
    parser.add_argument("--speed", type=Path, nargs="+", metavar="SCAN", help="measure the speed on these files alone")
    parser.add_argument("--pictures", type=Path, default=ROOT / "outputs" / "bench")
    parser.add_argument("--worker", help=argparse.SUPPRESS)
    parser.add_argument("--to", type=Path, help=argparse.SUPPRESS)
    options = parser.parse_args()
    if options.worker:
        worker(options.worker, options.dir, options.to)
        return 0
    if options.speed:
        print(race(options.speed, options.engines.split(",")))
        return 0
    with tempfile.TemporaryDirectory() as scratch:
        folder = options.dir or Path(scratch)
        if not options.dir:
            make(folder, options.seed, options.pages, options.only.split(",") if options.only else None)
        figures = {engine: judge(folder, run(engine, folder)) for engine in options.engines.split(",")}
        print(report(figures))
        for engine, one in figures.items():
            for problem in one["problems"][:5]:
                print(f"{engine}: {problem}", file=sys.stderr)
        from tests.bench.pictures import draw

        draw(folder, options.pictures)
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
