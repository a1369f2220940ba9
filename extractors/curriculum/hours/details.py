"""Details of a week inside the cell of its topic: what is done in class and at home, hours in brackets."""

import re

from extractors.curriculum.grids import Place
from extractors.curriculum.wording import KNOWLEDGE
from normalizers.wordings import Wordings

DETAIL = Wordings(KNOWLEDGE / "list_words.tsv", r"[A-D]\s?[/)]\s?\S|(?i:<<in_class>>)(?!\w).{0,20}:")
"""What a row below a topic in the same week begins with: `A/ Nội dung trên lớp`, `B/ Nội dung tự học`."""
_CHAPTER = Wordings(KNOWLEDGE / "hours_words.tsv", r"<<outline_unit>>\s+(?P<number>\d{1,2})\s*[.:]", re.I)
"""What the title of a chapter begins with, below which its sections may stand: `Chương 2: …` over `2.1. …`."""
PARTED_HOURS = re.compile(r"\s*\(\d{1,2}(?:/\d{1,2}){1,2}\)\s*$")
"""Hours of class, practice and self-study behind a title: `(6/0/12)`."""


def own_lines(place: Place) -> str:
    """Return the words of a cell before the details of the week, or the sections of the chapter that it names."""
    lines = [text for text, _ in place.lines]
    chapter = _CHAPTER.match(place.text)
    section = re.compile(rf"{chapter['number']}\.1\.?(?:\s+\S|$)") if chapter else None
    cut = next((n for n, t in enumerate(lines) if n and (DETAIL.match(t) or section and section.match(t))), None)
    return PARTED_HOURS.sub("", " ".join(lines[:cut]) if cut else place.text)
