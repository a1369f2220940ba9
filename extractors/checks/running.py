"""Running columns: rows of a table numbered one by one, or by the weeks that they take, and the one place where they
break off; codes of rows of which one stands twice."""

import re
from collections import Counter
from collections.abc import Iterator
from itertools import pairwise

from extractors.checks.placing import is_machine_read
from extractors.checks.telling import tell
from extractors.curriculum.grids import Grid, grids
from models.document import Document
from models.rows import Finding, Row

LEAST = 3
"""Numbered rows from which they run on."""
MOST = 3
"""Numbers that may be missing at one place; of more, rows were lost in reading."""
COLUMNS = 4
"""Columns among which one of codes stands."""
_CODE = re.compile(r"(?=[^\W_]*\d{3})[^\W_]{5,12}")
_NAMED = re.compile(r"[^\W\d_]{3}")
_NUMBERS = re.compile(r"(\d{1,3})(?:\s*[-–—]\s*(\d{1,3}))?\s*[.)]?")
_Rows = list[tuple[int, int]]
"""First and last number of every row."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return one finding for every table whose rows are numbered from 1 on but for one of them."""
    if not rows or is_machine_read(document):
        return []
    tables = [*grids(document)]
    known = {row.get("code") for row in rows if row.table in ("courses", "outcomes")}
    return [
        *(finding for grid in tables for finding in _broken(_numbered(grid))),
        *(finding for grid in tables for finding in _twice(grid, known)),
    ]


def _twice(grid: Grid, known: set[object]) -> Iterator[Finding]:
    """Yield the one code of a column of codes of one shape that two rows of other names have; those read as rows are
    looked at as such."""
    for column in range(1, min(COLUMNS, grid.width)):
        placed = ((row[column], row) for row in grid.rows[1:])
        cells = [(place.text.strip(), row) for place, row in placed if place.text and not place.merged]
        coded = [(text, row) for text, row in cells if _CODE.fullmatch(text)]
        if len(coded) < LEAST or len(cells) - len(coded) > 1 or known & {text for text, _ in coded}:
            continue
        shapes = {re.sub(r"\d", "9", text) for text, _ in coded}
        twice = [text for text, count in Counter(text for text, _ in coded).items() if count > 1]
        if len(shapes) == 1 and len(twice) == 1:
            first, second, *_ = (
                [p.text for p in row if _NAMED.search(p.text)] for text, row in coded if text == twice[0]
            )
            if first != second:
                said = {"code": twice[0], "first": "; ".join(first)[:60], "second": "; ".join(second)[:60]}
                yield tell("duplicate_course_code", "error", None, None, **said)


def _numbered(grid: Grid) -> _Rows:
    """Return the numbers in the first column of a table, none where other words stand among them; a row without one
    groups or sums up others."""
    found: _Rows = []
    for row in grid.rows[1:]:
        if row[0].merged or not row[0].text.strip():
            continue
        match = _NUMBERS.fullmatch(row[0].text.strip())
        if match is None and sum(bool(p.text) and not p.merged for p in row) >= 2 and row is not grid.rows[-1]:
            return []
        if match:
            found.append((int(match[1]), int(match[2] or match[1])))
    return found


def _broken(numbers: _Rows) -> Iterator[Finding]:
    """Yield the one place where rows that begin with 1 go on with another number than the next one."""
    if len(numbers) < LEAST or numbers[0][0] != 1 or any(last < first for first, last in numbers):
        return
    wrong = [n for n, (before, after) in enumerate(pairwise(numbers)) if after[0] != before[1] + 1]
    skipped = len(wrong) == 1 and 1 < numbers[wrong[0] + 1][0] - numbers[wrong[0]][1] <= MOST + 1
    odd = len(wrong) == 2 and wrong[1] == wrong[0] + 1 and _fits_between(*numbers[wrong[0] : wrong[1] + 2])
    if skipped or odd:
        before, after = numbers[wrong[0]], numbers[wrong[0] + 1]
        yield tell("provision_numbering_gap.rows", "warning", None, None, before=before[1], after=after[0])


def _fits_between(before: tuple[int, int], odd: tuple[int, int], after: tuple[int, int]) -> bool:
    """Say whether one number alone is wrong: the rows before and behind leave room for it."""
    single = odd[0] == odd[1] and after[0] == before[1] + 2
    return single or odd[0] != odd[1] and (odd[1] + 1 == after[0] or odd[0] == before[1] + 1)
