"""Word lists that tell a language's words from broken ones: Vietnamese syllables, words of the four others."""

import lzma
import unicodedata
from bisect import bisect_left
from functools import cache
from pathlib import Path

PARAMETERS = Path(__file__).parent / "parameters"


@cache
def syllables() -> dict[str, int]:
    """Return the Vietnamese syllables, small letters, NFC, with the binary logarithm of their count in the corpora."""
    lines = (PARAMETERS / "syllables.tsv").read_text("utf-8").splitlines()[1:]
    return {word: int(count) for word, count in (line.split("\t") for line in lines)}


@cache
def words(language: str) -> frozenset[str]:
    """Return words of `en`, `uk`, `ru` (frequent ones) or `kk`, small letters; an empty set for any other language."""
    path = PARAMETERS / f"words.{language}.txt.xz"
    return frozenset(lzma.decompress(path.read_bytes()).decode().split("\n")) if path.exists() else frozenset()


def count_forms(language: str, stem: str) -> int:
    """Return how many frequent words of a language begin with `stem`."""
    ordered = _ordered(language)
    return bisect_left(ordered, stem + "\uffff") - bisect_left(ordered, stem)


@cache
def _ordered(language: str) -> tuple[str, ...]:
    return tuple(sorted(words(language)))


def is_slavic(word: str) -> bool:
    """Return whether a word in small letters is Russian, with `ё` or without, or Ukrainian."""
    return word in words("ru") or word in words("uk") or word.replace("ё", "е") in words("ru")


def is_syllable(word: str) -> bool:
    """Return whether a word, in any case and either tone placement, is a Vietnamese syllable."""
    return unicodedata.normalize("NFC", word).lower() in syllables()
