"""Totals: the last row of a table says what the numbers above it make."""

import re
from collections.abc import Iterator

from extractors.checks.telling import tell
from extractors.curriculum import figures
from extractors.curriculum.courses.parts import ELECTIVE
from extractors.curriculum.grading.marks import is_marks
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import Column, Headed, headed
from extractors.curriculum.hours.plans import is_plan
from extractors.curriculum.sum_rows import is_total
from models.document import Document
from models.rows import Finding, Row

NEAR = 0.01
_OUTSIDE = re.compile(r"thể chất|quốc phòng|фізичн|физическ|physical|defen[cs]e|дене тәрбие", re.I)
_SUMMED = {"score": "assessments", "weight": "assessments", "credits": "courses"}


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the printed totals of scores, weights and credits that the rows above them do not make."""
    present = {row.table for row in rows}
    found: list[Finding] = []
    for grid in grids(document):
        head = headed(grid)
        if head is not None and (last := _total_row(head)) is not None:
            found += [f for c in _columns(head, present) if (f := _disagrees(head, c, last)) is not None]
            found += _hours(head, last) if "topics" in present and is_plan(head) else []
    return found


def _total_row(head: Headed) -> int | None:
    """Return the row of the total where the table has one alone, at its end; subtotals make sums uncertain."""
    totals = [r for r in head.data if any(is_total(text) for text in head.grid.texts(r)[:2])]
    return totals[0] if len(totals) == 1 and totals[0] == len(head.grid.rows) - 1 else None


def _columns(head: Headed, present: set[str]) -> Iterator[Column]:
    text = " ".join(place.text for row in head.grid.rows for place in row)
    whole = not ELECTIVE.search(text) and not _OUTSIDE.search(text)
    for meaning in ("score", "weight") if is_marks(head) else ("credits",):
        columns = head.all(meaning)
        if len(columns) == 1 and _SUMMED[meaning] in present and (whole or meaning != "credits"):
            yield columns[0]


def _hours(head: Headed, last: int) -> list[Finding]:
    """Return the totals of hours that the rows do not make, where those of other columns are made by the same rows."""
    columns = [c for c in head.columns if c.activity and figures.number(head.at(last, c).text)]
    sums = {c: _sum(head, c, last) for c in columns}
    if not any(told and _made(*told) for told in sums.values()):
        return []
    wrong = [told for told in sums.values() if told and not _made(*told)]
    return [tell("table_total", "error", "topics", made=sum(parts), printed=total) for parts, total in wrong]


def _disagrees(head: Headed, column: Column, last: int) -> Finding | None:
    """Return a finding where every row has a number and these do not make the total, groups counted or not."""
    told = _sum(head, column, last)
    if told is None or _made(*told):
        return None
    return tell("table_total", "error", _SUMMED[str(column.meaning)], made=sum(told[0]), printed=told[1])


def _sum(head: Headed, column: Column, last: int) -> tuple[list[float], float] | None:
    """Return the numbers of a column and its total; None where one is not read."""
    total = figures.number(head.at(last, column).text)
    parts: list[float] = []
    for r in range(head.first, last):
        place = head.at(r, column)
        if place.merged or not place.text:
            continue
        number = figures.number(place.text)
        if number is None:
            return None
        parts.append(number)
    return None if total is None or len(parts) < 2 else (parts, total)


def _made(parts: list[float], total: float) -> bool:
    """Say whether the numbers make the total, or half of them do: groups and their parts both printed."""
    return abs(sum(parts) - total) <= NEAR or abs(sum(parts) - 2 * total) <= NEAR
