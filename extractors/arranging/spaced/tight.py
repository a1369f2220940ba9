"""Columns laid out with spaces that stand one space apart: figures and the words beside them, line for line.

`pdftotext -layout` leaves a single space between a column of numbers and one of names. It is told from the space
between two words by its place: in most lines figures end there, and words begin right behind.
"""

import re
from collections import Counter
from collections.abc import Sequence

from normalizers.letters import lettered

FIGURES, LETTERS = re.compile(r"\d[\d.,/\-]*"), re.compile(lettered(r"\p{Lu}{1,4}"))
"""The figures of a code, and what it has before them: `ОК 12`."""
FEWEST, LEAST, SHARE, CLOSED = 5, 2, 0.5, 0.15
"""Lines with figures before the space, at least; those with words right behind it; share of the first in the lines that
have words on both sides of it; share of all lines in which words may stand over it, as heads do."""

Words = Sequence[tuple[int, int, str]]
"""The words of a piece: where each begins and ends, and its text."""


def tight_stripes(lines: Sequence[Sequence[Words]]) -> list[tuple[int, int]]:
    """Return the single spaces behind figures that part two columns of lines, given by the words of their pieces."""
    ends: Counter[int] = Counter()
    parted: Counter[int] = Counter()
    for piece in (piece for pieces in lines for piece in pieces):
        for at, (_, end, text) in enumerate(piece):
            behind = piece[at + 1] if at + 1 < len(piece) else None
            beside = behind is not None and behind[0] == end + 1 and behind[2][0].isalpha()
            if FIGURES.fullmatch(text) and (beside or behind is None):
                ends[end] += 1
                parted[end] += beside
            if not LETTERS.fullmatch(text):
                break
    found = []
    for x, count in ends.items():
        over = sum(any(start <= x < end for piece in pieces for start, end, _ in piece) for pieces in lines)
        both = sum(any(piece[0][0] < x < piece[-1][1] for piece in pieces) for pieces in lines)
        if count >= max(FEWEST, SHARE * both) and parted[x] >= LEAST and over <= CLOSED * len(lines):
            found.append((x, x + 1))
    return found
