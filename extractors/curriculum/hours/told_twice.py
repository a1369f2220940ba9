"""Topics of plans, and which of them stand where two plans of a document tell the same."""

from collections import defaultdict
from dataclasses import dataclass

from extractors.curriculum.wording import fold
from models.rows import Value


@dataclass(frozen=True)
class Topic:
    """A topic: its kind of activity (None where nothing says it), its title and the other cells of its row, and
    which of the document's plans and of its columns holds it."""

    activity: str | None
    cells: dict[str, Value]
    total: bool = False
    wide: bool = False
    plan: int = 0
    column: int = -1


def without_wide(found: list[Topic]) -> list[Topic]:
    """Leave out what a table of all activities says of an activity that has a plan of its own: of several columns of
    that activity, exercises and work in a laboratory, the one whose hours come nearest to the plan's, or all that make
    them."""
    planned: dict[str | None, float] = defaultdict(float)
    columns: dict[tuple[str | None, int, int], float] = defaultdict(float)
    for topic in found:
        hours = float(topic.cells["hours"].value or 0) if "hours" in topic.cells and not topic.total else 0
        if topic.wide:
            columns[topic.activity, topic.plan, topic.column] += hours
        elif hours:
            planned[topic.activity] += hours
    twin = {"practice": "seminar", "seminar": "practice"}  # a plan may call the hours of a column the other
    told = {key for key, n in columns.items() if key[0] not in planned and 0 < n == planned.get(twin.get(key[0] or ""))}
    for activity, plan in {(a, p) for a, p, _ in columns if a in planned}:
        own = [key for key in columns if key[:2] == (activity, plan)]
        nearest = min(own, key=lambda key: (abs(columns[key] - planned[activity]), -key[2]))
        told |= {*own} if sum(columns[key] for key in own) == planned[activity] else {nearest}
    return [t for t in found if not (t.wide and (t.activity, t.plan, t.column) in told)]


def without_doubles(found: list[Topic]) -> list[Topic]:
    """Leave out topics of a table of all activities where a plan of that activity alone names the same ones, and those
    of a table of contents, without kind and hours, that another plan names."""
    seen: dict[tuple[str | None, str], int] = {}
    timed = {fold(str(t.cells["title"].value)): t.plan for t in found if {"title", "hours"} <= t.cells.keys()}
    kept = []
    for topic in found:
        title = fold(str(topic.cells["title"].value)) if "title" in topic.cells else ""
        key = (topic.activity, title) if title else None
        bare = topic.activity is None and "hours" not in topic.cells
        known = timed.get(title, topic.plan) if bare else seen.get((topic.activity, title), topic.plan)
        if key is None or known == topic.plan or "week" in topic.cells:
            kept.append(topic)
        if key:
            seen.setdefault(key, topic.plan)
    return kept
