"""Hours of several activities in one figure, `Giờ tín chỉ (LT/ThH/TH): 45/0/30`, and the sum before its parts."""

import re
from collections.abc import Iterator

from extractors.curriculum import figures
from extractors.curriculum.heads import activity_of

_FIGURES = re.compile(
    r"(?:\d{1,2}\s*(?:TC|tín chỉ)?\s*(?=\())?\(?\s*(\d{1,3}(?:\s*[/–-]\s*\d{1,3})+)\s*\)?\s*(?:giờ|tiết)?\.?", re.I
)
_PARTS = re.compile(r"\(([^()]{3,60})\)")
_HOURED = re.compile(r"giờ|tiết|год|час|сағ|hour", re.I)
_WHOLE = re.compile(r"(?:tổng(?:\s(?:số|cộng))?\s*:?\s*)?(\d{2,3})\s*(?:tiết|giờ)\b\s*(?:[—–(:;,-]|trong đó|gồm)", re.I)
_COUNTED = re.compile(
    r"(?<![\d,.])(?P<hours>\d{1,3})\s*(?:tiết|giờ)\s+(?P<what>[^\W\d_][^\d,;:.()]{1,30}?)(?=\s*(?:[,;.()]|\bvà\b|$))",
    re.I,
)
_NAMED = re.compile(
    r"(?:^|[,;:(+–-]|\bvà\b)\s*(?P<what>[^\W\d_][^\d,;:.()]{1,30}?)\s+(?P<hours>\d{1,3})\s*(?:tiết|giờ)(?![^\W\d_])",
    re.I,
)
"""Hours behind their activity without a colon: `Lý thuyết 30 tiết; thực hành 60 tiết`."""
LEAST_HOURS = 10
"""A figure from which the parts are hours and no credits, where no word says so."""


def parted(label: str, value: str) -> Iterator[tuple[str, float]]:
    """Yield activity and hours where a label lists activities in brackets and its value as many figures.

    Nothing where a part is no activity, or where the figures may be credits.
    """
    listed = _PARTS.findall(label)
    match = _FIGURES.fullmatch(value.strip())
    if not listed or match is None:
        return
    names = [part.strip(" .") for part in re.split(r"[/–,;-]", listed[-1])]
    counts = [float(n) for n in re.findall(r"\d+", match[1])]
    kinds = [_kind(name, names) for name in names]
    spoken = _HOURED.search(label) is not None or max(counts) >= LEAST_HOURS
    if len(names) != len(counts) or not all(kinds) or not spoken:
        return
    for kind, count in zip(kinds, counts, strict=True):
        if kind:
            yield kind, count


def counted(text: str) -> Iterator[tuple[str, float]]:
    """Yield activity and hours of a line that counts at least two: `30 tiết lý thuyết, 15 tiết thực hành`."""
    matches = list(_COUNTED.finditer(text)) or list(_NAMED.finditer(text))
    found = [(activity_of(m["what"].strip(), 0.93), float(m["hours"])) for m in matches]
    if len(found) >= 2 and all(kind for kind, _ in found) and len({kind for kind, _ in found}) == len(found):
        for kind, hours in found:
            if kind:
                yield kind, hours


def _kind(name: str, names: list[str]) -> str | None:
    """Return the activity of an abbreviation; `TH` beside `ThH`, which is practice, is study alone."""
    if name == "TH" and any(re.fullmatch(r"T[hH]?H|Th\.?H|THH", other) and other != "TH" for other in names):
        return "self_study"
    return activity_of(name, 0.93)


def whole_before(text: str) -> float | int | None:
    """Return the hours of the whole that stand before the hours of its parts: 135 of `135 tiết: lý thuyết 45; …`."""
    match = _WHOLE.match(text.strip())
    return figures.number(match[1]) if match else None
