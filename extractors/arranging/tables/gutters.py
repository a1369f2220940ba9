"""Columns without rules: the white gutters that the lines of a table leave free, one below the other."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from models.page import Box, Word

GUTTER = 0.5
"""White space between two columns, in lines of single spacing, at least."""
LEAST = 5.0
"""The same in points."""
SINGLE, INK = 1.15, 1.3
"""A line of single spacing in sizes of the type, and the size of the type in heights of the ink of a word."""
BESIDE = 0.75
"""Lines of single spacing below which two lines stand beside each other."""
WORDS = 0.4
"""White between two words, in lines of single spacing, that is wider than a space."""
CROSSED = 0.12
"""Share of the lines that may cross a gutter: headings of groups, cells over several columns."""


@dataclass(frozen=True, slots=True)
class Row:
    """A printed line of words that stand level, left to right, with what it takes of the page."""

    words: tuple[Word, ...]
    box: Box

    @property
    def middle(self) -> float:
        """The y of the middle."""
        return self.box.middle_y


@dataclass(frozen=True, slots=True)
class Gutter:
    """A white stripe from the top of a table to its foot."""

    x0: float
    x1: float

    @property
    def middle(self) -> float:
        """The x of the middle."""
        return (self.x0 + self.x1) / 2


def row_of(words: Sequence[Word]) -> Row:
    """Return the line that words with boxes make; its height is that of the usual word."""
    boxes = [w.box for w in words if w.box]
    top, bottom = median(b.y0 for b in boxes), median(b.y1 for b in boxes)
    return Row(tuple(words), Box(min(b.x0 for b in boxes), top, max(b.x1 for b in boxes), bottom))


def unit_of(words: Sequence[Word]) -> float:
    """Return the height of a line of single spacing: by the size of the type, or by the ink where it is not known."""
    sizes = [w.size for w in words if w.size]
    if sizes:
        return SINGLE * median(sizes)
    high = [w.box.height for w in words if w.box and len(w.text) > 2]
    return SINGLE * INK * median(high) if high else 12.0


def pieces(row: Row, least: float) -> list[tuple[Word, ...]]:
    """Return a line's words in runs, parted where the white between two is at least so many points."""
    runs: list[list[Word]] = []
    edge = float("-inf")
    for word in row.words:
        box = word.box or row.box
        if runs and box.x0 - edge < least:
            runs[-1].append(word)
        else:
            runs.append([word])
        edge = max(edge, box.x1)
    return [tuple(run) for run in runs]


def span_of(words: Sequence[Word]) -> tuple[float, float]:
    """Return the left and the right end of words."""
    boxes = [w.box for w in words if w.box]
    return min(b.x0 for b in boxes), max(b.x1 for b in boxes)


def least_gap(unit: float) -> float:
    """Return the points of white from which words stand in different columns."""
    return max(LEAST, GUTTER * unit)


def gutters_of(rows: Sequence[Row], unit: float, *, crossed: float = CROSSED, lines: int = 2) -> list[Gutter]:
    """Return the gutters between the columns of lines; so large a share of the lines may cross one, so many must stand
    on either side: one where rules say that a head over nothing is of the table."""
    least, bound = least_gap(unit), int(crossed * len(rows))
    events: list[tuple[float, int]] = []
    for row in rows:
        for run in pieces(row, least):
            x0, x1 = span_of(run)
            events += [(x0, 1), (x1, -1)]
    events.sort(key=lambda event: (event[0], -event[1]))
    found, depth, free = [], 0, None
    for x, step in events:
        depth += step
        if step > 0 and depth == bound + 1:
            if free is not None and x - free >= least:
                found.append(Gutter(free, x))
            free = None
        elif step < 0 and depth == bound and free is None:
            free = x
    return [g for g in found if _parts(rows, g, lines)]


def _parts(rows: Sequence[Row], gutter: Gutter, lines: int) -> bool:
    """Return whether a gutter has words of so many lines on each of its sides."""
    left = sum(row.box.x0 < gutter.middle for row in rows)
    right = sum(row.box.x1 > gutter.middle for row in rows)
    return min(left, right) >= min(lines, len(rows))


def real(gutters: Sequence[Gutter], rows: Sequence[Row], unit: float) -> list[Gutter]:
    """Return the gutters without those between two columns of which no line has both: a head set off its column.

    A line has what stands at half height beside it too: the one line of a cell beside the two of its neighbour.
    """
    sides = [[b for b in rows if abs(b.middle - a.middle) < BESIDE * unit] for a in rows]
    left = list(gutters)
    place = 0
    while place < len(left):
        bounds = [float("-inf"), *(g.middle for g in left), float("inf")]
        both = any(
            _fills(side, bounds[place], bounds[place + 1]) and _fills(side, bounds[place + 1], bounds[place + 2])
            for side in sides
        )
        if both:
            place += 1
        else:
            left.pop(place)
    return left


def _fills(rows: Sequence[Row], start: float, end: float) -> bool:
    return any(word.box and start < word.box.middle_x < end for row in rows for word in row.words)


def eased(gutters: Sequence[Gutter], rows: Sequence[Row], unit: float) -> list[Gutter]:
    """Return gutters as narrow as the fullest cells beside them leave them, those that the gutters were found without:
    the widest white of a line within a gutter is its border there."""
    out = []
    for gutter in gutters:
        x0, x1 = gutter.x0, gutter.x1
        for row in rows:
            white = _white(row, gutter)
            if white and white[1] - white[0] >= WORDS * unit:
                x0, x1 = max(x0, white[0]), min(x1, white[1])
        out.append(Gutter(x0, x1) if x1 - x0 > 1 else gutter)
    return out


def _white(row: Row, gutter: Gutter) -> tuple[float, float] | None:
    """Return the widest white of a line, between words on both sides of a gutter, that lies in it; None of a line that
    leaves it free, or has words on one side of it alone."""
    boxes = [w.box for w in row.words if w.box]
    whites = [(b.x0 - a.x1, max(a.x1, gutter.x0), min(b.x0, gutter.x1)) for a, b in pairwise(boxes)]
    within = [(wide, a, b) for wide, a, b in whites if b > a]
    return max(within)[1:] if len(within) > 1 else None


def crosses(row: Row, gutters: Sequence[Gutter], unit: float) -> bool:
    """Return whether a run of a line's words lies over a gutter; over a narrow one, whether a word does."""
    least = least_gap(unit)
    for run in pieces(row, least):
        x0, x1 = span_of(run)
        over = [g for g in gutters if x0 < g.x0 - 1 and x1 > g.x1 + 1]
        within = [(w.box.x0, w.box.x1) for w in run if w.box]
        if any(g.x1 - g.x0 >= least or any(a < g.middle < b for a, b in within) for g in over):
            return True
    return False
