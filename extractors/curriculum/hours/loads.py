"""Hours of a course by kind of activity: from a table, a line of a table, or `label: hours` lines."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.cards.labelled import pairs
from extractors.curriculum.cards.stacked import stacked
from extractors.curriculum.courses.credited import counts_credits
from extractors.curriculum.courses.semesters import tell_semester
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import Headed, activity_of, headed
from extractors.curriculum.hours.load_lines import CLASSES, Load, activity_named, lines_of_loads
from extractors.curriculum.hours.plans import is_plan
from extractors.curriculum.sum_rows import is_total
from models.document import Document
from models.rows import Value
from models.text import Span

_WHOLE = re.compile(r"(?<!\d)(\d{2,3})\s*(?:год|час|ч\.|ч\b|акад|сағ|hours)", re.I)

MOST_A_WEEK = 8
"""Hours of an activity from which a line tells those of the whole course."""


def loads(document: Document) -> list[Load]:
    """Return the hours of the document's course, each activity and mode once: a table of loads before lines."""
    found = [*_tables(document), *_stacked(document), *lines_of_loads(document), *_beside_credits(document)]
    if len({load.activity for load in found}) < 2:
        found = [*_embedded(document), *found]
    if len({load.activity for load in found}) < 2:
        found = [*_sums(document), *found]
    found = _of_classes(_without_weekly(found, document))
    best: dict[tuple[str, str | None], Load] = {}
    beside: list[Load] = []
    for load in found:
        first = best.setdefault((load.activity, load.mode), load)
        if first is not load and first.group == load.group >= 0 and first.span != load.span:
            beside.append(load)
    kept = [load for (activity, mode), load in best.items() if mode or not any(a == activity and m for a, m in best)]
    return sorted([*kept, *beside], key=lambda load: load.span.start)


def _of_classes(found: list[Load]) -> list[Load]:
    """Take hours of classes of any kind for lectures where the document tells none; leave out the sum of its kinds."""
    classes = [load for load in found if load.activity == CLASSES]
    kinds = {load.activity: load.hours for load in found if load.activity in ("practice", "seminar", "laboratory")}
    told = any(load.activity == "lecture" for load in found) or sum(kinds.values()) in {c.hours for c in classes}
    rest = (load for load in found if not (told and load.activity == CLASSES))
    return [replace(load, activity="lecture") if load.activity == CLASSES else load for load in rest]


def _without_weekly(found: list[Load], document: Document) -> list[Load]:
    """Leave out hours a week that lines of a card tell where the sums of a plan of topics tell those of the course."""
    told = [load for load in found if load.source == "line" and load.activity != "total"]
    if not told or max(load.hours for load in told) > MOST_A_WEEK or any(load.source != "line" for load in found):
        return found
    sums = [load for load in _sums(document) if load.activity != "total"]
    weekly = all(any(s.activity == load.activity and s.hours >= 4 * load.hours for s in sums) for load in told)
    return sums if sums and weekly else found


def _beside_credits(document: Document) -> Iterator[Load]:
    """Yield the hours of the whole course that stand beside its credits: `4 кредити ЄКТС / 120 годин`."""
    for pair in pairs(document):
        own = re.split(r"[(;](?!\s*\d{2,3}\s*[^\W\d_.]+\.?\s*\))", pair.text)[0]  # brackets hold hours of its kinds
        match = _WHOLE.search(own) if pair.meaning == "course.credits" and len(own) < 80 else None
        if match and not activity_named(own[: match.start()].strip(" :–—-")):
            yield Load("total", float(match[1]), pair.span, source="card")


def _sums(document: Document) -> Iterator[Load]:
    """Yield the sums under the columns of a plan of topics; of several plans, those of the first that has them."""
    for grid in grids(document):
        head = headed(grid)
        planned = head and (is_plan(head) or head.of("week") and not head.of("credits", "code"))
        columns = [c for c in head.columns if c.activity] if head and planned else []
        for r in head.data if head and len({c.activity for c in columns}) >= 2 else ():
            if not any(is_total(p.text) for p in grid.rows[r][:3] if p.text and not p.merged):
                continue
            for column in columns:
                place = grid.rows[r][column.index]
                value = figures.hours(place.text)
                if value and place.span and not place.merged:
                    yield Load(column.activity or "", value, place.span, column.mode, None, "plan", grid.start)
            return


def _tables(document: Document) -> Iterator[Load]:
    for grid in grids(document):
        head = headed(grid)
        if head is None:
            continue
        if _names_activities(head):
            yield from _down(head)
        elif is_load_table(head) and not counts_credits(document, grid):
            yield from _across(head)


def _names_activities(head: Headed) -> bool:
    """Say whether the first column of a table of hours names kinds of activity, and nothing else stands beside it."""
    if not head.hours() or head.of("topic", "credits", "weight", "letter") or head.columns[0].activity:
        return False
    named = {activity for r in head.data if (activity := activity_of(head.grid.rows[r][0].text))}
    return len(named) >= 2


def is_load_table(head: Headed) -> bool:
    """Say whether a table has a column per activity and a row of hours, without topics or a list of courses."""
    kinds = {c.activity for c in head.columns if c.activity}
    return len(kinds) >= 2 and not head.of("topic", "letter", "weight") and len(list(head.data)) <= 4


