"""Error rates of repaired text against what was meant, line by line: characters, words, diacritics."""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass

from rapidfuzz.distance import LCSseq, Levenshtein

_BEAR_MARKS = frozenset("aeiouyd")


@dataclass(frozen=True, slots=True)
class Rates:
    """Counts of what was meant and of what came out wrong.

    A word is wrong where it is not reproduced exactly and in order. A diacritic is wrong where a letter that may bear
    a mark of Vietnamese (a, e, i, o, u, y, d) came out with another one, or did not come out at all.
    """

    characters: int = 0
    characters_wrong: int = 0
    words: int = 0
    words_wrong: int = 0
    marks: int = 0
    marks_wrong: int = 0

    def __add__(self, other: "Rates") -> "Rates":
        return Rates(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def character(self) -> float:
        """Character error rate; it exceeds 1 where more is wrong than was meant."""
        return self.characters_wrong / max(1, self.characters)

    @property
    def word(self) -> float:
        """Word error rate, 0 to 1; words that were added do not count."""
        return self.words_wrong / max(1, self.words)

    @property
    def diacritic(self) -> float:
        """Diacritic error rate, 0 to 1."""
        return self.marks_wrong / max(1, self.marks)


def rates(meant: str, said: str) -> Rates:
    """Return the errors of a text whose line n stands for line n of what was meant."""
    return sum((_of_line(a, b) for a, b in zip(meant.split("\n"), said.split("\n"), strict=True)), Rates())


def _of_line(meant: str, said: str) -> Rates:
    meant, said = _plain(meant), _plain(said)
    words, theirs = meant.split(), said.split()
    marks, marks_wrong = _marks(meant, said)
    return Rates(
        len(meant), Levenshtein.distance(meant, said),
        len(words), len(words) - LCSseq.similarity(words, theirs),
        marks, marks_wrong,
    )  # fmt: skip


def _plain(text: str) -> str:
    return re.sub(r"\s+", " ", unicodedata.normalize("NFC", text)).strip()


def _marks(meant: str, said: str) -> tuple[int, int]:
    """Return how many letters of a line may bear a mark, and how many of them came out with another or not at all."""
    skeleton, theirs = bare(meant).lower(), bare(said).lower()
    kept = {
        step.src_start + offset
        for step in Levenshtein.opcodes(skeleton, theirs)
        if step.tag == "equal"
        for offset in range(step.src_end - step.src_start)
        if meant[step.src_start + offset].lower() == said[step.dest_start + offset].lower()
    }
    places = [place for place, letter in enumerate(skeleton) if letter in _BEAR_MARKS]
    return len(places), sum(place not in kept for place in places)


def bare(text: str) -> str:
    """Return the text without the marks of its letters, letter for letter."""
    return "".join({"đ": "d", "Đ": "D"}.get(c) or unicodedata.normalize("NFD", c)[0] for c in text)


def together(measured: Iterable[Rates]) -> Rates:
    """Return the sum of several rates."""
    return sum(measured, Rates())
