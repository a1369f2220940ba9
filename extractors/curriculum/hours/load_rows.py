"""The rows of a table with a column per activity that tell the hours of one course: the only one, the printed sum,
those of its semesters, or one for each form of study."""

import re
from collections.abc import Iterator

from extractors.curriculum import figures
from extractors.curriculum.courses.semesters import semester_of, tell_semester
from extractors.curriculum.heads import Headed, mode_of
from extractors.curriculum.hours.told_hours import Load
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_AMONG = Wordings(KNOWLEDGE / "figure_words.tsv", r"<<among>>", re.I)
"""How rows below the hours of a course begin that say which of them are of a special kind."""
_BOTH = re.compile(r"(?:час|год)\w*\.?\s*/\s*(?:з\.?\s?е|кред|зет)", re.I)

Rows = dict[str | None, list[int]]
"""The rows whose figures make the hours of each form of study; of None where the table tells no forms apart."""
MOST_ROWS = 4
"""Rows of hours of one course from which a table must tell its semesters apart, or it lists something else."""


def is_load_table(head: Headed) -> bool:
    """Say whether a table has a column per activity and a row of hours, without topics or a list of courses."""
    kinds = {c.activity for c in head.columns if c.activity}
    rows = [r for r in head.data if not _AMONG.match(_first(head, r)) and _is_counted(head, r)]
    few = len(rows) <= MOST_ROWS and len(list(head.data)) <= 2 * MOST_ROWS
    return len(kinds) >= 2 and not head.of("topic", "letter", "weight") and (few or _by_semester(head, rows))


def hours_across(head: Headed) -> Iterator[Load]:
    """Yield hours of a table with an activity in every column; of several semesters each as printed, if no sum is."""
    sum_row, parts = _sum_and_parts(head)
    for mode, rows in ({None: [sum_row]} if sum_row is not None else parts).items():
        for whole in [load for r in rows for load in _both(head, r)][: len(rows) == 1]:
            yield Load("total", whole[1], whole[0], mode, "table", head.grid.start)
        shallow = min((len(c.path) for c in head.columns if c.activity == "total"), default=0)
        for column in (c for c in head.columns if c.activity and (c.activity != "total" or len(c.path) == shallow)):
            for place in (head.at(r, column) for r in rows):
                value = figures.hours(place.text)
                if value and place.span:
                    form = column.mode or mode
                    yield Load(column.activity or "", value, place.span, form, "table", head.grid.start)


def card_cells(head: Headed) -> dict[str, Value]:
    """Return semesters, forms of control, code and credits of the course whose hours a table tells."""
    sum_row, parts = _sum_and_parts(head)
    rows = next(iter(parts.values()), [])
    cells: dict[str, Value] = {}
    if not rows:
        return cells
    told: list[dict[str, Value]] = [{} for _ in rows]
    for r, found in zip(rows, told, strict=True):
        tell_semester(head, r, found)
        place = head.at(r, head.of("control"))
        if place.text and len(place.text) <= 60 and any(c.isalpha() for c in place.text):
            found["control_form"] = Value(place.text, place.span, 0.9, "loads.table")
    for column in ("semester", "control_form"):
        values = [found[column] for found in told if column in found]
        if len(values) == len(rows):
            cells[column] = _listed(values)
    whole = sum_row if sum_row is not None else rows[0] if len(rows) == 1 else None
    return {**cells, **_code_and_credits(head, whole)} if whole is not None else cells


def _code_and_credits(head: Headed, r: int) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    code, count = head.at(r, head.of("code")), head.at(r, head.of("credits"))
    if re.fullmatch(r"(?=.*\d)[\w.\-/ ]{4,16}", code.text):
        cells["code"] = Value(code.text, code.span, 0.9, "loads.table")
    if (value := figures.credits(count.text)) is not None and 0 < value <= 30:
        cells["credits"] = Value(value, count.span, 0.9, "loads.table")
    for both, _, credit in _both(head, r):
        cells.setdefault("credits", Value(credit, both, 0.9, "loads.table"))
    return cells


def _listed(values: list[Value]) -> Value:
    """Return what the rows say, each thing once, with a comma between: `2, 3` of two semesters."""
    said = list(dict.fromkeys(part for value in values for part in str(value.value).split(", ")))
    if len(said) == 1:
        return values[0]
    first, last = values[0].span, values[-1].span
    place = Span(first.start, last.end) if first and last else first
    return Value(", ".join(said), place, values[0].confidence, values[0].extractor)


def _sum_and_parts(head: Headed) -> tuple[int | None, Rows]:
    """Return the row of the printed sum, and the rows that make the hours; nothing where rows stand beside each other
    for no reason that the table tells."""
    rows = [r for r in head.data if _is_counted(head, r) and not _AMONG.match(_first(head, r))]
    sums = [r for r in rows if any(is_total(p.text) for p in head.grid.rows[r][:2] if p.text and not p.merged)]
    rows = [r for r in rows if r not in sums]
    if len(sums) > 1 or sums and not rows:
        return (sums[0], {}) if len(sums) == 1 else (None, {})
    parts: Rows = {}
    for r in rows:
        parts.setdefault(_mode(head, r), []).append(r)
    if sums and len(parts) > 1 or any(len(part) > 1 and not _by_semester(head, part) for part in parts.values()):
        return None, {}
    return (sums[0] if sums else None), parts


def _is_counted(head: Headed, r: int) -> bool:
    """Say whether a row has figures under two kinds of activity."""
    return sum(figures.hours(head.at(r, c).text) is not None for c in head.columns if c.activity) >= 2


def _first(head: Headed, r: int) -> str:
    return next((p.text for p in head.grid.rows[r] if p.text and not p.merged), "")


def _mode(head: Headed, r: int) -> str | None:
    """Return the form of study that a cell before the figures of a row names."""
    counted = min(c.index for c in head.columns if c.activity)
    return next((m for p in head.grid.rows[r][:counted] if p.text and (m := mode_of(p.text))), None)


def _by_semester(head: Headed, rows: list[int]) -> bool:
    """Say whether each row names another semester, in their order."""
    column = head.of("semester")
    numbers = [semester_of(head.at(r, column).text) or 0 for r in rows] if column else []
    return bool(numbers) and numbers[0] > 0 and all(a < b for a, b in zip(numbers, numbers[1:], strict=False))


def _both(head: Headed, r: int) -> Iterator[tuple[Span, float, float]]:
    """Yield place, hours and credits of a cell that gives both: `144/4` under `Трудоемкость час/з.е.`"""
    for column in head.columns:
        place = head.at(r, column)
        match = re.fullmatch(r"(\d{2,3})\s*/\s*(\d{1,2}(?:[.,]5)?)", place.text)
        if match and place.span and _BOTH.search(" ".join(column.path)):
            yield place.span, float(match[1]), float(figures.number(match[2]) or 0)
            return
