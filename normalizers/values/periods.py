"""Periods from one date to another, whose first date often leaves out what it shares with the second."""

import re

from normalizers.values.dates import find_dates, parse_date

_TO = r"(?:[-–—]|đến|tới|до|по|to|until|дейін)"
_DAY = r"(?:ngày\s+|з\s+|с\s+|від\s+|от\s+)?"
_SHORT_FIRST = re.compile(
    rf"(?<![\d/.])(?P<d>\d{{1,2}})(?:\s?[/.]\s?(?P<m>\d{{1,2}}))?\s*{_TO}\s*(?:hết\s+)?{_DAY}$", re.IGNORECASE
)
_BETWEEN = re.compile(rf"\s*,?\s*{_TO}\s*(?:hết\s+)?{_DAY}", re.IGNORECASE)

Period = tuple[int, int, str, str]


def find_periods(text: str, language: str = "") -> list[Period]:
    """Return (start, end, first ISO date, last ISO date) of every period in `text` that runs forward.

    Read are two full dates (`05/9/2023 - 15/9/2023`), a first date without its year (`từ 02/10 đến 06/10/2023`) and one
    without its month (`11-15/3/2024`). A period whose first date is not on the calendar is left out.
    """
    found: list[Period] = []
    dates = [date for date in find_dates(text, language) if len(date[2]) == 10]
    taken = -1
    for number, (start, end, last) in enumerate(dates):
        first: str | None = None
        begins = start
        if number and _BETWEEN.fullmatch(text[dates[number - 1][1] : start]) and dates[number - 1][0] > taken:
            begins, first = dates[number - 1][0], dates[number - 1][2]
        elif match := _SHORT_FIRST.search(text, max(0, start - 40), start):
            begins = match.start()
            first = parse_date(f"{match['d']}.{match['m'] or last[5:7]}.{last[:4]}")
        if first and first <= last and begins > taken:
            found.append((begins, end, first, last))
            taken = end
    return found
