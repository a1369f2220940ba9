"""Text columns, and two pages on one scan: found by a white gutter that no line of running text crosses.

Measured on the boxes of words, not on pixels, so that specks and the shadow of a fold do not count. The sides of a
head, a signature block and a form are few short lines; columns are many long ones on both sides.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.arranging.tables.strokes import Stroke
from models.page import Box, Word
from normalizers.neighbours import runs

GUTTER = 11.0
"""Points of white between two columns, at least."""
MIDDLE = (0.33, 0.67)
"""Share of the width in which the gutter of two columns or pages lies."""
ROWS = 12
"""Lines of running text on each side of an upright sheet, at least."""
PAGE_ROWS, PAGE_LONG = 6, 3
"""Lines, and lines of running text, on each side of a sheet that lies on its side with a gutter from top to bottom."""
CENTRE = (0.44, 0.56)
"""The same for the gutter between two pages."""
LETTERS = 1.5
"""Letters that the words of running text have, at least, in the mean."""
LONG = 0.6
"""Share of its column's width that a line of running text covers, at least; a rule of a table in it too."""
RULE, RULES = 90.0, 3
"""Points of a rule across that tells where a column ends; rules, or lines of running text, of a column, at least."""


@dataclass(frozen=True, slots=True)
class Gutter:
    """White space between two columns from line `top` to line `bottom` (points)."""

    x: float
    top: float
    bottom: float


def parts_of(
    words: Sequence[Word],
    size: tuple[float, float],
    ruled: Sequence[Box],
    across: Sequence[Stroke] = (),
    *,
    folded: bool = False,
) -> list[list[Word]]:
    """Return the words in reading order of their parts: what stands above the columns, left, right, and below them.

    `size` is the width and height of the page in points; `ruled` are the boxes of its tables, which no gutter crosses;
    `across` its rules; `folded` says that the sheet is an open book, whose pages need not be running text. A page in
    one column is one part, an empty one none.
    """
    gutter = gutter_of(words, *size, folded=folded) or ruled_gutter(words, size[0], across)
    gutter = gutter and centred(gutter, words)
    if gutter is None or any(b.x0 < gutter.x < b.x1 and b.y0 < gutter.bottom and gutter.top < b.y1 for b in ruled):
        return [list(words)] if words else []
    parts: list[list[Word]] = [[], [], [], []]
    for word in words:
        box = word.box
        if box is None or box.middle_y > gutter.bottom:
            parts[3].append(word)
        elif box.middle_y < gutter.top:
            parts[0].append(word)
        else:
            parts[1 if box.middle_x < gutter.x else 2].append(word)
    return [part for part in parts if part]


def centred(gutter: Gutter, words: Sequence[Word]) -> Gutter:
    """Return a gutter at the middle of its white: the rules of a table stand out from its words."""
    boxes = [w.box for w in words if w.box and not w.turn and gutter.top < w.box.middle_y < gutter.bottom]
    left, right = max(b.x1 for b in boxes if b.x1 < gutter.x), min(b.x0 for b in boxes if b.x0 > gutter.x)
    return replace(gutter, x=(left + right) / 2)


def gutter_of(
    words: Sequence[Word], width: float, height: float, *, rows: int = ROWS, folded: bool = False
) -> Gutter | None:
    """Return the gutter of a page in two columns, with so many lines of running text on each side; None where its text
    runs in one. Where the fold of an open book was seen, white from top to bottom is enough."""
    lines = _rows([word.box for word in words if word.box and not word.turn])
    lies = width > 1.15 * height
    best: tuple[float, Gutter] | None = None
    step = 3.0
    for number in range(int(MIDDLE[0] * width / step), int(MIDDLE[1] * width / step) + 1):
        x = number * step
        for run in _runs(lines, x):
            clear = _clearance(run, x)
            whole = lies and len(run) == len(lines) and CENTRE[0] * width < x < CENTRE[1] * width
            if (
                clear
                and (folded and whole or _is_text(run, x, PAGE_ROWS if whole else rows, whole=whole))
                and (best is None or clear * len(run) > best[0])
            ):
                gutter = Gutter(x, min(b.y0 for r in run for b in r) - 1, max(b.y1 for r in run for b in r) + 1)
                best = best if not (folded and whole) and _parts_figures(gutter, words) else (clear * len(run), gutter)
    return best[1] if best else None


