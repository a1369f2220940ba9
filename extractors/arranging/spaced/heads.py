"""Heads of several lines over tables laid out with spaces: they tell the columns that hardly a row fills.

Plans of courses have a column per semester, each with a figure or two; the white between them tells nothing, their
heads above do. What stands over several columns is the head of a group, as high as the lines above those columns' own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from extractors.arranging.spaced.printed import Printed, printed
from extractors.arranging.spaced.rows import Rows, counts, is_value, rows_of
from extractors.arranging.spaced.runs import Run, Stripe

MOST = 14
"""Lines of a head, at most."""
LEAST = 3
"""Rows with figures, at least."""
APART = 1
"""Characters of white between what stands in two columns, at least."""


@dataclass(frozen=True, slots=True)
class Headed:
    """A table with its head: the numbers of its first and last line, its columns, its rows."""

    first: int
    last: int
    rows: Rows


def headed(run: Run, lines: Sequence[str]) -> Headed | None:
    """Return the table of a run with the head above it where that counts more columns; None where it does not."""
    body = _body(run, lines)
    if sum(map(_is_row, body)) < LEAST:
        return None
    above = _head_lines(body[0].index, lines)
    stripes = _stripes(body, above)
    if not any(map(counts, above)) or len(stripes) <= len(run.stripes):
        return None
    table = (*above, *body)
    rows = rows_of(Run(table, tuple(stripes), _wide(table, stripes, len(above)), len(above)))
    if not any(rows.spans[: rows.heads]):
        return None
    return Headed(above[0].index, run.lines[-1].index, rows)


def _body(run: Run, lines: Sequence[str]) -> list[Printed]:
    """Return the lines of a run from its first row on; a heading of a group right above that is the first."""
    start = next((n for n, line in enumerate(run.lines) if _is_row(line)), None)
    if start is None:
        return []
    while start and len(run.lines[start - 1].pieces) == 1 and _opens(run.lines[start - 1], run):
        start -= 1
    body = list(run.lines[start:])
    at = body[0].index - 1
    if start == 0 and at >= 0 and lines[at].strip():
        line = printed(at, lines[at])
        if len(line.pieces) == 1 and _opens(line, run):
            body.insert(0, line)
    return body


def _opens(line: Printed, run: Run) -> bool:
    """Return whether a line of one piece begins in the first column or over it."""
    return line.pieces[0].x0 < run.stripes[0][1]


def _is_row(line: Printed) -> bool:
    """Return whether a line holds figures beside words, as rows of a body do."""
    values = [is_value(piece.text) for piece in line.pieces]
    return sum(values) >= 2 and not all(values) and not counts(line)


def _head_lines(first: int, lines: Sequence[str]) -> list[Printed]:
    """Return the lines right above a body, up to an empty one."""
    found: list[Printed] = []
    for at in range(first - 1, max(-1, first - 1 - MOST), -1):
        if not lines[at].strip() or "\t" in lines[at]:
            break
        line = printed(at, lines[at])
        if not line.is_rule:
            found.insert(0, line)
    return found


def _stripes(body: Sequence[Printed], above: Sequence[Printed]) -> list[Stripe]:
    """Return the white between the columns of rows and of the heads over them, heads of groups left out."""
    taken = [(p.x0, p.x1) for line in body if len(line.pieces) > 1 for p in line.pieces]
    for line in sorted(above, key=lambda line: -len(line.pieces)):
        columns = _clusters(taken)
        new = [(p.x0, p.x1) for p in line.pieces if sum(p.x0 < b and a < p.x1 for a, b in columns) < 2]
        taken += new
    columns = _clusters(taken)
    return [(a[1], b[0]) for a, b in pairwise(columns)]


def _clusters(taken: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    out: list[tuple[int, int]] = []
    for x0, x1 in sorted(taken):
        if out and x0 - out[-1][1] < APART:
            out[-1] = (out[-1][0], max(out[-1][1], x1))
        else:
            out.append((x0, x1))
    return out


def _wide(table: Sequence[Printed], stripes: Sequence[Stripe], head: int) -> frozenset[int]:
    """Return the places of lines, those of the head aside, that run over columns."""
    return frozenset(
        n for n, line in enumerate(table) if n >= head and any(_over(p.x0, p.x1, stripes) for p in line.pieces)
    )


def _over(x0: int, x1: int, stripes: Sequence[Stripe]) -> bool:
    return any(x0 < a and x1 > b for a, b in stripes)
