"""The semester of a course, as its card tells it: a number, a season, a year with its semester, several in a row."""

import re

from extractors.curriculum.cards.labelled import Pair
from extractors.curriculum.cards.stacked import SEMESTER, semesters_over, stacked
from extractors.curriculum.courses.semesters import semester_of
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "semester_words.tsv"
_SEASON = Wordings(
    _WORDS, r"<<season>>\w*\s+<<season_of>>\w*|<<term_season>>\s+(?:<<term>>\b(?:\s+20\d\d)?|20\d\d)", re.I
)
"""A semester told by its season: the number beside it is of the year."""
_TIMED = Wordings(_WORDS, r"^\W*\d{1,3}\s*<<lasting>>(?!\w)", re.I)
"""How long a course takes, behind a label that may also say in which semester it is taught."""
_LISTED = re.compile(r"\d{1,2}[.)]\s+[^\W\d_]{2}")
"""An item of the list that a line with the number of a semester heads: `5 семестр:` over `1. Алгоритм …`."""
_NAMED = Wordings(_WORDS, r"(\d{1,2})(?:-?\w{1,2})?\s*<<behind_number>>|<<before_number>>\s*:?\s*(\d{1,2})(?!\d)", re.I)
_OF_YEAR = Wordings(_WORDS, r"(\d{1,2})\W+<<intake>>\b.*", re.I)
_YEAR = Wordings(_WORDS, r"\W*<<year>>", re.I)
_IN_YEAR = Wordings(_WORDS, r"<<year_of_study>>\s*[,;/(–-]\s*<<before_number>>\s*:?\s*(\d{1,2})(?!\d)", re.I)
"""Whom a course is for, by their year and semester, whatever the label: `Sinh viên năm thứ ba, học kỳ 5`."""
CARD = 3000
"""Characters of a document in which the card of its course says so."""
NAMED = 60
"""Characters of a text whose one numbered semester is the course's, at most."""


def semester(known: tuple[Pair, ...]) -> Value | None:
    """Return the semester: a number where one is meant, else as printed."""
    said = (p for p in known if p.meaning == "course.semester" and not _LISTED.match(p.text))
    for pair in (p for p in said if not _TIMED.search(p.text)):
        if (told := _told(pair)) is not None:
            return told
    return None


def _told(pair: Pair) -> Value | None:
    numbers = re.findall(r"\d{1,2}", pair.text)
    season = _SEASON.search(pair.text) if len(re.findall(r"(?<!\d)\d{1,2}(?!\d)", pair.text)) <= 1 else None
    if season:
        return pair.value(season[0])
    if of_year := _OF_YEAR.fullmatch(pair.text):
        return pair.value(int(of_year[1]))
    after_year = re.fullmatch(r"\d\s*[/,]\s*(\d{1,2})", pair.text)
    if after_year and _YEAR.match(pair.label):
        return pair.value(int(after_year[1]))
    if len(numbers) == 1:
        return pair.value(int(numbers[0]))
    if not numbers and (roman := semester_of(pair.text)):
        return pair.value(roman)
    named = _NAMED.search(pair.text) if len(pair.text) < NAMED else None
    if named:
        return pair.value(int(named[1] or named[2]))
    return pair.value() if numbers and re.fullmatch(r"[\d\s,;–-]+", pair.text) else None


def stacked_semester(document: Document) -> Value | None:
    """Return the semester under its label in a card with a column for each form of study, or behind the year.

    Several that stand side by side below the first form are told in a row.
    """
    side = semesters_over(document)
    if side and side[0].span and side[-1].span:
        numbers = ", ".join(str(semester_of(place.text)) for place in side)
        return Value(numbers, Span(side[0].span.start, side[-1].span.end), 0.85, "card")
    for label, values in stacked(document):
        number = re.fullmatch(r"(\d{1,2})(?:\s?-?[\w]{1,3})?", values[0][1].text) if values else None
        if number and SEMESTER.fullmatch(label.strip(" .:")):
            return Value(int(number[1]), values[0][1].span, 0.85, "card")
    in_year = _IN_YEAR.search(document.text.content, 0, CARD)
    return Value(int(in_year[1]), Span(*in_year.span(1)), 0.8, "card") if in_year else None
