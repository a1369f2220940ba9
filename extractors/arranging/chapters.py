"""Numbers of chapters that lost a stroke or all of them in reading: `Chương I, Chương I` is `Chương I, Chương II`.

Chapters stand under a heading of their own, `Chương` and a Roman number, and no two in a row have the same. What the
heading before and the one after prove is settled; the words keep what was read, and repair makes edits of it.
"""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from extractors.arranging.numerals import ROMAN, Place
from models.page import Line, Page
from normalizers.unicode.twins import to_latin

CHAPTER = "chương"
SURE = 0.93
"""Confidence from which a number is believed, whatever stands before it."""


@dataclass(frozen=True, slots=True)
class _Heading:
    """A heading of a chapter, its number (0 where none was read) and the confidence of that."""

    place: Place
    line: Line
    number: int
    confidence: float


def with_chapters(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the numbers of chapters settled that their series proves; only of pages read by OCR."""
    headings = [
        heading
        for p, page in enumerate(pages)
        for b, block in enumerate(page.blocks)
        if page.route == "ocr" and isinstance(block, Line) and (heading := _heading((p, b), block))
    ]
    proved = _proved(headings)
    if not proved:
        return pages
    changed = {headings[at].place: _settled(headings[at].line, ROMAN[number - 1]) for at, number in proved.items()}
    return tuple(
        replace(page, blocks=tuple(changed.get((p, b), block) for b, block in enumerate(page.blocks)))
        if any(place[0] == p for place in changed)
        else page
        for p, page in enumerate(pages)
    )


def _heading(place: Place, line: Line) -> _Heading | None:
    words = line.words
    if line.role != "body" or not 1 <= len(words) <= 2 or words[0].text.lower() != CHAPTER:
        return None
    if len(words) == 1:
        return _Heading(place, line, 0, 0.0)
    said = to_latin((words[1].settled or words[1].text).rstrip(".:"))
    number = ROMAN.index(said) + 1 if said in ROMAN else 0
    return _Heading(place, line, number, words[1].confidence) if number else None


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


def _settled(line: Line, number: str) -> Line:
    first, *rest = line.words
    if not rest:
        return replace(line, words=(replace(first, settled=f"{first.text} {number}"),))
    stop = rest[0].text[len(rest[0].text.rstrip(".:")) :]
    return replace(line, words=(first, replace(rest[0], settled=number + stop)))
