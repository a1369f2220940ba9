"""Printed figures of curricula: credits, hours, scores, shares, durations. What is not plainly one is no figure."""

import re
from collections.abc import Sequence
from itertools import accumulate

from extractors.curriculum.wording import KNOWLEDGE
from normalizers.unicode.raised import RAISED
from normalizers.values.numbers import decimal, grouped, whole
from normalizers.values.spelt import half_more
from normalizers.wordings import Wordings

NEAR = 0.01
"""How far figures may lie apart that are the same."""
LEADERS = r"[.…_]{3,}"
"""The dots that lead the eye from a label to its figure."""
_NUMBER = r"\d{1,4}(?:[.,]\d{1,3})?"
_GROUPED = r"(?:(?<![^:(–—-])|(?<=[:(–—-]\s))[1-9]\d{0,2}(?:[ \u00a0]\d{3})+"
"""A number whose thousands a space parts, where nothing before it makes two numbers of it: `Обсяг: 7 200 годин`."""
_WHOLE = rf"(?:{_GROUPED}|(?<![\d.,/])(?<!\d[ \u00a0]){_NUMBER})"
_WORDS = KNOWLEDGE / "figure_words.tsv"
_YEARS = Wordings(_WORDS, rf"({_NUMBER})\s*(?:-?х\s*)?<<years>>", re.I)
_THREE = re.compile(r"(?<!\w)З(?=\s+(?:роки|года)(?!\w))")
"""A 3 that OCR read as the letter: `З роки`."""
_MONTHS = Wordings(_WORDS, r"[\s,]*(?:<<and>>\s)?\s*(\d{1,2})\s*<<months>>", re.I)
_CREDITS = Wordings(_WORDS, rf"({_WHOLE})\s*(?:\(.{{1,14}}\)\s*)?<<credits>>", re.I)
_LOWER = Wordings(_WORDS, rf"(?:^|[(:]|<<from>>)\s*{_NUMBER}\s*<<to>>\s*$", re.I)
"""The lower end of a range before its upper end, where no name ends in it: `từ 4 đến`, and not `Tiếng Anh 1 -`."""
_HOURS = Wordings(_WORDS, rf"({_WHOLE})\s*(?:-?\s*)?<<hours>>", re.I)
_ALONE = Wordings(_WORDS, rf"[\s(*]*({_NUMBER})\s*<<beside>>?[\s)*.,;{RAISED}]*", re.I)
_RANGE = Wordings(
    _WORDS, rf"<<from>>?\s*({_NUMBER})\s*%?\s*<<to>>\s*<<not_whole>>?\s*({_NUMBER})\s*%?(?:\s*<<scored>>\w*)?", re.I
)
_INTERVAL = re.compile(r"[\[(]\s*([^\[\]();]+?)\s*(?:;\s*([^\[\]();]+?)\s*)?[\])]")
"""A range between the brackets of an interval: `[81-85)`, `[81; 85)`."""
_WITH_SOME = Wordings(_WORDS, rf"\s*({_NUMBER})\s*[(\[,]\s*<<among>>", re.I)
"""Hours before those among them that are of a special kind: `86,5 (из них 40 на практ. подготовку)`."""
_BEFORE_HOURS = Wordings(_WORDS, rf"\s*({_NUMBER})\s*[(\[]\s*({_NUMBER})\s*<<hours>>", re.I)
"""Credits before the hours that they make: `2 (30 tiết)`."""
_PERCENT = Wordings(_WORDS, rf"(?<![\d.,])({_NUMBER})\s*<<percent>>", re.I)
_MULTIPLIED = re.compile(r"\d\s*[x×*]\s*$", re.I)
"""What is multiplied by the share behind it: `4 x 5%`."""
_WITH_PARTS = re.compile(rf"\s*({_NUMBER})\s*[(\[](?P<said>[^()\[\]]*)")
"""A figure before what brackets tell of it: the figures of its parts, or what it was before."""
_NOTED = re.compile(r"(?<=\d)\s*(?:\((?:[a-z]|\*{1,3}|[^()\d]{4,})\)|[*†‡]{1,3}|[¹²³⁴-⁹]+)\s*$")
"""A note behind a figure, or its mark: `132 (without sports)`, `4 (a)`, `3*`."""
_UNIT_FIRST = Wordings(_WORDS, r"^\s*(?:<<whole>>\s+)?<<credits>>\s*[:–-]?\s*(?=\d{1,2}(?!\d))", re.I)
"""The unit before its figure: `ECTS: 10`."""


