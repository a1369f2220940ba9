"""Figures that bind: a comparator, a number, its unit, and where each stands in a paragraph."""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from extractors.structure.figures.english import phrases
from extractors.structure.figures.going_on import continued, denied, extreme, of_test, paired, parted
from extractors.structure.figures.quantities import Figure, ahead_of, amount, behind, quantity
from extractors.structure.figures.rungs import again, ahead_of_event, fractions, marks, rungs, scores, worth
from extractors.structure.figures.stating import STATED, binds
from extractors.structure.words import FOLDER
from models.errors import KnowledgeError
from normalizers.knowledge import read_table
from normalizers.values.dates import FIRST_YEAR, month_at
from normalizers.values.numbers import number_word
from normalizers.values.units import parse_unit
from normalizers.wordings import Wordings

_WORDS = FOLDER / "figure_words.tsv"
LEVEL_UP = Wordings(
    _WORDS, r"(?i)(?P<before>[^.;:()]{0,160}?)<<level_word>>?\s*(?P<level>[ABC][12])\s*(?P<up><<level_up>>)"
)
_MINUTES = re.compile(r"\s?[0-5]\d(?![\d/]|[.,]\d)")
"""What stands behind the hour of a clock: `8 giờ 30`."""
_DAY = re.compile(r"\s+числа(?!\w)")  # the day of any month: `не позднее 25 числа`
VOWELS = ("aàáảãạăằắẳẵặâầấẩẫậ", "eèéẻẽẹêềếểễệ", "iìíỉĩị", "oòóỏõọôồốổỗộơờớởỡợ", "uùúủũụưừứửữự", "yỳýỷỹỵ")
NUMBER_OF = Wordings(
    _WORDS, r"(?<!\w)số\s(?P<unit><<numbered_of>>)(?!\w)(?:\s(?!điểm\s)[^\s.,;:\d]+){0,10}\s*$", re.IGNORECASE
)
"""What a bare figure bounds: a number of credits, periods, hours or times."""
LABELLED = Wordings(_WORDS, r"(?i)(?:^|[.;]\s|[-–+]\s)(?P<words><<amount>>(?:\s[^\s,.;:]+){0,8})\s*:\s*(?=\d)")
"""A label of an amount before its figure."""
AHEAD = Wordings(_WORDS, r"\s+<<ahead>>\b")
"""What follows a deadline that opens a sentence."""
_BOUNDED = {
    language: Wordings(
        _WORDS,
        rf"(?<!\w)(?:(?P<least><<least_{language}>>)|<<most_{language}>>)(?:\s[^\s.;:,()\d]+){{1,7}}?"
        rf"(?P<joint>\s?[–—:-]\s|\s<<is_{language}>>\s{joint})(?=\d)",
        re.IGNORECASE,
    )
    for language, joint in (("uk", ""), ("ru", ""), ("kk", r"|\s"))
}
"""The superlative, its noun and the words of it, and what joins the figure: a dash, a verb, in Kazakh a mere space."""


def _tolerant(pattern: str) -> str:
    """Return a pattern in which a Vietnamese vowel matches all its marks: OCR loses and moves them."""
    return "".join(next((f"[{row}]" for row in VOWELS if c in row), c) for c in pattern)


@cache
def _comparators(language: str) -> tuple[tuple[str, str, re.Pattern[str]], ...]:
    path = FOLDER / "comparators.tsv"
    rows = read_table(path, ("language", "comparator", "place", "pattern", "example"))
    found = []
    for row in rows:
        if row["language"] != language:
            continue
        edge = r"(?<!\w)" if row["place"] == "after" else ""
        source = row["pattern"]
        source = _tolerant(source) if language == "vi" and "\\" not in source.replace("\\s", "") else source
        pattern = re.compile(rf"{edge}(?:{source})(?!\w)", re.IGNORECASE)
        if "(?<=" not in row["pattern"] and not pattern.search(row["example"]):
            raise KnowledgeError(f"{row['pattern']!r} does not match {row['example']!r}", where=str(path))
        found.append((row["comparator"], row["place"], pattern))
    return tuple(found)


def figures(text: str, language: str) -> list[Figure]:
    """Return the binding figures of a paragraph in reading order, none twice."""
    found: list[Figure] = []
    equal: list[Figure] = []
    for comparator, place, pattern in _comparators(language):
        for match in pattern.finditer(text):
            if number_word(match[0], language):
                continue  # `sáu` is no `sau` that lost its mark
            figure = (behind if place == "after" else ahead_of)(text, match, comparator, language)
            if figure is not None:
                found.append(figure)
    found += [*_levels(text), *_ahead(text, language)]
    if language == "vi":
        found += _labelled(text)
        equal = [Figure(**told) for told in worth(text)]
        found = [figure for figure in found if not any(_within(figure, other.about) for other in equal)]
        found += equal + [
            Figure(**told) for read in (rungs, again, scores, fractions, marks, ahead_of_event) for told in read(text)
        ]
    worded = phrases(text) if language == "en" else superlatives(text, language)
    read = (quantity(text, start, words, sign, language) for sign, words, start in worded)
    found = [*(figure for figure in read if figure is not None and figure.unit is not None), *found]
    kept = [figure for figure in found if figure in equal or binds(text, figure) and not _dates(text, figure)]
    kept = _apart(kept)
    kept = parted(text, kept, language)
    if language == "vi":
        kept = _apart(
            [*continued(text, kept, lambda t, at, words, sign: quantity(t, at, words, sign, language)), *kept]
        )
        kept = [numbered(text, denied(text, figure)) for figure in kept]
    kept = paired(text, kept)
    if language == "vi":
        kept = [_lone(extreme(text, of_test(text, figure))) for figure in kept]
    return kept + list(_parenthesised(text, kept, language))


