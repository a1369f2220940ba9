"""Hours of several activities in one figure, `Giờ tín chỉ (LT/ThH/TH): 45/0/30`, and the sum before its parts."""

import re
from collections.abc import Iterator

from extractors.curriculum import figures
from extractors.curriculum.heads import activity_of
from extractors.curriculum.wording import KNOWLEDGE
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "hours_words.tsv"
_FIGURES = Wordings(
    _WORDS,
    r"(?i)(?:(?P<whole>\d{1,2})\s*<<parted_credit>>?\s*(?=\())?\(?\s*"
    r"(?P<parts>\d{1,3}(?:\s*[/–-]\s*\d{1,3})+)\s*\)?\s*<<parted_hour>>?\.?",
)
_PARTS = re.compile(r"\(([^()]{3,60})\)|(?<=\s)((?:[^\W\d_]{1,4}/)+[^\W\d_]{1,4})(?=\W*$)")
_HOURED = Wordings(_WORDS, r"<<headed>>", re.IGNORECASE)
_WHOLE = Wordings(
    _WORDS, r"(?i)(?:<<parted_whole>>\s*:?\s*)?(\d{2,3})\s*<<parted_hour>>\b\s*(?:[—–(:;,-]|<<parted_leads>>)"
)
_COUNTED = Wordings(
    _WORDS,
    r"(?i)(?<![\d,.])(?P<hours>\d{1,3})\s*(?P<unit><<parted_hour>>\s)?\s*(?!<<parted_hour>>|<<parted_credit>>(?!\w))"
    r"(?P<what>[^\W\d_][^\d,;:.()/+]{1,30}?)(?=\s*(?:[,;.()/+]|\b<<parted_and>>\b|$))",
)
_NAMED = Wordings(
    _WORDS,
    r"(?i)(?:^|[,;:(+–/-]|\b<<parted_and>>\b)\s*(?P<what>[^\W\d_][^\d,;:.()/+]{1,30}?)\s+(?P<hours>\d{1,3})"
    r"\s*(?P<unit><<parted_hour>>)?(?=\s*(?:[,;.()/+]|\b<<parted_and>>\b|$))",
)
"""Hours behind their activity without a colon: `Lý thuyết 30 tiết; thực hành 60 tiết`."""
_WEEKLY = Wordings(_WORDS, r"(?:/|<<each>>)\s*<<each_time>>", re.IGNORECASE)
LEAST_HOURS = 10
"""A figure from which the parts are hours and no credits, where no word says so."""


def parted(label: str, value: str) -> Iterator[tuple[str, float]]:
    """Yield activity and hours where a label lists activities in brackets and its value as many figures.

    Nothing where a part is no activity, or where the figures may be credits.
    """
    kinds = _kinds(label)
    match = _FIGURES.fullmatch(value.strip())
    if not kinds or match is None:
        return
    counts = [float(n) for n in re.findall(r"\d+", match["parts"])]
    spoken = _HOURED.search(label) is not None or max(counts) >= LEAST_HOURS
    if len(kinds) != len(counts) or not all(kinds) or not spoken:
        return
    if match["whole"] and sum(n for n, kind in zip(counts, kinds, strict=True) if kind != "self_study") == float(
        match["whole"]
    ):
        return  # `6 (0-6-12)`: the parts make the credits before them
    for kind, count in zip(kinds, counts, strict=True):
        if kind:
            yield kind, count


def _kinds(label: str) -> list[str | None]:
    """Return the activities that a label lists in brackets, or with strokes at its end; None for what is none."""
    listed = [(match[1] or match[2]).strip() for match in _PARTS.finditer(label)]
    names = [part.strip(" .") for part in re.split(r"[/–,;-]", listed[-1])] if listed else []
    return [_kind(name, names) for name in names]


def run_together(label: str, value: str) -> bool:
    """Say whether the hours of the activities that a label lists have lost the marks between them: `4500`."""
    kinds = _kinds(label)
    return len(kinds) > 1 and all(kinds) and re.fullmatch(r"\d{3,8}", value.strip(" .")) is not None


def counted(text: str, *, surely: bool = False) -> Iterator[tuple[str, float, str]]:
    """Yield activity, hours and the activity's name of a line that counts two: `30 tiết lý thuyết, 15 tiết bài tập`.

    Where no word says that they are hours the greatest tells it; `surely` says that they can be nothing else.
    """
    matches = list(_COUNTED.finditer(text))
    matches = matches if len(matches) > 1 and all(map(_names, matches)) else list(_NAMED.finditer(text))
    if len(matches) < 2 or not all(map(_names, matches)) or _WEEKLY.search(text):
        return
    told = [(_names(m), m["what"].strip().casefold(), float(m["hours"])) for m in matches]
    unit = surely or all(m["unit"] for m in matches) or max(hours for *_, hours in told) >= LEAST_HOURS
    if unit and len({kind for kind, _, _ in told}) > 1 and len({what for _, what, _ in told}) == len(told):
        yield from ((kind, hours, what) for kind, what, hours in told if kind)


def _names(match: re.Match[str]) -> str | None:
    return activity_of(match["what"].strip(), 0.93)


def _kind(name: str, names: list[str]) -> str | None:
    """Return the activity of an abbreviation; `TH` beside `ThH`, which is practice, is study alone."""
    if name == "TH" and any(re.fullmatch(r"T[hH]?H|Th\.?H|THH", other) and other != "TH" for other in names):
        return "self_study"
    return activity_of(name, 0.93)


def whole_before(text: str) -> float | int | None:
    """Return the hours of the whole that stand before the hours of its parts: 135 of `135 tiết: lý thuyết 45; …`."""
    match = _WHOLE.match(text.strip())
    return figures.number(match[1]) if match else None
