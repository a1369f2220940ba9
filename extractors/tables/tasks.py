"""tasks: planned activities of documents that plan."""

from extractors.curriculum.courses.lists import course_lists
from extractors.recognising.genres import records
from extractors.structure.duties.ordered import duties
from extractors.structure.duties.tasks import Task, tasks
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value

SURE = 0.86
ORDERING = ("decision", "circular", "other", "notice", "report")
"""Kinds whose provisions give duties: orders, letters, minutes; and Vietnamese rules, whose last articles do."""


def extract(document: Document) -> list[Row]:
    """Return a row per planned activity; of documents that plan by the way tables only, of plans of courses none.

    An order that lists courses gives duties all the same.
    """
    plans = any(record.plans for record in records() if record.kind == document.genre.kind)
    if document.genre.kind in ("syllabus", "programme"):
        return []
    listed = any(rows for _, rows in course_lists(document))
    found = [] if listed else tasks(document, only_tables=not plans)
    planned = {task.provision for task in found}
    ruled = document.genre.kind == "regulation" or document.genre.kind == "plan" and not listed
    if document.genre.kind in ORDERING or ruled and document.genre.language == "vi":
        found += [task for task in duties(document) if task.provision not in planned]
    return [_row(task) for task in sorted(found, key=lambda task: task.paragraph.offsets[0])]


def _row(task: Task) -> Row:
    responsible = None
    if task.responsible is not None:
        paragraph, place = task.responsible
        responsible = paragraph.value(*place, confidence=SURE - 0.05, extractor="tasks.responsible")
    return row_of(
        "tasks",
        title=task.paragraph.value(*task.title, confidence=SURE, extractor="tasks.title"),
        responsible=responsible,
        starts_on=Value(task.starts_on, task.date, SURE, "tasks.date"),
        due_on=Value(task.due_on, task.date, SURE, "tasks.date"),
        week=task.week.value(0, len(task.week.text), confidence=SURE, extractor="tasks.week") if task.week else None,
        provision=Value(task.provision, None, SURE, "tasks.provision"),
    )
