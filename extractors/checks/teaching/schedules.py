"""Schedules: the calendar of a course, its plan of topics and its table of marks say the same of weeks and works; weeks
beyond those that a course has; tasks without a day or anybody responsible, works that are planned and not graded."""

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from rapidfuzz import fuzz

from extractors.checks.telling import tell
from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.grading.marks import is_marks, names_exam
from extractors.curriculum.grids import Grid, grids
from extractors.curriculum.heads import activity_of, headed
from models.document import Document
from models.rows import Finding, Row
from normalizers.knowledge import read_table
from normalizers.values.names import fold
from normalizers.wordings import Wordings

WEEKS = 5
"""Columns of weeks from which a table is a calendar."""
LEAST = 3
"""Topics or works of a kind from which their numbers are compared."""
ALIKE = 85
MARK = re.compile(r"[+xXхХ✓✔•*●v]")
KNOWN = 0.84
AFTER = 3
"""Weeks behind those of study in which works may still be due: of the session and of repeated examinations."""
FEWEST, MOST = 5, 40
"""Weeks that a course may have; fewer or more count something else."""
PLANNED = 8
"""Week from which on the last one of a plan of topics tells how many the course has."""
_WORDS = Path(__file__).parents[1] / "knowledge" / "week_words.tsv"
_TOPIC_KINDS = ("practice", "laboratory", "seminar")
_PLAN_WORDS = Path(__file__).parents[1] / "knowledge" / "plan_words.tsv"
PLANNED_KINDS = ("plan", "decision", "notice", "circular", "other")
"""Kinds whose tables may be of tasks."""
_WHEN = Wordings(_PLAN_WORDS, r"\W*<<when>>", re.I)
_WHO = Wordings(_PLAN_WORDS, r"\W*<<who>>", re.I)
LEAST_TASKS = 3
"""Tasks of a plan from which it is one thing to look at that some say less than the others."""
NO_WORKS = ("CLO", "PLO", "G", "LO", "CĐR", "L")
WORK = re.compile(r"(?<![\w.#])([A-ZĐ]{1,6})\s?([#.]?)\s?(\d{1,2}(?:\.\d{1,2})?)(?![\w.]*\w)")
FINAL = Wordings(_PLAN_WORDS, "<<final_work>>", re.I)
"""Works that stand after the weeks of a plan."""


@dataclass(frozen=True, slots=True)
class Scheduled:
    """A line of a calendar: what is done, and in which weeks."""

    title: str
    weeks: tuple[int, ...]


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return where the calendar, the plan and the marks of a course disagree."""
    plans = _plans(document, rows)
    if len(syllabi(document)) > 1:  # the rows of a bundle do not say which course they belong to
        return plans
    topics = [row for row in rows if row.table == "topics"]
    works = [row for row in rows if row.table == "assessments"]
    calendar = [line for grid in grids(document) for line in calendar_of(grid)]
    return [
        *plans,
        *_due(calendar, topics),
        *_times(calendar, works),
        *_by_topic(topics, works),
        *_ungraded(topics, works),
        *_beyond(document, rows),
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


def _beyond(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return the week that a syllabus names and that lies far behind its last one."""
    if document.genre.kind != "syllabus":
        return []
    stated = [n for n in _numbers(document, "stated") if FEWEST <= n <= MOST]
    planned = [n for row in rows if row.table == "topics" for n in _last(str(row.get("week") or ""))]
    weeks = stated[0] if stated else max(planned, default=0)
    if len(set(stated)) > 1 or not stated and weeks < PLANNED:
        return []
    beyond = sorted({n for n in (*_numbers(document, "named"), *planned) if weeks + AFTER < n <= MOST})
    said = {"weeks": weeks, "beyond": beyond[0]} if beyond else {}
    return [tell("schedule_mismatch.weeks", "warning", "topics", None, **said)] if beyond else []


