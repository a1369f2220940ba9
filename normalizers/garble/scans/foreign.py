"""Foreign words of scans that the document has elsewhere: `viđeo` beside *video*, `B-Leaming` beside *B-Learning*.

Beside an English word a string that is none is the one English word that a slip or two part it from: slanted English in
small print loses most (`Aeademic Affairs`, `Credif`).
"""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change
from normalizers.triage.tokens import is_english

_WORD = re.compile(r"(?<![\w./@])[^\W\d_]{5,}(?![\w/@]|\.\w)")
_BEFORE, _BEHIND = re.compile(r"([^\W\d_]+)[ /(]{1,2}$"), re.compile(r" ([^\W\d_]+)")
_SEEN = 2  # times that the document has the word it is
_LEAST_TWICE = 8  # letters of a word with two slips
_SLANTED = (
    ("c", "e"),
    ("f", "ƒ"),
    ("fi", "fì"),
    ("t", "f"),
    ("ti", "fi"),
    ("d", "đ"),
    ("rn", "m"),
    ("i", "ì"),
    ("i", "í"),
    ("h", "li"),
    ("e", "é"),
)
_TAKEN = (("rn", "m"), ("m", "rn"), ("fi", "ñ"), ("d", "đ"), ("e", "c"), ("i", "í"), ("i", "ì"), ("I", "l"), ("o", "ó"))


def foreign_changes(text: str) -> Iterator[Change]:
    """Yield the words that are none, and that one sure slip parts from a foreign word of the document."""
    found = list(_WORD.finditer(text))
    counts = Counter(match.group().lower() for match in found)
    for match in found:
        read = match.group()
        lower = read.lower()
        if counts[lower] > 1 or lower in spellings() or is_english(read):
            continue
        meant = {word for word in _printed(lower, _TAKEN) if counts[word] >= _SEEN and word not in spellings()}
        meant = meant or (_english(lower) if _beside_english(text, match) else set())
        if len(meant) == 1:
            word = meant.pop()
            yield (
                match.start(),
                read,
                word.capitalize() if read.istitle() else word.upper() if read.isupper() else word,
                "garble.word",
            )


def _beside_english(text: str, match: re.Match[str]) -> bool:
    """Whether a word beside a string is English and no syllable of Vietnamese."""
    before, behind = _BEFORE.search(text[: match.start()]), _BEHIND.match(text[match.end() :])
    near = [found[1] for found in (before, behind) if found]
    return any(len(word) > 1 and is_english(word) and word.lower() not in spellings() for word in near)


def _english(lower: str) -> set[str]:
    """The English words that a slip, or two in a long one, parts a string from."""
    once = set(_printed(lower, _SLANTED))
    found = {word for word in once if is_english(word)}
    if not found and len(lower) >= _LEAST_TWICE:
        found = {word for one in once for word in _printed(one, _SLANTED) if is_english(word)}
    return found


def _printed(lower: str, taken: Sequence[tuple[str, str]]) -> Iterator[str]:
    """What may have been printed."""
    for printed, read in taken:
        at = lower.find(read)
        while at >= 0:
            yield lower[:at] + printed.lower() + lower[at + len(read) :]
            at = lower.find(read, at + 1)
