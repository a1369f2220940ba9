"""Columns laid out with spaces that stand one space apart: figures and the words beside them, line for line.

`pdftotext -layout` leaves a single space between a column of numbers and one of names. It is told from the space
between two words by its place: in most lines figures end there, and words begin right behind.
"""

import re
from collections import Counter
from collections.abc import Sequence

FIGURES = re.compile(r"\d[\d.,/\-]*")
FEWEST, SHARE, CLOSED = 5, 0.5, 0.15
"""Lines with figures before the space, at least; their share of the lines that have words on both sides of it; share of
all lines in which words may stand over it, as heads do."""

Words = Sequence[tuple[int, int, str]]
"""The words of a piece: where each begins and ends, and its text."""


def tight_stripes(lines: Sequence[Sequence[Words]]) -> list[tuple[int, int]]:
    """Return the single spaces behind figures that part two columns of lines, given by the words of their pieces."""
    ends = Counter(
        piece[0][1]
        for pieces in lines
        for piece in pieces
        if len(piece) > 1
        and FIGURES.fullmatch(piece[0][2])
        and piece[1][0] == piece[0][1] + 1
        and piece[1][2][0].isalpha()
    )
    found = []
    for x, count in ends.items():
        over = sum(any(start <= x < end for piece in pieces for start, end, _ in piece) for pieces in lines)
        both = sum(any(piece[0][0] < x < piece[-1][1] for piece in pieces) for pieces in lines)
        if count >= max(FEWEST, SHARE * both) and over <= CLOSED * len(lines):
            found.append((x, x + 1))
    return found
