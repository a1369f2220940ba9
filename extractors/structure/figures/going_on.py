"""Further figures under one comparator: `không vượt quá 12 giờ/tuần và 4 giờ/ngày`, `dưới 0,8 …, dưới 1,0 …`."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from extractors.structure.figures.rungs import named_test
from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

if TYPE_CHECKING:
    from extractors.structure.figures.quantities import Figure

NAMELESS = 3  # words behind a joint that name nothing: `và phải tương đương`
REACH = 90  # characters between a figure and the next one under its comparator
_WORDS = FOLDER / "figure_words.tsv"
_COUNTED = FOLDER / "counted_words.tsv"
NEXT = Wordings(_WORDS, r"(?:,|;|(?<!\w)<<joint>>)\s+(?P<again><<again>>\s+)?(?=\d)")
BOTH = Wordings(_WORDS, r"\s*,?\s*<<both>>?\s*(?:<<also>>\s+)?")
"""What may stand between a least and a most."""
EXTREME = re.compile(r"(?:(?P<most>tối đa)|tối thiểu)(?:\s[^\s.;:]+){0,14}\s*$", re.IGNORECASE)
"""The bound that the noun of a stated figure says."""
OUTSIDE = re.compile(r"\([^()]*\)")
"""A bracket, whose commas part nothing of its sentence."""
JOINT = Wordings(
    _WORDS,
    r"\s<<and_vi>>\s(?=<<duty>>\s)|^(?:\s<<level_up>>)?\s<<joint>>\s(?=[^\W\d_]+(?:\s[^\W\d_]+){0,6}\s?$)"
    r"|\s<<joint>>\s(?=<<mark_noun>>(?:\s[^\W\d_]+){0,6}\s?$)",
)
"""What parts two duties of a sentence: `ít nhất 04 thư ký vào sổ và phải xong chậm nhất 03 ngày …`; or a figure and
the next thing that one is told of: `ít nhất 75% và điểm đạt từ 5,0`."""
OWN = Wordings(_WORDS, r"(?:\s[^\W\d_]+){0,4}\s<<also_is>>\s\d")
"""What is said to be a figure of its own: `01 tín chỉ bằng 50 giờ, 01 giờ bằng 50 phút`."""
ONLY_WHEN = Wordings(
    _WORDS,
    r"(?:[,;]\s|\s<<and_vi>>\s)(?P<when>(?:<<held_in>>\s(?:<<held_which>>\s)?<<held_period>>|<<for_whom>>)"
    r"(?:\s[^,;.:\d]{2,50}?)?)(?:\s<<held_end>>)*\s*$",
)
"""Words between two figures that only say when or for whom the second one holds."""
NONE = Wordings(
    _WORDS,
    r"(?<!\w)<<denied>>\s(?:<<has>>\s)?(?P<what>[^\W\d_]+(?:\s[^\W\d_]+){0,4})\s<<not_any>>\s(?:<<scored_so>>\s)*"
    r"(?:<<mark_noun>>\s)?$",
)
NOT_PASSED = re.compile(
    r"(?i)(?<!\w)(?:không(?!\s(?:có|lý do|phép)(?!\w))|chưa|cấm)(?:\s[^\W\d_]+){0,4}\s"
    r"(?:chậm|muộn|vắng|vắng mặt|nghỉ|nghỉ học)\s$"
)
"""A denial before what `quá` bounds; `vắng không phép` denies nothing."""
LEANING = Wordings(_WORDS, r"(?:(?:^|\s)(?:<<joint>>|<<both>>|<<equal>>)|[,;])\s*$")
"""Words before a second comparator, behind which nothing is named: what the first figure is about holds for it."""
NEW_CLAUSE = Wordings(_COUNTED, r",\s(?!<<listed>>(?!\w))")
"""A comma behind which another clause begins, and no further thing of the same: `nộp đề án, luận văn`."""
FROM = Wordings(_WORDS, r"(?<=\s)<<opens_least>>\s+$")
ENDS = re.compile(r"[.:;](?=\s|$)")


def continued(
    text: str, kept: list[Figure], read: Callable[[str, int, tuple[int, int], str], Figure | None]
) -> Iterator[Figure]:
    """Yield the figures that go on after each figure; `read` reads one at an offset, for a comparator's words.

    One that goes on has the unit of the first, or repeats the comparator, and no other comparator stands between.
    """
    for place, figure in enumerate(kept):
        until = kept[place + 1].words[0] if place + 1 < len(kept) else len(text)
        last = figure
        while (match := _next(text, last, min(until, last.figure[1] + REACH))) is not None:
            following = read(text, match.end(), figure.words, figure.comparator)
            if following is None or following.figure[1] > until or OWN.match(text, following.figure[1]):
                break
            if not _fits(last, following, bool(match["again"])):
                break
            if (
                last is figure
                and figure.unit is None
                and following.unit is not None
                and not _apart(text, figure, match)
            ):
                yield replace(figure, unit=following.unit)
            yield following
            last = following


def parted(text: str, kept: list[Figure], language: str) -> list[Figure]:
    """Return the figures with where the words about each may begin, or must end where they tell of the one before."""
    found = kept[:1]
    for before, figure in pairwise(kept):
        between = OUTSIDE.sub(lambda m: " " * len(m[0]), text[before.figure[1] : figure.words[0]])
        joint = JOINT.search(between) if language == "vi" and not NEW_CLAUSE.search(between) else None
        comma = NEW_CLAUSE.search(between) if language == "vi" else re.search(", ", between)
        cut = comma.end() if comma else joint.end() if joint else 0
        only = ONLY_WHEN.search(between) if language == "vi" and before.words[0] < before.figure[0] else None
        if only and figure.words[0] < figure.figure[0] and not figure.about:
            cut_off = len(only["when"]) - len(only["when"].removeprefix("đối với "))
            place = (before.figure[1] + only.start("when") + cut_off, before.figure[1] + only.end("when"))
            found.append(replace(figure, ceiling=found[-1].ceiling or before.words[0], held=place))
            continue
        named = joint is not None and len(between[joint.end() :].split()) > NAMELESS
        head = min(figure.words[0], figure.figure[0])
        lead = FROM.sub("", OUTSIDE.sub(lambda m: " " * len(m[0]), text[before.figure[1] : head]))
        leans = language == "vi" and LEANING.search(lead) is not None and not named
        if leans and figure.words[0] != figure.figure[0] and not figure.about:
            first = found[-1].shared or min(before.words[0], before.figure[0])
            found.append(replace(figure, shared=first, ceiling=found[-1].ceiling or first, floor=found[-1].floor))
            continue
        one = language == "vi" and not cut and not re.search(r"[.;:]\s", between) and before.words[0] < before.figure[0]
        ceiling = (found[-1].ceiling or before.words[0]) if one else 0
        found.append(replace(figure, floor=before.figure[1] + cut if cut else 0, ceiling=ceiling))
    return found


def paired(text: str, kept: list[Figure]) -> list[Figure]:
    """Return the figures, a least and a most of one thing as one: `không dưới 12 và không quá 25 tín chỉ`."""
    found: list[Figure] = []
    for figure in kept:
        last = found[-1] if found else None
        if last is None or not _pairs(text, last, figure) or last.value is None or figure.value is None:
            found.append(figure)
            continue
        place = (last.figure[0], figure.figure[1])
        low, high = sorted((last.value, figure.value))
        unit, unit_place = (figure.unit, figure.unit_place) if figure.unit else (last.unit, last.unit_place)
        both = replace(last, comparator="between", figure=place, value=low, value_max=high)
        found[-1] = replace(both, unit=unit, unit_place=unit_place)
    return found


def extreme(text: str, figure: Figure) -> Figure:
    """Return a stated figure as the bound that its own noun says: `Số tín chỉ tối đa … là 25 tín chỉ`."""
    stated = figure.comparator == "=" and text[slice(*figure.words)].casefold() in ("là", "bằng")
    named = EXTREME.search(text[: figure.words[0]]) if stated else None
    return replace(figure, comparator="<=" if named["most"] else ">=") if named else figure


def of_test(text: str, figure: Figure) -> Figure:
    """Return a score with the test it is of: `TOEIC từ 450 trở lên`."""
    test = named_test(text, min(figure.figure[0], figure.words[0])) if figure.unit in (None, "point") else None
    return replace(figure, about=test, unit="point", measure=True) if test and not figure.level else figure


def denied(text: str, figure: Figure) -> Figure:
    """Return what may not be passed as a most, what is nowhere below a figure as a least.

    `không được nghỉ quá 3 buổi`, `không có học phần nào dưới 5,0`; a bare `nghỉ quá 3 buổi` tells the case of a rule.
    """
    if text[slice(*figure.words)].casefold() == "quá" and NOT_PASSED.search(text[: figure.words[0]]):
        return replace(figure, comparator="<=")
    none = NONE.search(text[: figure.words[0]]) if figure.comparator == "<" else None
    return (
        replace(figure, comparator=">=", about=none.span("what"), words=(none.start(), figure.words[1]))
        if none
        else figure
    )


def _pairs(text: str, last: Figure, figure: Figure) -> bool:
    """Whether two figures with only a joint between them are the least and the most of one thing, with one unit."""
    bounds = (last.comparator, figure.comparator)
    between = max(last.figure[1], last.words[1]), min(figure.figure[0], figure.words[0])
    joined = between[0] <= between[1] and BOTH.fullmatch(text, *between)
    ordered = last.value is not None and figure.value is not None and (last.value < figure.value) == (bounds[0] == ">=")
    same = figure.unit == last.unit or None in (figure.unit, last.unit)
    if figure.unit_place and last.unit_place:  # `tối đa 25 thí sinh và ít nhất 02 giám thị` are two things
        named = [text[slice(*f.unit_place)].casefold() for f in (last, figure) if f.unit_place]
        same = same and len(set(named)) == 1
    return bool(bounds in ((">=", "<="), ("<=", ">=")) and joined and ordered and same and last.value != figure.value)


def _next(text: str, figure: Figure, until: int) -> re.Match[str] | None:
    match = NEXT.search(text, figure.figure[1], until)
    if match is None or ENDS.search(text, figure.figure[1], match.start()):
        return None
    return match


def _apart(text: str, figure: Figure, match: re.Match[str]) -> bool:
    return bool(text[figure.figure[1] : match.start()].strip())


def _fits(before: Figure, after: Figure, again: bool) -> bool:
    """Whether a figure is of the same sort as the one before: `150 hoặc 180 tín chỉ`, `12 giờ/tuần và 4 giờ/ngày`; what
    a thing is said to be has both units of teaching: `một tín chỉ bằng 15 tiết lý thuyết; 45 giờ thực tập`."""
    if again:
        return before.comparator == "<"
    if before.comparator in ("=", "between") and {before.unit, after.unit} == {"hour", "period"}:
        return True
    return after.unit is not None and (before.unit == after.unit or before.unit is None and not before.measure)
