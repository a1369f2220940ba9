"""Measures extraction on composed documents: five languages, several genres, phrases by seed.

Seed 7 served development; other seeds draw on the same phrase banks.

    python -m tests.bench.extraction                 prints cell F1 per table and what was gained and lost
    python -m tests.bench.extraction --keep          commits the figures to figures/extraction.json
    python -m tests.bench.extraction --show topics   lists the differences of a table

The committed figures hold every wrong cell of the seed, so that the difference says cell by cell what changed.
"""

import argparse
import json
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from random import Random
from typing import Any

from samples.printing import write_pdf
from samples.sheets import Sheet, build
from samples.writing import write_docx, write_text
from tests.bench.acts import numbered_regulation, vietnamese_decision, vietnamese_regulation
from tests.bench.bank import LANGUAGES, Source
from tests.bench.courses import syllabus
from tests.bench.plans import school_plan
from tests.bench.programmes import programme
from tests.samples.scoring import Score, score_tables, total
from tests.samples.steps import outcome_of

FIGURES = Path(__file__).parent / "figures" / "extraction.json"
Make = Callable[[Random], Source]
KINDS: dict[str, Make] = {
    "vi_decision": vietnamese_decision,
    "vi_regulation": vietnamese_regulation,
    "vi_programme": programme,
    "vi_plan": school_plan,
    **{
        f"{code}_regulation": lambda random, code=code: numbered_regulation(random, code) for code in ("uk", "ru", "en")
    },
    **{f"{code}_syllabus": lambda random, code=code: syllabus(random, code) for code in LANGUAGES},
}
WRITERS = {".pdf": write_pdf, ".txt": write_text, ".docx": write_docx}


def compose(seed: int, each: int) -> Iterator[tuple[str, Sheet, str]]:
    """Yield `each` sheets of every kind, with a name and the ending of the file to write."""
    for kind, make in KINDS.items():
        for number in range(each):
            random = Random(f"{seed}/{kind}/{number}")
            name = f"{kind}_{number:02d}"
            yield name, build(make(random), name), random.choice(list(WRITERS))


def measure(seed: int, each: int) -> tuple[dict[str, dict[str, Score]], float]:
    """Return scores by document and table, and the seconds spent extracting."""
    scores, seconds = {}, 0.0
    with tempfile.TemporaryDirectory() as folder:
        for name, sheet, ending in compose(seed, each):
            path = Path(folder) / f"{name}{ending}"
            WRITERS[ending](sheet, path)
            start = time.perf_counter()
            try:
                said = outcome_of(path).tables
            except Exception as problem:  # a document that stops the steps counts as nothing said
                print(f"{path.name}: {type(problem).__name__}: {problem}")
                said = {}
            seconds += time.perf_counter() - start
            scores[name] = score_tables(sheet.gold, said)
    return scores, seconds


def by_table(scores: dict[str, dict[str, Score]]) -> dict[str, Score]:
    """Return the sum over documents of every table."""
    tables: dict[str, Score] = {}
    for document in scores.values():
        for table, score in document.items():
            tables[table] = tables.get(table, Score()) + score
    return dict(sorted(tables.items()))


def wrong_cells(scores: dict[str, dict[str, Score]]) -> list[str]:
    """Return every difference as one line: document, table, column, gold, said."""
    return sorted(
        f"{name}\t{table}\t{column}\t{json.dumps(gold, ensure_ascii=False)}\t{json.dumps(said, ensure_ascii=False)}"
        for name, document in scores.items()
        for score in document.values()
        for table, column, gold, said in score.differences
    )


def figures_of(scores: dict[str, dict[str, Score]], seed: int, each: int) -> dict[str, Any]:
    """Return what is committed."""
    tables = {table: round(score.f1, 4) for table, score in by_table(scores).items()}
    whole = total(by_table(scores)).f1
    return {"seed": seed, "each": each, "all": round(whole, 4), "tables": tables, "wrong": wrong_cells(scores)}


def report(now: dict[str, Any], before: dict[str, Any] | None) -> str:
    """Return F1 per table beside the committed one, and the cells gained and lost."""
    lines = [f"{'table':20s}    f1   committed"]
    comparable = before is not None and (before["seed"], before["each"]) == (now["seed"], now["each"])
    for table, f1 in [*now["tables"].items(), ("all", now["all"])]:
        old = (before["all"] if table == "all" else before["tables"].get(table)) if before and comparable else None
        lines.append(f"{table:20s} {f1:.3f}   {'' if old is None else f'{old:.3f} {f1 - old:+.3f}'}")
    if before and comparable:
        gained, lost = set(before["wrong"]) - set(now["wrong"]), set(now["wrong"]) - set(before["wrong"])
        lines.append(f"wrong cells: {len(now['wrong'])}; gone {len(gained)}, new {len(lost)}")
        lines += [f"  - {line}" for line in sorted(gained)[:40]] + [f"  + {line}" for line in sorted(lost)[:40]]
    return "\n".join(lines)


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=7)
    parser.add_argument("--each", type=int, default=4, help="documents of each kind")
    parser.add_argument("--keep", action="store_true")
    parser.add_argument("--show", help="list the wrong cells of a table")
    options = parser.parse_args()
    scores, seconds = measure(options.seed, options.each)
    now = figures_of(scores, options.seed, options.each)
    before = json.loads(FIGURES.read_text("utf-8")) if FIGURES.exists() else None
    print(report(now, before))
    for kind in KINDS:
        mean = sum((total(s) for name, s in scores.items() if name.startswith(kind)), Score()).f1
        print(f"{kind:20s} {mean:.3f}")
    print(f"{len(scores)} documents in {seconds:.1f} s")
    if options.show:
        print("\n".join(line for line in now["wrong"] if line.split("\t")[1] == options.show))
    if options.keep:
        FIGURES.write_text(json.dumps(now, ensure_ascii=False, indent=0) + "\n", "utf-8")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