def _down(head: Headed) -> Iterator[Load]:
    """Yield hours of a table that names an activity in every row."""
    columns = [c for c in head.columns[1:] if c.meaning in ("hours", "activity") or c.mode]
    for r in head.data:
        activity = activity_of(head.grid.rows[r][0].text)
        for column in columns if activity else ():
            place = head.at(r, column)
            value = figures.hours(place.text)
            if activity and value is not None and place.span:
                yield Load(activity, value, place.span, column.mode, None, "table")


def in_load_table(document: Document) -> dict[str, Value]:
    """Return semester and form of control of the course where the only row of its table of hours tells them."""
    for grid in grids(document):
        head = headed(grid)
        if head is None or _names_activities(head) or not is_load_table(head) or is_plan(head):
            continue
        rows = [r for r in head.data if figures.hours(head.at(r, next(c for c in head.columns if c.activity)).text)]
        rows = [r for r in rows if not any(is_total(p.text) or _AMONG.match(p.text) for p in head.grid.rows[r][:2])]
        cells: dict[str, Value] = {}
        if len(rows) == 1:
            tell_semester(head, rows[0], cells)
            place = head.at(rows[0], head.of("control"))
            if place.text and len(place.text) <= 60 and any(c.isalpha() for c in place.text):
                cells["control_form"] = Value(place.text, place.span, 0.9, "loads.table")
            code, count = head.at(rows[0], head.of("code")), head.at(rows[0], head.of("credits"))
            if re.fullmatch(r"(?=.*\d)[\w.\-/ ]{4,16}", code.text):
                cells["code"] = Value(code.text, code.span, 0.9, "loads.table")
            if (value := figures.credits(count.text)) is not None and 0 < value <= 30:
                cells["credits"] = Value(value, count.span, 0.9, "loads.table")
            for both, _, credit in _with_credits(head, rows[0]):
                cells.setdefault("credits", Value(credit, both, 0.9, "loads.table"))
        return cells
    return {}


def _across(head: Headed) -> Iterator[Load]:
    """Yield hours of a table with an activity in every column; of several rows the first with a total, or the only."""
    columns = [c for c in head.columns if c.activity]
    rows = [r for r in head.data if sum(figures.hours(head.at(r, c).text) is not None for c in columns) >= 2]
    rows = [r for r in rows if not _AMONG.match(head.grid.rows[r][0].text)]
    for r in rows[:1] if len(rows) == 1 else []:
        for both, whole, _ in _with_credits(head, r):
            yield Load("total", whole, both, None, None, "table", head.grid.start)
        for column in columns:
            place = head.at(r, column)
            value = figures.hours(place.text)
            if value and place.span:
                yield Load(column.activity or "", value, place.span, column.mode, None, "table", head.grid.start)


_AMONG = re.compile(r"(?:в|у)\s?т\.?\s?ч\b|в том числе|у тому числі|практическ\w+ подготовк|в интерактивной", re.I)
"""The rows below the hours of a course that say which of them are of a special kind."""
_BOTH = re.compile(r"(?:час|год)\w*\.?\s*/\s*(?:з\.?\s?е|кред|зет)", re.I)


def _with_credits(head: Headed, r: int) -> Iterator[tuple[Span, float, float]]:
    """Yield place, hours and credits of a cell that gives both: `144/4` under `Трудоемкость час/з.е.`"""
    for column in head.columns:
        place = head.at(r, column)
        match = re.fullmatch(r"(\d{2,3})\s*/\s*(\d{1,2}(?:[.,]5)?)", place.text)
        if match and place.span and _BOTH.search(" ".join(column.path)):
            yield place.span, float(match[1]), float(figures.number(match[2]) or 0)
            return


def _embedded(document: Document) -> Iterator[Load]:
    """Yield hours of a row of figures under a row of activities, inside a table that lays out a page."""
    for grid in grids(document):
        head = headed(grid)
        for r, row in enumerate(grid.rows[:-1] if not head or not is_plan(head) else ()):
            kinds = {n: a for n, p in enumerate(row) if p.text and not p.merged and (a := activity_of(p.text, 0.93))}
            if len(set(kinds.values())) < 3:
                continue
            places = {n: grid.rows[r + 1][n] for n in kinds}
            values = {n: figures.number(p.text) for n, p in places.items()}
            below = [figures.number(grid.rows[r + 2][n].text) for n in kinds] if r + 2 < len(grid.rows) else []
            if sum(v is not None for v in below) * 2 > len(kinds):
                break  # the first of many rows
            if sum(v is not None for v in values.values()) * 2 > len(kinds):
                for n, value in values.items():
                    if value and (span := places[n].span):
                        yield Load(kinds[n], value, span, None, None, "table")
                return


def _stacked(document: Document) -> Iterator[Load]:
    """Yield hours of a card with a column for each form of study."""
    for label, values in stacked(document):
        activity = activity_named(label)
        for mode, place in values if activity else ():
            value = figures.hours(place.text)
            if activity and value is not None and place.span:
                yield Load(activity, value, place.span, mode, None, "card")
