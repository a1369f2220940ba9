"""Repair measured: `python -m tests.bench.repair [--corpus FILE] [--documents N] [--lines N] [--seed N] [--pairs DIR]`.

Sound documents are lines of a corpus (`*.txt` or `*.txt.xz`, one paragraph a line) or composed ones; each is garbled by
a scanner of its own and repaired. Printed, before and after: error rates of characters, words and diacritics (see
`tests.bench.rates`); then harm on the sound documents, numbers and codes among garble that were changed, seconds a page
of 2,000 characters, and how confidence agrees with truth. `tests.bench.restorers` sets figures beside those of others.
With `--pairs`, documents are `ENGINE.NN.garbled.txt` beside `ENGINE.NN.clean.txt`, as `tests.bench.misreading` writes
them.
"""

import argparse
import lzma
import random
import re
import textwrap
import time
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from models.edits import Repaired
from normalizers.repair import repair
from tests.bench.legacy import COMPOSED
from tests.bench.rates import Rates, rates
from tests.bench.triage import garble

_WIDTH, _PAGE = 82, 2000


def paragraphs(path: Path | None) -> list[str]:
    """Return the paragraphs of a corpus, or the composed ones."""
    if path is None:
        return [line for line in "\n".join(COMPOSED).split("\n") if line.strip()]
    data = path.read_bytes()
    text = (lzma.decompress(data) if path.suffix == ".xz" else data).decode("utf-8")
    return [line.strip() for line in text.split("\n") if len(line) > 40]


def documents(source: list[str], count: int, lines: int, chance: random.Random) -> Iterator[str]:
    """Yield sound documents of neighbouring paragraphs, wrapped as pages are."""
    for _ in range(count):
        start = chance.randrange(max(1, len(source) - lines))
        wrapped = [part for line in source[start : start + lines] for part in textwrap.wrap(line, _WIDTH)]
        yield "\n".join(wrapped[:lines])


_SHAPES = {
    "numbers": re.compile(r"\d+(?:[.,/:-]\d+)*%?"),
    "units": re.compile("mm|cm|km|m2|kg|mg|ml|ha|kW|MHz"),
    "codes": re.compile(r"[A-Z]{1,6}[.-]?\d[\d.]*|\d+(?:mm|cm|km|pt|st|nd|th)"),
    "capitals": re.compile("[A-ZĐ]"),
    "acronyms": re.compile("[A-ZĐ]{2,8}"),
}


def harmed_shapes(clean: str, broken: str, repaired: Repaired) -> Counter[tuple[str, bool]]:
    """Return, for numbers, codes and the like that were printed right, how many stayed (False) and were changed."""
    found: Counter[tuple[str, bool]] = Counter()
    offset = 0
    for gold, raw in zip(clean.split("\n"), broken.split("\n"), strict=True):
        if len(gold.split()) == len(raw.split()):
            for match, right in zip(re.finditer(r"\S+", raw), gold.split(), strict=True):
                core = match.group().strip("()[].,;:\"'")
                kind = next((k for k, shape in _SHAPES.items() if shape.fullmatch(core)), None)
                if kind and match.group() == right:
                    start, end = offset + match.start(), offset + match.end()
                    found[kind, any(e.start < end and e.end > start for e in repaired.edits)] += 1
        offset += len(raw) + 1
    return found


@dataclass(frozen=True, slots=True)
class Measured:
    """Errors of a document before and after its repair, with the processor seconds and the pages that it took."""

    before: Rates
    after: Rates
    seconds: float
    pages: float


def measure(clean: str, broken: str, bins: Counter[tuple[int, bool]]) -> Measured:
    """Repair a document and return its figures; `bins` collects confidences with whether the word came out right."""
    begun = time.process_time()
    repaired = repair(broken)
    seconds = time.process_time() - begun
    for gold, raw, said in zip(clean.split("\n"), broken.split("\n"), repaired.text.split("\n"), strict=True):
        _note(gold.split(), raw.split(), said.split(), {e.before: e.confidence for e in repaired.edits}, bins)
    return Measured(rates(clean, broken), rates(clean, repaired.text), seconds, len(broken) / _PAGE)


def _note(
    gold: list[str], raw: list[str], said: list[str], confidence: dict[str, float], bins: Counter[tuple[int, bool]]
) -> None:
    if len(gold) == len(raw) == len(said):
        for right, before, after in zip(gold, raw, said, strict=True):
            if before in confidence and before != after:
                bins[min(9, int(10 * confidence[before])), right == after] += 1


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path)
    parser.add_argument("--documents", type=int, default=3)
    parser.add_argument("--lines", type=int, default=110)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--pairs", type=Path)
    arguments = parser.parse_args()
    chance = random.Random(arguments.seed)
    repair("T6i h9c t4i trudng d4i hqc")  # loads the parameters
    if arguments.pairs:
        found = sorted(arguments.pairs.glob("*.garbled.txt"))
        pairs = [
            (p.with_name(p.name.replace("garbled", "clean")).read_text("utf-8"), p.read_text("utf-8")) for p in found
        ]
    else:
        sound = list(documents(paragraphs(arguments.corpus), arguments.documents, arguments.lines, chance))
        pairs = [(text, _garbled(text, chance)) for text in sound]
    bins: Counter[tuple[int, bool]] = Counter()
    print("document   characters wrong        words wrong   diacritics wrong   seconds a page")
    for number, (clean, broken) in enumerate(pairs, 1):
        row = measure(clean, broken, bins)
        columns = [
            f"{getattr(row.before, name):.4f} to {getattr(row.after, name):.4f}"
            for name in ("character", "word", "diacritic")
        ]
        print(f"{number:8d}   " + "   ".join(columns) + f"   {row.seconds / row.pages:14.2f}")
    _print_harm([clean for clean, _ in pairs])
    shapes: Counter[tuple[str, bool]] = sum((harmed_shapes(c, b, repair(b)) for c, b in pairs), Counter())
    for kind in _SHAPES:
        changed = shapes[kind, True]
        print(f"{kind} printed right among garble: {changed + shapes[kind, False]}, changed: {changed}")
    print("confidence   share right   words")
    for level in range(10):
        right, wrong = bins[level, True], bins[level, False]
        if right + wrong:
            print(f"{level / 10:.1f} to {level / 10 + 0.1:.1f}   {right / (right + wrong):11.3f}   {right + wrong}")


def _garbled(text: str, chance: random.Random) -> str:
    """The text as a scanner of its own reads it, line by line with the same seed and so with the same habits."""
    seed = chance.randrange(1 << 30)
    return "\n".join(garble(line, random.Random(seed), 0.9) for line in text.split("\n"))


def _print_harm(sound: list[str]) -> None:
    words = changed = 0
    begun = time.process_time()
    for text in sound:
        words += len(text.split())
        changed += len(repair(text).edits)
    seconds = time.process_time() - begun
    characters = sum(map(len, sound))
    print(
        f"harm: {changed} edits in {words} sound words; {seconds / max(1, characters / _PAGE):.4f} seconds a sound page"
    )


if __name__ == "__main__":
    main()
