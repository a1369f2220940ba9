"""What tells the people of listed sources, who wrote a book, from those of the document."""

import re
from pathlib import Path

from extractors.curriculum.wording import lexicon
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "list_words.tsv"
WORK = Wordings(_WORDS, r"(?:19|20)\d\d\.\s*(?:[–—-]\s*)?\d{1,4}\s?<<pages>>\b|URL\s?:|ISBN", re.I)
"""What a listed source has: those whom it names wrote a book."""
_WRITES = Wordings(_WORDS, r"<<writes>>", re.I)


def opens_sources(text: str) -> bool:
    """Say whether a line is the heading or label of a list of sources: `Учебники (библиотека)`."""
    found = lexicon("subjects.tsv").match(text.strip(" :."), 0.93) if len(text) < 60 else None
    return bool(found and found.startswith("bibliography"))


def writes(text: str) -> bool:
    """Say whether a label names authors: below the heading of a list of sources they are those of a book, unless they
    sign."""
    return _WRITES.match(text) is not None and "___" not in text
