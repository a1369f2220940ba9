"""Lines of electronic signatures, which programs print over the text: `Ký bởi: …`, and those beside."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from models.page import Line, Page
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "seals.tsv"
_SIGNED = Wordings(_WORDS, r"\W*(?:<<signed>>\s?:\s?(?=\S)|<<sealed>>)", re.IGNORECASE)
BESIDE = Wordings(_WORDS, r"(?<=\S) {3,}<<signed>>\s?:", re.IGNORECASE)
"""A stamp that stands beside a line: `Chương I    Ký bởi: …`."""
_STAMP = Wordings(
    _WORDS,
    r"\W*(?:(?:<<signed>>|<<stamp>>)\s?:|<<sealed>>)|\d{1,2}[-/.]\d{1,2}[-/.]\d{4}\s\d{1,2}:\d{2}",
    re.IGNORECASE,
)


def sealed(lines: Sequence[str]) -> set[int]:
    """Return the places of lines that an electronic signature printed, and of those of its stamp above and below."""
    found = {i for i, line in enumerate(lines) if _SIGNED.match(line)}
    for step in (1, -1):
        for place in sorted(found, reverse=step < 0):
            while 0 <= place + step < len(lines) and _STAMP.match(lines[place + step]):
                place += step
                found.add(place)
    return found


def mark_seals(page: Page) -> Page:
    """Return a page with the role `furniture` on the lines of electronic signatures in its text."""
    said = [block for block in page.blocks if isinstance(block, Line) and block.as_text().strip()]
    marked = {id(said[n]) for n in sealed([line.as_text() for line in said])}
    blocks = (replace(b, role="furniture") if isinstance(b, Line) and id(b) in marked else b for b in page.blocks)
    return replace(page, blocks=tuple(blocks)) if marked else page
