"""workloads: hours of the document's course by kind of activity and form of study."""

from extractors.curriculum.bundles import syllabi
from extractors.curriculum.loads import loads
from extractors.curriculum.own import own
from extractors.values import cells
from models.document import Document
from models.rows import Row, Value


def extract(document: Document) -> list[Row]:
    """Return the hours of the course; only of a document about one course."""
    return [row for part in syllabi(document) for row in _extract(part)]


def _extract(document: Document) -> list[Row]:
    about = own(document)
    if not about.course:
        return []
    return [
        Row(
            "workloads",
            cells(
                course_code=about.course_code,
                activity=Value(load.activity, load.span, 0.9, f"loads.{load.source}"),
                mode=Value(load.mode, load.span, 0.85, "loads") if load.mode else None,
                hours=Value(load.hours, load.span, 0.93, f"loads.{load.source}"),
            ),
        )
        for load in loads(document)
        if load.hours > 0
    ]
