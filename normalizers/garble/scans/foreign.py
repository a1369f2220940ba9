"""Foreign words of scans that the document has elsewhere: `viđeo` beside *video*, `B-Leaming` beside *B-Learning*."""

import re
from collections import Counter
from collections.abc import Iterator

from normalizers.garble.model.lexicon import spellings
from normalizers.garble.scans.numbers import Change
from normalizers.triage.tokens import is_english

_WORD = re.compile(r"(?<![\w./@])[^\W\d_]{5,}(?![\w/@]|\.\w)")
_SEEN = 2  # times that the document has the word it is
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
        meant = {word for word in _printed(lower) if counts[word] >= _SEEN and word not in spellings()}
        if len(meant) == 1:
            word = meant.pop()
            yield (
                match.start(),
                read,
                word.capitalize() if read.istitle() else word.upper() if read.isupper() else word,
                "garble.word",
            )


def _printed(lower: str) -> Iterator[str]:
    """What may have been printed."""
    for printed, read in _TAKEN:
        at = lower.find(read)
        while at >= 0:
            yield lower[:at] + printed.lower() + lower[at + len(read) :]
            at = lower.find(read, at + 1)
