"""Tables whose rules down are missing, told by the joints of what is drawn: a rule or a shade is drawn cell by cell.

Programs that print tables draw the border below each cell as a stroke of its own, and the shade of each cell as a
rectangle: where the next one begins a column begins, though no rule goes down and the column may be all but empty.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any

from extractors.arranging.tables.strokes import THIN, Stroke
from normalizers.neighbours import near, runs

LEVEL, TOUCH, SAME = 2.5, 3.2, 2.0
"""Points: strokes this near are of one level; the gap between two that touch; places that are one border."""
SHORT = 5.0
"""Points below which a stroke is the corner of a border and no border."""


@dataclass(frozen=True, slots=True)
class Level:
    """Where rules or edges of shades go across a page: the y, the pieces from the left, whether only shades make it."""

    at: float
    pieces: tuple[tuple[float, float], ...]
    shade: bool = False

    @property
    def edges(self) -> tuple[float, ...]:
        """Where pieces begin and end, each once."""
        return borders([x for piece in self.pieces for x in piece])

    @property
    def joints(self) -> tuple[float, ...]:
        """Where a piece begins at the end of another."""
        return tuple((a[1] + b[0]) / 2 for a, b in pairwise(self.pieces) if abs(b[0] - a[1]) <= TOUCH)

    def covers(self, x0: float, x1: float) -> bool:
        """Return whether most of a stretch is ruled."""
        held = sum(max(0.0, min(x1, b) - max(x0, a)) for a, b in self.pieces)
        return held >= 0.6 * (x1 - x0)


def borders(places: Iterable[float]) -> tuple[float, ...]:
    """Return places in order, those next to each other as one."""
    return tuple(sum(group) / len(group) for group in near(places, SAME))


def levels_of(page: Any) -> list[Level]:
    """Return the levels of a pdfplumber page from the top down: of thin strokes, and of rectangles side by side."""
    strokes: list[Stroke] = []
    shades: list[tuple[float, float, float, float]] = []
    for thing in (*page.lines, *page.rects):
        x0, x1, top, bottom = (float(thing[name]) for name in ("x0", "x1", "top", "bottom"))
        if bottom - top <= THIN and x1 - x0 > SHORT:
            strokes.append(Stroke((top + bottom) / 2, x0, x1))
        elif thing.get("fill") and bottom - top > 2 * THIN and x1 - x0 > SHORT:
            shades.append((x0, x1, top, bottom))
    sides = [Stroke(y, x0, x1) for x0, x1, top, bottom in _in_rows(shades) for y in (top, bottom)]
    ruled = {id(stroke) for stroke in strokes}
    return [
        Level(_middle(group), _joined(sorted((s.start, s.end) for s in group)), all(id(s) not in ruled for s in group))
        for group in _at_one_level([*strokes, *sides])
    ]


def _middle(group: Sequence[Stroke]) -> float:
    return sum(s.at for s in group) / len(group)


def _in_rows(shades: Sequence[tuple[float, float, float, float]]) -> list[tuple[float, float, float, float]]:
    """Return the rectangles that touch another at their left or right end, beginning at the same height."""
    tops: dict[int, list[tuple[float, float, float, float]]] = {}
    for shade in sorted(set(shades)):
        tops.setdefault(round(shade[2]), []).append(shade)
    return [
        one
        for row in tops.values()
        for one in row
        if any(min(abs(one[0] - two[1]), abs(one[1] - two[0])) <= TOUCH for two in row)
    ]


def _at_one_level(strokes: Sequence[Stroke]) -> list[list[Stroke]]:
    return runs(sorted(strokes, key=lambda s: s.at), lambda level, stroke: stroke.at - level[0].at <= LEVEL)


def _joined(pieces: Sequence[tuple[float, float]]) -> tuple[tuple[float, float], ...]:
    """Return pieces in order, each once; one that shorter ones cover is left out, those that lap over are made one."""
    out: list[tuple[float, float]] = []
    for x0, x1 in (p for p in pieces if not _is_covered(p, pieces)):
        if out and x0 < out[-1][1] - TOUCH:
            out[-1] = (out[-1][0], max(x1, out[-1][1]))
        else:
            out.append((x0, x1))
    return tuple(out)


def _is_covered(piece: tuple[float, float], pieces: Sequence[tuple[float, float]]) -> bool:
    x0, x1 = piece
    inner = [(a, b) for a, b in pieces if a >= x0 - SAME and b <= x1 + SAME and b - a < x1 - x0 - SAME]
    return len(inner) >= 2 and sum(b - a for a, b in inner) >= 0.9 * (x1 - x0)


def fits(edges: Sequence[float], level: Level) -> bool:
    """Return whether a level can be of a table with such borders: it ends at some of them, and within its ends either
    has no joint that they lack or lacks none that they have."""
    stretches: list[list[float]] = []
    for x0, x1 in level.pieces:
        if stretches and x0 - stretches[-1][-1] <= TOUCH:
            stretches[-1] = [*stretches[-1][:-1], (stretches[-1][-1] + x0) / 2, x1]
        else:
            stretches.append([x0, x1])
    if level.joints and _among(edges, level.edges):
        return True
    for places in stretches:
        within = [x for x in edges if places[0] + SAME < x < places[-1] - SAME]
        own = places[1:-1]
        if not _among((places[0], places[-1]), edges) or not (_among(own, within) or _among(within, own)):
            return False
    return True


def _among(some: Sequence[float], all_of: Sequence[float]) -> bool:
    return all(any(abs(x - y) <= SAME for y in all_of) for x in some)
