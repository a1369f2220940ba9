"""Running heads that stand within tables: rows that repeat from page to page at the edge of each page's table."""

import re
from collections import Counter

from extractors.curriculum.wording import fold
from models.text import Text

EDGE = 3
"""Lines from the head or the foot of a table that may be running ones."""
LEAST_TABLES = 4
"""Tables in which a row repeats that is a running one."""


def running_rows(text: Text) -> frozenset[str]:
    """Return the rows, as `bare` writes them, that repeat from page to page with a page number, or beside such a row.

    A row that stands twice in one table, or amid one, is content said again: `1.2 Підготовка до занять 2`.
    """
    lines = [n for n in text.lines if n.table is not None]
    sizes = Counter(line.table for line in lines)
    rows = [(n.table, bare(printed := text.content[n.start : n.end]), printed) for n in lines]
    tables: dict[str, list[int | None]] = {}
    printed_as: dict[str, set[str]] = {}
    beside: dict[str, list[str]] = {}
    amid: set[str] = set()
    place = 0
    for n, (table, said, printed) in enumerate(rows):
        place = place + 1 if n and rows[n - 1][0] == table else 0
        tables.setdefault(said, []).append(table)
        printed_as.setdefault(said, set()).add(printed)
        above = rows[n - 1][1] if n and rows[n - 1][0] == table else ""
        below = rows[n + 1][1] if n + 1 < len(rows) and rows[n + 1][0] == table else ""
        beside.setdefault(said, []).append(f"{above}\t{below}")
        if EDGE <= place < sizes[table] - EDGE:
            amid.add(said)
    once = {said for said, seen in tables.items() if len(set(seen)) == len(seen)} - amid
    often = {said for said in once if len(tables[said]) >= LEAST_TABLES and len(said) > 24}
    numbered = {said for said in often if len(printed_as[said]) >= LEAST_TABLES}
    constant = {said for said in often if all(set(pair.split("\t")) & numbered for pair in beside[said])}
    return frozenset(numbered | constant)


def bare(row: str) -> str:
    """Return a row without figures and case, its cells parted by bars: equal where a running one repeats."""
    return "|".join(fold(re.sub(r"[\dIVXІ]+", "", part)) for part in row.split("\t") if part.strip())