def _numbers(document: Document, tells: str) -> Iterator[int]:
    for row in read_table(_WORDS, ("tells", "language", "pattern", "example")):
        if (row["tells"], row["language"]) == (tells, document.genre.language):
            yield from (int(match["n"]) for match in re.finditer(row["pattern"], document.text.content))


def _last(printed: str) -> list[int]:
    """Return the last of the weeks that a topic takes, where they are printed as numbers: `4-7`."""
    match = re.fullmatch(r"(?:\d{1,2}\s*[-–,]\s*)*(\d{1,2})", printed.strip())
    return [int(match[1])] if match else []


def _plans(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what the tasks of a plan leave open, and which works are planned and not graded."""
    told = list(_tasks(rows))
    rules = {finding.rule for finding in told}
    return [*told, *(f for f in _open_cells(document) if f.rule not in rules), *_planned_works(document, rows)]


def _tasks(rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield what is missing in some tasks while others have it, one finding for the table each."""
    tasks = [row for row in rows if row.table == "tasks"]
    if len(tasks) < LEAST_TASKS:
        return
    open_days = sum(row.get("due_on") is None and row.get("week") is None for row in tasks)
    if 0 < open_days < len(tasks):
        yield tell("task_without_due_date", "info", "tasks", count=open_days, tasks=len(tasks))
    nobody = sum(row.get("responsible") is None for row in tasks)
    if 0 < nobody < len(tasks):
        yield tell("task_without_responsible", "info", "tasks", count=nobody, tasks=len(tasks))


def _open_cells(document: Document) -> Iterator[Finding]:
    """Yield what few rows of a table of tasks leave empty under a head of time or of persons, were they read or not."""
    for grid in grids(document) if document.genre.kind in PLANNED_KINDS else ():
        rows = [row for row in grid.rows[1:] if sum(bool(p.text) and not p.merged for p in row) >= 2]
        heads = [place.text for place in grid.rows[0]]
        if len(rows) < LEAST_TASKS or not any(_WHO.match(h) for h in heads) or not any(_WHEN.match(h) for h in heads):
            continue
        for pattern, rule in ((_WHEN, "task_without_due_date"), (_WHO, "task_without_responsible")):
            column = next(n for n, head in enumerate(heads) if pattern.match(head))
            bare = sum(not row[column].text and not row[column].merged for row in rows)
            if 0 < bare * 3 <= len(rows):
                yield tell(rule, "info", "tasks", count=bare, tasks=len(rows))


def _planned_works(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield the works that the plan of topics names by a code whose series the table of marks sets out without it."""
    graded: set[tuple[str, str]] = set()
    last: set[tuple[str, str]] = set()
    for grid in grids(document):
        head = headed(grid)
        for row in grid.rows if head is not None and is_marks(head) else ():
            own = {code for place in row if not place.merged for code in _codes(place.text)}
            graded |= own
            last |= own if FINAL.search(" ".join(place.text for place in row)) else set()
    series = Counter(letters for letters, _ in graded)
    topics = [row for row in rows if row.table == "topics"]
    planned = dict.fromkeys(
        code for row in topics for column in ("control", "task") for code in _codes(str(row.get(column) or ""))
    )
    absent = [
        letters + number for letters, number in planned if series[letters] >= 2 and (letters, number) not in graded
    ]
    if absent:
        yield tell("undefined_assessment", "error", "topics", works=absent)
    met = Counter(letters for letters, number in planned if (letters, number) in graded)
    groups = {(a, n) for a, n in graded if any(b == a and m.startswith(f"{n}.") for b, m in graded)}
    known = {*planned, *last, *groups}
    idle = [a + n for a, n in graded if met[a] * 2 >= series[a] > 1 and (a, n) not in known]
    if idle:
        yield tell("unscheduled_assessment", "warning", "assessments", works=sorted(idle))


def _codes(text: str) -> list[tuple[str, str]]:
    return [(m[1], f"{m[2]}{m[3]}") for m in WORK.finditer(text) if m[1] not in NO_WORKS]
