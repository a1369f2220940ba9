"""Ruled tables that are open at the head or the foot: a row that the end of a page cut has no rule there."""

from collections.abc import Sequence
from itertools import pairwise

from extractors.arranging.tables.ruling import Ruled
from extractors.arranging.tables.strokes import Stroke, Strokes
from models.page import Box

SAME, LEAST = 2.5, 8.0
"""Points: rules this near to an edge are that edge; rules down that stand out farther than the second bound a row."""


def with_open_ends(table: Ruled, strokes: Strokes, others: Sequence[Ruled] = ()) -> Ruled:
    """Return a table with the row beyond its last rule, or its first, that its rules down alone bound; rules down that
    go on into one of the `others` bound none."""
    xs = sorted({round(x) for cell in table.cells for x in (cell.x0, cell.x1)})
    down = [s for s in strokes.down if any(abs(s.at - x) <= SAME for x in xs)]
    box, cells = table.box, list(table.cells)
    foot = _beyond([s for s in down if s.start <= box.y1 + SAME and s.end > box.y1 + LEAST], box)
    if foot:
        end = max(s.end for s in foot)
        cells += [Box(a.at, box.y1, b.at, end) for a, b in pairwise(foot)]
        box = Box(box.x0, box.y0, box.x1, end)
    head = _beyond([s for s in down if s.end >= box.y0 - SAME and s.start < box.y0 - LEAST], box)
    if head:
        start = min(s.start for s in head)
        cells += [Box(a.at, start, b.at, box.y0) for a, b in pairwise(head)]
        box = Box(box.x0, start, box.x1, box.y1)
    meets = any(box.meets(other.box) for other in others if other is not table)
    return Ruled(box, cells) if (foot or head) and not meets else table


def _beyond(down: list[Stroke], box: Box) -> list[Stroke]:
    """Return the rules down beyond an edge, left to right, where those at both sides of the table are among them."""
    kept: list[Stroke] = []
    for stroke in sorted(down, key=lambda s: s.at):
        if not kept or stroke.at - kept[-1].at > SAME:
            kept.append(stroke)
    sides = len(kept) > 2 and kept[0].at - box.x0 <= SAME and box.x1 - kept[-1].at <= SAME
    return kept if sides else []
