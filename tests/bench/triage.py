"""Triage measured on pages: `python -m tests.bench.triage [--corpus DIR] [--pages DIR] [--garbled DIR] [--count N]`.

Sound pages are lines of a corpus (`*.txt.xz`) or composed ones, and pages of the sound text files in `--pages`; garbled
ones are the same pages with the letters that an engine without Vietnamese reads, and the text files in
`--garbled`. Printed: precision and recall of `garbled`, of each language, and milliseconds a page.
"""

import argparse
import lzma
import random
import time
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from normalizers.triage.verdicts import page_verdict
from tests.bench.legacy import COMPOSED, NEGATIVE

# What engines make of Vietnamese letters, by the letter's shape; a document has its own choice of them.
SHAPES = {
    "ạậặẠẬẶ": "q 4 a ? l0",
    "áấắàầằảẩẳãẫẵâă": "d 6 ti 5 i a A fl",
    "ệẹẸỆ": "Q e ? i",
    "éếèềẻểẽễê": "6 € C iS e d",
    "ộợọỘỢỌ": "Q g p \\ |",
    "óốớòồờỏổởõỗỡôơ": "6 d o 0 5 cr",
    "ựụỰỤ": "g U q \\r",
    "úứùừủửũữư": "ir u i rl f ri *",
    "íìỉĩị": "i f l i !",
    "ýỳỷỹỵ": "y f j",
    "đĐ": "d D tl <1",
}


def channel(chance: random.Random) -> dict[str, str]:
    """Return one scanner's reading of each marked letter."""
    return {letter: chance.choice(readings.split()) for letters, readings in SHAPES.items() for letter in letters}


def garble(text: str, chance: random.Random, rate: float) -> str:
    """Return a text in which a share of the marked letters is misread, mostly in the scanner's own way."""
    usual, other = channel(chance), channel(chance)
    made = []
    for char in text:
        table = usual if chance.random() < 0.8 else other
        made.append(table.get(char, char) if chance.random() < rate else char)
    return "".join(made)


def corpus_pages(corpus: Path | None, count: int, chance: random.Random) -> Iterator[str]:
    """Yield sound Vietnamese pages of 12 to 45 lines."""
    if corpus is None:
        for _ in range(count):
            yield "\n".join(chance.choices(COMPOSED, k=chance.randint(6, 25)))
        return
    files = sorted(corpus.glob("*.txt.xz"))
    for path in files:
        with lzma.open(path, "rt", encoding="utf-8") as file:
            lines = [line.strip() for _, line in zip(range(120_000), file, strict=False) if line.strip()]
        for _ in range(count // len(files)):
            first = chance.randrange(max(1, len(lines) - 50))
            page = "\n".join(lines[first : first + chance.randint(12, 45)])[:6000]
            if len(page) > 300:
                yield page


def folder_pages(folder: Path | None) -> Iterator[str]:
    """Yield the text files of a folder in pages of about 2,500 characters."""
    for path in sorted(folder.glob("*.txt")) if folder else ():
        text = path.read_text("utf-8", "replace")
        for start in range(0, max(1, len(text) - 400), 2500):
            yield text[start : start + 2500]


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench.triage", description=__doc__)
    for name in ("corpus", "pages", "garbled"):
        parser.add_argument(f"--{name}", type=Path)
    parser.add_argument("--count", type=int, default=400)
    options = parser.parse_args()
    chance = random.Random(3)
    sound = list(corpus_pages(options.corpus, options.count, chance)) + list(folder_pages(options.pages))
    sound += ["\n".join(chance.choices(lines, k=12)) for name, lines in NEGATIVE.items() if name != "codes"]
    broken = [
        garble(page, chance, chance.choice((0.35, 0.6, 0.9)))
        for page in corpus_pages(options.corpus, options.count, chance)
    ]
    broken += folder_pages(options.garbled)
    started = time.perf_counter()
    found = [(page_verdict(page), page, "garbled") for page in broken]
    found += [(page_verdict(page), page, "sound") for page in sound]
    each = (time.perf_counter() - started) / len(found)
    counts = Counter((truth, verdict.code) for verdict, _, truth in found)
    said = sum(n for (_, code), n in counts.items() if code == "garbled")
    print(f"pages {len(found)}, {each * 1000:.2f} ms each")
    print(f"garbled: precision {counts['garbled', 'garbled'] / said:.4f}", end=" ")
    print(f"recall {counts['garbled', 'garbled'] / len(broken):.4f}", dict(counts))
    for verdict, page, truth in found:
        if verdict.code != truth:
            print(f"  {truth} said {verdict}: {page[:100]!r}")


if __name__ == "__main__":
    main()
