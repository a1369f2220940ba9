"""Heads above a run of lines that has none: torn over lines right above it, or written upwards, far above it, where
`pdftotext -layout` sets each label in a line of its own over the left edge of its column."""

import re
from collections.abc import Container, Mapping, Sequence
from copy import deepcopy
from dataclasses import replace

from extractors.arranging.spaced.in_order import labels_in_order
from extractors.arranging.spaced.printed import Piece, Printed, printed
from extractors.arranging.spaced.rows import Rows, counts, goes_on, is_value, rows_of
from extractors.arranging.spaced.runs import Run, is_numbered_heading

LONG, LONGEST = 40, 60
"""Characters of a head alone in a line that is no rest of another, and of any other, at most."""
FAR = 8
"""Empty lines between two of a head, and characters between a label and the entries of its column, at most."""
_FILLED = re.compile(r":\s+\S")  # what a label of a card has behind it
Extents = Mapping[int, tuple[int, int]]  # from where to where the entries of each column reach
Stacks = dict[int, list[list[str]]]  # the labels over a column from the top down, each with its lines


def lifted(run: Run, rows: Rows, lines: Sequence[str]) -> tuple[int, Rows] | None:
    """Return the number of the first line and the rows of a run with what heads it, each piece over its column, above
    the headings of its first group; None where the run has a head or too few columns get one."""
    first, below, taken, far = rows.rows[0], run.lines[0].index, _extents(run), False
    going = any(is_value(t[0]) or not run.lines[0].blanks and goes_on(t[0]) for t in first.values())
    begun = rows.heads == 1 and 2 * len(first) <= len(run.stripes) + 1 and not (0 in run.wide or going)
    stacks: Stacks = {column: [texts] for column, texts in first.items()} if begun else {}
    opening: list[dict[int, list[str]]] = []
    sure = below, deepcopy(stacks)
    told = None if rows.heads or begun else _in_order(run, lines)
    if told:
        return told[0], _headed(run, rows, told[1], told[2])
    while (rows.heads == 0 or begun) and (above := _line_above(below, lines)):
        far = far or below - above.index > 1
        pieces = [p for p in above.pieces if not far or min(_off(x, p) for x in taken.values()) <= FAR]
        over = {_headed_by(run, taken, stacks, p, far=far): p for p in pieces or above.pieces}
        if not (far or stacks) and _opens_group(run, above, over, opening):
            opening.insert(0, {column * (len(over) > 1): [piece.text] for column, piece in over.items()})
        elif not _is_of_head(above, over, stacks, below, far=far):
            break
        elif wider := _parted(run, over if len(over) < len(pieces) else stacks, over) if far else None:
            return lifted(wider, rows_of(wider), lines)
        elif len(over) < len(pieces):
            break
        else:
            grown = not far or len(over) > 1 or not over.keys() <= stacks.keys()
            _stack(stacks, taken, over, beside=below - above.index == 1)
            sure = (above.index, deepcopy(stacks)) if grown else sure
        below = above.index
    least = (1 if opening and not far else 0.6) * (len(run.stripes) + 1)
    return (sure[0], _headed(run, rows, sure[1], opening)) if len(sure[1]) >= max(3, least) else None


def _in_order(run: Run, lines: Sequence[str]) -> tuple[int, Stacks, list[dict[int, list[str]]]] | None:
    """Return the number of the first line of a head, its labels in the order of the columns, and the headings of the
    first groups below it; None where those are not as many."""
    above, at, taken = list[Printed](), run.lines[0].index, _extents(run)
    opening: list[dict[int, list[str]]] = []
    while line := _line_above(at, lines):
        above.append(replace(line, blanks=at - line.index - 1))
        over = {_headed_by(run, taken, {}, p, far=False): p for p in line.pieces}
        if len(opening) == len(above) - 1 and not above[-1].blanks and _opens_group(run, line, over, ()):
            opening.append({column * (len(over) > 1): [piece.text] for column, piece in over.items()})
        at = line.index
    for count in range(1, len(opening) + 1):
        if told := labels_in_order(run, above[count:]):
            return (*told, opening[:count][::-1])
    return (*told, []) if (told := labels_in_order(run, above)) else None


def _line_above(at: int, lines: Sequence[str]) -> Printed | None:
    """Return the line with words above another, not too far from it; None where tabs part it or there is none."""
    above = next((n for n in range(at - 1, max(-1, at - 2 - FAR), -1) if lines[n].strip()), None)
    return printed(above, lines[above]) if above is not None and "\t" not in lines[above] else None


