"""Columns of hours whose own head was not read, told by their sums: what the card says of lectures, of practice."""

from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.heads import Column, Headed, activity_of
from extractors.curriculum.hours.load_lines import lines_of_loads
from extractors.curriculum.table_rows import is_total
from models.document import Document

_ALONE = {"self_study", "supervised_self_study", "exam"}
"""What is no class."""


def with_told_kinds(head: Headed, document: Document) -> Headed:
    """Return a table with the kinds of class of its columns of hours that no head tells but their sums do.

    The sum under each of them must be the hours that the document tells of one kind of class alone, which no other
    column has.
    """
    lost = [c for c in head.hours() if c.activity is None and len(c.path) > 1 and activity_of(c.path[-1]) is None]
    lost += [c for c in head.columns if c.meaning is None and head.hours() and _counts(head, c)]
    sums = _sums(head, lost) if lost else {}
    if not sums or len(sums) < len(lost):
        return head
    known = {c.activity for c in head.columns if c.activity}
    kinds: dict[float, set[str]] = {}
    for load in lines_of_loads(document):
        if load.activity not in known and load.activity != "total" and load.mode is None:
            kinds.setdefault(load.hours, set()).add(load.activity)
    told = {index: kinds.get(value, set()) for index, value in sums.items()}
    if any(len(of) != 1 for of in told.values()) or len({min(of) for of in told.values()}) < len(told):
        return head
    columns = (
        replace(c, meaning="activity", activity=min(told[c.index])) if c.index in told else c for c in head.columns
    )
    return replace(head, columns=tuple(columns))


def with_named_hours(head: Headed, named: str | None) -> Headed:
    """Return a table whose hours under a bare head, `Số tiết`, are those of the class that the heading above it names.

    Only where the other hours are of no class: `4.2. Thực hành` over `Số tiết | Tự học`.
    """
    bare = [c for c in head.columns if c.meaning == "hours" and c.activity is None and c.mode is None]
    others = {c.activity for c in head.columns if c.activity}
    if named is None or named in _ALONE or len(bare) != 1 or not others or not others <= _ALONE:
        return head
    told = replace(bare[0], meaning="activity", activity=named)
    return replace(head, columns=tuple(told if c is bare[0] else c for c in head.columns))


def _counts(head: Headed, column: Column) -> bool:
    """Say whether a column under an unknown head holds nothing but figures, at least three of them."""
    own = [p.text for r in head.data if (p := head.at(r, column)).text and not p.merged]
    return len(own) >= 3 and all(figures.number(text) is not None for text in own)


def _sums(head: Headed, columns: list[Column]) -> dict[int, float]:
    """Return the printed sums under columns, from the only row of the table that sums up."""
    rows = [r for r in head.data if any(is_total(p.text) for p in head.grid.rows[r][:3] if p.text and not p.merged)]
    found = {c.index: figures.hours(head.at(rows[0], c).text) for c in columns} if len(rows) == 1 else {}
    return {index: float(value) for index, value in found.items() if value}
