"""Tables of courses that lost their heads, with the meaning of their columns as the rows below tell it."""

import re
from collections.abc import Sequence
from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.courses.cells import are_marks
from extractors.curriculum.grids import Grid
from extractors.curriculum.heads import Column, Headed, headed
from extractors.curriculum.sums.roles import ROWS, SHARE, roles_of
from extractors.curriculum.table_rows import is_total
from normalizers.letters import lettered

LEAST = 2  # columns without a head from which one is lost, and figures of a row
_WORD, _NAME = re.compile(r"[^\W\d_]{4}"), re.compile(r"(?:[^\W\d_]\W*){5}")
_CODED = re.compile(lettered(r"\p{Lu}{1,6}[\s.-]?\d[\d.]*\s"))
"""A code before the name, which stands with it where the columns of a text were not told apart: names are torn then."""


def headless(grid: Grid) -> Headed | None:
    """Return a table of courses without a head, told by words and sums; None where no sum tells its credits."""
    texts = [[p.text * (not p.merged) for p in row] for row in grid.rows]
    name = max(range(grid.width), key=lambda c: len({row[c] for row in texts if _NAME.search(row[c])}), default=0)
    rows = _listed(grid, name, range(len(texts)))
    if len(rows) < ROWS or sum(_CODED.match(texts[r][name]) is not None for r in rows) * 2 > len(rows):
        return None
    first = rows[0]
    while first and len(own := grid.texts(first - 1)) == 1 and _NAME.search(own[0]) and not texts[first - 1][name]:
        first -= 1
    columns = list((headed(grid, (0, first, first)) or Headed(grid, (), first)).columns)
    for c in columns:
        filled = [text for r in rows if (text := texts[r][c.index])]
        if c.index == name or len(filled) * 2 > len(rows) and are_marks(filled):
            columns[c.index] = replace(c, meaning="name" if c.index == name else "control", activity=None)
    found = with_roles(Headed(grid, tuple(replace(c, path=c.path or ("",)) for c in columns), first))
    return found if any(c.proved for c in found.all("credits")) else None


def _listed(grid: Grid, name: int, rows: Sequence[int]) -> list[int]:
    """Return the rows that have a name and figures, without sums."""
    named = [(r, grid.texts(r)) for r in rows if _NAME.search(grid.rows[r][name].text)]
    counted = [(r, own) for r, own in named if sum(figures.number(text) is not None for text in own) >= LEAST]
    return [r for r, own in counted if not any(map(is_total, own[:3]))]


def with_roles(head: Headed) -> Headed:
    """Return a table with the meaning of its columns without heads that the sums of its rows tell; as it is, where a
    head says otherwise of one of them."""
    name = head.of("name")
    lost = [c for c in head.columns if _is_lost(head, c)]
    if name is None or len(lost) < LEAST or head.of("topic", "letter", "weight"):
        return head
    roles = roles_of(_figures(head, _listed(head.grid, name.index, head.data)))
    told = {c.index: c.activity or c.meaning for c in head.columns if c not in lost and c.meaning}
    if any(told.get(n, role) not in (role, "hours") for n, role in roles.items() if not role.isdecimal()):
        return head
    known = {"semester" if meaning == "exam_semester" else meaning for meaning in told.values()}
    free = {n: role for n, role in roles.items() if ("semester" if role.isdecimal() else role) not in known}
    return replace(head, columns=tuple(_proved(c, free[c.index]) if c in lost and c.index in free else c
                                       for c in head.columns))  # fmt: skip


def _is_lost(head: Headed, column: Column) -> bool:
    """Say whether nothing readable heads a column alone: no word, or one over the columns beside it, too."""
    beside = [c.path[: len(column.path)] for c in head.columns if abs(c.index - column.index) == 1]
    bare = column.meaning is None and not (column.path and _WORD.search(column.path[-1]))
    return column.activity is None and (bare or column.path in beside and column.meaning in ("hours", None))


def _figures(head: Headed, rows: Sequence[int]) -> tuple[tuple[int, tuple[float, ...]], ...]:
    """Return the places and figures of the columns that have such."""
    found = []
    for column in head.columns:
        texts = ["" if (p := head.at(r, column)).merged else p.text for r in rows]
        told = [figures.number(text) for text in texts]
        if any(told) and len(texts) - told.count(None) >= SHARE * (len(texts) - texts.count("")):
            found.append((column.index, tuple(float(n or 0) for n in told)))
    return tuple(found)


def _proved(column: Column, role: str) -> Column:
    """Return a column with its role; the number of a semester stands for its head."""
    meaning = "semester" if role.isdecimal() else role if role in ("credits", "exam_semester") else "activity"
    path, activity = (role if role.isdecimal() else "",), role if meaning == "activity" else None
    return replace(column, meaning=meaning, path=path, activity=activity, proved=True)
