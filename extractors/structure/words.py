"""Words that lead, part and border phrases, by use and language, from data."""

import re
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

FOLDER = Path(__file__).parent / "knowledge"


@cache
def words(use: str, language: str) -> tuple[str, ...]:
    """Return the words of a use in a language, longest first."""
    rows = read_table(FOLDER / "term_words.tsv", ("use", "language", "word", "example"))
    found = [row["word"] for row in rows if row["use"] == use and row["language"] == language]
    return tuple(sorted(found, key=lambda word: -len(word)))


@cache
def pattern(use: str, language: str) -> re.Pattern[str]:
    """Return a pattern of the words of a use, as whole words; it never matches where there are none."""
    found = [re.escape(word).replace(r"\ ", r"\s+") for word in words(use, language)]
    ends = "" if use in ("short", "intro") else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)}){ends}" if found else r"(?!)", re.IGNORECASE)


@cache
def nominatives(language: str) -> tuple[tuple[str, str, str], ...]:
    """Return (gender, ending, nominative ending) of adjectives, longest ending first."""
    rows = read_table(FOLDER / "nominatives.tsv", ("language", "gender", "ending", "nominative", "example"))
    found = [(row["gender"], row["ending"], row["nominative"]) for row in rows if row["language"] == language]
    return tuple(sorted(found, key=lambda row: -len(row[1])))
