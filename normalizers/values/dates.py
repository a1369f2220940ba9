"""Dates as they are printed in five languages, to ISO 8601 as precise as printed.

A letter that scanners read for a digit (`l0`, `2O21`) is understood where the date's own words leave no other reading.
A blank gives what is sure (`ngày … tháng … năm 2024` is `2024`); a date that the calendar does not have gives nothing.
"""

import calendar
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from normalizers.knowledge import mapped, read_table
from normalizers.values.misread_figures import as_figures
from normalizers.values.numbers import parse_words

MONTHS = Path(__file__).parent / "knowledge" / "months.tsv"

FIRST_YEAR, LAST_YEAR = 1800, 2100
TO_THE_DAY = len("2024-01-31")
"""Letters of an ISO date that is known to the day; a month or a year alone has fewer."""

_N = r"[\dlIO|]{1,2}"
_Y = r"(?:[12lI|][\dlIO|]{2}\s?[\dlIO|]|[12][ ]?[\dlIO|]{3})"
_BLANK = r"(?:[\s._…,/-]|⟦\?⟧){0,40}?"
_QUOTED = rf"[«\"“„‘'<]?\s?(?P<d>{_N}(?:st|nd|rd|th)?)\s?[»\"”“’'>]?"
_R_YEAR = r"\s?(?:р(?:\.|оку|ік|оці)?|г(?:\.|ода|оду|од)?|ж(?:\.|ылғы|ылдың|ылы|ыл)?)(?!\w)\.?"
_K_YEAR = r"\s?ж(?:\.|ылғы|ылдың|ылы|ыл)(?!\w)"

_WHOLE_DAY = r"(?!(?<=\d\s)\d\s)"
"""No day whose tens a blank cuts off: `ngày 1 2 tháng 3` is sure of its month only."""

Found = tuple[int, int, str]
_VI_WORDS = re.compile(
    r"ngày\s+(?:mồng\s+|mùng\s+)?(?P<d>\w+(?:\s\w+){0,2})\s+tháng\s+(?P<m>\w+(?:\s\w+)?)\s*,?\s+năm\s+(?P<y>\w+(?:\s\w+){3,7})"
)
_YEAR_WORDS = re.compile(r"\b(?P<y>[^\W\d]+(?:\s[^\W\d]+){1,5})\s(?:року|рік|года|год|жылғы|жылы)\b", re.IGNORECASE)


def find_dates(text: str, language: str = "") -> list[Found]:
    """Return (start, end, ISO date) of every date in `text`, in order; a year alone only where a word says it is one.

    `language` decides only what two languages print alike (`05/12/2022` in English stays `2022`).
    """
    text = re.sub(r"(?<=[^\W_])_{1,3}|_{1,3}(?=[^\W_])", lambda line: " " * len(line[0]), text)  # `«_25_» _мая_ 2022`
    candidates = sorted(_candidates(text, language), key=lambda c: (c[0], c[0] - c[1]))
    found, done = [], -1
    for start, end, iso in candidates:
        if start >= done:
            done = end
            if iso:
                found.append((start, end, iso))
    return found


def misdated(text: str) -> list[tuple[int, int]]:
    """Return (start, end) of what is printed as a whole day with the name of its month and is on no calendar."""
    found = []
    for pattern in _patterns():
        for match in pattern.finditer(text) if {"d", "name"} <= set(pattern.groupindex) else ():
            parts = match.groupdict()
            if parts["d"] and parts["d"].isdecimal() and _read(parts, "", match[0]) is None and _month(parts["name"]):
                found.append(match.span())
    return found


def _candidates(text: str, language: str) -> Iterator[tuple[int, int, str | None]]:
    for pattern in _patterns():
        for match in pattern.finditer(text):
            parts = match.groupdict()
            if "words" in pattern.groupindex and not parts["words"]:
                continue
            yield match.start(), match.end(), _read(parts, language, match.group())
    yield from _in_words(text)


def _read(parts: dict[str, str | None], language: str, whole: str) -> str | None:
    year, month, day = parts.get("y"), parts.get("m"), parts.get("d")
    if name := parts.get("name"):
        month = str(_month(name))
    if year and len(_figures(year)) == 2:
        year = ("20" if int(_figures(year)) < 50 else "19") + _figures(year)
    if language == "en" and "/" in whole and day and month and not parts.get("name") and not whole.startswith("20"):
        first, second = int(_figures(day)), int(_figures(month))
        if first <= 12 and second <= 12 and first != second:
            return _iso(year, None, None)
        if second > 12:
            day, month = month, day
    return _iso(year, month, day)


