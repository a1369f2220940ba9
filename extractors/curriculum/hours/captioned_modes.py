"""The form of study that a line right above a table of hours names: `Для заочной формы обучения:`."""

import re

from extractors.curriculum.heads import mode_of
from extractors.curriculum.lines_above import lines_above
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from normalizers.wordings import Wordings

_FOR = Wordings(KNOWLEDGE / "figure_words.tsv", r"^\W*(?:<<caption>>\W*)?(?:<<for_form>>\s+)?", re.I)
ABOVE = 2
"""Lines of text above a table that may name it."""
LONGEST = 60


def captioned_mode(document: Document, start: int) -> str | None:
    """Return the form of study that the lines before a table at `start` name, in the document's word; else None."""
    for line in reversed(lines_above(document, start)[-ABOVE:]):
        if line.table is not None:
            return None
        printed = document.text.content[line.start : line.end].strip()
        words = _FOR.sub("", printed).strip(" :.")
        if len(words) <= LONGEST and (mode := mode_of(words)):
            return mode
    return None
