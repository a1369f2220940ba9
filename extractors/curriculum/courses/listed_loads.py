"""Figures of a plan of courses beside its credits: hours by kind of activity, and the credits of the whole."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.curriculum import figures
from extractors.curriculum.courses.credited import hours_beside
from extractors.curriculum.courses.lists import course_lists
from extractors.curriculum.courses.semesters import without_weeks
from extractors.curriculum.grids import Place
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.hours.parted import parted
from extractors.curriculum.hours.split import split_column, split_hours
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "hours_words.tsv"
_HOURS = Wordings(_WORDS, r"<<headed>>", re.IGNORECASE)
_A_WEEK = Wordings(_WORDS, r"<<headed_week>>", re.IGNORECASE)
_PERIOD = Wordings(_WORDS, r"<<headed_term>>", re.IGNORECASE)
ROUNDED = 0.05
"""Hours by which the sum of printed parts may differ from the printed whole."""
LEAST_A_CREDIT, MOST_A_CREDIT = 8, 60
"""Hours that a credit may have in class and outside."""
LEFT = 0.1
"""Share of the credits listed that may stand below the sum of the whole: what is taught beside the programme."""


@dataclass(frozen=True, slots=True)
class ListedLoad:
    """Hours of an activity of a listed course; `place` is the cell that prints them."""

    code: Value
    activity: str
    hours: float
    place: Place
    mode: str | None = None


def listed_loads(document: Document) -> Iterator[ListedLoad]:
    """Yield the hours of the listed courses that have a code, each activity and form of study of a course once."""
    seen: dict[tuple[str, str, str | None], tuple[int, int]] = {}
    for head, rows in course_lists(document):
        columns = load_columns(head)
        parts, split = _by_period(head, columns), split_column(head)
        for row in rows:
            code, at = row.cells.get("code"), (head.grid.start, row.row)
            if code and split:
                there = head.at(row.row, split.column)
                yield from (ListedLoad(code, kind, count, there) for kind, count in split_hours(head, row.row, split))
            counted = head.at(row.row, head.of("credits"))
            if code and not columns and (hours := hours_beside(counted.text)):
                yield ListedLoad(code, "total", hours, counted)
            if code and not columns and (credited := head.of("credits")):
                told = parted(" ".join(credited.path), counted.text)
                yield from (ListedLoad(code, kind, hours, counted) for kind, hours in told if hours)
            alone = [c for several in parts.values() for c in _only_filled(head, row.row, several)]
            for activity, added, place, mode in _proved_sums(head, row.row, columns, parts) if code else ():
                if code and (str(code.value), activity, mode) not in seen:
                    yield ListedLoad(code, activity, added, place, mode)
            for column in columns + alone if code else []:
                place = head.at(row.row, column)
                value = figures.hours(place.text)
                activity = column.activity or "total"
                key = (str(code.value), activity, column.mode) if code else ("", "", None)
                if code and value and place.span and not place.merged and seen.setdefault(key, at) == at:
                    yield ListedLoad(code, activity, value, place, column.mode)


def load_columns(head: Headed) -> list[Column]:
    """Return the columns of hours by activity of the whole course: no sums of classes, no hours a week or a semester.

    None where the plan does not say that they are hours, or has fewer than two activities.
    """
    chosen: list[Column] = []
    of_terms = _totals_of_terms(head)
    for column in _counting_hours(head):
        path = " ".join(column.path)
        plain = column.meaning == "hours" and lexicon("heads.tsv").match(column.path[-1], 0.85) == "hours"
        whole = column.activity or ("total" if plain else None)
        if whole is None or _A_WEEK.search(path) or _PERIOD.search(path) or column in of_terms:
            continue
        if whole == "total" and any(lexicon("heads.tsv").match(text, 0.85) == "contact" for text in column.path):
            continue
        alike = [c for c in chosen if (c.activity or "total", c.mode) == (whole, column.mode)]
        if not alike or whole == "practice" and all(_apart(c, column) for c in alike):
            chosen.append(column)
    chosen += _in_class(head, chosen)
    chosen += _summing_up(head, chosen)
    spoken = any(_HOURS.search(text) for column in chosen for text in column.path)
    kinds = {column.activity or "total" for column in chosen}
    spoken = spoken or {"lecture", "self_study"} <= kinds  # beside each other they are told in hours alone
    proved = any(column.proved for column in chosen)
    spoken = spoken or proved or _too_many_for_credits(head, chosen)
    by_period = {c.activity for c in head.columns if c.activity and _PERIOD.search(" ".join(c.path))}
    told_apart = len(kinds) >= 2 or len(by_period - {"total"}) >= 2  # the total alone, its parts in each semester
    told_apart = told_apart and kinds | by_period != {"total"} or head.has("exam_semester", "credit_semester")
    return chosen if proved or chosen and spoken and told_apart else []


def _too_many_for_credits(head: Headed, chosen: list[Column]) -> bool:
    """Say whether figures by activity can be nothing but hours: in all rows, two at least, too many for credits."""
    rates: list[float] = []
    for r in head.data:
        whole = figures.credits(head.at(r, head.of("credits")).text)
        counts = [figures.number(head.at(r, c).text) or 0 for c in chosen if not head.at(r, c).merged]
        if whole and any(counts):
            rates.append(sum(counts) / whole)
    return len(rates) >= 2 and all(LEAST_A_CREDIT <= rate <= MOST_A_CREDIT for rate in rates)


def _counting_hours(head: Headed) -> list[Column]:
    """Return the columns of a plan without those that part the credits, where others say that they are hours."""
    parting = [c for c in head.columns if c.activity and any(_is_credits(text) for text in c.path[:-1])]
    spoken = any(c.activity and _HOURS.search(" ".join(c.path)) for c in head.columns if c not in parting)
    return [c for c in head.columns if not (spoken and c in parting)]


def _is_credits(text: str) -> bool:
    return not _HOURS.search(text) and lexicon("heads.tsv").match(text, 0.95) == "credits"


def _by_period(head: Headed, whole: list[Column]) -> dict[tuple[str, str | None], list[Column]]:
    """Return the columns that count an activity in each semester apart, where no column counts it for the course."""
    found: dict[tuple[str, str | None], list[Column]] = {}
    known = {column.activity or "total" for column in whole}
    of_terms = _totals_of_terms(head)
    for column in head.columns if whole or of_terms else ():
        path = " ".join(map(without_weeks, column.path))
        of_term = column in of_terms or _PERIOD.search(path) and not _A_WEEK.search(path)
        if column.activity and column.activity not in known and of_term:
            found.setdefault((column.activity, column.mode), []).append(column)
    return found


def _totals_of_terms(head: Headed) -> list[Column]:
    """Return the columns of totals whose head stands once before the columns of each semester: `Всього годин`."""
    totals = [c for c in head.columns if c.activity == "total" and not _PERIOD.search(" ".join(c.path))]
    twins = [c for c in totals if sum((o.path, o.mode) == (c.path, c.mode) for o in totals) > 1]
    between = [c for c in head.columns if twins and twins[0].index < c.index < twins[-1].index]
    return twins if any(c.activity and _PERIOD.search(" ".join(c.path)) for c in between) else []


def _only_filled(head: Headed, r: int, columns: list[Column]) -> list[Column]:
    """Return the column of the only semester that has hours; of several no sum is printed, and none is told."""
    filled = [c for c in columns if figures.hours(head.at(r, c).text)]
    return filled if len(filled) == 1 else []


def _proved_sums(
    head: Headed, r: int, whole: list[Column], parts: dict[tuple[str, str | None], list[Column]]
) -> Iterator[tuple[str, float, Place, str | None]]:
    """Yield the hours of activities that a course has in several semesters, added up, where all the hours of its
    semesters make the total that is printed for it, or all of that but its exams: no sum of one activity is."""
    printed = {c.activity or "total": figures.hours(head.at(r, c).text) or 0 for c in reversed(whole)}
    total = printed.get("total", 0)
    counted = [c for c in head.columns if _PERIOD.search(" ".join(c.path)) and c.meaning not in ("credits", "control")]
    counted = [c for c in counted if not is_total(c.path[-1])]  # the sum of what stands beside it
    hours = [figures.hours(head.at(r, c).text) or 0 for c in counted if not head.at(r, c).merged]
    if not total or all(abs(sum(hours) - made) > ROUNDED for made in (total, total - printed.get("exam", 0))):
        return
    for (activity, mode), columns in parts.items():
        told = [(value, head.at(r, c)) for c in columns if (value := figures.hours(head.at(r, c).text))]
        spans = [place.span for _, place in told if place.span]
        if len(told) > 1 and len(spans) == len(told):
            place = replace(told[0][1], span=Span(spans[0].start, spans[-1].end))
            yield activity, round(sum(value for value, _ in told), 2), place, mode


def _in_class(head: Headed, chosen: list[Column]) -> list[Column]:
    """Return the column of hours in class as one of lectures, where practice stands beside it and lectures nowhere."""
    kinds = {c.activity for c in chosen}
    contact = [c for c in head.columns if c.meaning == "contact" and len(c.path) > 1]
    beside = [c for c in contact for other in chosen if other.path[:-1] == c.path[:-1]]
    if len(contact) != 1 or not beside or "practice" not in kinds or "lecture" in kinds:
        return []
    if kinds != {"practice"} and not _make_total(head, contact[0], chosen):
        return []
    return [replace(contact[0], activity="lecture")]


def _summing_up(head: Headed, chosen: list[Column]) -> list[Column]:
    """Return the column under an unknown head of hours that the hours of all activities make in nearly every row."""
    if len(chosen) < 2 or any(c.activity in ("total", None) for c in chosen):
        return []
    others = [c for c in head.columns if c.meaning in ("hours", None) and c not in chosen and c.activity is None]
    rows = [r for r in head.data if not head.at(r, chosen[0]).merged]
    for column in others:
        told = [(figures.hours(head.at(r, column).text), r) for r in rows]
        told = [(whole, r) for whole, r in told if whole]
        made = [sum(figures.hours(head.at(r, c).text) or 0 for c in chosen) == whole for whole, r in told]
        if len(made) >= 3 and sum(made) * 10 >= len(made) * 9:
            return [replace(column, meaning="activity", activity="total")]
    return []


def _make_total(head: Headed, contact: Column, chosen: list[Column]) -> bool:
    """Say whether hours in class and those of the other activities make the total of nearly every course."""
    whole = next((c for c in chosen if c.activity == "total"), None)
    parts = [contact, *(c for c in chosen if c.activity != "total")]
    rows = [r for r in head.data if whole and figures.hours(head.at(r, whole).text)]
    right = [
        r
        for r in rows
        if sum(figures.hours(head.at(r, c).text) or 0 for c in parts) == figures.hours(head.at(r, whole).text)
    ]
    return len(rows) >= 3 and len(right) * 10 >= len(rows) * 9


def _apart(one: Column, other: Column) -> bool:
    """Say whether two columns of one kind of activity count different hours: `BT | TH`, under one head or beside."""
    near = abs(one.index - other.index) == 1
    alike = one.path[:-1] == other.path[:-1] and (near or len(one.path) > 1)
    deeper = near and min(len(one.path), len(other.path)) > 1 and one.path[0] == other.path[0]
    return one.path[-1] != other.path[-1] and (alike or deeper)


def whole_credits(document: Document) -> Value | None:
    """Return the credits that the last sum of a plan prints for the whole, where it is the greatest of its sums."""
    sums: list[tuple[float, Place]] = []
    listed, behind, unread = 0.0, 0.0, False
    for head, rows in course_lists(document):
        counted = {row.row: float(row.cells["credits"].value) for row in rows if "credits" in row.cells}
        listed += sum(counted.values())
        unread |= len(counted) < len(rows)
        column = head.of("credits")
        for r in head.data:
            own = [p for p in head.grid.rows[r] if p.text and not p.merged]
            place = head.at(r, column)
            value = figures.credits(place.text) if own and any(is_total(p.text) for p in own[:3]) else None
            behind += counted.get(r, 0.0)
            if value is not None:
                sums.append((value, place))
                behind = 0.0
    if behind > LEFT * listed:
        return None  # the sum of a part, below which courses go on
    if not sums or sums[-1][0] != max(value for value, _ in sums) or not 30 <= sums[-1][0] <= 400:
        return None
    least = 0.85 * listed  # what may be chosen counts once
    lone = len(sums) == 1 and not (least <= sums[-1][0] and (unread or sums[-1][0] <= listed))
    if sums[-1][0] < 0.5 * listed or lone:
        return None
    return Value(sums[-1][0], sums[-1][1].span, 0.85, "list.sum")
