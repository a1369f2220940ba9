"""Details of a week inside the cell of its topic: what is done in class and at home, hours in brackets."""

import re

from extractors.curriculum.grids import Place
from extractors.curriculum.wording import KNOWLEDGE
from normalizers.wordings import Wordings

DETAIL = Wordings(KNOWLEDGE / "list_words.tsv", r"[A-D]\s?[/)]\s?\S|(?i:<<in_class>>)(?!\w).{0,20}:")
"""What a row below a topic in the same week begins with: `A/ Nội dung trên lớp`, `B/ Nội dung tự học`."""
PARTED_HOURS = re.compile(r"\s*\(\d{1,2}(?:/\d{1,2}){1,2}\)\s*$")
"""Hours of class, practice and self-study behind a title: `(6/0/12)`."""


def own_lines(place: Place) -> str:
    """Return the words of a cell before the details of the week: what is done in class, what at home."""
    lines = [text for text, _ in place.lines]
    cut = next((n for n, text in enumerate(lines) if n and DETAIL.match(text)), None)
    return PARTED_HOURS.sub("", " ".join(lines[:cut])) if cut else place.text
