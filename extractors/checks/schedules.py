"""Schedules: the calendar of a course, its plan of topics and its table of marks say the same of weeks and works."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from rapidfuzz import fuzz

from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grading.marks import names_exam
from extractors.curriculum.grids import Grid, grids
from extractors.curriculum.heads import activity_of
from models.document import Document
from models.rows import Finding, Row
from normalizers.values.names import fold

WEEKS = 5
"""Columns of weeks from which a table is a calendar."""
LEAST = 3
"""Topics or works of a kind from which their numbers are compared."""
ALIKE = 85
MARK = re.compile(r"[+xXхХ✓✔•*●v]")
KNOWN = 0.84
_TOPIC_KINDS = ("practice", "laboratory", "seminar")


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A line of a calendar: what is done, and in which weeks."""

    title: str
    weeks: tuple[int, ...]


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return where the calendar, the plan and the marks of a course disagree."""
    if len(syllabi(document)) > 1:  # the rows of a bundle do not say which course they belong to
        return []
    topics = [row for row in rows if row.table == "topics"]
    works = [row for row in rows if row.table == "assessments"]
    calendar = [line for grid in grids(document) for line in calendar_of(grid)]
    return [
        *_due(calendar, topics),
        *_times(calendar, works),
        *_by_topic(topics, works),
        *_ungraded(topics, works),
    ]


def calendar_of(grid: Grid) -> Iterator[Scheduled]:
    """Yield the lines of a calendar: a table with a row of weeks from 1 on and marks below it."""
    for number, places in enumerate(grid.rows):
        texts = [place.text.strip() for place in places]
        weeks = {column: int(text) for column, text in enumerate(texts) if text.isdecimal()}
        if len(weeks) < WEEKS or list(weeks.values()) != list(range(1, len(weeks) + 1)) or texts[0].isdecimal():
            continue
        for row in grid.rows[number + 1 :]:
            cells = [place.text.strip() for place in row]
            marked = tuple(week for column, week in weeks.items() if MARK.fullmatch(cells[column]))
            if marked and re.search(r"[^\W\d_]{3}", cells[0]):
                yield Scheduled(cells[0], marked)
        return


def _due(calendar: list[Scheduled], topics: list[Row]) -> Iterator[Finding]:
    """Yield the hand-ins of a kind of study that plan and calendar set in other weeks."""
    for line in calendar:
        activity = activity_of(line.title, KNOWN)
        own = [row for row in topics if activity and row.get("activity") == activity]
        planned = sorted({int(week) for row in own if (week := str(row.get("week") or "")).isdecimal()})
        if len(planned) >= 2 and tuple(planned) != line.weeks:
            said = {"activity": activity, "planned": planned, "scheduled": line.weeks}
            yield tell("schedule_mismatch.tasks", "warning", "topics", **said)


def _times(calendar: list[Scheduled], works: list[Row]) -> Iterator[Finding]:
    """Yield the works that the calendar sets more or less often than there are marks for."""
    kinds: dict[frozenset[str], int] = {}
    for row in works:
        kind = _kind(str(row.get("title") or ""))
        if kind:
            kinds[kind] = kinds.get(kind, 0) + 1
    periods: dict[str, int] = {}
    for row in works:
        period = fold(str(row.get("period") or ""))
        periods[period] = periods.get(period, 0) + 1
    for line in calendar:
        if names_exam(line.title) and periods.get(fold(line.title)) == 1 and len(line.weeks) > 1:
            yield tell("schedule_mismatch.exam", "warning", "assessments", title=line.title, weeks=line.weeks)
            continue
        stems = _stems(line.title)
        fitting = [number for kind, number in kinds.items() if number >= LEAST and kind <= stems]
        if len(fitting) == 1 and fitting[0] != len(line.weeks):
            said = {"title": line.title, "scheduled": len(line.weeks), "works": fitting[0]}
            yield tell("schedule_mismatch.works", "warning", "assessments", **said)


def _kind(title: str) -> frozenset[str] | None:
    """Return the stems that name the kind of a numbered work: `3 практикалық жұмыс. …`, `Bài thực hành 3: …`."""
    match = re.match(r"\W*\d{1,2}\W+([^\d.:]{4,40})(?:[.:]|$)|\W*([^\d.:]{4,40}?)\s*№?\s*\d{1,2}(?:[.:]|$)", title)
    stems = _stems(match[1] or match[2]) if match else frozenset()
    return stems or None


def _stems(words: str) -> frozenset[str]:
    return frozenset(word[:5] for word in re.findall(r"[^\W\d_]{2,}", fold(words)))


def _by_topic(topics: list[Row], works: list[Row]) -> Iterator[Finding]:
    """Yield the kinds of topics that are graded one by one, where their numbers differ."""
    for activity in _TOPIC_KINDS:
        own = [row for row in topics if row.get("activity") == activity]
        titles = [fold(str(row.get("title") or "")) for row in own]
        kinds = [(title, kind) for row in works if (kind := _kind(title := str(row.get("title") or "")))]
        taken = {kind for title, kind in kinds if _repeats(fold(title), titles)}
        graded = [title for title, kind in kinds if kind in taken]
        if len(own) >= LEAST and len(graded) >= LEAST and len(graded) != len(own) and len(graded) * 2 > len(own):
            said = {"activity": activity, "topics": len(own), "works": len(graded)}
            yield tell("assessment_topic_mismatch", "warning", "assessments", **said)


def _repeats(work: str, titles: list[str]) -> bool:
    """Whether the name of a work holds the title of a topic, or most of it."""
    fitting = (title for title in titles if 15 <= len(title) <= len(work))
    return any(fuzz.partial_ratio(title, work) >= ALIKE for title in fitting)


def _ungraded(topics: list[Row], works: list[Row]) -> Iterator[Finding]:
    """Yield the tasks of self-study whose control the plan names, where no graded work is one of self-study."""
    tasks = [row for row in topics if row.get("activity") == "self_study" and row.get("task") and row.get("control")]
    named = [str(row.get(column) or "") for row in works for column in ("title", "period")]
    if len(tasks) < 2 or len(works) < LEAST or any(activity_of(name, KNOWN) == "self_study" for name in named):
        return
    words = [fold(name) for name in named]
    listed = [str(row.get("title")) for row in tasks]
    said = [fold(str(row.get(column))) for row in tasks for column in ("title", "task", "control")]
    if not any(len(name) >= 5 and fuzz.partial_ratio(one, name) >= ALIKE for one in said for name in words):
        yield tell("ungraded_task", "info", "topics", tasks=[title[:60] for title in listed])
