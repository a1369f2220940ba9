"""Semicolons whose tails were lost: recitals of a Vietnamese act and entries of its recipients never end in a colon.

A worn semicolon reads as a colon. Between two recitals, before the word
that enacts, and between two entries of the list of recipients, it is none.
"""

from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path

from models.page import Line, Word
from normalizers.wordings import Wordings

KNOWLEDGE = Path(__file__).parents[2] / "knowledge" / "recitals.tsv"
RECITAL, RECIPIENTS = Wordings(KNOWLEDGE, r"<<recital>>\b"), Wordings(KNOWLEDGE, r"<<recipients>>\b")
ENACTING = Wordings(KNOWLEDGE, r"<<enacting>>\s?:?$")
LONGEST = 5
"""Lines of a recital, at most."""
GAP = 2.0
"""Heights of a word from which what follows on a line stands in another column."""


def with_semicolons(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, colons at the ends of recitals and of recipients with semicolons as `settled`."""
    out, since, listed = list(lines), LONGEST, False
    for at, (line, after) in enumerate(zip(lines, lines[1:], strict=False)):
        since = 0 if RECITAL.match(line.as_text()) else since + 1
        listed = _is_entry(line) and (listed or bool(at and RECIPIENTS.match(lines[at - 1].as_text())))
        ends = since < LONGEST and (RECITAL.match(after.as_text()) or ENACTING.match(after.as_text()))
        if ends or listed and _is_entry(after):
            out[at] = _ended(line, last=None if ends else _breaks(line))
    return out


def _is_entry(line: Line) -> bool:
    return line.as_text()[:1] in ("-", "–", "—")


def _breaks(line: Line) -> int:
    """Return the index of the last word before another column begins."""
    for at, (one, two) in enumerate(zip(line.words, line.words[1:], strict=False)):
        if one.box and two.box and two.box.x0 - one.box.x1 > GAP * one.box.height:
            return at
    return len(line.words) - 1


def _ended(line: Line, last: int | None) -> Line:
    """Return a line whose last word, or the one given, has a semicolon where it ends in a colon."""
    words: list[Word] = list(line.words)
    at = len(words) - 1 if last is None else last
    word = words[at] if words else None
    if word is None or not word.text.endswith(":") or len(word.text) < 2:
        return line
    words[at] = replace(word, settled=(word.settled or word.text)[:-1] + ";")
    return replace(line, words=tuple(words), text=None)
