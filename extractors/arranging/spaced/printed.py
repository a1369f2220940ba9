"""Lines of a text file as pieces between wide gaps, each at its columns."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_PIECE = re.compile(r"(?:[•▪●◦‣➢] {1,6}(?=[^\W\d_]))?\S+(?:[ \u00a0]\S+)*")
_RULE = re.compile(r"[-=_—–]{3,}")
_GAP = re.compile(r"\S {2,}[^\s|]")
_BAR = re.compile(r"(?<= )(?:_ )?[|¦](?= )")
"""A rule of a drawn table that was read as a sign, beside a gap of its line."""


@dataclass(frozen=True, slots=True)
class Piece:
    """What stands between two wide gaps: columns of its first letter and after its last, and its text."""

    x0: int
    x1: int
    text: str


@dataclass(frozen=True, slots=True)
class Printed:
    """A line of a text with its number there; `pieces` are left to right, `blanks` the empty lines above it."""

    index: int
    pieces: tuple[Piece, ...]
    blanks: int = 0

    @property
    def is_rule(self) -> bool:
        """Whether the line is nothing but dashes."""
        return all(_RULE.fullmatch(piece.text.replace(" ", "")) for piece in self.pieces)


def printed(index: int, line: str, blanks: int = 0) -> Printed:
    """Return a line with its pieces; marks above and below letters take no column."""
    if _GAP.search(line):
        line = _BAR.sub(lambda bar: " " * len(bar[0]), line)
    places = [0]
    for letter in line:
        places.append(places[-1] + printed_width(letter))
    return Printed(index, tuple(Piece(places[m.start()], places[m.end()], m[0]) for m in _PIECE.finditer(line)), blanks)


def printed_width(text: str) -> int:
    """Return the columns that a text takes: marks above and below letters take none."""
    return sum(not (unicodedata.combining(c) or c in "\ufeff\u200b\u00ad") for c in text)


def blocks(lines: Sequence[tuple[int, str]], *, blanks: int) -> Iterator[list[Printed]]:
    """Yield the lines, given with their numbers, that follow each other with so many empty ones between at most."""
    block: list[Printed] = []
    empty = 0
    for index, text in lines:
        if not text.strip():
            empty += 1
            continue
        if block and (empty > blanks or index != block[-1].index + 1 + empty):
            yield block
            block, empty = [], 0
        block.append(printed(index, text, empty if block else 0))
        empty = 0
    if block:
        yield block


def words_of(piece: Piece) -> list[Piece]:
    """Return the words of a piece, each at its place."""
    out: list[Piece] = []
    at = 0
    for match in re.finditer(r"\S+", piece.text):
        shift = printed_width(piece.text[at : match.start()])
        start = (out[-1].x1 if out else piece.x0) + shift
        width = printed_width(match[0])
        out.append(Piece(start, start + width, match[0]))
        at = match.end()
    return out
