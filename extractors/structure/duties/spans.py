"""Spans of days as plans print them, the year once: `Từ ngày 15/4 – 30/06/2025`, `10/04 đến hết ngày 15/06/2025`."""

import re
from datetime import date

from normalizers.values.dates import find_dates

_DAY = r"(?P<d{0}>\d{{1,2}})\s?[/.]\s?(?P<m{0}>\d{{1,2}})"
_CLOCK = r"\d{1,2}\s?(?::|h|giờ|g)\s?(?:\d{2})?"
_LINK = rf"\s*(?:[-–—]|đến|tới|trước|по|до|to)(?:\s*(?:[-–—]|đến|tới|hết|trước|ngày|{_CLOCK}))*\s*"
RANGE = re.compile(
    rf"(?i)(?<![\d/.]){_DAY.format(1)}(?:\s?[/.]\s?(?P<y1>\d{{4}}))?{_LINK}{_DAY.format(2)}\s?[/.]\s?(?P<y2>\d{{4}})(?!\d)"
)
DAYS = re.compile(
    r"(?<![\d/.])(?P<d1>\d{1,2})\s?[-–—]\s?(?P<d2>\d{1,2})\s?[/.]\s?(?P<m>\d{1,2})\s?[/.]\s?(?P<y>\d{4})(?![\d/.])"
)
"""Days of one month: `20-25/09/2025`."""
_MONTH = r"(?:[Tt]háng\s+)?(?P<m{0}>1[0-2]|0?[1-9])"
MONTHS = re.compile(
    rf"\W*(?:[Tt]ừ\s+)?{_MONTH.format(1)}(?:\s?/\s?(?P<y1>\d{{4}}))?"
    rf"(?:\s*(?:[-–—&,;]|và|đến|tới)\s*{_MONTH.format(2)})?(?:\s?/\s?(?P<y2>\d{{4}}))?\W*"
)
"""A cell that is nothing but a month or two: `11/2025`, `Tháng 8-9/2025`, `2/2026 & 7/2026`."""


def spanned(text: str, language: str) -> tuple[str | None, str, tuple[int, int]] | None:
    """Return (first day, last day, place) of the first span or date of a text, ISO; the first day None of a date."""
    if match := RANGE.search(text):
        last = _iso(match["y2"], match["m2"], match["d2"])
        first = _iso(match["y1"] or match["y2"], match["m1"], match["d1"])
        if first and last and first <= last:
            return first, last, match.span()
    if (match := DAYS.search(text)) and int(match["d1"]) < int(match["d2"]):
        first, last = (_iso(match["y"], match["m"], match[day]) for day in ("d1", "d2"))
        if first and last:
            return first, last, match.span()
    if months := _months(text):
        return months
    dates = find_dates(text, language)
    if not dates:
        return None
    (start, _, first), (_, end, last) = dates[0], dates[-1]
    between = text[dates[0][1] : dates[-1][0]]
    if len(dates) == 2 and first < last and re.fullmatch(_LINK, between, re.IGNORECASE):
        return first, last, (start, end)
    return None, dates[0][2], (start, dates[0][1])


def _months(text: str) -> tuple[str | None, str, tuple[int, int]] | None:
    """Read a text that is nothing but one month or two; the year may stand after the second only."""
    match = MONTHS.fullmatch(text)
    year = match and (match["y2"] or match["y1"])
    if match is None or not year:
        return None
    if match["m2"] is None:
        return None, f"{year}-{int(match['m1']):02d}", match.span()
    first, last = f"{match['y1'] or year}-{int(match['m1']):02d}", f"{year}-{int(match['m2']):02d}"
    return (first, last, match.span()) if first < last else None


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
