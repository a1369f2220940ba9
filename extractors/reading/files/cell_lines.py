"""Cells whose printed lines a converter marked, ran together, or set as rows of their own: each has its lines again."""

import re
from dataclasses import replace

from models.page import Cell, Grid, Line

ITEMS, LONGER, SOME, WIDE = 2, 2, 12, 12
"""Items that tell a list in a cell; times (and characters) that the rest of a cell is longer than its line above, at
most; characters of that line, at least, in a row with figures, which is no head."""
HEAD, COUNTED = 6, [str(n) for n in range(1, 40)]
"""Rows among which one numbers the columns below a head, at most; what it says."""
_BREAK = re.compile(r"\s*(?:<br\s?/?>|</?(?:ul|ol|li)(?:\s[^<>]*)?>|\n)\s*", re.I)
_DASH = re.compile(r"(?<=[;:])\s+(?=[-–—]\s+\w)|\s+(?=[•●▪◦\uf0b7]\s*\w)")
_COUNT = re.compile(
    r"(?:^|(?<=[.;:!?)])\s+|(?<=[.;:!?)])(?<!\d\.))(?=((?:[^\W\d_]{2,4}\s)?\[?)(\d{1,2})[.)\]]\s+[^\W\d_])"
)
"""Where an item begins behind another, or behind the words that lead to it: `1. Анатомія. 2. Гістологія`, `КН 1. …`."""
_OPEN = re.compile(r"[^\W\d_][)\-–]?$")


def with_lines(grid: Grid) -> Grid:
    """Return a table of a text whose cells have their lines, and whose rows that only go on with the one above are one
    with it: in small letters, below words that no sign ends, or a code's figure alone."""
    rows: list[dict[int, Cell]] = []
    said = [[line.as_text().strip() for c in grid.cells if c.row == n for line in c.lines] for n in range(HEAD)]
    head = next((n for n, texts in enumerate(said) if len(texts) > 1 and texts == COUNTED[: len(texts)]), 0)
    for number in sorted({cell.row for cell in grid.cells}):
        own = (cell for cell in grid.cells if cell.row == number)
        row = {c.column: replace(c, lines=tuple(line for one in c.lines for line in parted(one))) for c in own}
        if rows and _is_rest(row, rows[-1], in_head=number < head):
            rows[-1] = {n: replace(c, lines=c.lines + row[n].lines) if n in row else c for n, c in rows[-1].items()}
        else:
            rows.append(row)
    return replace(grid, cells=tuple(cell for row in rows for cell in row.values()))


def parted(line: Line) -> list[Line]:
    """Return the lines that a converter wrote as one."""
    parts: list[str] = []
    for part in _BREAK.split(line.as_text()):
        marks = [*_COUNT.finditer(part)]
        cuts = [m.end() for n, m in enumerate(marks, 1) if m[1] == marks[0][1] and int(m[2]) == n]
        cuts = cuts if len(cuts) >= ITEMS else [m.end() for m in _DASH.finditer(part)]
        ends = [0, *(cuts if len(cuts) >= ITEMS else ()), len(part)]
        parts += [text for a, b in zip(ends, ends[1:], strict=False) if (text := part[a:b].strip())]
    return [replace(line, text=part) for part in parts] if len(parts) > 1 else [line]


def _is_rest(row: dict[int, Cell], above: dict[int, Cell], *, in_head: bool) -> bool:
    """Say whether a row is the rest of the one above, of which it leaves cells out but in a head."""
    said = {n: cell.lines[0].as_text().strip() for n, cell in row.items() if cell.lines}
    over = {n: cell.lines[-1].as_text().strip() for n, cell in above.items() if cell.lines}
    spanned = any(cell.column_span + cell.row_span > 2 for cell in (*row.values(), *above.values()))
    if spanned or not 0 < len(said) < len(over) + in_head or not {*said} <= {*over}:
        return False
    least = WIDE if any(any(map(str.isdigit, text)) for text in over.values()) else 2
    fits = {n for n, text in said.items() if least <= len(over[n]) and len(text) <= LONGER * len(over[n]) + SOME}
    small = {n for n in fits if said[n].lstrip('(«"')[:1].islower() and _OPEN.search(over[n])}
    code = all(t.isdigit() and over[n].isupper() and not over[n][-1:].isdigit() for n, t in said.items())
    return code or bool(small) and all(n in small or over[n].endswith(",") for n in said)
