"""Heads over several columns: what stands at the middle of columns whose own heads are in the row below."""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations, pairwise, product

from extractors.arranging.tables.gutters import Row, least_gap, pieces, span_of
from models.page import Box, Word

OFF = 0.2
"""Share of the width of its columns by which such a head may stand off their middle."""
NEARER = 2.0
"""Points by which a head stands nearer to the middle of one column, where it is of that one."""
MOST = 4
"""Heads beside each other that are told apart, at most."""

Span = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Head:
    """A head of two rows: the y between them, the columns of each head over several, the `rows` it was taken for."""

    middle: float
    over: tuple[tuple[int, int], ...]
    rows: int


def head_over(groups: Sequence[Sequence[Row]], xs: Sequence[float], unit: float) -> Head | None:
    """Return the head of two rows that the lines of the first row, or of the first two, make; None where it is none."""
    for rows, (upper, lower) in enumerate(((groups[0], groups[0]), groups[:2]) if len(groups) > 1 else (), 1):
        for above, below in product(upper, lower):
            if above.middle + 0.5 * unit > below.middle:
                continue
            heads = [span_of(run) for run in pieces(above, least_gap(unit))]
            columns = sorted({_column(word, xs) for word in below.words})
            over = over_columns(heads, columns, xs)
            own = {_column(word, xs) for row in upper if row is not above for word in row.words}
            if rows > 1 and any(first <= column <= last for first, last in over for column in own):
                continue  # one line of a head beside the others of its row
            if over and (rows == 1 or _is_free(over, upper, lower, xs)):
                return Head((above.box.y1 + below.box.y0) / 2, tuple(over), rows)
    return None


def _is_free(over: Sequence[Span], upper: Sequence[Row], lower: Sequence[Row], xs: Sequence[float]) -> bool:
    """Return whether the columns beside heads over several have words in one of two rows only, and no figures."""
    beside = [{_column(w, xs) for row in rows for w in row.words} for rows in (upper, lower)]
    both = {c for c in beside[0] & beside[1] if not any(a <= c <= b for a, b in over)}
    return not both and not any(w.text.isdigit() and len(w.text) > 1 for row in lower for w in row.words)


def _column(word: Word, xs: Sequence[float]) -> int:
    box = word.box
    return sum(x <= box.middle_x for x in xs[1:-1]) if box else 0


def head_cells(head: Head, xs: Sequence[float], ends: tuple[float, float]) -> list[Box]:
    """Return the cells of a head of two rows between its ends: those beside heads over several are as high as it."""
    top, bottom = ends
    cells = [Box(xs[first], top, xs[last + 1], head.middle) for first, last in head.over]
    for column, (left, right) in enumerate(pairwise(xs)):
        lower = any(first <= column <= last for first, last in head.over)
        cells.append(Box(left, head.middle if lower else top, right, bottom))
    return cells


def over_columns(heads: Sequence[Span], below: Sequence[int], xs: Sequence[float]) -> list[tuple[int, int]]:
    """Return first and last column of the heads, given from the left by where they begin and end, that stand over the
    columns filled `below`; `xs` are the borders of columns, both ends among them. Empty where there is no such head."""
    count = len(xs) - 1
    found: list[tuple[int, int]] = []
    for first, last in _stretches(sorted(set(below)), count):
        inside = [head for head in heads if xs[first] < (head[0] + head[1]) / 2 < xs[last + 1]]
        if last > first and 0 < len(inside) <= min(MOST, last - first):
            found += _parted(inside, (first, last), xs)
    return [(first, last) for first, last in found if last > first]


def _stretches(columns: Sequence[int], count: int) -> list[tuple[int, int]]:
    """Return the runs of columns that follow each other."""
    out: list[tuple[int, int]] = []
    for column in columns:
        if column >= count:
            continue
        if out and out[-1][1] == column - 1:
            out[-1] = (out[-1][0], column)
        else:
            out.append((column, column))
    return out


def _parted(heads: Sequence[Span], stretch: tuple[int, int], xs: Sequence[float]) -> list[tuple[int, int]]:
    """Return the columns of each of the heads over a stretch: the parts of it that they stand in the middle of."""
    first, last = stretch
    best: list[tuple[int, int]] = []
    least = float("inf")
    for cuts in combinations(range(first + 1, last + 1), len(heads) - 1):
        edges = [first, *cuts, last + 1]
        parts = [(a, b - 1) for a, b in pairwise(edges)]
        off = [abs((a + b) / 2 - (xs[p] + xs[q + 1]) / 2) / (xs[q + 1] - xs[p])
               for (a, b), (p, q) in zip(heads, parts, strict=True)]  # fmt: skip
        own = any(_is_of_one(head, part, xs) for head, part in zip(heads, parts, strict=True))
        if max(off) <= OFF and sum(off) < least and not own:
            best, least = parts, sum(off)
    return best


def _is_of_one(head: Span, part: tuple[int, int], xs: Sequence[float]) -> bool:
    """Return whether a head stands nearer to the middle of one of its columns than to that of all."""
    at = (head[0] + head[1]) / 2
    whole = abs(at - (xs[part[0]] + xs[part[1] + 1]) / 2)
    one = min(abs(at - (xs[c] + xs[c + 1]) / 2) for c in range(part[0], part[1] + 1))
    return one + NEARER < whole
