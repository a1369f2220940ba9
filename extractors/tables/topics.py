"""topics: what the thematic plans of a syllabus set, by kind of activity."""

from extractors.curriculum.cards.bundles import syllabi
from extractors.curriculum.cards.own import own
from extractors.curriculum.hours.plans import topics
from extractors.values import cells
from models.document import Document
from models.rows import Row, Value


def extract(document: Document) -> list[Row]:
    """Return the topics of the document's course; only of a document about one course."""
    return [row for part in syllabi(document) for row in _extract(part)]


def _extract(document: Document) -> list[Row]:
    about = own(document)
    if not about.of_course:
        return []
    rows = []
    for topic in topics(document):
        title = topic.cells.get("title")
        if topic.total or title is None:
            continue
        activity = Value(topic.activity, title.span, 0.88, "plan") if topic.activity else None
        rows.append(Row("topics", cells(course_code=about.course_code, activity=activity, **topic.cells)))
    return rows
