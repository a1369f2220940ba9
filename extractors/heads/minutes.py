"""The head of minutes: their number on the line of the kind, whose meeting it was, the day and the town."""

from itertools import takewhile
from pathlib import Path

from extractors.heads.dating import beside_number
from extractors.heads.head import Head
from extractors.heads.pieces import Piece, joined
from extractors.values import read_as
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.values.dates import find_dates
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "title_lines.tsv"
_NUMBERED = Wordings(_WORDS, r"(?i:<<minutes>>)\s*(?:№|No\.?|N)\s?(?P<number>\d[\w/.-]{0,12})")
_OF_MEETING = Wordings(_WORDS, r"<<of_meeting>>\s")
_YEAR = Wordings(_WORDS, r"[\s.,]*(?:<<of_year>>)?[\s.,]*")
"""What may stand around the only date of a line."""
BELOW = 7
"""Lines below the number among which the day stands."""


def read_minutes(head: Head, found: list[Piece], document: Document) -> None:
    """Read number, title, day and town of minutes that print them below each other."""
    language = document.genre.language
    if document.genre.kind != "report":
        return
    at, numbered = next(((n, m) for n, p in enumerate(found[:20]) if (m := _NUMBERED.fullmatch(p.text))), (0, None))
    if numbered is None:
        return
    start = found[at].start + numbered.start("number")
    head.put("number", Value(numbered["number"], Span(start, found[at].end), 0.88, "head.minutes"))
    below = found[at + 1 : at + 1 + BELOW]
    dated = {n: day for n, p in enumerate(below) if (day := _day(p, language))}
    if not dated:
        return
    first = min(dated)
    head.put("issued_on", read_as(dated[first], below[first].span, confidence=0.85, extractor="head.minutes"))
    beside_number(head, below[first], found, document)
    told = list(takewhile(lambda p: p.text[:1].islower(), below[:first]))
    title = joined(told) if told and _OF_MEETING.match(told[0].text) else None
    if title:
        head.put("title", Value(title[0].strip(" ."), title[1], 0.8, "head.minutes"))


def _day(piece: Piece, language: str) -> str | None:
    """Return the date that a line is and nothing else."""
    dates = find_dates(piece.text, language)
    if len(dates) != 1:
        return None
    start, end, day = dates[0]
    return day if _YEAR.fullmatch(piece.text[:start] + piece.text[end:]) else None
