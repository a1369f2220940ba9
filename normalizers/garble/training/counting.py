"""Counting of words and word sequences in the corpora."""

from array import array
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import numpy as np

from normalizers.garble.model.alphabet import canonical
from normalizers.garble.model.tokens import ACRONYM, CLASSES, START, WORD, words_of
from normalizers.garble.training.sources import HELD_OUT, SOURCES, Source, lines, runs_on

_LEAST_SYLLABLE, _LEAST_WORD, _LEAST_ACRONYM = 12, 100, 60
_MOST_WORDS = 1 << 13


@dataclass(frozen=True)
class Counted:
    """Every source as an array of provisional word numbers (0 starts a sentence), and the provisional numbers."""

    numbers: dict[str, int]
    sequences: dict[str, np.ndarray]


def read_corpora(folder: Path, share: int = HELD_OUT) -> Counted:
    """Read all sources, less the share held out, into arrays of word numbers."""
    numbers: dict[str, int] = {START: 0}
    return Counted(numbers, {s.name: _sequence(folder, s, numbers, share) for s in SOURCES})


def _sequence(folder: Path, source: Source, numbers: dict[str, int], share: int) -> np.ndarray:
    sequence, previous = array("I"), ""
    for line in lines(folder, source, share=share):
        if line:
            if not runs_on(previous, line):
                sequence.append(0)
            for word in words_of(line):
                sequence.append(numbers.setdefault(word, len(numbers)))
        previous = line
    return np.frombuffer(sequence, np.uint32)


def syllable_list(folder: Path) -> dict[str, set[str]]:
    """Return the canonical syllables of the word lists, each with its spellings."""
    spellings: dict[str, set[str]] = defaultdict(set)
    for path in sorted((folder / "wordlists").glob("*yllables.txt")):
        for word in path.read_text("utf-8").split():
            spellings[canonical(word.lower())].add(word.lower())
    return spellings


def vocabulary(counted: Counted, syllables: dict[str, set[str]]) -> tuple[list[str], np.ndarray, np.ndarray]:
    """Return the words of the model, the number in it of every provisional word, and the provisional counts."""
    names = list(counted.numbers)
    counts = np.zeros(len(names), np.int64)
    for source in SOURCES:
        counts += source.weight * np.bincount(counted.sequences[source.name], minlength=len(names))
    words = list(CLASSES)
    for index in np.argsort(-counts, kind="stable"):
        name = names[index]
        if name in CLASSES or (name[0] == "^" and _spelled_out(name, syllables)):
            continue
        least = _LEAST_ACRONYM if name[0] == "^" else _LEAST_SYLLABLE if name in syllables else _LEAST_WORD
        if counts[index] >= least and len(words) < _MOST_WORDS:
            words.append(name)
    number = {word: index for index, word in enumerate(words)}
    mapped = [number.get(_class_of(name, syllables, number), number[WORD]) for name in names]
    return words, np.array(mapped, np.int64), counts


def _spelled_out(name: str, syllables: dict[str, set[str]]) -> bool:
    """Whether a word in capitals (`^TRƯỜNG`) is a syllable rather than an acronym."""
    bare = canonical(name[1:].lower())
    return bare in syllables and (not bare.isascii() or bare[-1].isdigit() or len(bare) > 4)


def _class_of(name: str, syllables: dict[str, set[str]], number: dict[str, int]) -> str:
    if name[0] != "^":
        return name
    if _spelled_out(name, syllables):
        return canonical(name[1:].lower())
    return name if name in number else ACRONYM
