"""One figure as it is printed: a number or a level with its unit, behind its comparator or before it."""

import re
from dataclasses import dataclass, replace

from extractors.structure.figures.ordinals import ranked, ranked_until
from extractors.structure.words import FOLDER, either
from normalizers.unicode.twins import to_latin
from normalizers.values.numbers import parse_number, parse_words, whole
from normalizers.values.spelt import YEAR, Spelt, half_more, multiplied, spelt_from, spelt_until
from normalizers.values.units import parse_unit, units_pattern
from normalizers.wordings import Wordings

NUMBER = (
    r"(?:[1-9]\d{0,2}(?:[. \u00a0]\d{3}(?!\d))+(?:,\d{1,3})?|[1-9]\d{0,2}(?:,\d{3}(?!\d))+|\d{1,6}(?:[.,]\d{1,3})?)"
)
"""A number with its groups of thousands, or with its decimals."""
APART = rf"(?<![^\W\d_]){NUMBER}"
"""A number that goes on no letter: `A4` is none."""
AND = re.compile(rf"\s+and\s+(?P<high>{NUMBER})")
_WORDS = FOLDER / "figure_words.tsv"
DIGITS = Wordings(
    _WORDS, rf"\(?(?P<low>{NUMBER})(?:\s?[-–—]\s?(?P<high>{NUMBER})|\s+<<range_joint>>\s+(?P<to>{NUMBER}))?"
)
TO = Wordings(_WORDS, rf"\s*(?:[-–—]|(?P<words><<unit_joint>>))\s*(?P<high>{NUMBER})")
"""What joins the ends of a range that each bear their unit."""
LADDER = Wordings(_WORDS, r"<<level>>\s+(?P<level>[1-6])(?:\s?/\s?6)?(?!\w)", re.IGNORECASE)
"""A rung of a ladder of levels, with the number of rungs or without: `bậc 3/6`."""
THREE = re.compile(r"З(?=\s[^\W\d_])")
"""The Cyrillic capital that an engine reads for the figure; none begins a word before a unit: `протягом З днів`."""
TIMES = {n: Wordings(_WORDS, rf"<<times_{n}>>(?!\w)", re.IGNORECASE) for n in (1, 2, 3)}
"""How often, in one word: `twice`."""
LEVEL = re.compile(r"\b(?P<level>[ABCАВС][12])\b")  # an engine reads letters of the page's own script
LEVEL_BEHIND = re.compile(r"(?<!\w)(?P<level>[ABCАВС][12])\s*$")
"""A level right before its comparator: `В1-ден төмен емес`."""
LEVEL_BEFORE = Wordings(_WORDS, r"<<level_before>>\s+$", re.IGNORECASE)
NAMED = Wordings(_WORDS, r"(?<!\w)<<named>>\s+$", re.IGNORECASE)
"""Words before a number that names a year of study or an intake, and counts nothing: `năm thứ 3 trở lên`."""
PARTS = Wordings(_WORDS, r"\s*điểm\s+<<counted_mark>>(?!\w)", re.IGNORECASE)
"""Marks and places that are counted, and no points."""
MULTIPLIED = Wordings(_WORDS, r"\s+(?!<<counted_on>>(?!\w))[^\W\d_]{2}", re.IGNORECASE)
"""What is multiplied stands behind `lần`: `không quá 02 lần thời gian …`, and not what is counted."""
BRACKETED = re.compile(r"\([^()]*\)")
FROM, FROM_REACH = Wordings(_WORDS, r"(?<!\w)<<opens_least>>\s+$"), 7
"""What opens a least that `trở lên` closes, and how many words may stand between: `từ 75% số tiết … trở lên`."""
SCORE_OF = re.compile(rf"(?<![\d/.,])({NUMBER})\s?/\s?(?:4|10|20|100)$")
"""A mark with the most of its scale behind a stroke: `từ 5,0/10 điểm trở lên`."""
LOWER = Wordings(_WORDS, rf"(?<![\d.,])(?P<low>{NUMBER})\s?(?:[^\W\d_]+?)?<<out_of>>\s+$")
"""The lower end of a Kazakh range, with its unit or without."""
UP_TO = Wordings(_WORDS, r"<<into>>?\s+<<until>>")
ORDINAL_KK = Wordings(_WORDS, r"-<<ordinal_kk>>")
"""What makes a Kazakh number the name of a part or day: `5-тармақ`."""
MISREAD = re.compile(r"[0-9]*[OОоoQlIІ|](?![^\W\d_]{2})")
"""A letter that stands among the digits of a number, whose figure nobody can tell: `2O %`, `1l5`."""
SHARE = re.compile(r"[1-9]/[2-9](?![\d/.,]|\s*[-–—/]\s*\d)")
"""A share as a fraction, which has no value of its own: `не менше 2/3 складу`."""
MONTHS = Wordings(_WORDS, r"\s+(?:<<adds_months>>\s+)?(?P<months>\d{1,2})\s+(?P<unit>[^\W\d_]+)")
"""What goes on a number of years: `3 năm 6 tháng`."""
SCALE = Wordings(_WORDS, r"\(\s*<<scale>>\s+$", re.IGNORECASE)
"""Words before a figure that only names the scale of the marks."""


