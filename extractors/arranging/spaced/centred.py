"""Rows laid out with spaces whose numbers stand at half height of their cells: as many lines above each as below;
headings of groups in the middle of a table.

`pdftotext -layout` prints cells that are centred upright so: the rest of a row's words stand above its number too,
and no line says where the row begins. The numbers do, which count up, and the balance of the lines about them.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from statistics import median

from extractors.arranging.spaced.printed import words_of
from extractors.arranging.spaced.rows import (
    Rows,
    Texts,
    goes_on,
    head_groups,
    is_value,
    rows_in,
    texts_of,
    value_columns,
)
from extractors.arranging.spaced.runs import Run

NUMBER = re.compile(r"(\d{1,3})[.)]?")
FIGURE = re.compile(r"\d+(?:[.,]\d+)?")
FLUSH, OFF = 4, 0.12
"""Entries of a column that tell where it begins, at least; how far a centred heading may stand off the middle."""
FEWEST = 3
"""Numbered rows of a table, at least."""
MOST = 7
"""Lines of a row above its number, at most."""
COST = (0.0, 1.0)
"""What it costs that a row has as many lines above its number as below, and that it has one more on a side."""
MORE, BEGUN, DEAR = 3.0, 3.0, 1.3
"""What each more line costs; what it costs that a row begins with words that go on; the mean cost of a row, at most."""


def with_headings(run: Run) -> Run:
    """Return a run with its headings over columns: single pieces in the middle, right of where their column begins or
    left of its figures, or from the left edge past the second column, none of whose words begins with that."""
    full = [run.columns(line) for line in run.lines if len(line.pieces) > 1]
    left, right = min(line.pieces[0].x0 for line in run.lines), max(line.pieces[-1].x1 for line in run.lines)
    seconds = [columns[1][0].x0 for columns in full if 1 in columns and 0 in columns]
    found: set[int] = set()
    for place, line in enumerate(run.lines):
        piece, *more = line.pieces
        if not more and piece.x0 <= left and len(seconds) >= FLUSH and piece.x1 > median(seconds) + FLUSH:
            found |= set() if any(w.x0 == median(seconds) for w in words_of(piece)) else {place}
        middle = abs(piece.x0 + piece.x1 - left - right) <= 2 * OFF * (right - left)
        if middle and not more and not piece.text[0].islower():
            column = next(iter(run.columns(line)))
            cells = [columns[column][0] for columns in full if column in columns]
            figures = [cell.x0 for cell in cells if is_value(cell.text)]
            before = len(figures) >= FLUSH and piece.x0 < min(figures) and not is_value(piece.text)
            behind = len(cells) >= FLUSH and max(cell.x0 for cell in cells) < piece.x0 - 1
            found |= {place} if before or behind else set()
    return replace(run, wide=run.wide | found)


def centred_rows(run: Run) -> Rows | None:
    """Return the rows of a run by the numbers in its first column; None where these count no rows, or stand beside
    the first or the last lines of them."""
    lines = texts_of(run)
    anchors = [n for n, line in enumerate(lines) if n not in run.wide and NUMBER.fullmatch(line.get(0, ""))]
    numbers = [int(match[1]) for n in anchors if (match := NUMBER.fullmatch(lines[n][0]))]
    if len(anchors) < FEWEST or any(b - a != 1 for a, b in pairwise(numbers)) or any(x.blanks for x in run.lines[1:]):
        return None
    own = {n for n, line in enumerate(lines) if n not in anchors and _stands_alone(run, n, line)}
    spans = _spans(lines, anchors, own)
    if spans is None or spans[0][0] == 0 or all(first == last for first, last in spans):
        return None
    starts = dict(spans)
    groups: list[list[int]] = []
    place = spans[0][0]
    while place < len(lines):
        last = starts.get(place, place)
        groups.append(list(range(place, last + 1)))
        place = last + 1
    head = head_groups(run, lines, spans[0][0])
    return rows_in(run, lines, [*head, *groups], len(head), value_columns(run, lines))


def _stands_alone(run: Run, place: int, line: Texts) -> bool:
    """Return whether a line without a number is a row: a heading over columns, or a sum with figures in most."""
    if place in run.wide or 0 in line and not goes_on(line[0]):
        return True
    return sum(map(is_value, line.values())) >= max(3, len(run.stripes) // 2)


def _spans(lines: Sequence[Texts], anchors: Sequence[int], own: set[int]) -> list[tuple[int, int]] | None:
    """Return the first and last lines of the numbered rows, those of the best balance; None where none is good."""
    best: dict[int, tuple[float, list[tuple[int, int]]]] = {}
    for above in range(min(anchors[0], MOST) + 1):
        if any(n in own for n in range(anchors[0] - above, anchors[0])):
            break
        best[above] = 0.0, []
    for at, anchor in enumerate(anchors):
        end = anchors[at + 1] if at + 1 < len(anchors) else len(lines)
        now: dict[int, tuple[float, list[tuple[int, int]]]] = {}
        for above, (paid, rows) in best.items():
            for below, following in _shares(anchor, end, own, last=at + 1 == len(anchors)):
                cost = paid + _cost(above, below)
                cost += BEGUN if above and all(map(goes_on, lines[anchor - above].values())) else 0.0
                if _holds_twice(lines[anchor - above : anchor + below + 1]):
                    continue
                if following not in now or cost < now[following][0]:
                    now[following] = cost, [*rows, (anchor - above, anchor + below)]
        best = now
    cost, rows = min(best.values(), key=lambda found: found[0], default=(float("inf"), []))
    return rows if cost <= DEAR * len(anchors) else None


def _shares(anchor: int, end: int, own: set[int], *, last: bool) -> Iterator[tuple[int, int]]:
    """Yield how many lines after a number are of its row, and how many of the next one."""
    rows = [n for n in range(anchor + 1, end) if n in own]
    if last:
        for below in range((rows[0] if rows else end) - anchor):
            yield below, 0
    elif rows:
        yield rows[0] - anchor - 1, end - rows[-1] - 1
    else:
        for below in range(end - anchor):
            yield below, end - anchor - 1 - below


def _holds_twice(lines: Sequence[Texts]) -> bool:
    """Return whether a column of a row holds two figures: they are of two rows."""
    figures = [column for line in lines for column, text in line.items() if FIGURE.fullmatch(text)]
    return len(figures) > len(set(figures))


def _cost(above: int, below: int) -> float:
    apart = abs(above - below)
    return COST[apart] if apart < len(COST) else MORE * apart
