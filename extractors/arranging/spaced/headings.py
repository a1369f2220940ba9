"""Headings of groups in tables laid out with spaces: they are centred, and may run over no gap between columns."""

from dataclasses import replace

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
    return replace(run, wide=run.wide | found)