@dataclass(frozen=True, slots=True)
class Figure:
    """A binding figure. `words` and `figure` are places of the comparator and of the number with its unit."""

    comparator: str
    words: tuple[int, int]
    figure: tuple[int, int]
    value: float | int | None
    value_max: float | int | None = None
    level: str | None = None
    unit: str | None = None
    unit_place: tuple[int, int] | None = None
    parent: int | None = None
    measure: bool = False
    multiple: bool = False
    floor: int = 0
    about: tuple[int, int] | None = None
    ceiling: int = 0
    held: tuple[int, int] | None = None
    shared: int = 0  # where the words about it end, which it shares with the figure before


def behind(text: str, match: re.Match[str], comparator: str, language: str) -> Figure | None:
    """Read the figure that stands behind its comparator, or the week, day or month that is counted up to."""
    start = match.end() + len(text[match.end() :]) - len(text[match.end() :].lstrip(" :"))
    if language == "vi" and (
        week := re.match(r"(tuần|ngày|tháng)(?:\s+thứ|\s+làm việc thứ)\s+(\d{1,2})\b", text[start:])
    ):
        unit = parse_unit(week[1], language)
        return Figure(comparator, match.span(), (start, start + week.end()), int(week[2]), unit=unit)
    if counted := ranked(text, start, language):
        return Figure(comparator, match.span(), counted[2], counted[0], unit=counted[1])
    return quantity(text, start, match.span(), comparator, language)


def quantity(text: str, start: int, words: tuple[int, int], comparator: str, language: str) -> Figure | None:
    """Read the figure that begins at `start`, in digits, in words or as a level; `words` are its comparator's place.

    None where nothing is counted there, and where a number can be read in two ways.
    """
    ladder = LADDER.match(text, start)
    if ladder:
        return Figure(comparator, words, ladder.span(), int(ladder["level"]), unit="level")
    digits = DIGITS.match(text, start)
    if digits and MISREAD.match(text, digits.end()):
        return None
    share = SHARE.match(text, start) if language != "vi" else None
    if share:
        return Figure(comparator, words, share.span(), None, level=share[0], measure=True)
    if digits and not re.match(r"\d|[./ ]\d|\s*[-/]\s*[A-ZĐ]", text[digits.end() :]):
        return _in_digits(text, digits, words, comparator, language)
    if (spelt := spelt_from(text, start, language)) is not None:
        return _worded(text, spelt, words, comparator, language)
    if language in ("uk", "ru", "kk") and (three := THREE.match(text, start)):
        figure = _with_unit(text, Figure(comparator, words, three.span(), 3), language)
        return figure if figure.unit is not None else None
    level = LEVEL.match(text, start)
    if level:
        return Figure(comparator, words, level.span(), None, level=to_latin(level["level"]), unit="level")
    for times, wording in TIMES.items():
        if often := wording.match(text, start):
            return Figure(comparator, words, often.span(), times, unit="time")
    return None


