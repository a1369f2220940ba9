"""Lines over columns in tables laid out with spaces: centred headings of groups, and rests of rows that are none."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from itertools import pairwise

from extractors.arranging.spaced.runs import Run

FLUSH, OFF = 4, 0.12
"""Entries of a column that tell where it begins, at least; how far a centred heading may stand off the middle."""


def with_headings(run: Run) -> Run:
    """Return a run with its headings over columns: lines of one piece in the middle, right of where all else in their
    column begins."""
    begun: dict[int, list[int]] = {}
    for line in run.lines:
        for column, parts in run.columns(line).items() if len(line.pieces) > 1 else ():
            begun.setdefault(column, []).append(parts[0].x0)
    pieces = [p for line in run.lines for p in line.pieces]
    left, right = min(p.x0 for p in pieces), max(p.x1 for p in pieces)
    found: set[int] = set()
    for place, line in enumerate(run.lines):
        piece = line.pieces[0]
        starts = begun.get(next(iter(run.columns(line))), [])
        middle = abs(piece.x0 + piece.x1 - left - right) <= 2 * OFF * (right - left)
        off = len(starts) >= FLUSH and all(x < piece.x0 - 1 for x in starts)
        if off and middle and len(line.pieces) == 1 and not piece.text[:1].islower():
            found.add(place)
    return replace(run, wide=run.wide - _rests(run, begun) | found)


def _rests(run: Run, begun: Mapping[int, Sequence[int]]) -> set[int]:
    """Return the places of lines over columns that go on with a numbered row: they begin where a later column does."""
    firsts = [columns[0][0].text.rstrip(".)") for line in run.lines if 0 in (columns := run.columns(line))]
    numbers = [int(text) for text in firsts if text.isdecimal()]
    if len(numbers) < 2 or any(b - a != 1 for a, b in pairwise(numbers)):
        return set()
    edges = {x for column, starts in begun.items() if column > 1 for x in starts if starts.count(x) > 1}
    return {place for place in run.wide if run.lines[place].pieces[0].x0 in edges}