def _lone(figure: Figure) -> Figure:
    """Return a figure that only `trong khoảng` leads to as the one it says: no range has one end."""
    one = figure.comparator == "between" and figure.value_max is None
    return replace(figure, comparator="=") if one else figure


def _within(figure: Figure, place: tuple[int, int] | None) -> bool:
    return place is not None and place[0] <= figure.figure[0] and figure.figure[1] <= place[1]


def numbered(text: str, figure: Figure) -> Figure:
    """Return a bare figure with the unit of the number that it bounds: `số tín chỉ nợ từ đầu khóa lớn hơn 20`."""
    if figure.unit is not None or figure.level is not None or figure.measure:
        return figure
    found = NUMBER_OF.search(text[: figure.words[0]])
    return replace(figure, unit=parse_unit(found["unit"], "vi"), unit_place=found.span("unit")) if found else figure


def _dates(text: str, figure: Figure) -> bool:
    """Say whether a number is an hour of the clock, a day of a month or a year: `не позднее 15 июня`."""
    if figure.unit in ("year", "calendar_year"):
        return (figure.value or 0) >= FIRST_YEAR
    if figure.unit == "hour" and _MINUTES.match(text, figure.figure[1]):
        return True
    return figure.unit is None and (month_at(text, figure.figure[1]) or bool(_DAY.match(text, figure.figure[1])))


def _apart(found: list[Figure]) -> list[Figure]:
    """Return the figures in reading order, none that stands on another; of two in one place the first given."""
    kept: list[Figure] = []
    for figure in sorted(found, key=lambda f: (f.figure[0], f.words[0])):
        if all(figure.figure[0] >= other.figure[1] or figure.figure[1] <= other.figure[0] for other in kept):
            kept.append(figure)
    return kept


def _labelled(text: str) -> Iterator[Figure]:
    """Yield what a label of an amount states behind its colon: `Thời hạn trả lời: 06 ngày kể từ ngày nhận đơn`."""
    for label in LABELLED.finditer(text):
        figure = quantity(text, label.end(), (label.end("words"), label.end("words")), "=", "vi")
        if figure is not None and figure.unit in STATED:
            yield figure


def _levels(text: str) -> Iterator[Figure]:
    for match in LEVEL_UP.finditer(text):
        place = (match.start("level"), match.end("level"))
        yield Figure(">=", match.span("up"), place, None, level=match["level"].upper(), unit="level")


def _ahead(text: str, language: str) -> Iterator[Figure]:
    """Yield deadlines that open a sentence without a comparator: `Hai tháng trước khi …, phòng Đào tạo …`."""
    for begin in re.finditer(r"(?:^|[.;]\s+)(?=[^\W_])", text):
        figure = quantity(text, begin.end(), (begin.end(), begin.end()), "=", language)
        if figure and figure.unit_place and AHEAD.match(text[figure.figure[1] :]):
            yield figure


def _parenthesised(text: str, kept: list[Figure], language: str) -> Iterator[Figure]:
    """Yield the other figure of a limit that a bracket gives for some: `25 % … (35 % – для спеціальностей …)`."""
    for place, figure in enumerate(kept):
        if figure.unit != "percent":
            continue
        bracket = re.compile(r"\((\d{1,3}(?:[.,]\d+)?)\s?%\s*[–—-]?\s*(?=[^\W\d_])").search(text, figure.figure[1])
        sentence = re.search(r"[.;]\s", text[figure.figure[1] :])
        if bracket and (sentence is None or bracket.start() < figure.figure[1] + sentence.start()):
            end = bracket.start(1) + len(bracket[1])
            unit = (end, text.index("%", end) + 1)
            yield Figure(
                figure.comparator,
                figure.words,
                (bracket.start(1), unit[1]),
                amount(bracket[1], language),
                None,
                None,
                "percent",
                unit,
                place,
            )


Place = tuple[int, int]


def superlatives(text: str, language: str) -> Iterator[tuple[str, Place, int]]:
    """Yield the comparator, the place of what joins the figure, and where the figure begins, for each superlative."""
    for match in _BOUNDED[language].finditer(text) if language in _BOUNDED else ():
        joint = match.start("joint") + len(match["joint"]) - len(match["joint"].lstrip())
        yield ">=" if match["least"] else "<=", (joint, match.end("joint")), match.end()
