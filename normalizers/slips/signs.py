"""Signs and figures of dates that an engine read as letters: `протокол Ме 4`, `от 03.02.2021 Ле 17`, `«З1» серпня`."""

import re
from collections.abc import Iterator
from functools import cache
from operator import ne
from pathlib import Path

from models.edits import Edit
from normalizers.knowledge import read_table
from normalizers.slips.evidence import Evidence
from normalizers.values.dates import MONTHS
from normalizers.values.misread_figures import as_figures
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "number_words.tsv"
_READ = r"(?:М[егоэ]|Мо|Ле|Л[о9]|Х[оеЄ]|К[ео]|Же|[NМM][eеoо°º]|J[VvNf][oes]|N[s29]|Л[«\"]|[МЖ][»?]|№[оeе])"
"""What engines made of the sign on scans; none of them is a word that stands between an act and its number."""
_SIGN = Wordings(_WORDS, rf"(?<!\w)(?:<<act>>|\w*<<dated>>)(?:[\s,]+|(?<=\.))(?P<sign>{_READ})\s?(?=\d|З\s*\n)")
_BEFORE = Wordings(_WORDS, rf"(?<!\w)(?P<sign>{_READ})\s?(?=\d{{1,5}} <<act>>)")
"""The sign where its number stands before the act: `Ке 1 хаттама`."""
_COLUMN = re.compile(rf"(?m)(?:^|(?<=\t))(?P<sign>{_READ})\s?(?=(?:з/п|п/п|п/н)(?!\w))")
"""The head of a column of numbers: `№ з/п`."""
_DATED = re.compile(rf"(?<=[а-яіїєґё] )(?P<sign>{_READ})\s?(?=\d{{1,5}}(?:[-/]\w+)? (?:від|от) \d\d?[.\s]\S)")
"""The sign behind the name of a body, its number with a date: `Міністерства освіти Хе 1187 від 30.12.2015`."""
_APART = re.compile(rf"(?m)(?<=\S {{3}})\s*(?P<sign>{_READ})\s?(?=\d{{1,5}}(?:[-/][^\s\d]\S{{0,10}})?\s*$)")
"""The sign with its number alone in the last column of a line: `«29» серпня    м. Вінниця    Мо 247-з`."""
_PERCENT = re.compile(
    r"(?:(?<=[^\W\d_] )|(?<=[-–—] ))(?:\d{1,2}|100) (?P<sign>96|9б)(?=[,.;:)](?!\d)|\s[^\W\d_]|$)", re.M
)
"""The sign of percent behind its figure, in running text: `не може перевищувати 20 96, у`."""
_HOURS = re.compile(
    r"(?<![\w.,])(?P<figures>(?=[ЗзОо]*\d)(?=\d*[ЗзОо])[\dЗзОо]{2,4}|[ІIl][ОO])(?P<space>\s?)(?=год(?:[.,\s]|$))", re.M
)
"""Hours before their unit, letters among them: `З2год.`, `ІОгод.`"""
_DATES = re.compile(
    r"(?<![\w.])(?:(?P<dotted>(?:[\dОOоol]{2}\.){2}[\dОOоol]{4})(?![\w.]*\w)|(?P<year>[12][\dОOоo]{3})(?=\s?(?:г|р|ж)\.))"
    r"|(?<=№ )(?P<number>l[\dОO]{0,2}|\d[ОO])(?=,? (?:від|от) \d)"
)
"""A date, a year, a number before its date, with letters for rings and strokes: `28.04.2О22`, `№ l0 от 28.04`."""
_ROMAN = re.compile(r"(?<![\w-])(?P<number>\d{1,4}-)(?P<roman>[ШПІ]{1,3})(?=\s+[Зз]аң)")
_CONVOCATION = Wordings(
    _WORDS, r"(?i:<<law>>)[^\n№]{0,160}(?:\n[^\n№]{0,90})?№\s?\d{1,4}-(?P<roman>[УПШІХVXI]{2,5})(?!\w)"
)
"""The parliament that passed a law, behind its number: `Закон України «…» від 01.07.2014 № 1556-УП`."""
_CONVOKED = re.compile(r"X?(?:IX|IV|V?I{0,3})")
_DAY = re.compile(
    r"(?<=[«\"“])(?P<day>(?=\D?\d)[\dЗзОо]{2}|[ОоЗз][Ззб]|[Зз])(?=[»\"”]\s+[а-яёіїєґәғқңөұүһ]{3,10}\s+\d{4})"
)
_SERIES = Wordings(_WORDS, r"(?<=\d-)(?P<series><<series>>)(?!\w)")
"""The letters behind the number of a law, a figure among them: `273-Ф3`."""
_BEFORE_DAY = re.compile(r"(?<!\w)(?P<word>[0оО]т|від)(?=\d\d?\.\d\d\.\d{4})")
"""The word before a date, run together with it: `0т30.06.2020`."""
_MONTH = re.compile(r"\d[»\"”]?\s+(?P<month>[а-яіїєґёәғқңөұүһ]{4,10})(?=\s+(?:19|20)\d\d\b)")
_STROKES = str.maketrans({"Ш": "III", "П": "II", "І": "I", "У": "V", "Х": "X"})


