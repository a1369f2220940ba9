"""The week, day or month that is counted up to: `не позднее третьей недели`, `by the 2nd week`."""

import re

from extractors.structure.words import FOLDER
from normalizers.values.numbers import number_word, parse_words
from normalizers.values.units import parse_unit, units_pattern
from normalizers.wordings import Wordings

Place = tuple[int, int]
Counted = tuple[int, str, Place]
"""The number, its unit, and where both stand."""
UNITS = ("week", "day", "working_day", "month")
"""What is counted so; a year may be one of the calendar."""
_ENDED = {
    "uk": r"(?P<number>\d{1,2})\s?-\s?(?:го|ого|їй|ої|ої|ий|й|ї)\s+",
    "ru": r"(?P<number>\d{1,2})\s?-\s?(?:го|ого|ей|ой|й|я)\s+",
    "en": r"(?:the\s+)?(?P<number>\d{1,2})(?:st|nd|rd|th)\s+",
    "kk": r"(?P<number>\d{1,2})\s?-\s?(?:ші|шы|нші|ншы|інші|ыншы)\s+",
}
_SPELT = re.compile(r"(?:the\s+)?(?P<word>[^\W\d_]+(?:['’ʼ][^\W\d_]+)?)\s+", re.IGNORECASE)
_NUMBERED = re.compile(r"(?P<unit>week|day|month)\s+(?P<number>\d{1,2})(?![\w%]|[.,]\d)", re.IGNORECASE)
"""English has the number behind the unit too: `by the end of week 3`."""
_TERM = Wordings(
    FOLDER / "period_words.tsv",
    r"(?i)(?P<number>\d{1,2}|(?:[^\W\d_]|['’ʼ])+?)?(?:(?<=\d)\s?-?\s?[хти]{1,3})?\s?-?\s?"
    r"(?:(?P<day><<of_days>>)|(?P<week><<of_weeks>>)|(?P<month><<of_months>>))[^\W\d_]+\s+<<term>>\w*",
)
"""A term named by its length in one word: `в трехдневный срок`, `у 5-денний термін`, `в месячный срок`."""
_LEADS = re.compile(r"(?:\S+\s+){0,2}\S+\s*$")


def ranked(text: str, start: int, language: str) -> Counted | None:
    """Return the unit with its number in the row that begins at `start`; None where none does."""
    named = _NUMBERED.match(text, start) if language == "en" else None
    if named and (counted := parse_unit(named["unit"], language)):
        return int(named["number"]), counted, named.span()
    if language not in _ENDED:
        return None
    if (term := _TERM.match(text, start)) and (size := term["number"] or "1"):
        length = int(size) if size.isdecimal() else parse_words(size, language) or parse_words(f"{size}х", language)
        return (int(length), str(term.lastgroup), term.span()) if length else None
    match = re.compile(_ENDED[language]).match(text, start) or _SPELT.match(text, start)
    if match is None or (number := _number(match, language)) is None:
        return None
    unit = units_pattern(language).match(text, match.end())
    kind = parse_unit(unit[0], language) if unit else None
    return (number, kind, (start, unit.end())) if unit and kind in UNITS and kind else None


def ranked_until(text: str, end: int, language: str) -> Counted | None:
    """Return the unit with its number in the row that ends at `end`: `3-ші аптадан кешіктірмей`."""
    before = _LEADS.search(text, max(0, end - 60), end)
    for word in re.finditer(r"\S+", text[before.start() : end]) if before else ():
        at = before.start() + word.start() if before else 0
        if (found := ranked(text, at, language)) and not text[found[2][1] : end].strip():
            return found
    return None


def _number(match: re.Match[str], language: str) -> int | None:
    said = match.groupdict()
    if said.get("number"):
        return int(said["number"])
    return parse_words(said["word"], language) if number_word(said["word"], language) == "ordinal" else None
