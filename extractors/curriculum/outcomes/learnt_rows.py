"""What is to be known, done and mastered, in rows below one that says which: `Знать:` over `Уровень 1 | принципы …`."""

import re
from collections.abc import Iterator

from extractors.curriculum.grids import Grid
from extractors.curriculum.outcomes.tables import Outcome
from extractors.curriculum.table_rows import CLAUSE_NUMBER
from extractors.curriculum.wording import KNOWLEDGE
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "outcome_words.tsv"
_LEARNS = Wordings(_WORDS, r"(?:\d{1,2}(?:\.\d{1,2}){0,2}\.?\s+)?(?:<<learns>>|<<must>>)\s*:?", re.IGNORECASE)
_NUMBER_OR_LEVEL = Wordings(_WORDS, r"(?i)\d{1,2}(?:\.\d{1,2}){1,3}\.?|<<level>>\s*\d|<<level_behind>>|<<degree_of>>")
FEWEST_LETTERS = 8


def learnt_rows(grid: Grid) -> Iterator[Outcome]:
    """Yield the statements of rows that hold a number or a level and a text, below a row that says what is learnt."""
    below = False
    for row in grid.rows:
        own = [p for p in row if p.text and not p.merged]
        texts = [p.text.strip() for p in own if not CLAUSE_NUMBER.fullmatch(p.text.strip())]
        if len(texts) == 1 and _LEARNS.fullmatch(texts[0]):
            below = True
        elif len(own) == 2 and below and _NUMBER_OR_LEVEL.fullmatch(own[0].text.strip()):
            text = own[1].text.strip(" ;")
            if sum(map(str.isalpha, text)) >= FEWEST_LETTERS:
                yield Outcome("course_outcome", text, own[1].span or Span(0, 0), confidence=0.85)
        else:
            below = False