def _in_digits(
    text: str, digits: re.Match[str], words: tuple[int, int], comparator: str, language: str
) -> Figure | None:
    """Return a figure printed in digits, with both ends where it has two; None where it can be read in two ways."""
    low, high = amount(digits["low"], language), amount(digits["high"] or digits["to"], language)
    if low is None or (high is None and (digits["high"] or digits["to"])):
        return None  # `1,250` may be a thousand or one
    end = digits.end()
    if high is not None and high <= low:
        high, end = None, digits.end("low")
    upper = AND.match(text, end) if comparator == "between" and language == "en" and high is None else None
    if upper is not None:
        high, end = amount(upper["high"], language), upper.end()
    factor, end = multiplied(text, end, language)
    low, high = whole(low * factor), None if high is None else whole(high * factor)
    closing = re.match(r"\s*\(([^()]{1,40})\)", text[end:])
    said = parse_words(closing[1], language) if closing else None
    if said is not None and said not in (low, high):
        return None  # `12 (hai mươi)`
    end += closing.end() if closing and said is not None else 0
    between = "between" if high is not None else comparator
    figure = _with_unit(text, Figure(between, words, (digits.start(), end), low, high), language)
    return _upwards(text, figure, language) if language == "vi" and high is None else figure


def _worded(text: str, spelt: Spelt, words: tuple[int, int], comparator: str, language: str) -> Figure | None:
    """Return the figure of a number in words, None for nought and where digits beside it say another number.

    A fraction has no value; it is told as printed. Vietnamese ones are read with what they are a share of, elsewhere.
    """
    if spelt.value is None and language != "vi":
        place = (spelt.start, spelt.end)
        return Figure(comparator, words, place, None, level=text[slice(*place)], measure=True)
    bracket = re.compile(r"\s*\(\s*(\d{1,4})\s*\)").match(text, spelt.end)
    if not spelt.value or (bracket and int(bracket[1]) != spelt.value):
        return None
    place = (spelt.start, bracket.end() if bracket else spelt.end)
    figure = _with_unit(text, Figure(comparator, words, place, spelt.value), language)
    lone = text[slice(spelt.start, spelt.end)].casefold() == YEAR and bracket is None
    return None if lone and figure.unit is None and not figure.measure else figure


def _upwards(text: str, figure: Figure, language: str) -> Figure:
    """Return a figure with its upper end, where both ends bear the unit: `từ 1,5 năm đến 2,5 năm`."""
    upper = TO.match(text, figure.figure[1]) if figure.unit is not None else None
    if upper is None or upper["words"] and figure.comparator not in ("between", ">="):
        return figure
    most = amount(upper["high"], language)
    ending = _with_unit(text, Figure("between", figure.words, upper.span("high"), most), language)
    if ending.unit != figure.unit or figure.value is None or (ending.value or 0) <= figure.value:
        return figure
    place = (figure.figure[0], ending.figure[1])
    return replace(figure, comparator="between", figure=place, value_max=ending.value, unit_place=ending.unit_place)


def ahead_of(text: str, match: re.Match[str], comparator: str, language: str) -> Figure | None:
    """Read the figure that stands before its comparator: `80 %-дан кем емес`, `3 адамнан аспауы тиіс`."""
    if counted := ranked_until(text, match.start(), language):
        return Figure(comparator, match.span(), counted[2], counted[0], unit=counted[1])
    if language != "vi" and (level := LEVEL_BEHIND.search(text, 0, match.start())):
        return Figure(comparator, match.span(), level.span("level"), None, level=to_latin(level["level"]), unit="level")
    window = text[max(0, match.start() - 40) : match.start()]
    plain = BRACKETED.sub(lambda m: " " * len(m[0]), window)  # `02 năm (24 tháng) trở lên`
    numbers = [m for m in re.finditer(APART, plain) if not SCALE.search(window[: m.start()])]
    numbers = numbers or [m for m in re.finditer(APART, window) if not SCALE.search(window[: m.start()])]
    numbers = [m for m in numbers if not ORDINAL_KK.match(window, m.end())]
    if not numbers:
        return _spelt_before(text, match, comparator, language)
    if MISREAD.match(window, numbers[-1].end()):
        return None
    of = SCORE_OF.search(window[: numbers[-1].end()]) if language == "vi" else None
    start = max(0, match.start() - 40) + (of.start(1) if of else numbers[-1].start())
    end = start + (of.end() - of.start(1) if of else len(numbers[-1][0]))
    rung = next((m for m in LADDER.finditer(text) if m.end() == end and m.end("level") < end), None)
    if rung is not None:
        near = len(text[end : match.start()].split()) <= 2
        return Figure(comparator, match.span(), rung.span(), int(rung["level"]), unit="level") if near else None
    spelt = re.match(r"\s*\(([^\W\d_]{2,20}(?:\s[^\W\d_]{2,12})?)\)", text[end:])  # `10 (он) жұмыс күні`
    end += spelt.end() if spelt else 0
    value = amount(of[1] if of else numbers[-1][0], language)
    if value is None:
        return None
    figure = _with_unit(text, Figure(comparator, match.span(), (start, end), value), language)
    figure = _from_below(text, figure, language) if language == "kk" else figure
    if figure.unit is None and not figure.measure and NAMED.search(text[:start]):
        return None
    if LEVEL_BEFORE.search(text[:start]):
        figure = replace(figure, unit="level")
    between = BRACKETED.sub("", text[figure.figure[1] : match.start()])
    reach = FROM_REACH if FROM.search(text[:start]) else 2
    return figure if len(between.split()) <= reach and "," not in between else None


