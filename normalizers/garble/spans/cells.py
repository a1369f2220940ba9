"""Cells of a column with one of a few words each (ranks, sexes): a misread one is what the others tell it to be."""

from collections import Counter, defaultdict
from functools import cache
from itertools import pairwise
from pathlib import Path

import numpy as np

from normalizers.garble.search.readings import Reading
from normalizers.knowledge import read_table

Entry = tuple[Reading, int]  # a reading and, where the one before took its place, that one's index

_TABLE = Path(__file__).parents[1] / "knowledge" / "cell_values.tsv"
_FEWEST = 3  # cells that may be words of a family, from which on they tell of it
_NEAR = 4.0  # nats by which a word of the family may be dearer than the cheapest reading of its cell
_TAKEN_OVER = 2.5  # margin given to a word that took over
_LONGEST = 2  # words of a cell


def settled_cells(
    entries: list[list[Entry]], values: list[np.ndarray], path: list[int], line_start: np.ndarray
) -> tuple[list[np.ndarray], list[int]]:
    """Return the values of all readings and the best ones, with lone words in cells as words of the family that the
    document has most of."""
    starts = [*np.flatnonzero(line_start).tolist(), len(entries)]
    cells = [range(a, b) for a, b in pairwise(starts) if b - a <= _LONGEST]
    family = _family(entries, cells)
    if not family:
        return values, path
    values, path = list(values), list(path)
    for at in (cell.start for cell in cells if len(cell) == 1):
        own = _of_family(entries[at], family)
        if own >= 0 and entries[at][path[at]][0].text.lower() not in _families()[family]:
            values[at] = values[at].copy()
            values[at][own] = values[at].max() + _TAKEN_OVER
            path[at] = own
    return values, path


def _family(entries: list[list[Entry]], cells: list[range]) -> str:
    """The family that more cells may be words of than of any other; empty where they are few or all the same word."""
    votes: dict[str, Counter[str]] = {}
    for family in _families():
        votes[family] = Counter()
        for cell in cells:
            own = _of_family(entries[cell.start], family, begun=len(cell) > 1)
            if own >= 0:
                votes[family][entries[cell.start][own][0].text.lower()] += 1
    ranked = sorted(votes, key=lambda family: votes[family].total(), reverse=True)
    best = votes[ranked[0]]
    tied = len(ranked) > 1 and votes[ranked[1]].total() == best.total()
    return "" if tied or best.total() < _FEWEST or len(best) < 2 else ranked[0]


def _of_family(options: list[Entry], family: str, *, begun: bool = False) -> int:
    """The cheapest reading that is a word of the family, or with `begun` the first of two; -1 where there is none near
    to the cheapest of all."""
    words = _families()[family]
    known = {word.split()[0] for word in words if " " in word} if begun else words
    costs = {
        index: reading.cost
        for index, (reading, taker) in enumerate(options)
        if taker < 0 and not reading.takes_next and reading.text.lower() in known
    }
    best = min(costs, key=costs.__getitem__, default=-1)
    return best if best >= 0 and costs[best] < min(reading.cost for reading, _ in options) + _NEAR else -1


@cache
def _families() -> dict[str, frozenset[str]]:
    """The words of every family."""
    families: dict[str, set[str]] = defaultdict(set)
    for row in read_table(_TABLE, ("family", "value", "reason", "example")):
        families[row["family"]].add(row["value"])
    return {family: frozenset(words) for family, words in families.items()}
