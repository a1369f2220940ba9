"""Numbers and codes that a series proves: of a head `1 2 _ 4` with print in the third cell, the third is 3.

Only what stands between two that were read, in step with them, is filled in, and with a low confidence; a 1 and a 7 are
told apart so, too. Series run
along the heads of a table and down its first column; hours and marks are none.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from extractors.arranging.tables.gridding import by_sides
from extractors.arranging.tables.ruling import Ruled
from extractors.engines import Image
from extractors.reading.paper_tables.cells.cells import ink_of
from models.page import Box, Word

NUMBER = re.compile(r"([^\W\d_]{1,4} ?|)(\d{1,2})(\.?)")
SAME = 5.0
"""Points by which the edges of the cells of a row or of a column may differ."""
HEADS, LEAST, SHARE = 4, 3, 0.4
"""Rows of heads that may be numbered; entries that must be in step, and their share of those that were read."""
STROKES = frozenset("Il|!ÌÍìí_.-'Ị")
"""What a one that stands alone in its cell is read as."""
OTHER = re.compile(r"\d{4}|[^\W\d_]{6}")
"""What no misread number of a series holds."""
PROVED = 0.5
"""Confidence of what a series proves."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What stands at a place of a row or column: its letters, number and stop; None of each where it is no number."""

    cell: Box
    words: tuple[Word, ...]
    parts: tuple[str, int, str] | None


def complete(words: list[Word], tables: Sequence[Ruled], image: Image, dpi: int) -> list[Word]:
    """Return the words of a page with the numbers that the series of its tables prove."""
    new: list[Word] = []
    gone: set[int] = set()
    for table in tables:
        for lane in _lanes(table):
            places = [_place(cell, words) for cell in lane]
            for at, text in _proved(places):
                ink = ink_of(image, places[at].cell.inset(1.2), dpi)
                held = places[at].words
                if ink is None and not held:
                    continue
                box = ink or held[0].box
                new.append(Word(text, box, PROVED))
                gone.update(map(id, held))
    return [w for w in words if id(w) not in gone] + new if new else words


def _lanes(table: Ruled) -> list[list[Box]]:
    """Return the first rows of a table, left to right, and its first column, from the top down."""
    rows = by_sides(sorted(table.cells, key=lambda c: (c.y0, c.x0)), lambda c: (c.y0, c.y1), SAME)
    left = min((cell.x0 for cell in table.cells), default=0.0)
    column = sorted((c for c in table.cells if c.x0 <= left + SAME), key=lambda c: c.y0)
    top = sorted(rows, key=lambda r: r[0].y0)[:HEADS]
    return [sorted(row, key=lambda c: c.x0) for row in top] + [column]


def _place(cell: Box, words: Sequence[Word]) -> _Read:
    held = tuple(w for w in words if not w.turn and w.lies_in(cell))
    found = NUMBER.fullmatch(" ".join(w.text for w in held))
    return _Read(cell, held, (found[1], int(found[2]), found[3]) if found else None)


def _proved(places: Sequence[_Read]) -> list[tuple[int, str]]:
    """Return index and text of the entries that the others prove."""
    read = [(at, place.parts) for at, place in enumerate(places) if place.parts]
    read = [one for n, one in enumerate(read) if not _is_misread(read, n)]
    out = _first(places, read)
    for (a, first), (b, second) in zip(read, read[1:], strict=False):
        if b - a < 2 or first[0] != second[0] or second[1] - first[1] != b - a:
            continue
        step = [at for at, parts in read if parts[0] == first[0] and parts[1] - at == first[1] - a]
        alike = [at for at, parts in read if parts[0] == first[0]]
        if len(step) >= LEAST and len(step) >= SHARE * len(alike):
            between = [at for at in range(a + 1, b) if _is_open(places[at])]
            if len(between) == b - a - 1:  # `1 | 4030 | Geometry | 4` is a row of a table
                out += [(at, f"{first[0]}{first[1] + at - a}{first[2]}") for at in between]
    return out


def _is_misread(read: Sequence[tuple[int, tuple[str, int, str]]], n: int) -> bool:
    """Return whether a number is a one or a seven for the other, by both its neighbours: the 1 of `6 1 8`."""
    near = [one for at, one in enumerate(read) if at in (n - 1, n + 1) and one[1][0] == read[n][1][0]]
    told = {parts[1] + read[n][0] - at for at, parts in near}
    said, right = read[n][1][1], told.pop() if len(near) == 2 and len(told) == 1 else 0
    return said != right > 0 and str(said).replace("7", "1") == str(right).replace("7", "1")


def _first(places: Sequence[_Read], read: Sequence[tuple[int, tuple[str, int, str]]]) -> list[tuple[int, str]]:
    """Return the one that a column of numbers begins with, where nothing or a mere stroke was read in its place."""
    if not read or read[0][0] < 2 or read[0][1][1] != 2:
        return []
    (at, (letters, _, stop)), before = read[0], places[read[0][0] - 1]
    step = [n for n, parts in read if parts[0] == letters and parts[1] - n == 2 - at]
    lost = all(len(w.text) <= 2 and not set(w.text) - STROKES for w in before.words)
    return [(at - 1, f"{letters}1{stop}")] if lost and len(step) >= max(LEAST, SHARE * len(read)) else []


def _is_open(place: _Read) -> bool:
    """Return whether what was read at a place may be a misread number: nothing, or a few letters and figures."""
    said = " ".join(w.text for w in place.words)
    return len(said) <= 7 and not OTHER.search(said)