def _iso(year: str | None, month: str | None, day: str | None) -> str | None:
    """ISO text of the parts, None where one is out of the calendar."""
    if not year:
        return None
    y = int(_figures(year))
    if not FIRST_YEAR <= y <= LAST_YEAR:
        return None
    if not month:
        return f"{y:04d}"
    m = int(_figures(month))
    if not 1 <= m <= 12:
        return None
    if not day:
        return f"{y:04d}-{m:02d}"
    d = int(_figures(day) or 0)
    return f"{y:04d}-{m:02d}-{d:02d}" if 1 <= d <= calendar.monthrange(y, m)[1] else None


def _figures(text: str) -> str:
    """Digits of a slot, with the letters that scanners read for 1 and 0."""
    text = re.sub(r"(?:st|nd|rd|th)$|\s", "", text)
    return re.sub(r"\D", "", as_figures(text))


@cache
def _month_names() -> dict[str, int]:
    return {row["form"]: int(row["month"]) for row in read_table(MONTHS, ("language", "month", "form"))}


def month_at(text: str, start: int) -> bool:
    """Say whether the next word from `start` on is the name of a month (`15 June`); English ones by their capital."""
    word = re.compile(r"\s+([^\W\d_]{3,14})").match(text, start)
    if word is None:
        return False
    form, languages = word[1].lower(), mapped(MONTHS, "form", "language")
    if form in languages:
        return languages[form] != "en" or word[1][0].isupper()
    return any(form.startswith(stem) for stem, language in languages.items() if language == "kk")


def _month(name: str) -> int:
    name = name.lower()
    names = _month_names()
    for length in range(len(name), 2, -1):
        for form in (name[:length], name[:length] + "."):
            if form in names:
                return names[form]
    return 0


