"""programmes: the study programme that a curriculum sets out, or that a syllabus belongs to."""

import re

from extractors.curriculum.cards.own import own, titled
from extractors.curriculum.cards.programmes import acted_programmes
from extractors.curriculum.courses.listed_loads import whole_credits
from models.document import Document
from models.rows import Row, Value
from models.text import Span

_STEMS = {"бакалавр": "bachelor", "магіст": "master", "доктор": "doctorate"}
_TOLD = re.compile(
    r"(?i)(?:перш|друг|трет)\w+\s\([^()]{0,20}?((?:бакалавр|магіст|доктор)\w*)[^()]{0,20}\)\s(?:рів(?:н|ень)|освітнь)"
    r"|(?:ступен[яі]|ступінь|степени|степень)\s(?:вищої освіти\s)?[«“\"]?((?:бакалавр|маг[іи]ст|доктор)\w*)"
)


def extract(document: Document) -> list[Row]:
    """Return the programme's row, where its code or name stands on a card or title page; else those an act names."""
    cells = dict(own(document).programme)
    wanted = cells and "total_credits" not in cells and titled(document) == "programme"
    if wanted and (whole := whole_credits(document)):
        cells["total_credits"] = whole
    if cells and "level" not in cells and (told := _TOLD.search(document.text.content[:4000])):
        level = next(level for stem, level in _STEMS.items() if stem in (told[1] or told[2]).lower().replace("и", "і"))
        cells["level"] = Value(level, Span(*told.span(1 if told[1] else 2)), 0.85, "head")
    if not cells:
        return [Row("programmes", cells) for cells in acted_programmes(document)]
    return [Row("programmes", cells)]
