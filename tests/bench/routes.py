"""Measures the verdict on text layers, on which the route of a page hangs: sound, garbled, legacy.

    python -m tests.bench.routes --each 300

Composed pages in five languages are sound; Vietnamese ones are also garbled (a third to all of their marks) and put
into two old encodings. Prints the table of what each kind was taken for, and precision and recall of each.
"""

import argparse
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from random import Random

from normalizers.triage.verdicts import page_verdict
from samples.encoding import legacy
from samples.garbling import garble
from samples.sheets import build
from samples.writing import write_text
from tests.bench.extraction import KINDS

LAYERS = ("sound", "garbled", "tcvn3", "vni")


def texts(seed: int, each: int) -> Iterator[tuple[str, str]]:
    """Yield `each` pages of every kind of layer: its name and the text."""
    vietnamese = [kind for kind in KINDS if kind.startswith("vi_")]
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "page.txt"
        for layer in LAYERS:
            for number in range(each):
                random = Random(f"{seed}/{layer}/{number}")
                kind = random.choice(list(KINDS) if layer == "sound" else vietnamese)
                write_text(build(KINDS[kind](random), kind), path)
                lines = path.read_text("utf-8").splitlines()
                start = random.randrange(max(1, len(lines) - 30))
                page = "\n".join(lines[start : start + random.randint(12, 60)])
                yield layer, _layer(page, layer, random)


def _layer(page: str, layer: str, random: Random) -> str:
    if layer == "garbled":
        return garble(page, random.randrange(10**6), share=random.uniform(0.33, 1.0))
    return legacy(page, layer) if layer in ("tcvn3", "vni") else page


def main() -> int:
    """Measure and print; returns the exit status."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--seed", type=int, default=3)
    parser.add_argument("--each", type=int, default=300)
    options = parser.parse_args()
    taken: dict[str, Counter[str]] = {layer: Counter() for layer in LAYERS}
    for layer, page in texts(options.seed, options.each):
        taken[layer][page_verdict(page).code] += 1
    for layer, counts in taken.items():
        print(f"{layer:8s} " + "  ".join(f"{code} {count}" for code, count in counts.most_common()))
    for name, right in (("garbled", ("garbled",)), ("legacy", ("tcvn3", "vni"))):
        hits = sum(n for layer in right for code, n in taken[layer].items() if code.split(":")[0] == name)
        said = sum(n for counts in taken.values() for code, n in counts.items() if code.split(":")[0] == name)
        whole = sum(sum(taken[layer].values()) for layer in right)
        print(f"{name:8s} precision {hits / said if said else 1.0:.4f} recall {hits / whole:.4f}")
    return 0


if __name__ == "__main__":
    raise SystemExit(main())
