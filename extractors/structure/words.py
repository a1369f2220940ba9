"""Words that lead, part and border phrases, by use and language, from data."""

import re
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

FOLDER = Path(__file__).parent / "knowledge"


@cache
def words(use: str, language: str, table: str = "term_words.tsv") -> tuple[str, ...]:
    """Return the words of a use in a language, longest first."""
    rows = read_table(FOLDER / table, ("use", "language", "word"))
    found = [row["word"] for row in rows if row["use"] == use and row["language"] == language]
    return tuple(sorted(found, key=lambda word: -len(word)))


@cache
def pattern(use: str, language: str) -> re.Pattern[str]:
    """Return a pattern of the words of a use, as whole words; it never matches where there are none."""
    found = [re.escape(word).replace(r"\ ", r"\s+") for word in words(use, language)]
    ends = "" if use in ("short", "intro") else r"(?!\w)"
    return re.compile(rf"(?<!\w)(?:{'|'.join(found)}){ends}" if found else r"(?!)", re.IGNORECASE)


def listed(use: str, language: str) -> tuple[str, ...]:
    """Return the words of a use around figures, longest first."""
    return words(use, language, "requirement_words.tsv")


@cache
def either(use: str, language: str) -> str:
    """Return the words of a use around figures as an expression, which matches nothing where there are none."""
    found = "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in listed(use, language))
    return rf"(?:{found})(?!\w)" if found else "(?!)"


def behind_none(use: str, language: str) -> str:
    """Return a condition that none of the words of a use around figures stands right before."""
    return "".join(rf"(?<!{word})" for word in listed(use, language))


@cache
def nominatives(language: str) -> tuple[tuple[str, str, str], ...]:
    """Return (gender, ending, nominative ending) of adjectives, longest ending first."""
    rows = read_table(FOLDER / "nominatives.tsv", ("language", "gender", "ending", "nominative", "example"))
    found = [(row["gender"], row["ending"], row["nominative"]) for row in rows if row["language"] == language]
    return tuple(sorted(found, key=lambda row: -len(row[1])))