def _opens_group(run: Run, above: Printed, over: Mapping[int, Piece], opening: Sequence[object]) -> bool:
    """Return whether a line right above a body numbers the columns or heads the first group, alone or with a sum."""
    first, *more = over.values()
    values = [is_value(piece.text) for piece in over.values()]
    if more:
        return 0 in over and values[0] and values[-1] and (counts(above) or not all(values))
    return not goes_on(first.text) and (not opening or first.x0 < run.stripes[0][0] < first.x1)


def _is_of_head(above: Printed, over: Mapping[int, Piece], stacks: Stacks, below: int, *, far: bool) -> bool:
    """Return whether a line above a run is of its head: short labels over columns, of which none has one, or has one
    that goes on, or that stands far above the body; figures are the weeks of semesters there."""
    torn = below - above.index == 1 and all(_is_rest(stacks[column]) for column in over if column in stacks)
    most = LONGEST if torn or len(over) > 1 else LONG
    long = any(len(piece.text) > most or _FILLED.search(piece.text) for piece in above.pieces)
    worded = 2 * sum(is_value(piece.text) for piece in over.values()) <= len(over) or far and min(over) > 1
    return (torn or far) and worded and not (long or is_numbered_heading(above))


def _is_rest(labels: Sequence[Sequence[str]]) -> bool:
    return goes_on(labels[0][0]) or labels[0][0][0] == "("


def _stack(stacks: Stacks, taken: Extents, over: Mapping[int, Piece], *, beside: bool) -> None:
    """Set the pieces of a line over their columns, those that the label right below goes on with in that label, and
    those over another label over all the columns to the right that they reach over."""
    for column, piece in over.items():
        labels = stacks.setdefault(column, [])
        if labels and beside and _is_rest(labels):
            labels[0] = [piece.text, *labels[0]]
        else:
            group = [c for c in stacks if labels and c not in over and column < c and taken[c][0] < piece.x1]
            for labelled in (labels, *(stacks[c] for c in group)):
                labelled.insert(0, [piece.text])


def _parted(run: Run, labelled: Container[int], over: Mapping[int, Piece]) -> Run | None:
    """Return a run with a column parted of whose entries some stand under a label of a line, and all others left or
    right of that, below another label; None where no label tells so."""
    for column, piece in ((column, piece) for column, piece in over.items() if column in labelled):
        own = [p for n, line in enumerate(run.lines) if n not in run.wide for p in run.columns(line).get(column, ())]
        under = [p for p in own if p.x0 < piece.x1 and piece.x0 < p.x1]
        rest = [p for p in own if p not in under]
        for one, other in ((under, rest), (rest, under)) if under and rest else ():
            if (end := max(p.x1 for p in one)) < (start := min(p.x0 for p in other)):
                return replace(run, stripes=tuple(sorted((*run.stripes, (end, start)))))
    return None


def _headed(run: Run, rows: Rows, stacks: Stacks, opening: Sequence[dict[int, list[str]]]) -> Rows:
    """Return rows below their head, whose lowest labels reach down to the body."""
    depth = max(map(len, stacks.values()))
    head = [{column: labels[n] for column, labels in stacks.items() if n < len(labels)} for n in range(depth)]
    spans = [dict.fromkeys(row, 1) if depth > 1 else {} for row in head]
    spans += [{0: len(run.stripes) + 1} if len(row) == 1 else {} for row in opening]
    told = (*head, *opening, *rows.rows[rows.heads :])
    return replace(rows, rows=told, spans=(*spans, *rows.spans[rows.heads :]), heads=depth)


def _extents(run: Run) -> Extents:
    found: dict[int, tuple[int, int]] = {}
    for line in (line for place, line in enumerate(run.lines) if place not in run.wide):
        for column, parts in run.columns(line).items():
            ends = (*found.get(column, ()), parts[0].x0, parts[-1].x1)
            found[column] = min(ends), max(ends)
    return found


def _headed_by(run: Run, taken: Extents, stacks: Stacks, piece: Piece, *, far: bool) -> int:
    """Return the column that a piece heads: the one that it stands over, of several the one with its middle nearest,
    or far above the body its left edge; of none, far above, one without a label whose entries are nearest."""
    over = [column for column, (x0, x1) in taken.items() if x0 < piece.x1 and piece.x0 < x1]
    if not over and far and (nearest := min(taken, key=lambda column: _off(taken[column], piece))) not in stacks:
        return nearest
    if not over:
        return sum((a + b) <= piece.x0 + piece.x1 for a, b in run.stripes)
    side = (lambda x0, x1: x0) if far else (lambda x0, x1: x0 + x1)
    return min(over, key=lambda column: abs(side(*taken[column]) - side(piece.x0, piece.x1)))


def _off(extent: tuple[int, int], piece: Piece) -> int:
    return max(extent[0] - piece.x0, piece.x0 - extent[1], 0)
