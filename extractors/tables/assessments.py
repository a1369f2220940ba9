"""assessments: graded pieces of work of the document's course."""

from extractors.curriculum.cards.bundles import of_each_syllabus
from extractors.curriculum.cards.own import own
from extractors.curriculum.grading.marks import marks
from extractors.values import row_of
from models.document import Document
from models.rows import Row


@of_each_syllabus
def extract(document: Document) -> list[Row]:
    """Return what the course grades; a group that has no pieces of work is one itself."""
    about = own(document)
    if not about.of_course:
        return []
    found = marks(document)
    used = {m.cells["period"].value for m in found if not m.group and "period" in m.cells}
    return [
        row_of("assessments", course_code=about.course_code, **mark.cells)
        for mark in found
        if not mark.group or "title" in mark.cells and mark.cells["period"].value not in used
    ]
