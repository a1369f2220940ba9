"""Tables that tabs lay out in a text file and whose cells go on in lines of their own."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from models.page import Cell, Grid, Line

LEAST = 3
"""Columns of such a table, at least."""
LONGEST = 6
"""Lines that a cell goes on in, at most."""
_COUNT = re.compile(r"\s*(\d{1,3})\s*[.)]?\s*")


@dataclass(frozen=True, slots=True)
class Tabbed:
    """A table of a text: the numbers of its first and last line, and its grid."""

    first: int
    last: int
    grid: Grid


Row = list[list[str]]
"""The cells of a row, each with its lines."""


def tabbed_tables(lines: Sequence[str]) -> list[Tabbed]:
    """Return the tables with a head over rows counted from 1, where a cell of a row goes on in the next line."""
    found: list[Tabbed] = []
    at = 0
    while at < len(lines) - 1:
        width = len(lines[at].split("\t"))
        rows, last = _counted(lines, at + 1, width) if width >= LEAST and lines[at].strip() else ([], at)
        if any(len(cell) > 1 for row in rows for cell in row):
            found.append(Tabbed(at, last, _grid([[[field] for field in lines[at].split("\t")], *rows])))
            at = last
        at += 1
    return found


def _counted(lines: Sequence[str], at: int, width: int) -> tuple[list[Row], int]:
    """Return the rows from a line on that count 1, 2, 3, and the number of their last line."""
    rows: list[Row] = []
    while at < len(lines) and _count(lines[at]) == len(rows) + 1:
        row, last = _row(lines, at, width, len(rows) + 2)
        if len(row) != width:
            break
        rows.append(row)
        at = last + 1
    return rows, at - 1


def _row(lines: Sequence[str], at: int, width: int, following: int) -> tuple[Row, int]:
    """Return the row that begins in a line and the number of its last line; `following` is the number of the next."""
    row: Row = [[field] for field in lines[at].split("\t")]
    last = at
    while len(row) < width and last + 1 < len(lines) and last - at < LONGEST:
        line = lines[last + 1]
        if not line.strip() or _count(line) is not None:
            break
        rest, *more = line.split("\t")
        row[-1].append(rest)
        row += [[field] for field in more]
        last += 1
    ahead = next((n for n in range(last + 1, min(len(lines), last + 1 + LONGEST)) if "\t" in lines[n]), len(lines))
    if len(row) == width and ahead < len(lines) and _count(lines[ahead]) == following:
        own = [line for line in lines[last + 1 : ahead] if line.strip()]
        row[-1] += own
        last = ahead - 1 if own else last
    return row, last


def _count(line: str) -> int | None:
    """Return the number that a row begins with, None for another line."""
    field, tab, _ = line.partition("\t")
    match = _COUNT.fullmatch(field) if tab else None
    return int(match[1]) if match else None


def _grid(rows: Sequence[Row]) -> Grid:
    return Grid(
        tuple(
            Cell(number, column, tuple(Line((), text=part) for part in cell if part.strip()))
            for number, row in enumerate(rows)
            for column, cell in enumerate(row)
        )
    )
