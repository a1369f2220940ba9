"""The head of minutes: their number on the line of the kind, whose meeting it was, the day and the town."""

import re
from itertools import takewhile
from pathlib import Path

from extractors.heads.dating import KAZAKH_TOWN, beside_number
from extractors.heads.head import Head
from extractors.heads.pieces import Piece, joined
from extractors.values import read_as
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "title_lines.tsv"
_NUMBERED = Wordings(_WORDS, r"(?i:<<minutes>>)\s*(?:№|No\.?|N)\s?(?P<number>\d[\w/.-]{0,12})")
_OF_MEETING = Wordings(_WORDS, r"<<of_meeting>>\s")
_YEAR = Wordings(_WORDS, r"[\s.,]*(?:<<of_year>>)?[\s.,]*")
"""What may stand around the only date of a line."""
_MINUTES = Wordings(_WORDS, r"(?:[^.:;]{0,90}\s)?(?i:<<record>>)(?:\s[^.;:]{0,140})?")
_ALONE = Wordings(_WORDS, r"(?i:<<record>>)\W*(?:\([^)]*\))?\W*")
_MET = Wordings(_WORDS, r"\b(?i:<<meeting_of>>)\b")
_OTHER_DAY = Wordings(_WORDS, r"\b(?i:<<other_meeting>>)\b")
_PAPER = re.compile(r"(?:[A-Z][a-z]+:?\s)?(?P<number>[A-Z]{1,6}[ ./-]?\d{2,4}[/-]\d{1,4})(?:\s?[–—-]\s.{0,40})?")
"""The number of the paper that minutes are among those of a board: `AB15/072 – June Part I`."""
ABOVE = 3
"""Lines above the word for minutes among which the body is named that met."""
TOP = 24
"""Pieces of the head of English minutes."""
BELOW = 7
"""Lines below the number among which the day stands."""


def read_minutes(head: Head, found: list[Piece], document: Document) -> None:
    """Read number, title, day and town of minutes that print them below each other."""
    language = document.genre.language
    if document.genre.kind != "report":
        return
    if language == "en":
        _english(head, found)
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


def _english(head: Head, found: list[Piece]) -> None:
    """Read the head of English minutes: the line of their kind, alone or with the body, the day, the paper's number."""
    top = found[:TOP]
    at = next((n for n, p in enumerate(top) if _MINUTES.fullmatch(p.text)), None)
    if at is None:
        return
    parts = [top[at]]
    if _ALONE.fullmatch(top[at].text):
        near = [*reversed(top[max(0, at - ABOVE) : at]), *top[at + 1 : at + 2]]
        met = next((p for p in near if _MET.search(p.text) and not find_dates(p.text, "en")), None)
        parts = sorted([top[at], met], key=lambda p: p.start) if met else []
    whole = joined(parts)
    if whole:
        head.put("title", Value(whole[0].strip(" ."), whole[1], 0.8, "head.minutes"))
    for piece in top:
        coded = _PAPER.fullmatch(piece.text)
        if coded:
            place = Span(piece.start + coded.start("number"), piece.start + coded.end("number"))
            head.put("number", Value(coded["number"], place, 0.8, "head.minutes"))
        dates = [d for d in find_dates(piece.text, "en") if len(d[2]) == TO_THE_DAY]
        if len(dates) == 1 and not (piece.text[0].isdigit() or _OTHER_DAY.search(piece.text)):
            head.put("issued_on", read_as(dates[0][2], piece.span, confidence=0.85, extractor="head.minutes"))


def _day(piece: Piece, language: str) -> str | None:
    """Return the date that a line is and nothing else."""
    dates = find_dates(piece.text, language)
    if len(dates) != 1:
        return None
    start, end, day = dates[0]
    rest = piece.text[:start] + piece.text[end:]
    return day if _YEAR.fullmatch(rest) or KAZAKH_TOWN.fullmatch(rest.strip(" .,")) else None
