"""Plans: tasks without a day or anybody responsible, graded works that a plan names and the table of marks lacks."""

import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from extractors.checks.telling import tell
from extractors.curriculum.grading.marks import is_marks
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import headed
from models.document import Document
from models.rows import Finding, Row
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "plan_words.tsv"
PLANNED = ("plan", "decision", "notice", "circular", "other")
"""Kinds whose tables may be of tasks."""
_WHEN = Wordings(_WORDS, r"\W*<<when>>", re.I)
_WHO = Wordings(_WORDS, r"\W*<<who>>", re.I)
LEAST = 3
"""Tasks of a plan from which it is one thing to look at that some say less than the others."""
NO_WORKS = ("CLO", "PLO", "G", "LO", "CĐR", "L")
WORK = re.compile(r"(?<![\w.#])([A-ZĐ]{1,6})\s?([#.]?)\s?(\d{1,2}(?:\.\d{1,2})?)(?![\w.]*\w)")

FINAL = re.compile(
    r"cuối k[ỳì]|kết thúc|thi (?:hết|vấn đáp|viết|trắc nghiệm|tự luận)|final|підсумк|іспит|итогов|экзамен", re.I
)
"""Works that stand after the weeks of a plan."""


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return what the tasks of a plan leave open, and which works are planned and not graded."""
    told = list(_tasks(rows))
    rules = {finding.rule for finding in told}
    return [*told, *(f for f in _open_cells(document) if f.rule not in rules), *_works(document, rows)]


def _tasks(rows: tuple[Row, ...]) -> Iterator[Finding]:
    """Yield what is missing in some tasks while others have it, one finding for the table each."""
    tasks = [row for row in rows if row.table == "tasks"]
    if len(tasks) < LEAST:
        return
    open_days = sum(row.get("due_on") is None and row.get("week") is None for row in tasks)
    if 0 < open_days < len(tasks):
        yield tell("task_without_due_date", "info", "tasks", count=open_days, tasks=len(tasks))
    nobody = sum(row.get("responsible") is None for row in tasks)
    if 0 < nobody < len(tasks):
        yield tell("task_without_responsible", "info", "tasks", count=nobody, tasks=len(tasks))


def _open_cells(document: Document) -> Iterator[Finding]:
    """Yield what few rows of a table of tasks leave empty under a head of time or of persons, were they read or not."""
    for grid in grids(document) if document.genre.kind in PLANNED else ():
        rows = [row for row in grid.rows[1:] if sum(bool(p.text) and not p.merged for p in row) >= 2]
        heads = [place.text for place in grid.rows[0]]
        if len(rows) < LEAST or not any(_WHO.match(h) for h in heads) or not any(_WHEN.match(h) for h in heads):
            continue
        for pattern, rule in ((_WHEN, "task_without_due_date"), (_WHO, "task_without_responsible")):
            column = next(n for n, head in enumerate(heads) if pattern.match(head))
            bare = sum(not row[column].text and not row[column].merged for row in rows)
            if 0 < bare * 3 <= len(rows):
                yield tell(rule, "info", "tasks", count=bare, tasks=len(rows))


def _works(document: Document, rows: tuple[Row, ...]) -> Iterator[Finding]:
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
