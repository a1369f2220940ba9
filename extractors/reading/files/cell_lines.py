"""Cells whose printed lines a converter marked, ran together, or set as rows of their own: each has its lines again."""

import re
from dataclasses import replace

from models.page import Cell, Grid, Line

ITEMS = 2
"""Items of a list that are told within a cell, at least."""
LONGER, SOME = 2, 12
"""Times that the rest of a cell is longer than its line above, at most, and characters beyond."""
WIDE = 12
"""Characters of a line that a cell goes on below, at least, in a row with figures: such a row is no head."""
_BREAK = re.compile(r"\s*(?:<br\s?/?>|</?(?:ul|ol|li)(?:\s[^<>]*)?>)\s*", re.I)
_DASH = re.compile(r"(?<=[;:])\s+(?=[-–—]\s+\w)|\s+(?=[•●▪◦\uf0b7]\s*\w)")
"""Where an item of a list begins behind another, or behind the words that lead to it."""
_COUNT = re.compile(r"(?:^|(?<=[.;:!?)]))\s*(?=((?:[^\W\d_]{2,4}\s)?\[?)(\d{1,2})[.)\]]\s+[^\W\d_])")
"""The same of an item with a number: `1. Анатомія. 2. Гістологія`, `КН 1. …; КН 2. …`."""
_OPEN = re.compile(r"[^\W\d_][)\-–]?$")


def with_lines(grid: Grid) -> Grid:
    """Return a table of a text whose cells have their lines, and whose rows that only go on with the one above are one
    with it: in small letters, below words that no sign ends, and nothing beside them."""
    rows: dict[int, dict[int, Cell]] = {}
    above = -1
    for cell in sorted(grid.cells, key=lambda cell: (cell.row, cell.column)):
        told = tuple(line for one in cell.lines for line in parted(one))
        rows.setdefault(cell.row, {})[cell.column] = replace(cell, lines=told)
    for number, row in [*rows.items()]:
        if above >= 0 and _is_rest(row, rows[above]):
            for column, cell in row.items():
                own = rows[above].get(column, cell)
                rows[above][column] = replace(own, lines=own.lines + cell.lines)
            del rows[number]
        else:
            above = number
    return replace(grid, cells=tuple(cell for row in rows.values() for cell in row.values()))


def parted(line: Line) -> list[Line]:
    """Return the lines that a converter wrote as one."""
    parts: list[str] = []
    for part in _BREAK.split(line.as_text()):
        marks = [(m[1], int(m[2]), m.end()) for m in _COUNT.finditer(part)]
        counted = [end for n, (lead, number, end) in enumerate(marks) if (lead, number) == (marks[0][0], n + 1)]
        cuts = counted if len(counted) >= ITEMS else [m.end() for m in _DASH.finditer(part)]
        ends = [0, *(cuts if len(cuts) >= ITEMS else ()), len(part)]
        parts += [part[a:b].strip() for a, b in zip(ends, ends[1:], strict=False)]
    return [replace(line, text=part) for part in parts if part] if len(parts) > 1 else [line]


def _is_rest(row: dict[int, Cell], above: dict[int, Cell]) -> bool:
    """Say whether a row is the rest of the one above, of which it leaves cells out."""
    said = {n: cell.lines[0].as_text().strip() for n, cell in row.items() if cell.lines}
    over = {n: cell.lines[-1].as_text().strip() for n, cell in above.items() if cell.lines}
    if not said or len(said) >= len(over) or not all(n in over for n in said):
        return False
    if any(cell.column_span > 1 or cell.row_span > 1 for cell in (*row.values(), *above.values())):
        return False
    least = WIDE if any(any(map(str.isdigit, text)) for text in over.values()) else 2
    small = [text.lstrip('(«"')[:1].islower() and _runs_on(over[n], text, least) for n, text in said.items()]
    return any(small) and all(one or over[n].endswith(",") for one, n in zip(small, said, strict=True))


def _runs_on(above: str, below: str, least: int) -> bool:
    return len(above) >= least and bool(_OPEN.search(above)) and len(below) <= LONGER * len(above) + SOME
