"""Ruled tables that are open at both sides and parted by rows of one cell: the headings of their groups of rows.

Nothing ruled leads from the rows above such a heading to those below it; their rules end alike at both sides, and the
rules down come again at the same places.
"""

from collections.abc import Sequence

import cv2
import numpy as np
from numpy.typing import NDArray

from extractors.engines import Image
from normalizers.neighbours import runs

Edges = tuple[int, int, int, int]
"""Left, top, width and height in pixels."""
LOW, WIDE, ROW = 7.0, 72.0, 32.0
"""Points: height and width of a part of a table at least, and height of a heading between two at most."""
SIDE = 4.0
"""Points by which rules that end alike, or stand one below the other, may differ."""
OPEN, DOWN = 0.3, 0.7
"""Shares of the height of a part: up to which an open side is ruled, and from which a rule goes down."""
COMMON = 2
"""Rules down that two parts have in common, at least."""


def with_frames(lines: Image, dpi: int) -> Image:
    """Return the rules of a page, as ones, with both sides of tables that headings part."""
    point = dpi / 72
    _, _, stats, _ = cv2.connectedComponentsWithStats(lines, connectivity=8)
    boxes = [tuple(int(v) for v in s[:4]) for s in stats[1:]]
    parts = [(x, y, w, h) for x, y, w, h in boxes if w >= WIDE * point and h >= LOW * point]
    parts = [part for part in parts if _is_open(lines, part, point)]
    out = lines
    for run in _runs(lines, sorted(parts, key=lambda p: p[1]), point):
        left, right = min(p[0] for p in run), max(p[0] + p[2] for p in run)
        top, foot = run[0][1], run[-1][1] + run[-1][3]
        out = lines.copy() if out is lines else out
        for x in (left, right - 5):
            out[top:foot, x : x + 5] = 1
        for x, y, wide, high in run:  # rules that end a little before the side
            for edge in (y, y + high - 5):
                out[edge : edge + 5, left : x + 5] = out[edge : edge + 5, x + wide - 5 : right] = 1
    return out


def _is_open(lines: Image, part: Edges, point: float) -> bool:
    x, y, wide, high = part
    near, ruled = max(3, round(SIDE * point)), lines[y : y + high, x : x + wide]
    reached = [float(side.any(axis=1).mean()) for side in (ruled[:, :near], ruled[:, -near:])]
    limit = max(OPEN, 12 / high)  # of a low row its two rules take much
    return max(reached) <= limit and len(_down(lines, part)) >= COMMON


def _down(lines: Image, part: Edges) -> list[int]:
    """Return where rules go down through a part."""
    x, y, wide, high = part
    ruled: NDArray[np.bool_] = lines[y : y + high, x : x + wide].mean(axis=0) >= DOWN
    edges = np.flatnonzero(np.diff(np.pad(ruled.astype(np.int8), 1)))
    return [x + int(a + b) // 2 for a, b in zip(edges[::2], edges[1::2], strict=True)]


def _runs(lines: Image, parts: Sequence[Edges], point: float) -> list[list[Edges]]:
    """Return the parts that belong together, from the top down, two at least."""
    side = SIDE * point

    def goes_on(run: list[Edges], below: Edges) -> bool:
        above, here = run[-1], _down(lines, below)
        alike = abs(above[0] - below[0]) <= side and abs(sum(above[::2]) - sum(below[::2])) <= side
        common = sum(any(abs(a - b) <= side for b in here) for a in _down(lines, above))
        return alike and 0 < below[1] - above[1] - above[3] <= ROW * point and common >= COMMON

    return [run for run in runs(parts, goes_on) if len(run) > 1]
