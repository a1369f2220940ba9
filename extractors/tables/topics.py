"""topics: what the thematic plans of a syllabus or of a school subject set, by kind of activity."""

import re

from extractors.curriculum.cards.bundles import of_each_syllabus
from extractors.curriculum.cards.own import own
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import headed
from extractors.curriculum.hours.plan_heads import is_plan
from extractors.curriculum.hours.plans import topics
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value
from models.text import Span

PERIODS = re.compile(r"(?<!\w)tiết(?!\w)", re.IGNORECASE)
"""What the head of a column of periods says; other plans of work give days."""


@of_each_syllabus
def extract(document: Document) -> list[Row]:
    """Return the topics of the document's course, or of a school's plan of lessons counted in periods."""
    about = own(document)
    if not about.of_course and document.genre.kind != "plan":
        return []
    lessons = None if about.of_course else _lessons(document)
    rows = []
    for topic in topics(document) if lessons is None or lessons else ():
        title = topic.cells.get("title")
        if topic.total or title is None or title.span is None:
            continue
        if lessons is not None and not any(place.start <= title.span.start < place.end for place in lessons):
            continue
        activity = Value(topic.activity, title.span, 0.88, "plan") if topic.activity else None
        rows.append(row_of("topics", course_code=about.course_code, activity=activity, **topic.cells))
    return rows


def _lessons(document: Document) -> list[Span]:
    """Return where the tables of a plan stand that give lessons with their number of periods."""
    heads = ((grid, headed(grid)) for grid in grids(document))
    return [
        Span(grid.start, grid.end)
        for grid, head in heads
        if head and is_plan(head) and any(PERIODS.search(" ".join(column.path)) for column in head.hours())
    ]
