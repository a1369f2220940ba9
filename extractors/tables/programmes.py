"""programmes: the study programme that a curriculum sets out, or that a syllabus belongs to."""

import re

from extractors.curriculum.cards.own import own, titled
from extractors.curriculum.cards.programme import told_in_articles
from extractors.curriculum.cards.programmes import acted_programmes
from extractors.curriculum.courses.listed_loads import whole_credits
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "level_words.tsv"
_LEVELS = {level: Wordings(_WORDS, f"<<{level}>>", re.I) for level in ("bachelor", "master", "doctorate")}
_STEM = "(?:<<bachelor>>|<<master>>|<<doctorate>>)"
_TOLD = Wordings(
    _WORDS,
    rf"<<cycle>>\s\([^()]{{0,20}}?({_STEM}\w*)[^()]{{0,20}}\)\s<<behind_cycle>>"
    rf"|<<before_level>>\s(?:<<of_education>>\s)?[«“\"]?({_STEM}\w*)",
    re.I,
)
"""A level that a sentence of the title page tells: `першого (бакалаврського) рівня`, `ступеня «магістр»`."""


def extract(document: Document) -> list[Row]:
    """Return the programme's row, where its code or name stands on a card or title page; else those an act names."""
    cells = dict(own(document).programme)
    wanted = cells and "total_credits" not in cells and titled(document) == "programme"
    if wanted and (whole := whole_credits(document)):
        cells["total_credits"] = whole
    if cells and "level" not in cells and (told := _TOLD.search(document.text.content, 0, 4000)):
        level = next(level for level, words in _LEVELS.items() if words.match(told[1] or told[2]))
        cells["level"] = Value(level, Span(*told.span(1 if told[1] else 2)), 0.85, "head")
    found = [cells] if cells else acted_programmes(document)
    articles = told_in_articles(document) if len(found) == 1 else {}
    return [Row("programmes", {**articles, **one}) for one in found]