def _parts_figures(gutter: Gutter, words: Sequence[Word]) -> bool:
    """Return whether most of what stands on one side of a gutter are figures: columns of a table, no running text."""
    near = [w for w in words if w.box and not w.turn and gutter.top < w.box.middle_y < gutter.bottom]
    sides = ([w for w in near if w.box and w.box.x1 < gutter.x], [w for w in near if w.box and w.box.x0 > gutter.x])
    return any(sum(c.isalpha() for w in side for c in w.text) < LETTERS * len(side) for side in sides)


def ruled_gutter(words: Sequence[Word], width: float, across: Sequence[Stroke]) -> Gutter | None:
    """Return the gutter of a page in two columns at which the rules of tables in them end; None where none do.

    Each column holds several rules of its width, or lines of running text, and one of them rules.
    """
    rules = [s for s in across if s.length >= RULE]
    if len(rules) < RULES:
        return None
    lines = _rows([word.box for word in words if word.box and not word.turn])
    ends = [x for s in rules for x in (s.end + GUTTER / 2 + 1, s.start - GUTTER / 2 - 1)]
    for x in sorted({round(x) for x in ends if MIDDLE[0] * width < x < MIDDLE[1] * width}):
        for run in _runs(lines, x):
            top, bottom = min(b.y0 for r in run for b in r) - 1, max(b.y1 for r in run for b in r) + 1
            inside = [s for s in rules if top - GUTTER < s.at < bottom + GUTTER]
            if _clearance(run, x) and not any(s.start < x < s.end for s in inside) and _are_columns(run, x, inside):
                return Gutter(x, top, bottom)
    return None


def _are_columns(run: list[list[Box]], x: float, rules: Sequence[Stroke]) -> bool:
    """Return whether the rows of a run are two columns of text and ruled tables."""
    ruled = []
    for left in (True, False):
        lines = [line for row in run if (line := [b for b in row if (b.x1 < x) == left])]
        column = max(b.x1 for line in lines for b in line) - min(b.x0 for line in lines for b in line)
        own = sum((s.end < x) == left and s.length >= LONG * column for s in rules)
        ruled.append(own >= RULES)
        if own < RULES and sum(_is_long(line, column) for line in lines) < RULES:
            return False
    return any(ruled)


def _is_long(line: list[Box], column: float) -> bool:
    """Return whether a line is one of running text in a column so wide."""
    return len(line) >= 4 and max(b.x1 for b in line) - min(b.x0 for b in line) >= LONG * column


def _rows(boxes: list[Box]) -> list[list[Box]]:
    """Return boxes by the height at which they stand, downwards."""
    downwards = sorted(boxes, key=lambda box: box.middle_y)
    return runs(downwards, lambda row, box: box.middle_y - row[0].middle_y < 0.5 * box.height)


def _runs(rows: list[list[Box]], x: float) -> list[list[list[Box]]]:
    """Return the runs of rows of which no word stands in the gutter at x."""
    runs: list[list[list[Box]]] = [[]]
    for row in rows:
        if any(box.x0 < x + GUTTER / 2 and box.x1 > x - GUTTER / 2 for box in row):
            runs.append([])
        else:
            runs[-1].append(row)
    return [run for run in runs if len(run) >= PAGE_ROWS]


def _clearance(run: list[list[Box]], x: float) -> float:
    """Return how wide the gutter is, in points; 0 where it is narrower than one."""
    left = max((b.x1 for row in run for b in row if b.x1 < x), default=0.0)
    right = min((b.x0 for row in run for b in row if b.x0 > x), default=0.0)
    return max(0.0, right - left) if left and right and right - left >= GUTTER else 0.0


def _is_text(run: list[list[Box]], x: float, rows: int, *, whole: bool) -> bool:
    """Return whether running text stands on both sides: so many lines, most of them as wide as their column.

    `whole` says that the gutter runs from the top to the bottom of a sheet that lies on its side.
    """
    for side in (lambda b: b.x1 < x, lambda b: b.x0 > x):
        lines = [line for row in run if (line := [b for b in row if side(b)])]
        if not lines:
            return False
        column = max(b.x1 for line in lines for b in line) - min(b.x0 for line in lines for b in line)
        long = [line for line in lines if _is_long(line, column)]
        if whole:
            if len(lines) < rows or len(long) < PAGE_LONG:
                return False
        elif len(long) < rows or len(long) < 0.5 * len(lines):
            return False
    return True