def sign_edits(evidence: Evidence) -> Iterator[Edit]:
    """Yield an edit for each misread sign before a number, and for days and Roman numbers read as letters."""
    for match in (m for pattern in (_SIGN, _BEFORE, _COLUMN, _DATED) for m in pattern.finditer(evidence.text)):
        yield Edit(*match.span("sign"), match["sign"], "№", "slips.sign", confidence=0.97)
    for match in _APART.finditer(evidence.text):
        yield Edit(*match.span("sign"), match["sign"], "№", "slips.sign", confidence=0.95)
    for match in _PERCENT.finditer(evidence.text):
        yield Edit(*match.span("sign"), match["sign"], "%", "slips.percent", confidence=0.9)
    for match in _DAY.finditer(evidence.text):
        day = as_figures(match["day"], "far")
        if day != match["day"] and 0 < int(day) <= 31:
            yield Edit(*match.span("day"), match["day"], day, "slips.day", confidence=0.95)
    for match in _BEFORE_DAY.finditer(evidence.text):
        word = match["word"] if match["word"] == "від" else "от"
        yield Edit(*match.span(), match.group(), f"{word} ", "slips.day", confidence=0.95)
    for match in _MONTH.finditer(evidence.text):
        read, known = match["month"], _months(evidence.language)
        near = [month for month in known if len(month) == len(read) and sum(map(ne, month, read)) == 1]
        if len(near) == 1 and read not in known:
            yield Edit(*match.span("month"), read, near[0], "slips.month", confidence=0.95)
    for match in _SERIES.finditer(evidence.text):
        yield Edit(*match.span("series"), match["series"], match["series"].replace("3", "З"), "slips.series")
    for match in _HOURS.finditer(evidence.text):
        hours = as_figures(match["figures"], "near")
        yield Edit(match.start(), match.end(), match.group(), f"{hours} ", "slips.hours", confidence=0.9)
    for match in _DATES.finditer(evidence.text):
        if (figures := as_figures(match[0])) != match[0]:
            yield Edit(*match.span(), match[0], figures, "slips.date", confidence=0.95)
    for match in _ROMAN.finditer(evidence.text):
        after = match["roman"].translate(_STROKES)
        if len(after) <= 3:
            yield Edit(*match.span("roman"), match["roman"], after, "slips.roman", confidence=0.95)
    for match in _CONVOCATION.finditer(evidence.text):
        after = match["roman"].translate(_STROKES)
        if after != match["roman"] and _CONVOKED.fullmatch(after):
            yield Edit(*match.span("roman"), match["roman"], after, "slips.roman", confidence=0.95)


@cache
def _months(language: str) -> frozenset[str]:
    """Return the names of months in a language as dates have them."""
    rows = read_table(MONTHS, ("language", "month", "form"))
    return frozenset(row["form"] for row in rows if language in row["language"].split())