def number(text: str) -> float | int | None:
    """Return the number that a text is, apart from a unit or mark around it; None for anything else."""
    match = _ALONE.fullmatch(text.strip())
    return _amount(match[1]) if match else None


def credits(text: str) -> float | int | None:
    """Return a number of credits: alone, before its word, or before its parts (`3 (2-1-0)`)."""
    text = _UNIT_FIRST.sub("", _NOTED.sub("", text))
    match = _CREDITS.search(text)
    if match and (whole := _WITH_PARTS.match(text)) and whole.start("said") <= match.start(1) <= whole.end():
        return _amount(whole[1])  # before those of its parts: `02 (01 tín chỉ lý thuyết + 01 tín chỉ thực hành)`
    if match:
        return None if _LOWER.search(text[: match.start()]) else _amount(match[1])
    parted = re.match(r"\s*(\d{1,2})\s*\(\d{1,2}(?:\s*[-–;,]\s*\d{1,2}){2,3}\)", text)
    if parted:  # the hours of its parts may follow: `3(2-1-0-6) - Lý thuyết: 30 tiết`
        return _figure(parted[1])
    hourly = _BEFORE_HOURS.match(text)
    if hourly is not None and _amount(hourly[1]) < _amount(hourly[2]):
        return _amount(hourly[1])
    if _HOURS.search(text):
        return None
    return number(text) if number(text) is not None else _parted(text)


def _parted(text: str) -> float | int | None:
    match = re.match(
        rf"\s*({_NUMBER})(?:\s*[(\[]\s*(?:[^\W\d_][^:\d()]{{1,30}}:\s*)?\d|\s+[^\W\d_][^:\d]{{1,30}}:\s*\d)", text
    )
    return _figure(match[1]) if match else None


def hours(text: str) -> float | int | None:
    """Return a number of hours: alone, before its word (`12 год.`), or at the start (`2час 1,42балл`)."""
    if (plain := number(text)) is not None:
        return plain
    if parted := _WITH_SOME.match(text):
        return _amount(parted[1])
    match = _HOURS.search(text)
    if match is None or _LOWER.search(text[: match.start()]) or re.search(r"\d\D*[x×*]\s*$", text[: match.start()]):
        return None
    return None if re.match(r"\s*[x×*]\s*\d", text[match.end() :]) else _amount(match[1])


def years(text: str) -> float | int | None:
    """Return a duration in years, months as a fraction to two places: 3.83 of `3 роки 10 місяців`; of a range None."""
    text = _THREE.sub("3", text)
    match = _YEARS.search(text)
    if match is None or _LOWER.search(text[: match.start()]):
        return None
    months = _MONTHS.match(text, match.end())
    value = decimal(match[1]) + (0.5 if half_more(text, match.end()) else 0)
    value = round(value + int(months[1]) / 12, 2) if months else value
    return whole(value)


def share(text: str) -> tuple[float | int, float | int] | None:
    """Return the bounds of a printed range: (95, 100) of `95-100`, `95 – 100 %`, `từ 8,5 đến 10`, `[95-100]`."""
    text = text.strip()
    if within := _INTERVAL.fullmatch(text):
        text = f"{within[1]}-{within[2]}" if within[2] else within[1]
    match = _RANGE.fullmatch(text)
    if match is None:
        return None
    low, high = _figure(match[1]), _figure(match[2])
    return (low, high) if low <= high else (high, low)


def percent(text: str) -> float | int | None:
    """Return the number before a percent sign, None for a range."""
    match = _PERCENT.search(text)
    if match is None or _LOWER.search(text[: match.start()]) or _MULTIPLIED.search(text[: match.start()]):
        return None
    return _figure(match[1])


def parts_of(values: Sequence[float], n: int, least: int = 2) -> int:
    """Return how many figures right behind the n-th make it up, at least so many; 0 where none do."""
    made = enumerate(accumulate(values[n + 1 :]), 1)
    return next((count for count, total in made if count >= least and abs(total - values[n]) <= NEAR), 0)


def _amount(text: str) -> float | int:
    """Return how many credits, hours or points are printed: a mark before three digits groups thousands (`1.200`)."""
    thousands = grouped(text)
    return _figure(text) if thousands is None else thousands


def _figure(text: str) -> float | int:
    value = float(text.replace(",", "."))
    return int(value) if value == int(value) and not re.search(r"[.,]", text) else value
