"""Numbers of chapters that lost a stroke or all of them in reading: `Chương I, Chương I` is `Chương I, Chương II`.

Chapters stand under a heading of their own, `Chương` and a Roman number, and no two in a row have the same. What the
heading before and the one after prove is settled; the words keep what was read, and repair makes edits of it.
"""

from collections.abc import Sequence
from typing import NamedTuple

from extractors.arranging.numerals import ROMAN
from extractors.arranging.openings import openings, with_settled
from models.page import Page, Word
from normalizers.unicode.twins import to_latin

CHAPTER = "chương"
SURE = 0.93
"""Confidence from which a number is believed, whatever stands before it."""


class _Heading(NamedTuple):
    """The words of a heading of a chapter, its number (0 where none was read) and the confidence of that."""

    words: tuple[Word, ...]
    number: int
    confidence: float


def with_chapters(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the numbers of chapters settled that their series proves; only of pages read by OCR."""
    found = openings(pages, _heading)
    proved = _proved([heading for _, heading in found])
    return with_settled(pages, {found[at][0]: _settled(found[at][1], ROMAN[n - 1]) for at, n in proved.items()})


def _heading(words: tuple[Word, ...]) -> _Heading | None:
    if not 1 <= len(words) <= 2 or words[0].text.lower() != CHAPTER:
        return None
    if len(words) == 1:
        return _Heading(words, 0, 0.0)
    said = to_latin((words[1].settled or words[1].text).rstrip(".:"))
    number = ROMAN.index(said) + 1 if said in ROMAN else 0
    return _Heading(words, number, words[1].confidence) if number else None


def _proved(headings: Sequence[_Heading]) -> dict[int, int]:
    """Return index and number of the headings that follow one of the same number, leap over one, or have none."""
    out: dict[int, int] = {}
    for at, heading in enumerate(headings):
        before = out.get(at - 1, headings[at - 1].number) if at else 0
        after = headings[at + 1].number if at + 1 < len(headings) else None
        lost = heading.number == 0 and after == before + 2
        short = heading.number == before and _is_short(heading, after)
        if lost or short or (heading.number == before + 2 and _is_long(heading, before, after)):
            out[at] = before + 1
    return out


def _is_short(heading: _Heading, after: int | None) -> bool:
    """Return whether a number that was there before may be the next one without its last stroke."""
    at = heading.number
    if heading.confidence >= SURE or after not in (None, at + 2) or not 0 < at < len(ROMAN):
        return False
    return ROMAN[at] == ROMAN[at - 1] + "I"


def _is_long(heading: _Heading, before: int, after: int | None) -> bool:
    """Return whether a number that leaps over one is the one before it with a stroke more: `I, III, II` is no series.

    What follows tells: it goes on from what stands before and is not beyond the number itself.
    """
    at = heading.number
    if heading.confidence >= SURE or after is None or not before < after <= at:
        return False
    return ROMAN[at - 1] == ROMAN[at - 2] + "I"


def _settled(heading: _Heading, number: str) -> tuple[int, str]:
    """Return which word of a heading holds its number, or would, and what that should be."""
    first, *rest = heading.words
    if not rest:
        return 0, f"{first.text} {number}"
    return 1, number + rest[0].text[len(rest[0].text.rstrip(".:")) :]
