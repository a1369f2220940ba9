"""Learning of `slips.tsv`, `slips.json` and `slips_scan.json`, started by the training in a process of its own.

The folder of `--slips` holds scans as read and as printed, `NAME.garbled.txt` beside `NAME.clean.txt` line by line (as
`python -m tests.bench.slips --out` writes them; an empty printed line is one that nobody transcribed). Names are
`SOURCE.DOCUMENT` or `SOURCE.DOCUMENT.PART`. `--language` is a folder with a language model that has seen none of them.
"""

import argparse
import random
import textwrap
import unicodedata
from collections import defaultdict
from collections.abc import Iterable
from pathlib import Path
from zlib import crc32

from normalizers.garble.model import language

_WIDTH, _PAGES = 85, (3, 10, 50, 150, 400)  # letters a line, lines a page


def main() -> None:
    """Read the scans and the sound text, and write the files."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    for name in ("slips", "corpus", "language", "out"):
        parser.add_argument(f"--{name}", type=Path, required=True)
    parser.add_argument("--share", type=int, required=True, help="blocks of 256 that the language model did not see")
    options = parser.parse_args()
    language.PARAMETERS = options.language  # before anything asks for the model
    learn(options.slips, sound_pages(options.corpus, options.share), options.out)


def learn(folder: Path, sound: list[str], out: Path) -> None:
    """Learn from a folder of scans and from sound pages: half of the scans teach the slips, the others the judge."""
    from normalizers.garble.scans.rivals import Slips
    from normalizers.garble.training import slips as learning

    scans = learning.read_scans(folder)
    tables = {source: learning.count_slips(group) for source, group in learning.sources_of(scans).items()}
    halves = [[scan for scan in scans if crc32(scan.document.encode()) % 2 == half] for half in (0, 1)]
    turns = [(Slips(learning.count_slips(counted)), judged) for counted, judged in (halves, halves[::-1])]
    examples = [learning.examples_of_scans(judged, slips) for slips, judged in turns]
    slipped = [learning.examples_of_slipped(judged, slips) for slips, judged in turns]
    every = Slips(_summed(tables.values()))
    judge = learning.learn_judge(examples[0] + examples[1], learning.examples_of_sound(sound, every))
    learning.write_slips(out / "slips.tsv", tables)
    learning.write_judge(out / "slips.json", judge)
    learning.write_judge(out / "slips_scan.json", learning.learn_judge_of_scans(slipped[0] + slipped[1]))


def _summed(tables: Iterable[dict[tuple[str, str], float]]) -> dict[tuple[str, str], float]:
    total: dict[tuple[str, str], float] = defaultdict(float)
    for table in tables:
        for pair, count in table.items():
            total[pair] += count
    return dict(total)


def sound_pages(corpus: Path, share: int, words: int = 1_500_000) -> list[str]:
    """Return pages, of several lengths, of text of the corpora that the language model has not seen."""
    from normalizers.garble.training.sources import SOURCES, lines

    chance, pages = random.Random(1), []
    for source in SOURCES:
        wrapped = [
            part
            for line in lines(corpus, source, held_out=True, share=share)
            for part in textwrap.wrap(unicodedata.normalize("NFC", line), _WIDTH)
        ]
        left = words // len(SOURCES)
        while wrapped and left > 0:
            size = chance.choice(_PAGES)
            page, wrapped = "\n".join(wrapped[:size]), wrapped[size:]
            pages.append(page)
            left -= len(page.split())
    return pages


if __name__ == "__main__":
    main()
