"""Spans of days as plans print them, the year once: `Từ ngày 15/4 – 30/06/2025`, `10/04 đến hết ngày 15/06/2025`."""

import re
from datetime import date

from normalizers.values.dates import find_dates

_DAY = r"(?P<d{0}>\d{{1,2}})\s?[/.]\s?(?P<m{0}>\d{{1,2}})"
_LINK = r"\s*(?:[-–—]|đến|tới|по|до|to)(?:\s*(?:[-–—]|đến|tới|hết|ngày))*\s*"
RANGE = re.compile(
    rf"(?<![\d/.]){_DAY.format(1)}(?:\s?[/.]\s?(?P<y1>\d{{4}}))?{_LINK}{_DAY.format(2)}\s?[/.]\s?(?P<y2>\d{{4}})(?!\d)",
    re.IGNORECASE,
)


def spanned(text: str, language: str) -> tuple[str | None, str, tuple[int, int]] | None:
    """Return (first day, last day, place) of the first span or date of a text, ISO; the first day None of a date."""
    if match := RANGE.search(text):
        last = _iso(match["y2"], match["m2"], match["d2"])
        first = _iso(match["y1"] or match["y2"], match["m1"], match["d1"])
        if first and last and first <= last:
            return first, last, match.span()
    dates = find_dates(text, language)
    if not dates:
        return None
    (start, _, first), (_, end, last) = dates[0], dates[-1]
    between = text[dates[0][1] : dates[-1][0]]
    if len(dates) == 2 and first < last and re.fullmatch(_LINK, between, re.IGNORECASE):
        return first, last, (start, end)
    return None, dates[0][2], (start, dates[0][1])


def _iso(year: str, month: str, day: str) -> str | None:
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return None
