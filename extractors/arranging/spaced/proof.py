"""What proves that lines with common gaps are a table, and what speaks against it."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from statistics import median

from extractors.arranging.spaced.printed import Piece, Printed, printed
from extractors.arranging.spaced.rows import Rows, Texts, is_value, texts_of
from extractors.arranging.spaced.runs import Run, is_numbered_heading

ENTRY = re.compile(r"(?:\d{1,3}(?:\.\d{1,2})*[.)]|\d{1,2}(?:\.\d{1,2})+|[^\W\d_][.)]|[-–—•·*+>]|\(\w{1,3}\))")
"""What opens an entry of a list: a number or letter with a full stop or bracket, a dash, a bullet."""
LABEL = re.compile(r"[^\d:]{2,40}:")
ABBREVIATED = 5
"""Letters of a head that ends in a full stop, at most: `З.е.`"""
FEW = 3
"""Columns of a table, at most, that a line over half of them proves no head of; least lines that tell what is flush."""
BROAD = 150
"""Characters of a line from which print is drawn wide, and its columns are less flush."""
FLUSH = 0.7
"""Share of the entries of a column that begin, end or are centred at one place."""


def is_table(run: Run, rows: Rows) -> bool:
    """Return whether a run is a table: enough full rows, flush columns, and values that columns hold."""
    lines = texts_of(run)
    width = len(run.stripes) + 1
    full = [line for place, line in enumerate(lines) if len(line) > 1 and place not in run.wide]
    if width < 2 or len(rows.rows) < 3 and not (run.head and len(rows.rows) > 1) or len(full) < 2:
        return False
    if len(run.wide) > 0.3 * len(run.lines) or _is_cards(full) or not _is_flush(run):
        return False
    if width == 2:
        return _two(run, rows, full)
    return _several(run, rows, width)


def _several(run: Run, rows: Rows, width: int) -> bool:
    """Return whether three columns or more are a table: filled, with values in one besides the numbers of rows."""
    body = rows.rows[rows.heads :]
    filled = [row for row in body if len(row) >= max(2, (width + 1) // 2)]
    if len(filled) < 2 or len(filled) < 0.5 * len(body):
        return False
    if max(len(row) for row in rows.rows) < 3:
        return False
    if run.head:
        return True
    valued = sum(any(c in rows.values for c in row) for row in body)
    return bool(rows.values) and valued >= 0.6 * len(body) and (rows.heads > 0 or len(filled) >= 3)


def _two(run: Run, rows: Rows, full: Sequence[Texts]) -> bool:
    """Return whether two columns are a table: one holds values, and no list, card or contents looks so."""
    body = rows.rows[rows.heads :]
    both = sum(len(row) == 2 for row in body)
    if both < 2 or both < 0.7 * len(body) or both + min(rows.heads, 1) < 3:
        return False
    left = [line[0] for line in full if 0 in line]
    if sum(ENTRY.fullmatch(text) is not None for text in left) > 0.3 * len(left):
        return False
    if run.head:
        return True
    if 1 in rows.values:
        return not _is_contents(rows, full)
    return 0 in rows.values and rows.heads > 0


def _is_cards(full: Sequence[Texts]) -> bool:
    """Return whether the lines are labels with what they introduce."""
    labels = sum(LABEL.fullmatch(line[min(line)]) is not None for line in full)
    return labels >= 0.4 * len(full)


def _is_contents(rows: Rows, full: Sequence[Texts]) -> bool:
    """Return whether titles with rising page numbers are a table of contents."""
    numbers = [line[1] for line in full if 1 in line and is_value(line[1])]
    if not numbers or not all(re.fullmatch(r"\d{1,3}", text) for text in numbers):
        return False
    numbered = sum(re.match(r"\d{1,2}[. ]|[^\W\d]+ [\dIVX]+\b", line[0]) is not None for line in full if 0 in line)
    if rows.heads and 2 * numbered < len(numbers):
        return False
    pages = [int(text) for text in numbers]
    return sorted(pages) == pages and sum(pages) != 100 and sum(pages[:-1]) != pages[-1] and len(set(pages)) > 2


def _is_flush(run: Run) -> bool:
    """Return whether entries, but for lists in cells, of all columns but one begin, end or are centred at one place."""
    lines = [run.columns(line) for place, line in enumerate(run.lines)
             if place not in run.wide and place >= run.head and len(line.pieces) > 1]  # fmt: skip
    keyed = [columns for columns in lines if 0 in columns and is_value(" ".join(p.text for p in columns[0]))]
    some = len(run.stripes) >= FEW
    return _crooked(lines) <= some or some and len(keyed) >= FEW and _crooked(keyed) <= 1


def _crooked(lines: Sequence[Mapping[int, Sequence[Piece]]]) -> int:
    """Return how many columns have entries that neither begin, end nor are centred one below the other."""
    edges: dict[int, list[tuple[int, int]]] = {}
    for columns in lines:
        for column, parts in columns.items():
            edges.setdefault(column, []).append((parts[0].x0, parts[-1].x1))
    slack = 1 + max((right for found in edges.values() for _, right in found), default=0) // BROAD
    return sum(not _flush(found, slack) for found in edges.values() if len(found) > 2)


def _flush(found: Sequence[tuple[int, int]], slack: int) -> bool:
    sides = ([a for a, _ in found], [b for _, b in found], [(a + b) // 2 for a, b in found])
    return any(sum(abs(x - median(side)) <= slack for x in side) >= FLUSH * len(side) for side in sides)


def crowned(run: Run, lines: Sequence[str]) -> Run:
    """Return a run with the lines right above it that belong to its head: heads over columns, a head set off."""
    for _ in range(2):
        first = run.lines[0]
        at, blanks = first.index - 1, 0
        while at >= 0 and not lines[at].strip():
            at, blanks = at - 1, blanks + 1
        if at < 0 or blanks > 1 or "\t" in lines[at]:
            break
        above = printed(at, lines[at])
        wider = _widened(run, above) if blanks == 0 else run
        higher = printed(at - 1, lines[at - 1]) if at and "\t" not in lines[at - 1] else above
        paired = not blanks and len(above.pieces) > 1 and _heads_rest(wider, higher, set(wider.columns(above)))
        if above.is_rule or not (paired or _is_head(wider, above, apart=blanks > 0)):
            break
        run = wider
        lower = (replace(first, blanks=blanks), *run.lines[1:])
        over = _spread(run, above)
        wide = frozenset({place + 1 for place in run.wide} | ({0} if over else set()))
        run = Run((above, *lower), run.stripes, wide, run.head + 1 if run.head else 0)
    return run


def _widened(run: Run, above: Printed) -> Run:
    """Return a run with the columns that a line right above it heads behind its last one, which no row fills."""
    right = max(p.x1 for line in run.lines for p in line.pieces)
    over = tuple(p for p in above.pieces if p.x0 < right)
    behind = [p for p in above.pieces if p.x0 > right]
    headed = len(run.columns(replace(above, pieces=over))) == len(over) > len(behind) > 0
    if not headed or any(is_value(p.text) for p in above.pieces):
        return run
    ends = [right, *(p.x1 for p in behind[:-1])]
    return replace(run, stripes=(*run.stripes, *((end, p.x0) for end, p in zip(ends, behind, strict=True))))


def _heads_rest(run: Run, line: Printed, known: set[int]) -> bool:
    """Return whether a line heads, each piece over its column, all columns but those known: the upper line of two."""
    missing, columns = set(range(len(run.stripes) + 1)) - known, run.columns(line)
    worded = not any(is_value(piece.text) for piece in line.pieces)
    return worded and bool(missing) and len(columns) == len(line.pieces) > 1 and missing <= set(columns)


def _spread(run: Run, line: Printed) -> bool:
    """Return whether a piece of a line lies over two columns."""
    return any(piece.x0 < a and piece.x1 > b for piece in line.pieces for a, b in run.stripes)


def _is_head(run: Run, above: Printed, *, apart: bool) -> bool:
    """Return whether a line above a run is of its head: each piece over some of its columns, no figures, no text."""
    texts = texts_of(run)
    below = texts[0]
    headed = not any(is_value(text) for text in below.values())
    pieces = above.pieces
    if any(is_value(p.text) or p.text.endswith((".", ";", ":")) and len(p.text) > ABBREVIATED for p in pieces):
        return False
    left, right = (
        min(p.x0 for line in run.lines for p in line.pieces),
        max(p.x1 for line in run.lines for p in line.pieces),
    )
    if pieces[0].x0 < left - 4 or pieces[-1].x1 > right + 12 or is_numbered_heading(above):
        return False
    if _spread(run, above):
        alone = len(pieces) == 1 and (pieces[0].x0 < run.stripes[0][0] or len(pieces[0].text) > 40)
        return headed and not apart and not alone and sum(len(p.text.split()) for p in pieces) <= 4 * len(pieces)
    columns = run.columns(above)
    if headed and apart:
        return False
    if len(columns) == len(pieces) and len(pieces) >= max(2, len(run.stripes)):
        return True
    if not apart and headed and _heads_rest(run, above, set(below)):
        return True
    most = 2 * len(pieces) > len(run.stripes) + 1 > 2 * FEW
    return headed and not apart and len(columns) == len(pieces) and (min(columns) > 0 or most)
