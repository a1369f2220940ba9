"""Heads of several lines over tables laid out with spaces: they tell the columns that hardly a row fills.

Plans of courses have a column per semester, each with a figure or two; the white between them tells nothing, their
heads above do. What stands over several columns is the head of a group, as high as the lines above those columns' own.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from extractors.arranging.spaced.rows import Rows, is_value, rows_of
from extractors.arranging.spaced.runs import Piece, Printed, Run, Stripe, printed
from extractors.arranging.tables.heads_over import over_columns

MOST = 14
"""Lines of a head, at most."""
LEAST = 3
"""Rows with figures, at least."""
APART = 1
"""Characters of white between what stands in two columns, at least."""
COUNTED = 4
"""Figures that count up by one in a line of a head, at least."""


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
    if not any(map(_counts, above)) or len(stripes) <= len(run.stripes):
        return None
    whole = Run((replace(body[0], pieces=above[-1].pieces), *body), tuple(stripes), _wide(body, stripes), 1)
    rows = rows_of(whole)
    top, spans, under = _heads(above, whole)
    if not under or rows.heads != 1:
        return None
    head = (top, under)
    rows = replace(rows, rows=(*head, *rows.rows[1:]), spans=(spans, {}, *rows.spans[1:]), heads=2)
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
    return sum(values) >= 2 and not all(values) and not _counts(line)


def _counts(line: Printed) -> bool:
    """Return whether figures of a line count up by one."""
    numbers = [int(piece.text) if piece.text.isdecimal() and len(piece.text) < 3 else -9 for piece in line.pieces]
    steps = [two - one == 1 and one > 0 for one, two in pairwise(numbers)]
    run = best = 0
    for step in steps:
        run = run + 1 if step else 0
        best = max(best, run)
    return best >= COUNTED - 1


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


def _wide(body: Sequence[Printed], stripes: Sequence[Stripe]) -> frozenset[int]:
    """Return the places, after the head, of lines that run over columns."""
    return frozenset(n for n, line in enumerate(body, 1) if any(_over(p.x0, p.x1, stripes) for p in line.pieces))


def _over(x0: int, x1: int, stripes: Sequence[Stripe]) -> bool:
    return any(x0 < a and x1 > b for a, b in stripes)


def _heads(above: Sequence[Printed], whole: Run) -> tuple[dict[int, list[str]], dict[int, int], dict[int, list[str]]]:
    """Return the upper row of a head, the columns its entries cover, and the lower row: what is under those."""
    stripes = whole.stripes
    over = [(n, p) for n, line in enumerate(above) for p in line.pieces if _over(p.x0, p.x1, stripes)]
    over += [(n, p) for n, p in _over_counted(above) if (n, p) not in over]
    own = []
    for n, line in enumerate(above):
        plain = tuple(p for p in line.pieces if (n, p) not in over)
        for column, parts in whole.columns(replace(line, pieces=plain)).items():
            own.append((n, column, " ".join(part.text for part in parts)))
    groups = _groups([piece for _, piece in over])
    level = max((n for n, _ in over), default=-1)
    high = {column for n, column, _ in own if n <= level}
    low = sorted({column for n, column, _ in own if n > level} - high)
    upper: dict[int, list[str]] = {}
    spans: dict[int, int] = {}
    ends = [(g[0].x0, max(p.x1 for p in g)) for g in groups]
    found = _found(ends, low, _counted(own), _borders(above, stripes))
    if not groups or len(found) != len(groups):
        return {}, {}, {}
    for (first, last), group in zip(sorted(found), groups, strict=True):
        upper[first] = [piece.text for piece in group]
        spans[first] = last - first + 1
    covered = {column for first, count in spans.items() for column in range(first, first + count)}
    lower: dict[int, list[str]] = {}
    for _, column, text in own:
        (lower if column in covered else upper).setdefault(column, []).append(text)
    return upper, spans, lower


def _found(
    heads: Sequence[tuple[int, int]], low: Sequence[int], counted: Sequence[int], xs: Sequence[float]
) -> list[tuple[int, int]]:
    """Return the columns of each head of a group; columns that count are of one group and of no other."""
    rest = [column for column in low if column not in counted]
    found = [*over_columns(heads, rest, xs), *over_columns(heads, counted, xs)]
    return found if len(found) == len(heads) else over_columns(heads, low, xs)


def _counted(own: Sequence[tuple[int, int, str]]) -> list[int]:
    """Return the columns whose heads count up by one from one."""
    found: list[int] = []
    for _, column, text in sorted(own):
        if text == str(len(found) + 1) and (not found or column == found[-1] + 1):
            found.append(column)
    return found if len(found) >= COUNTED else []


def _over_counted(above: Sequence[Printed]) -> list[tuple[int, Piece]]:
    """Return what stands above figures that count up, with the numbers of its lines: the head of all of them."""
    at = next((n for n, line in enumerate(above) if _counts(line)), 0)
    figures = [p for p in above[at].pieces if p.text.isdecimal()]
    return [
        (n, p)
        for n, line in enumerate(above[:at])
        for p in line.pieces
        if figures and figures[0].x0 <= (p.x0 + p.x1) / 2 <= figures[-1].x1
    ]


def _groups(pieces: Sequence[Piece]) -> list[list[Piece]]:
    """Return the heads of groups from the left, the lines of one together."""
    groups: list[list[Piece]] = []
    for piece in pieces:
        for group in groups:
            if piece.x0 < group[-1].x1 and group[-1].x0 < piece.x1:
                group.append(piece)
                break
        else:
            groups.append([piece])
    return sorted(groups, key=lambda group: group[0].x0)


def _borders(above: Sequence[Printed], stripes: Sequence[Stripe]) -> list[float]:
    """Return where columns begin and end, in characters."""
    ends = [x for line in above for p in line.pieces for x in (p.x0, p.x1)]
    inner = [(a + b) / 2 for a, b in stripes]
    return [min([*ends, inner[0] - 1]), *inner, max([*ends, inner[-1] + 1])]
