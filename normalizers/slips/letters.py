"""Wrong letters and figures inside Cyrillic words, where one try and no other makes a word that is known."""

import re
from collections.abc import Iterator
from functools import cache
from itertools import product
from pathlib import Path

from models.edits import Edit
from normalizers.knowledge import read_table
from normalizers.slips.evidence import CYRILLIC, Evidence

LETTERS = Path(__file__).parent / "knowledge" / "letters.tsv"

_MIXED = re.compile(r"(?<![\w.,/-])[A-Za-z\d\u0400-\u052f]{4,}(?![\w/]|[.,-]\w)")
_MOST_TRIES = 64
_STEM = 5  # letters of a stem with ґ, as of ґрунт


def letter_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each word of Cyrillic letters among which a Latin letter or a figure stands (`3АТВЕРДЖЕНО`)."""
    for match in _MIXED.finditer(evidence.text):
        word = match.group()
        foreign = [char for char in word if not CYRILLIC.match(char)]
        if not foreign or len(foreign) * 2 > len(word) or _is_counted(word, evidence):
            continue
        if after := _one_way(word, evidence):
            yield Edit(match.start(), match.end(), word, after, "slips.letters", confidence=0.97)


def stroked_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each Ukrainian г in a stem that the document has with ґ (`грунту` beside `обґрунтування`)."""
    stems = {stem for word in evidence.counts for stem in _stems(word, "ґ")}
    if not stems:
        return
    for match in evidence.found:
        word = match.group()
        for at, letter in enumerate(word):
            if letter in "гГ" and "ґ" + word[at + 1 : at + _STEM].lower() in stems:
                stroked = "Ґ" if letter == "Г" else "ґ"
                yield Edit(
                    match.start() + at, match.start() + at + 1, letter, stroked, "slips.letters", confidence=0.97
                )


def _stems(word: str, letter: str) -> Iterator[str]:
    """What begins with a letter in a word, and is long enough to tell it."""
    for at, own in enumerate(word):
        if own == letter and len(word) >= at + _STEM:
            yield word[at : at + _STEM]


def _is_counted(word: str, evidence: Evidence) -> bool:
    """Whether it is a number of two figures or more and the word behind it, without their space (`30лет`)."""
    rest = word.lstrip("0123456789")
    return len(word) - len(rest) >= 2 and evidence.is_known(rest)


def _one_way(word: str, evidence: Evidence) -> str | None:
    choices = [(char,) if CYRILLIC.match(char) else _letters().get(char, ()) for char in word]
    tries = 1
    for choice in choices:
        tries *= len(choice)
    if not 0 < tries <= _MOST_TRIES:
        return None
    made = {"".join(letters) for letters in product(*choices)}
    capitals = sum(char.isupper() for char in word) > len(word) / 2
    made = {tried.upper() if capitals else tried[0] + tried[1:].lower() for tried in made}
    known = {tried for tried in made if evidence.is_known(tried) or evidence.counts[tried.lower()] >= 2}
    if len(known) > 1 and word[0].isdigit():  # a figure is as tall as a capital
        known = {tried for tried in known if tried[0].isupper()}
    return known.pop() if len(known) == 1 else None


@cache
def _letters() -> dict[str, tuple[str, ...]]:
    table: dict[str, tuple[str, ...]] = {}
    for row in read_table(LETTERS, ("read", "letter", "reason")):
        table[row["read"]] = (*table.get(row["read"], ()), row["letter"])
    return table
