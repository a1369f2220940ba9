"""Figures that a layer writes for letters throughout: in short words, abbreviations and initials (`ПП0С`, `0.Л. Кит`).

Words of four letters tell it by themselves (`normalizers.slips.letters`). What is too short for that is read so only
where several of them did, and the letter itself is rare. Codes and numbers stay: `ПК3`, `06 мая`.
"""

import re
from collections import defaultdict
from collections.abc import Iterator

from models.edits import Edit
from normalizers.letters import CAPITALS, SMALL
from normalizers.slips.evidence import Evidence
from normalizers.slips.letters import letter_edits

_LEAST = 3
"""Different words that have the figure for the letter."""
_SHARE = 3
"""The letter stands in at most so many places for each of them."""
_NAMES = re.compile(rf"(?<![\w.])(?P<figures>\d)(?=\.\s?[{CAPITALS}]\.\s?[{CAPITALS}][{SMALL}])")
_CAPITALS = re.compile(rf"(?<![\w.-])(?P<figures>(?:\d?[{CAPITALS}]+)+0?)(?![\w-]|\.\d)")
"""An abbreviation: a figure before letters, each alone; behind them a round one at most, for codes end in others."""
_TITLES = re.compile(rf"(?<=[«\"“])(?P<figures>\d\d)(?= [{SMALL}]\w{{3}})")
"""The preposition that titles of acts begin with: `«06 утверждении`."""


def figure_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each short word, abbreviation and initial with figures that the document has for letters."""
    letters = _throughout(evidence)
    for pattern in (_NAMES, _CAPITALS, _TITLES) if letters else ():
        for match in pattern.finditer(evidence.text):
            read = match["figures"]
            after = "".join(letters.get(char, char) for char in read)
            if pattern is _TITLES:
                after = after[0] + after[1].lower()
            short = len(read) < 3 and pattern is _CAPITALS
            if after != read and not short and not re.search(r"\d", after):
                yield Edit(*match.span("figures"), read, after, "slips.figures", confidence=0.95)


def _throughout(evidence: Evidence) -> dict[str, str]:
    """Return the capital for each figure that stands for it in several words, where the letter itself is rare."""
    told = defaultdict[tuple[str, str], set[str]](set)
    for edit in letter_edits(evidence):
        for read, letter in zip(edit.before, edit.after, strict=True):
            if read.isdigit():
                told[read, letter.upper()].add(edit.after.lower())
    text = evidence.text
    return {
        read: letter
        for (read, letter), words in told.items()
        if len(words) >= _LEAST and text.count(letter if read in "03" else letter.lower()) <= _SHARE * len(words)
    }
