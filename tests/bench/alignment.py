"""Errors of a reading against printed pieces of lines, whatever order the reading puts them in.

Every gold piece is looked for where it fits best in what is left of the reading; what no piece takes is an error too.
"""

import unicodedata
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from rapidfuzz.distance import Levenshtein


@dataclass(frozen=True, slots=True)
class Errors:
    """Counts of characters without spaces: on paper, wrong; letters with marks, those misread; not on paper."""

    gold: int = 0
    wrong: int = 0
    marked: int = 0
    marks_wrong: int = 0
    extra: int = 0

    def __add__(self, other: "Errors") -> "Errors":
        return Errors(*(getattr(self, name) + getattr(other, name) for name in self.__slots__))

    @property
    def rate(self) -> float:
        """Character error rate, characters that are not on paper among them."""
        return (self.wrong + self.extra) / self.gold if self.gold else 0.0

    @property
    def mark_rate(self) -> float:
        """Share of the letters with Vietnamese marks that were misread."""
        return self.marks_wrong / self.marked if self.marked else 0.0


def errors(pieces: list[str], reading: str) -> Errors:
    """Return the errors of a reading; spaces do not count."""
    left = _squeeze(reading)
    total = Errors()
    for piece in sorted((_squeeze(piece) for piece in pieces), key=len, reverse=True):
        if not piece:
            continue
        start, end = best_place(piece, left)
        total += _compare(piece, left[start:end])
        left = left[:start] + "\x00" + left[end:]
    return total + Errors(extra=len(left.replace("\x00", "")))


def _squeeze(text: str) -> str:
    folded = unicodedata.normalize("NFC", text)
    for dash in "‐‑‒–—−":
        folded = folded.replace(dash, "-")
    for quote in "“”„«»":
        folded = folded.replace(quote, '"')
    return "".join(folded.split())


def best_place(piece: str, text: str) -> tuple[int, int]:
    """Return start and end of the stretch with the fewest edits to the piece; (0, 0) where all of it must be edited."""
    exact = text.find(piece)
    if exact >= 0:
        return exact, exact + len(piece)
    if not text:
        return 0, 0
    ends = _distances(piece, text)
    end = int(ends.argmin())
    if ends[end] >= len(piece):
        return 0, 0
    if end + 1 < len(ends) and ends[end + 1] == ends[end]:
        end += 1  # a last letter misread, rather than one lost and one too many
    starts = _distances(piece[::-1], text[:end][::-1])
    return end - int(np.flatnonzero(starts == starts.min())[-1]), end


def _distances(piece: str, text: str) -> NDArray[np.int64]:
    """Return, for every end in the text, the fewest edits between the piece and a stretch that ends there."""
    letters = np.frombuffer(text.encode("utf-32-le"), np.uint32)
    places = np.arange(len(letters) + 1)
    row = np.zeros(len(letters) + 1, np.int64)
    for number, letter in enumerate(piece, 1):
        step = np.empty_like(row)
        step[0] = number
        step[1:] = np.minimum(row[:-1] + (letters != ord(letter)), row[1:] + 1)
        row = np.minimum.accumulate(step - places) + places
    return row


def _compare(piece: str, found: str) -> Errors:
    wrong = marks = 0
    for edit in Levenshtein.editops(piece, found):
        wrong += 1
        marks += edit.tag != "insert" and edit.src_pos < len(piece) and has_mark(piece[edit.src_pos])
    return Errors(len(piece), wrong, sum(map(has_mark, piece)), marks)


def has_mark(letter: str) -> bool:
    """Return whether a letter is one of those that Vietnamese adds to Latin."""
    return letter in "đĐ" or len(unicodedata.normalize("NFD", letter)) > 1


def cells_f1(gold: list[list[list[str]]], said: list[list[list[str]]]) -> tuple[int, int, int]:
    """Return (right, wanted, said) cells of tables: rows paired by likeness, cells equal at nine tenths in place."""
    rows = [row for table in said for row in table]
    wanted = sum(bool(cell.strip()) for table in gold for row in table for cell in row)
    given = sum(bool(cell.strip()) for row in rows for cell in row)
    right = 0
    for row in (row for table in gold for row in table):
        scores = [sum(_same(a, b) for a, b in zip(row, other, strict=False)) for other in rows]
        if scores and max(scores):
            right += max(scores)
            rows.pop(scores.index(max(scores)))
    return right, wanted, given


def _same(a: str, b: str) -> bool:
    x, y = _squeeze(a).lower(), _squeeze(b).lower()
    return bool(x) and Levenshtein.normalized_similarity(x, y) >= 0.9
