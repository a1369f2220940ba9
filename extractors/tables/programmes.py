"""programmes: the study programme that a curriculum sets out, or that a syllabus belongs to."""

from extractors.curriculum.own import own
from models.document import Document
from models.rows import Row


def extract(document: Document) -> list[Row]:
    """Return the programme's row, where its code or name stands on a card or title page."""
    cells = own(document).programme
    return [Row("programmes", dict(cells))] if cells else []
