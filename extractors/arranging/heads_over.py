"""Heads over several columns: what stands at the middle of columns whose own heads are in the row below."""

from collections.abc import Sequence
from itertools import combinations, pairwise

OFF = 0.2
"""Share of the width of its columns by which such a head may stand off their middle."""
NEARER = 2.0
"""Points by which a head stands nearer to the middle of one column, where it is of that one."""
MOST = 4
"""Heads beside each other that are told apart, at most."""

Span = tuple[float, float]


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
