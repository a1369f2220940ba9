"""programmes: the study programme that a curriculum sets out, or that a syllabus belongs to."""

from extractors.curriculum.listed_loads import whole_credits
from extractors.curriculum.own import own, titled
from models.document import Document
from models.rows import Row


def extract(document: Document) -> list[Row]:
    """Return the programme's row, where its code or name stands on a card or title page."""
    cells = dict(own(document).programme)
    wanted = cells and "total_credits" not in cells and titled(document) == "programme"
    if wanted and (whole := whole_credits(document)):
        cells["total_credits"] = whole
    return [Row("programmes", cells)] if cells else []
