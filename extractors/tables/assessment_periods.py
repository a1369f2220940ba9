"""assessment_periods: periods or groups of graded work of the document's course."""

from extractors.curriculum.cards.bundles import of_each_syllabus
from extractors.curriculum.cards.own import own
from extractors.curriculum.grading.marks import marks
from extractors.values import row_of
from models.document import Document
from models.rows import Row


@of_each_syllabus
def extract(document: Document) -> list[Row]:
    """Return the periods or groups whose sum is printed."""
    about = own(document)
    if not about.of_course:
        return []
    return [
        row_of("assessment_periods", course_code=about.course_code, **mark.cells)
        for mark in marks(document)
        if mark.group
    ]
