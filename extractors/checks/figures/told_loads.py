"""Told loads: the hours of an activity that a line, a table of hours and the foot of a plan tell, and that differ; the
credits that a line above the list of courses tells and its courses do not make."""

import re
from collections import defaultdict
from collections.abc import Iterator

from extractors.checks.figures.sums import FAREST, NEAR
from extractors.checks.figures.told_sums import WORDS
from extractors.checks.telling import tell
from extractors.curriculum import figures
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.courses.parts import ELECTIVE
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import Headed, headed
from extractors.curriculum.hours.told_hours import activity_named
from extractors.curriculum.table_rows import is_total
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

LEAST = 5
"""Hours from which a figure is of a whole course, and not of a week or a class."""
_LINE = Wordings(
    WORDS, r"(?P<label>[^\W\d_][^:\d\n\t]{2,60}?)\s*[:–—-]\s*(?P<n>\d{1,3})\s*(?:<<hours>>\w*)?[.,;]?", re.I
)
LISTED = 3
"""Courses of a list whose credits may make the total."""
_TOTAL = Wordings(WORDS, r"^[^\n\d]{0,24}<<all_credits>>[^\n\d]{0,26}?[\s:–-](?P<credits>\d{1,3})(?![\d.,/-]*\d)", re.M)
_HALVES = Wordings(
    WORDS,
    r"<<common_part>>[^\d\n:]{0,30}:\s*(?P<common>\d{2,4})\s*<<hours>>\D{0,80}?"
    r"<<own_part>>[^\d\n:]{0,30}:\s*(?P<own>\d{2,4})\s*<<hours>>",
    re.I,
)
_OUTSIDE = Wordings(WORDS, "<<outside>>", re.I)
_Told = dict[str, set[float]]
"""Hours by activity."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the activities of the one course of a syllabus of whose hours a line says other than a total below."""
    credits = [*_credits(document, rows), *_halves(document)]
    if document.genre.kind != "syllabus" or len(syllabi(document)) > 1 or any(row.get("mode") for row in rows):
        return credits
    key = next((row.row_key for row in rows if row.table == "workloads"), None)
    lined, summed = _lines(document), _totals(document)
    return credits + [
        tell("workload_total.told", "error", "workloads", key, activity=activity, told=hours, total=total)
        for activity, hours in _alone(lined)
        for of, total in _alone(summed)
        if of == activity and abs(hours - total) > NEAR and max(hours, total) <= FAREST * min(hours, total)
    ]


def _alone(told: _Told) -> Iterator[tuple[str, float]]:
    """Yield the activities whose hours are told once, or always alike."""
    yield from ((activity, next(iter(hours))) for activity, hours in told.items() if len(hours) == 1)


def _lines(document: Document) -> _Told:
    found: _Told = defaultdict(set)
    for line in re.split(r"[\n\f]", document.text.content):
        match = _LINE.fullmatch(line.strip(" -–•+*"))
        activity = activity_named(match["label"]) if match else None
        if match and activity and int(match["n"]) >= LEAST:
            found[activity].add(float(match["n"]))
    return found


def _totals(document: Document) -> _Told:
    """Return what the last rows of tables with a column for each activity say, and rows that are an activity's."""
    found: _Told = defaultdict(set)
    for grid in grids(document):
        head = headed(grid)
        last = grid.rows[-1]
        if head is not None and any(is_total(place.text) for place in last[:2] if place.text):
            for column, hours in _columns(head):
                found[column].add(hours)
        rows = [[place.text for place in row if place.text and not place.merged] for row in grid.rows]
        for label, figure in (own for own in rows if len(own) == 2):
            told = figures.hours(figure)
            activity = "total" if is_total(label) else activity_named(label)
            if activity and told is not None and told >= LEAST:
                found[activity].add(float(told))
    return found


def _columns(head: Headed) -> Iterator[tuple[str, float]]:
    """Yield what the last row of a table says of its columns of hours; nothing of those for one activity twice."""
    named = [column.activity for column in head.columns if column.activity]
    for column in head.columns:
        hours = figures.hours(head.grid.rows[-1][column.index].text) if column.activity else None
        if column.activity and hours is not None and named.count(column.activity) == 1 and hours >= LEAST:
            yield column.activity, float(hours)


def _halves(document: Document) -> Iterator[Finding]:
    """Yield a finding where the common and the own hours of a vocational programme do not make its table's total."""
    match, totals = _HALVES.search(document.text.content), _totals(document).get("total", set())
    made = float(match["common"]) + float(match["own"]) if match else 0
    if match and len(totals) == 1 and NEAR < abs(made - (total := totals.pop())) <= (FAREST - 1) * total:
        yield tell("workload_total", "error", "workloads", None, total=total, made=made)


def _credits(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield a finding where the courses do not make the credits that a line above them tells."""
    courses = [row for row in rows if row.table == "courses"]
    if len(courses) < LISTED or any(row.get("credits") is None for row in courses):
        return
    first = min((grid.start for grid in grids(document)), default=0)
    match = _TOTAL.search(document.text.content, 0, first)
    words = " ".join(str(row.get(c) or "") for row in courses for c in ("name", "component", "cycle"))
    words += " ".join(place.text for grid in grids(document) for row in grid.rows for place in row)
    if match is None or ELECTIVE.search(words) or _OUTSIDE.search(words):
        return
    total, made = float(match["credits"]), sum(row.get("credits") for row in courses)
    if abs(total - made) <= NEAR or max(total, made) > FAREST * min(total, made):
        return
    yield tell("credits_sum", "error", "courses", None, required=made, offered=0, total=total)