@cache
def _patterns() -> tuple[re.Pattern[str], ...]:
    """Patterns with groups d, m or name, y; the first that starts earliest and is longest wins."""
    rows = read_table(MONTHS, ("language", "month", "form"))
    kazakh = "|".join(row["form"] for row in rows if row["language"] == "kk")
    forms = sorted((row["form"] for row in rows if row["language"] != "kk"), key=len, reverse=True)
    other = "|".join(re.escape(f[:-1]) + r"\b\.?" if f.endswith(".") else re.escape(f) + r"\b" for f in forms)
    name = rf"(?P<name>{other}|(?:{kazakh})[а-яәғқңөұүһі]{{0,8}})"
    again = name.replace("?P<name>", "?:", 1)
    english = rf"(?P<name>{'|'.join(re.escape(r['form'].rstrip('.')) for r in rows if r['language'] == 'en')})\b\.?"
    year, tail = rf"(?P<y>{_Y})(?!\d)", rf"(?:{_R_YEAR})?"
    sources = (
        # ngày 10 tháng 12 năm 2025, with any part blank; ngày 10/12/2025
        rf"(?:ngày|Ngày|NGÀY)\s{{0,3}}(?:(?:mồng|mùng)\s)?(?P<d>{_N})?{_BLANK}(?:tháng|THÁNG)\s?(?P<m>{_N})?{_BLANK}"
        rf"(?:năm|NĂM|,)\s?{year}",
        rf"(?<![\w/.]){_WHOLE_DAY}(?P<d>\d{{1,2}})\s+tháng\s+(?P<m>{_N})[\s,]+(?:năm\s+)?{year}",
        rf"(?i:tháng)\s*(?P<m>{_N})\s*(?:/|-|\.|,?\s*năm\s|,?\s+)\s*{year}",
        r"\b(?i:năm)\s+(?!học)(?P<y>(?:1[89]|20)\d\d)(?!\s?[-–—/]\s?\d|\d)",
        # 08/3/2023, 24.01.18, 5-12-2022, with letters for digits where most are digits
        rf"(?<![\w.])(?P<d>{_N})\s?(?P<s>[./-])\s?(?P<m>{_N})\s?(?P=s)\s?(?P<y>{_Y})(?![\da-zA-Z/]|[.-]\d){tail}",
        r"(?<![\w./])(?P<d>\d{2})\.(?P<m>\d{2})\.(?P<y>\d{2})(?![\da-zA-Z/]|\.\d)",
        r"(?<![\w./])(?P<y>(?:19|20)\d\d)(?P<s>[-./])(?P<m>\d{2})(?P=s)(?P<d>\d{2})(?![\w/]|[.-]\d)",
        # «28» 08. 2024 ж., «28» 08 2024 р.
        r"(?<![\w.])[«\"“]\s?(?P<d>\d{1,2})\s?[»\"”]\s{0,3}\.?\s?(?P<m>0[1-9]|1[0-2])[\s.]{1,3}(?P<y>20\d\d)(?!\d)",
        # «17» лютого 2022 р., 12 октября 2018 года; the day may be blank
        rf"(?<![\w.]){_WHOLE_DAY}{_QUOTED}\s{{0,3}}(?:of\s)?(?i:{name}),?\s{{0,3}}{year}{tail}",
        # «30» тамыз / августа 2022 ж./г.
        rf"(?<![\w.]){_WHOLE_DAY}{_QUOTED}\s{{0,3}}(?i:{name})\s?/\s?(?i:{again}),?\s{{0,3}}{year}{tail}",
        # 727" серпня 2024: of the mark that opens only a figure is left, the one that closes tells
        rf"(?<![\w.])[17](?P<d>\d\d)\s?[\"”»]\s{{0,3}}(?i:{name}),?\s{{0,3}}{year}{tail}",
        rf"(?:[«\"“]\s?[_\s.]*[»\"”]|_{{2,}})\s*(?i:{name}),?\s{{0,3}}{year}{tail}",
        rf"(?<!\w)(?i:{name})\s{{0,3}}{year}{tail}",
        rf"(?:[«\"“]\s?[_\s.]*[»\"”])\s*_*\s*(?P<m>0[1-9]|1[0-2])?[\s._]{{0,40}}(?P<y>20\d\d){tail}",
        rf"(?<![\w./-])(?P<m>0[1-9]|1[0-2])[ .]{{1,2}}(?P<y>20\d\d){_R_YEAR}",
        rf"(?<![\w./-])(?P<y>(?:1[89]|20)\d\d){_R_YEAR}",
        # 2018 жылғы 12 қазан
        rf"(?<![\w./])(?P<y>\d{{4}}){_K_YEAR}\s{{0,3}}(?:[«\"“]?(?P<d>\d{{1,2}})[»\"”]?[\s-]{{0,3}})?(?i:{name})",
        # December 5, 2022
        rf"\b(?i:{english})\s+(?P<d>\d{{1,2}}(?:st|nd|rd|th)?),?\s+{year}",
        r"\b(?i:in|since|year)\s+(?P<y>(?:19|20)\d\d)(?!\s?[-–—/]\s?\d|\d)",
    )
    return tuple(re.compile(source) for source in sources)


def _in_words(text: str) -> Iterator[tuple[int, int, str | None]]:
    """Dates whose parts are words: longest reading of the year that is a number."""
    for match in _VI_WORDS.finditer(text):
        words = list(re.finditer(r"\w+", match["y"]))
        for last in reversed(words[3:]):
            parts = (match["d"], match["m"], match["y"][: last.end()])
            day, month, year = (parse_words(part, "vi") for part in parts)
            if day and month and year and year >= 1000:
                yield match.start(), match.start("y") + last.end(), _iso(str(year), str(month), str(day))
                break
    for match in _YEAR_WORDS.finditer(text):
        yield from _slavic_words(match)


def _slavic_words(match: re.Match[str]) -> Iterator[tuple[int, int, str | None]]:
    words = list(re.finditer(r"\S+", match["y"]))
    for position, word in enumerate(words):
        month = _month_names().get(word.group().lower())
        if month is None:
            continue
        rest = match["y"][word.end() :]
        for language in ("uk", "ru"):
            year = parse_words(rest, language)
            for first in range(max(0, position - 2), position):
                day = parse_words(match["y"][words[first].start() : words[position - 1].end()], language)
                if day and year and year >= 1000:
                    yield match.start() + words[first].start(), match.end(), _iso(str(year), str(month), str(day))
                    return
