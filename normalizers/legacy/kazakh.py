"""Kazakh written with letters of other alphabets: old fonts drew its letters in their places (`жјне`, `ҥшін`).

What gives it away are words of the text that no language of Cyrillic has as they stand and Kazakh has once brought
back. Ukrainian has three of the letters: its words stay.
"""

import re
from functools import cache, lru_cache

from normalizers.knowledge import read_table
from normalizers.legacy.evidence import Run, line_start
from normalizers.legacy.tables import KNOWLEDGE
from normalizers.triage.lexicon import words

_WORD = re.compile(r"[\u0400-\u052f]+")
_LEAST, _LEAST_SHORT, _SHORT = 3, 2, 80
"""Distinct known words of four letters, in a text of so many characters and in a shorter one."""
_KNOWN = 0.4
"""Share of the distinct words of four letters with such a letter that Kazakh knows once brought back."""


@lru_cache(maxsize=4)
def find_kazakh(text: str) -> tuple[Run, ...]:
    """Return a run for each line with such words; none where the evidence is thin."""
    signs, letters = _signs()
    if not signs.search(text):
        return ()
    sound = words("uk"), words("ru")
    signed = (match for match in _WORD.finditer(text) if signs.search(match[0]))
    found = [match for match in signed if not any(match[0].lower() in own for own in sound)]
    long = {word: _is_known(word.translate(letters)) for match in found if len(word := match.group().lower()) >= 4}
    known = sum(long.values())
    if known < (_LEAST_SHORT if len(text) < _SHORT else _LEAST) or known < _KNOWN * len(long):
        return ()
    lines: dict[int, list[tuple[int, int, str]]] = {}
    for match in found:
        token = match.start(), match.end(), match.group().translate(letters)
        lines.setdefault(line_start(text, match.start()), []).append(token)
    return tuple(Run(line[0][0], line[-1][1], "kazakh", tuple(line)) for line in lines.values())


def _is_known(word: str) -> bool:
    return word in words("kk")


@cache
def _signs() -> tuple[re.Pattern[str], dict[int, str]]:
    """Return what finds a sign, and the letter of each, capitals too."""
    rows = read_table(KNOWLEDGE / "kazakh.tsv", ("letter", "sign", "source", "example"))
    small = {row["sign"]: row["letter"] for row in rows}
    both = small | {sign.upper(): letter.upper() for sign, letter in small.items()}
    return re.compile(f"[{''.join(both)}]"), str.maketrans(both)
