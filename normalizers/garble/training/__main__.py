"""Build the shipped parameters: `python -m normalizers.garble.training --corpus DIR [--out DIR]`."""

import argparse
from pathlib import Path

import numpy as np

from normalizers.garble.language import PARAMETERS
from normalizers.garble.training.counting import read_corpora, syllable_list, vocabulary
from normalizers.garble.training.smoothing import build
from normalizers.garble.training.sources import SOURCES


def main() -> None:
    """Read the corpora and write `language.npz`."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--corpus", type=Path, required=True, help="folder with the .txt.xz corpora and wordlists/")
    parser.add_argument("--out", type=Path, default=PARAMETERS)
    arguments = parser.parse_args()
    syllables = syllable_list(arguments.corpus)
    counted = read_corpora(arguments.corpus)
    words, number_of, counts = vocabulary(counted, syllables)
    sequences = [(number_of[counted.sequences[s.name]], s.weight) for s in SOURCES]
    arrays = build(words, sequences)
    spellings = "\n".join(" ".join(sorted(syllables[word])) if word in syllables else "" for word in words)
    acronyms = [f"{n[1:]} {counts[i]}" for i, n in enumerate(counted.numbers) if n[0] == "^" and counts[i] >= 10]
    acronyms += [f"{letter} 200" for letter in "BCGHKLMNPQRSTVXĐ"]
    arrays["acronyms"] = np.frombuffer("\n".join(acronyms).encode(), np.uint8)
    arrays["spellings"] = np.frombuffer(spellings.encode(), np.uint8)
    arguments.out.mkdir(parents=True, exist_ok=True)
    np.savez_compressed(arguments.out / "language.npz", **arrays)
    for name, array in arrays.items():
        print(f"{name:16s} {array.dtype!s:8s} {array.size}")


if __name__ == "__main__":
    main()
