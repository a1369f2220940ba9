"""Plants one fault at a time in what sound documents print, reads them, and counts which findings tell of it.

    python -m tests.bench.faults --each 3 --seed 11
    python -m tests.bench.faults --missed --alarms       names every fault not found and every false alarm

A fault is found where a finding that the sound document does not raise has a fitting rule, points at a fitting table
and, where the fault has one, at the fitting row. False alarms: errors and warnings raised on sound documents.
"""

import argparse
import copy
import tempfile
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from random import Random

import yaml

from extractors.checks import check
from models.rows import Finding
from samples.sheets import build
from samples.writing import write_text
from tests.bench.extraction import KINDS
from tests.bench.faults_in_plans import PLAN_FAULTS
from tests.bench.faults_in_tables import TABLE_FAULTS
from tests.bench.faults_in_text import TEXT_FAULTS
from tests.bench.faults_on_paper import PAPER_FAULTS, PaperFault, worn
from tests.bench.planting import Fault, Place, Source, planted
from tests.samples.steps import Outcome, outcome_of

SAMPLES = Path(__file__).resolve().parents[2] / "samples" / "sources"
UNSOUND = {"kk_syllabus"}
GRAVE = ("error", "warning")
FAULTS = (*TABLE_FAULTS, *TEXT_FAULTS, *PLAN_FAULTS)


@dataclass
class Figures:
    """`counts` by fault: `planted`, `named` (rule, table and row fit), `noticed` (anything new was said)."""

    counts: dict[str, Counter[str]] = field(default_factory=dict)
    missed: list[str] = field(default_factory=list)
    alarms: list[tuple[str, Finding]] = field(default_factory=list)
    documents: int = 0

    def tell(self, fault: Fault | PaperFault, stem: str, place: Place, fresh: list[Finding]) -> None:
        """Count one planted fault."""
        count = self.counts[f"{fault.family}: {fault.name}"]
        named = any(fits(fault, place, finding) for finding in fresh)
        count["planted"] += 1
        count["named"] += named
        count["noticed"] += bool(fresh)
        if not named:
            said = [(f.rule, f.table_name, f.row_key) for f in fresh]
            self.missed.append(f"{stem}: {fault.name} at {place.tables} {place.keys}: {said}")

    @property
    def sums(self) -> Counter[str]:
        """Counts over all faults."""
        return sum(self.counts.values(), Counter())

    @property
    def recall(self) -> float:
        """Share of the planted faults that a fitting finding told of."""
        return self.sums["named"] / max(self.sums["planted"], 1)


def sound(seed: int, each: int) -> Iterator[tuple[str, Source]]:
    """Yield sources of documents that hold no fault: composed ones, and the samples."""
    for kind, make in KINDS.items():
        for number in range(each):
            yield f"{kind}_{number}", make(Random(f"{seed}/{kind}/{number}"))
    for path in sorted(SAMPLES.glob("*.yaml")):
        if path.stem not in UNSOUND:
            yield path.stem, yaml.safe_load(path.read_text("utf-8"))


def read(source: Source, path: Path) -> Outcome:
    """Print a source as text, tear out the page that is marked so, and return what the steps make of it."""
    write_text(build(copy.deepcopy(source), path.stem), path)
    if torn := source.get("torn"):
        pages = path.read_text("utf-8").split("\f")
        path.write_text("\f".join([*pages[: torn - 1], *pages[torn:]]), "utf-8")
    return outcome_of(path)


def new(findings: tuple[Finding, ...], before: tuple[Finding, ...]) -> list[Finding]:
    """Return the findings that were not there before."""
    known = Counter((f.rule, f.table_name, f.row_key, f.message) for f in before)
    fresh = []
    for finding in findings:
        key = (finding.rule, finding.table_name, finding.row_key, finding.message)
        known[key] -= 1
        if known[key] < 0:
            fresh.append(finding)
    return fresh


def fits(fault: Fault | PaperFault, place: Place, finding: Finding) -> bool:
    """Return whether a finding tells of a fault: by its rule, the table, and the row where the fault has one."""
    there = finding.table_name in place.tables
    return finding.rule in fault.rules and there and (not place.keys or str(finding.row_key) in place.keys)


def measure(seed: int, each: int) -> Figures:
    """Plant every fault in every sound document that has a place for it."""
    names = [f"{fault.family}: {fault.name}" for fault in (*FAULTS, *PAPER_FAULTS)]
    figures = Figures(counts={name: Counter() for name in names})
    with tempfile.TemporaryDirectory() as folder:
        for stem, source in sound(seed, each):
            sane = read(source, Path(folder) / f"{stem}.txt")
            before = check(sane.document, sane.rows)
            figures.documents += 1
            figures.alarms += [(stem, finding) for finding in before if finding.severity in GRAVE]
            for number, fault in enumerate(FAULTS):
                made = planted(fault, source, Random(f"{seed}/{stem}/{fault.name}"))
                if made is not None:
                    faulty = read(made[0], Path(folder) / f"{stem}-{number}.txt")
                    figures.tell(fault, stem, made[1], new(check(faulty.document, faulty.rows), before))
            for worse in PAPER_FAULTS:
                paper = worn(worse, Path(folder) / f"{stem}.txt", sane, Random(f"{seed}/{stem}/{worse.name}"))
                if paper is not None:
                    fresh = new(check(paper[0].document, paper[0].rows), before)
                    figures.tell(worse, stem, paper[1], fresh)
    return figures


def main() -> int:
    """Plant, check, print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--each", type=int, default=4, help="sound documents of each kind")
    parser.add_argument("--alarms", action="store_true", help="list every false alarm")
    parser.add_argument("--missed", action="store_true", help="list every fault that was not found")
    options = parser.parse_args()
    figures = measure(options.seed, options.each)
    print(f"{'fault':40s} planted  named noticed")
    for name, count in [*figures.counts.items(), ("all", figures.sums)]:
        print(f"{name:40s} {count['planted']:7d} {count['named']:6d} {count['noticed']:7d}")
    rules = Counter(finding.rule for _, finding in figures.alarms).most_common()
    print(f"recall {figures.recall:.3f}")
    print(f"false alarms on {figures.documents} sound documents: {len(figures.alarms)} {dict(rules)}")
    if options.alarms:
        print("\n".join(f"{s}: {f.rule} {f.table_name} {f.row_key}: {f.message}" for s, f in figures.alarms))
    if options.missed:
        print("\n".join(figures.missed))
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
