"""Latin abbreviations that a model of Cyrillic letters is sure of, `RAG` as `ВАС`, and codes that are none."""

import re
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table
from normalizers.unicode.twins import to_cyrillic

KNOWLEDGE = Path(__file__).parents[2] / "knowledge" / "latin_capitals.tsv"
SURE, LEAST, LONGEST = 0.9, 0.6, 6
"""Confidence of a Latin abbreviation, that of one before a Cyrillic half of the word, and its letters at most."""
NUMBERED = re.compile(r"[^\W\d_]{1,4}\d{1,2}")
"""Letters and figures behind them, as in codes."""
UNITS = ("ECTS",)
"""What is Latin though it ends in what may be a figure, and has one letter that no Cyrillic one looks like."""


def capitals_of(text: str) -> str:
    """Return the capitals in front of a word that may be a Latin abbreviation by its strokes; nothing where none."""
    front = bare(text).split("-")[0]
    may = 1 < len(front) <= LONGEST and all(any(ch in read for read in _shapes().values()) for ch in front)
    return front if may and sum(map(str.isalpha, front)) > len(front) / 2 else ""


def is_abbreviation(own: str, latin: str, sure: float) -> bool:
    """Return whether the Latin reading of a word, of a confidence of 0 to 1, has letters that the other model reads as
    the capitals in its front, some of them of its own."""
    latin = bare(latin)
    front, read = latin.split("-")[0], capitals_of(own)
    if len(front) != len(read) or not all(b in _shapes().get(a, "") for a, b in zip(front, read, strict=True)):
        return False
    apart = _apart(front)
    return apart > 0 and sure >= (SURE if apart < 2 or latin == front else LEAST)


def loses_figure(own: str, latin: str) -> bool:
    """Return whether the figure behind the letters of a code is a letter in the Latin reading, and the others are the
    same by their strokes: `ОК5` as `OKS`, but not `ЕСТ5` as `ECTS`."""
    word = bare(latin)
    return bool(NUMBERED.fullmatch(bare(own))) and word.isalpha() and _apart(word) < 2 and word not in UNITS


def bare(text: str) -> str:
    """Return a word without the signs around it."""
    return text.strip(".,;:()«»\"'")


def _apart(latin: str) -> int:
    """Return how many letters look like no Cyrillic one."""
    return sum(letter == to_cyrillic(letter) for letter in latin)


@cache
def _shapes() -> dict[str, str]:
    return {row["latin"]: row["read"] for row in read_table(KNOWLEDGE, ("latin", "read"))}
