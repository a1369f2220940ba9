"""Build the shipped parameters: `python -m normalizers.garble.training --corpus DIR [--pairs DIR] [--slips DIR]`.

With `--pairs`, a folder of `ENGINE.NN.garbled.txt` beside `ENGINE.NN.clean.txt` (line n of one being line n of the
other, as `python -m tests.bench.misreading` writes them), their rows of `confusions.tsv` are counted anew;
those of other sources stay.
With `--slips`, such a folder of scans read in Vietnamese (`python -m tests.bench.slips --out`), `slips.tsv` and both
judges, `slips.json` and `slips_scan.json`, are learned anew.
"""

import argparse
import subprocess
import sys
import tempfile
from collections import defaultdict
from pathlib import Path

import numpy as np

from normalizers.garble.model.confusions import read_counts, write_table
from normalizers.garble.model.language import PARAMETERS
from normalizers.garble.model.lexicon import SYMBOLS
from normalizers.garble.training.confusions import learn_counts, scaled, word_pairs
from normalizers.garble.training.counting import read_corpora, syllable_list, vocabulary
from normalizers.garble.training.reread import without_slips
from normalizers.garble.training.smoothing import build
from normalizers.garble.training.sources import HELD_OUT, SOURCES

_MOST = 60.0  # counts of a letter that one engine may bring
_SHARE = 50  # of 256 blocks of the corpora: not seen by the model that the judge is learned with


def main() -> None:
    """Read the corpora and write `language.npz`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the .txt.xz corpora and wordlists/")
    parser.add_argument("--pairs", type=Path, help="folder of parallel garbled and clean text")
    parser.add_argument("--slips", type=Path, help="folder of parallel text of scans read in Vietnamese")
    parser.add_argument("--out", type=Path, default=PARAMETERS)
    arguments = parser.parse_args()
    arguments.out.mkdir(parents=True, exist_ok=True)
    _write_language(arguments.corpus, arguments.out)
    if arguments.pairs:
        _write_confusions(arguments.pairs, arguments.out)
    if arguments.slips:
        _write_slips(arguments.corpus, arguments.slips, arguments.out)


def _write_slips(corpus: Path, slips: Path, out: Path) -> None:
    """Learn the slips in a process of its own, with a language model that has not seen the text of the scans."""
    with tempfile.TemporaryDirectory() as folder:
        _write_language(corpus, Path(folder), _SHARE)
        folders = {"--slips": slips, "--corpus": corpus, "--language": folder, "--out": out, "--share": _SHARE}
        command = [str(part) for option in folders.items() for part in option]
        subprocess.run([sys.executable, "-m", "normalizers.garble.training.judge", *command], check=True)


def _write_language(corpus: Path, out: Path, share: int = HELD_OUT) -> None:
    syllables = syllable_list(corpus)
    counted = read_corpora(corpus, share)
    words, number_of, counts = vocabulary(counted, syllables)
    sequences = [number_of[counted.sequences[source.name]] for source in SOURCES]
    sequences[0] = without_slips(sequences, words, syllables)
    weighted = [(sequence, s.weight) for sequence, s in zip(sequences, SOURCES, strict=True)]
    arrays = build(words, weighted, once=sequences[0])  # what the laws say once the language of offices says again
    spellings = "\n".join(" ".join(sorted(syllables[word])) if word in syllables else "" for word in words)
    acronyms = [f"{n[1:]} {counts[i]}" for i, n in enumerate(counted.numbers) if n[0] == "^" and counts[i] >= 10]
    acronyms += [f"{letter} 200" for letter in "BCGHKLMNPQRSTVXĐ"]
    arrays["acronyms"] = np.frombuffer("\n".join(acronyms).encode(), np.uint8)
    arrays["spellings"] = np.frombuffer(spellings.encode(), np.uint8)
    np.savez_compressed(out / "language.npz", **arrays)  # type: ignore[arg-type]
    for name, array in arrays.items():
        print(f"{name:16s} {array.dtype!s:8s} {array.size}")


def _write_confusions(pairs: Path, out: Path) -> None:
    rows: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for garbled in sorted(pairs.rglob("*.garbled.txt")):
        clean = garbled.with_name(garbled.name.replace("garbled", "clean"))
        read, printed = (path.read_text("utf-8").split("\n") for path in (garbled, clean))
        rows[garbled.name.split(".")[0]] += zip(read, printed, strict=False)
    tables = read_counts(PARAMETERS / "confusions.tsv")
    for source, lines in rows.items():
        tables[source] = scaled(learn_counts(word_pairs(lines)), _MOST)
    write_table(out / "confusions.tsv", tables, SYMBOLS)


if __name__ == "__main__":
    main()
