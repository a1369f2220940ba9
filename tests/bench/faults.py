"""Plants one fault at a time in sound readings and counts which findings tell of it.

    python -m tests.bench.faults --each 3 --seed 11

For every fault: how often it was planted, how often a finding of a fitting name on a fitting table appeared
(`named`), how often anything new was said (`noticed`). Then false alarms: errors and warnings raised on sound
readings. Faults of paper (a page torn out, a clause cut) are planted in the document itself.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random
from typing import Any

from extractors.checks import check
from extractors.tables import number
from models.document import Document
from models.rows import Finding, Row, Value
from samples.sheets import build, read_sheet
from samples.writing import write_text
from tests.bench.extraction import KINDS
from tests.bench.planting import FAULTS, Fault, Tables, planted
from tests.samples.steps import outcome_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "sources"
UNSOUND = {"kk_syllabus"}
GRAVE = ("error", "warning")


def rows_of(tables: Tables) -> tuple[Row, ...]:
    """Return gold as rows: the first choice of every cell, no evidence, row keys as tabulating gives them."""
    rows: list[Row] = []
    for table, entries in tables.items():
        if table == "findings":
            continue
        made = []
        for entry in entries:
            cells = {name: _first(value) for name, value in entry.items() if name not in ("ordinal", "_optional")}
            made.append(Row(table, {name: Value(value) for name, value in cells.items() if value is not None}))
        rows += number(made)
    return tuple(rows)


def _first(value: Any) -> Any:
    return next((choice for choice in value if choice is not None), None) if isinstance(value, list) else value


def plain(tables: Tables) -> Tables:
    """Return the tables with the first choice of every cell."""
    return {
        name: [{c: v for c, raw in row.items() if (v := _first(raw)) is not None} for row in rows]
        for name, rows in tables.items()
    }


def sound(seed: int, each: int) -> Iterator[tuple[str, Document, Tables]]:
    """Yield documents that hold no fault, with their gold: composed ones, and the samples."""
    sheets = [
        build(make(Random(f"{seed}/{kind}/{n}")), f"{kind}_{n}") for kind, make in KINDS.items() for n in range(each)
    ]
    sheets += [read_sheet(path) for path in sorted(SAMPLES.glob("*.yaml")) if path.stem not in UNSOUND]
    with tempfile.TemporaryDirectory() as folder:
        for sheet in sheets:
            path = Path(folder) / f"{sheet.stem}.txt"
            write_text(sheet, path)
            yield sheet.stem, outcome_of(path).document, plain(sheet.gold)


def new(findings: tuple[Finding, ...], before: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings that were not there before."""
    known = Counter((f.rule, f.table_name, f.message) for f in before)
    fresh = []
    for finding in findings:
        key = (finding.rule, finding.table_name, finding.message)
        known[key] -= 1
        if known[key] < 0:
            fresh.append(finding)
    return fresh


def fits(fault: Fault, finding: Finding) -> bool:
    """Return whether a finding tells of a fault: by its rule's name and by the table it points at."""
    named = any(word in finding.rule for word in fault.words)
    return named and (not fault.tables or finding.table_name is None or finding.table_name in fault.tables)


def torn_pages(seed: int, each: int) -> tuple[int, int]:
    """Tear the second page out of regulations with page footers; returns how many, and how many were told of."""
    tried = told = 0
    with tempfile.TemporaryDirectory() as folder:
        for place in range(each):
            source = KINDS["ru_regulation"](Random(f"{seed}/torn/{place}"))
            third = len(source["blocks"]) // 3
            source["blocks"][third:third] = [{"break": "page"}]
            source["blocks"][2 * third + 1 : 2 * third + 1] = [{"break": "page"}]
            path = Path(folder) / f"torn_{place}.txt"
            sheet = build(source, path.stem)
            write_text(sheet, path)
            pages = path.read_text("utf-8").split("\f")
            path.write_text("\f".join(pages[:1] + pages[2:]), "utf-8")
            found = check(outcome_of(path).document, rows_of(sheet.gold))
            tried += 1
            told += any("page" in f.rule or "footer" in f.rule or "sheet" in f.rule for f in found)
    return tried, told


def measure(seed: int, each: int) -> tuple[dict[str, Counter[str]], list[tuple[str, Finding]], int]:
    """Return the counts by fault, the alarms on sound readings, and how many of those there were."""
    counts: dict[str, Counter[str]] = {fault.name: Counter() for fault in FAULTS}
    alarms: list[tuple[str, Finding]] = []
    documents = 0
    for stem, document, tables in sound(seed, each):
        documents += 1
        before = check(document, rows_of(tables))
        alarms += [(stem, finding) for finding in before if finding.severity in GRAVE]
        for fault in FAULTS:
            changed = planted(fault, tables, Random(f"{seed}/{stem}/{fault.name}"))
            if changed is None:
                continue
            fresh = new(check(document, rows_of(changed)), before)
            counts[fault.name]["planted"] += 1
            counts[fault.name]["named"] += any(fits(fault, finding) for finding in fresh)
            counts[fault.name]["noticed"] += bool(fresh)
    tried, told = torn_pages(seed, each)
    counts["page torn out"] = Counter(planted=tried, named=told, noticed=told)
    return counts, alarms, documents


def main() -> int:
    """Plant, check, print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--each", type=int, default=3, help="sound documents of each kind")
    parser.add_argument("--alarms", action="store_true", help="list every false alarm")
    options = parser.parse_args()
    counts, alarms, documents = measure(options.seed, options.each)
    print(f"{'fault':26s} planted  named noticed")
    for name, count in counts.items():
        print(f"{name:26s} {count['planted']:7d} {count['named']:6d} {count['noticed']:7d}")
    sums = {key: sum(count[key] for count in counts.values()) for key in ("planted", "named", "noticed")}
    recall = sums["named"] / sums["planted"] if sums["planted"] else 0.0
    print(f"{'all':26s} {sums['planted']:7d} {sums['named']:6d} {sums['noticed']:7d}   recall {recall:.3f}")
    rules = Counter(finding.rule for _, finding in alarms).most_common()
    print(f"false alarms on {documents} sound documents: {len(alarms)} {dict(rules)}")
    if options.alarms:
        print("\n".join(f"{stem}: {finding.rule}: {finding.message}" for stem, finding in alarms))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
