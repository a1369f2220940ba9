"""Sums as proof: what the figures of a table make of each other across its rows and down its columns.

Relations are learnt from the table itself, whatever its heads say: a column that is the sum of two others or of a run
of others, a column that is another so many times, a row that sums up those above it. A relation counts where it holds
in nearly all rows that are read in full. A figure that all its relations demand is proved; one that breaks two of them,
each otherwise whole, is in doubt. Nothing is ever put where no reading says it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import combinations

import numpy as np
from numpy.typing import NDArray

from models.page import Box

Values = NDArray[np.float64]
SIDE = 5.0
"""Points by which the sides of the cells of a column, or of a row, differ."""
HOLDS, VARIED = 5, 3
"""Rows in which a relation must hold, and different figures that it must make."""
BREAKS = 0.15
"""Share of the rows read in full in which it may fail; in one it may."""
FACTORS = range(2, 61)
"""How many hours a credit may have, and other multiples."""
SUMMED = 3
"""Columns that a row must sum up to be a total."""


@dataclass(frozen=True, slots=True)
class Told:
    """A cell with ink: the figure that it was settled on, if any, and the figures that readings of it say."""

    cell: Box
    value: float | None
    readings: frozenset[float]


@dataclass(frozen=True, slots=True)
class Proof:
    """Places of cells whose figure is proved though it was not settled, or settled on another reading, with it; and of
    those in doubt."""

    proved: dict[int, float]
    doubted: frozenset[int]


@dataclass(frozen=True, slots=True)
class _Relation:
    """Cells (row, column) that make another."""

    total: tuple[int, int]
    parts: tuple[tuple[int, int], ...]
    factor: float = 1.0

    @property
    def places(self) -> tuple[tuple[int, int], ...]:
        return (self.total, *self.parts)

    def demands(self, place: tuple[int, int], values: Values) -> float | None:
        """Return the figure that a place must have by the others; None where one of those is not known."""
        others = [values[p] for p in self.places if p != place]
        if any(np.isnan(v) for v in others):
            return None
        if place == self.total:
            return self.factor * float(sum(values[p] for p in self.parts))
        rest = float(sum(values[p] for p in self.parts if p != place))
        return float(values[self.total]) / self.factor - rest


def prove(cells: Sequence[Told]) -> Proof:
    """Return what the sums of a table say of its figures."""
    values, at = _grid(cells)
    if values.shape[0] < HOLDS or values.shape[1] < 3:
        return Proof({}, frozenset())
    relations = [*_across(values), *_down(values)]
    by_place: dict[tuple[int, int], list[_Relation]] = {}
    for relation in relations:
        for part in relation.places:
            by_place.setdefault(part, []).append(relation)
    proved: dict[int, float] = {}
    for _ in range(2):  # what is proved proves its neighbours
        for number, cell in enumerate(cells):
            place = at.get(number)
            if place is None or cell.value is not None or number in proved:
                continue
            wanted = {v for r in by_place.get(place, ()) if (v := r.demands(place, values)) is not None}
            if len(wanted) == 1 and wanted <= cell.readings:
                proved[number] = wanted.pop()
                values[place] = proved[number]
    doubted = set[int]()
    for number, cell in enumerate(cells):
        wanted_here = None if cell.value is None else _broken(at.get(number), by_place, values)
        if wanted_here is not None and wanted_here in cell.readings:
            proved[number] = wanted_here
        elif wanted_here is not None:
            doubted.add(number)
    return Proof(proved, frozenset(doubted))


def _broken(
    place: tuple[int, int] | None, by_place: dict[tuple[int, int], list[_Relation]], values: Values
) -> float | None:
    """Return what two relations that share nothing else demand alike of a figure that alone breaks both; else None."""
    if place is None:
        return None
    demands = [(r, v) for r in by_place.get(place, ()) if (v := r.demands(place, values)) is not None]
    wanted = {v for _, v in demands}
    if len(wanted) != 1 or values[place] in wanted:
        return None
    others = [set(r.places) - {place} for r, _ in demands]
    return wanted.pop() if any(not (a & b) for a, b in combinations(others, 2)) else None


def _grid(cells: Sequence[Told]) -> tuple[Values, dict[int, tuple[int, int]]]:
    """Return the figures by row and column, 0 without ink, NaN where none was settled, and their places."""
    rows = _groups([c.cell.middle_y for c in cells])
    columns = _groups([c.cell.middle_x for c in cells])
    values = np.zeros((max(rows, default=-1) + 1, max(columns, default=-1) + 1))
    at = {}
    for number, (cell, row, column) in enumerate(zip(cells, rows, columns, strict=True)):
        at[number] = (row, column)
        values[row, column] = np.nan if cell.value is None else cell.value
    return values, at


def _groups(middles: Sequence[float]) -> list[int]:
    order = sorted(range(len(middles)), key=lambda i: middles[i])
    out = [0] * len(middles)
    group = 0
    for before, here in zip(order, order[1:], strict=False):
        group += middles[here] - middles[before] > SIDE
        out[here] = group
    return out


def _across(values: Values) -> list[_Relation]:
    """Return the relations between columns, for every row."""
    found: list[_Relation] = []
    width = values.shape[1]
    for total in range(width):
        others = [c for c in range(width) if c != total]
        runs = [tuple(others[a:b]) for a in range(len(others)) for b in range(a + 3, min(len(others), a + 6) + 1)]
        for parts in [*combinations(others, 2), *runs]:
            if _holds(values, total, parts, 1.0):
                found += _for_rows(values, total, parts, 1.0)
        for part in others:
            known = (values[:, total] > 0) & (values[:, part] > 0)
            ratios = values[known, total] / values[known, part]
            factor = float(np.median(ratios)) if len(ratios) >= HOLDS else 0.0
            if factor in FACTORS and _holds(values, total, (part,), factor):
                found += _for_rows(values, total, (part,), factor)
    return found


def _for_rows(values: Values, total: int, parts: tuple[int, ...], factor: float) -> list[_Relation]:
    return [_Relation((r, total), tuple((r, c) for c in parts), factor) for r in range(values.shape[0])]


def _holds(values: Values, total: int, parts: tuple[int, ...], factor: float) -> bool:
    """Return whether columns make another in nearly all rows, each of them in some, no two the same thing."""
    told = values[:, total]
    made = factor * values[:, list(parts)].sum(axis=1)
    full = ~np.isnan(told) & ~np.isnan(made) & ((told != 0) | (made != 0))
    right = full & (told == made)
    if right.sum() < HOLDS or (full & ~right).sum() > max(1, BREAKS * full.sum()):
        return False
    if len(set(told[right])) < VARIED:
        return False
    filled = values[np.ix_(right, parts)] > 0
    several = filled.sum(axis=1) > 1
    return len(parts) == 1 or bool((filled[several].sum(axis=0) >= 2).all())


def _down(values: Values) -> list[_Relation]:
    """Return, for rows that sum up those above them, the relation of each of their figures to these."""
    found: list[_Relation] = []
    height, width = values.shape
    start = 0
    for row in range(2, height):
        best, first = 0, -1
        for above in range(start, row - 1):
            told, made = values[row], values[above:row].sum(axis=0)
            full = ~np.isnan(told) & ~np.isnan(made) & (told > 0)
            filled = (values[above:row] > 0).sum(axis=0) > 1
            right = int((full & filled & (told == made)).sum())
            wrong = int((full & (told != made)).sum())
            if right >= SUMMED and right > 2 * wrong and right > best:
                best, first = right, above
        if first >= 0:
            columns = [c for c in range(width) if values[row, c] != 0]
            found += [_Relation((row, c), tuple((r, c) for r in range(first, row))) for c in columns]
            start = row + 1
    return found
