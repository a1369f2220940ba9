"""Graded works in one running text, each with its share of the grade and its highest score.

`• практичні заняття: 30% семестрової оцінки; максимальна кількість балів 30 • есе: 20% …`
"""

import re
from collections.abc import Iterator

from models.document import Document
from models.rows import Value
from models.text import Span

_WORK = re.compile(
    r"(?:[•●▪*;:]|(?:^|(?<=\s))[-–—]|^)\s*(?P<title>[^\W\d_][^•●▪:;%\n\t]{2,80}?)\s*[:–—-]\s*(?P<weight>\d{1,3})\s?%"
    r"(?:\s(?:від\s|от\s)?(?:\w+\s){0,2}(?:оцінки|оценки))?\s?[,;(.]?\s*"
    r"(?:макс(?:имальна|имальное|\.)?\s(?:кількість|количество|к-сть|кол-во)\s(?:балів|баллов))\s*[:–—-]?\s*"
    r"(?P<score>\d{1,3})(?!\d|[,.]\d|\s?%)",
    re.I | re.M,
)


def listed_scores(document: Document) -> Iterator[dict[str, Value]]:
    """Yield the cells of each work of such a text, where the shares and the scores make a hundred each."""
    found = list(_WORK.finditer(document.text.content))
    whole = all(sum(int(m[part]) for m in found) == 100 for part in ("weight", "score"))
    for match in found if len(found) >= 2 and whole else ():
        yield {
            column: Value(
                match[part].strip() if part == "title" else int(match[part]), Span(*match.span(part)), 0.85, "marks"
            )
            for column, part in (("title", "title"), ("weight_percent", "weight"), ("max_score", "score"))
        }