def _from_below(text: str, figure: Figure, language: str) -> Figure:
    """Return a Kazakh figure with its lower end, where the case of each tells which it is: `6 айдан 12 айға дейін`."""
    lower = LOWER.search(text, max(0, figure.figure[0] - 30), figure.figure[0])
    if lower is None or UP_TO.match(text, figure.figure[1]) is None:
        return figure
    least = amount(lower["low"], language)
    if least is None or figure.value is None or least >= figure.value:
        return figure
    place = (lower.start("low"), figure.figure[1])
    return replace(figure, comparator="between", figure=place, value=least, value_max=figure.value)


def _spelt_before(text: str, match: re.Match[str], comparator: str, language: str) -> Figure | None:
    """Read a figure in words before its comparator, with its unit between them: `бір жұмыс күні ішінде`."""
    begin = max(0, match.start() - 40)
    for word in reversed(list(re.finditer(r"[^\W\d_]+", text[begin : match.start()]))):
        if (parse_words(word[0], language) or 0) <= 0:
            continue
        spelt = spelt_until(text, begin + word.end(), language)
        if spelt is None:
            return None
        figure = Figure(comparator, match.span(), (spelt.start, spelt.end), spelt.value)
        figure = _with_unit(text, figure, language)
        near = len(text[figure.figure[1] : match.start()].split()) == 0
        return figure if figure.unit and near else None
    return None


def _with_unit(text: str, figure: Figure, language: str) -> Figure:
    end = figure.figure[1]
    rest = text[end:]
    blank = len(rest) - len(rest.lstrip())
    match = units_pattern(language).match(rest.lstrip())
    unit = parse_unit(rest.lstrip()[:60], language) if match else None
    if unit == "point" and PARTS.match(rest) or unit == "level" and language == "vi":
        return figure
    other = re.compile(rf"\s*{either('measure', language)}", re.IGNORECASE).match(text, end)
    if unit is None or match is None or other and other.end() > end + blank + match.end():
        return replace(figure, figure=(figure.figure[0], other.end()), measure=True) if other else figure
    place = (end + blank, end + blank + match.end())
    if unit == "time" and language == "vi" and MULTIPLIED.match(text, place[1]):
        return replace(figure, figure=(figure.figure[0], place[1]), unit=unit, unit_place=place, multiple=True)
    if unit == "year" and figure.value_max is None and figure.value is not None:
        month = MONTHS.match(text, place[1])
        if month and parse_unit(text[month.start("unit") : month.end()], language) == "month":
            months = int(figure.value * 12) + int(month["months"])
            length, unit = (months, "month") if months % 3 else (whole(months / 12), "year")
            place = (figure.figure[0], month.end())
            return replace(figure, figure=place, value=length, unit=unit, unit_place=month.span("unit"))
    value, more = figure.value, half_more(text, place[1], language)
    if more is not None and value is not None and figure.value_max is None:
        value += 0.5  # `2 năm rưỡi`
    return Figure(
        figure.comparator,
        figure.words,
        (figure.figure[0], more or place[1]),
        value,
        figure.value_max,
        figure.level,
        unit,
        place,
    )


def amount(printed: str | None, language: str) -> float | int | None:
    """Return what a printed number says; None where it can be read in two ways."""
    number = parse_number(printed, language) if printed else None
    return None if number is None else whole(number)
