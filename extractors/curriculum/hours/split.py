"""Hours of several kinds of class in one figure of a plan, parted as its head says: `Số tiết (LT/TH)` over `6/3`."""

import re
from dataclasses import dataclass

from extractors.curriculum.grids import Place
from extractors.curriculum.heads import Column, Headed, activity_of, mode_of
from models.text import Span

_PARTS = re.compile(r"\(([^()/]{1,20}(?:/[^()/]{1,20}){1,3})\)")
_COUNTS = re.compile(r"\d{1,3}(?:[.,]5)?(?:\s*/\s*\d{1,3}(?:[.,]5)?){1,3}")


@dataclass(frozen=True, slots=True)
class Split:
    """A column of figures in several parts, and the activity of each part."""

    column: Column
    kinds: tuple[str, ...]


def split_column(head: Headed) -> Split | None:
    """Return the column whose head names several activities in brackets, over figures in as many parts."""
    for column in head.columns:
        named = _PARTS.search(column.path[-1]) if column.path and column in head.hours() else None
        kinds = [activity_of(part.strip(), 0.93) for part in named[1].split("/")] if named else []
        if len(kinds) >= 2 and all(kinds) and len(set(kinds)) == len(kinds):
            return Split(column, tuple(kind for kind in kinds if kind))
    return None


def in_first_form(column: Column, text: str) -> str:
    """Return a cell's figure in the first of the forms of study that its head names: `4` of `4/1`, `(денна/заочна)`."""
    named = _PARTS.search(" ".join(column.path))
    return text.partition("/")[0] if named and all(map(mode_of, named[1].split("/"))) else text


def split_hours(head: Headed, r: int, split: Split) -> list[tuple[str, float]]:
    """Return activity and hours of each part of a row's figure that is not nought; nothing where the parts differ."""
    text = head.at(r, split.column).text.strip()
    counts = [float(part.replace(",", ".")) for part in text.split("/")] if _COUNTS.fullmatch(text) else []
    if len(counts) != len(split.kinds):
        return []
    return [(kind, count) for kind, count in zip(split.kinds, counts, strict=True) if count]


def split_cell(head: str, place: Place) -> list[tuple[str, float, Span]]:
    """Return activity, hours and place of each part of a figure whose head names as many: `30/9` of `СРС/СРСП`."""
    names, counts = head.split("/"), place.text.split("/")
    kinds = [activity_of(name.strip(), 0.93) for name in names] if 2 <= len(names) == len(counts) else []
    if not kinds or len(set(kinds)) < len(kinds) or not _COUNTS.fullmatch(place.text.strip()) or not place.span:
        return []
    return [
        (kind, float(count.replace(",", ".")), place.span) for kind, count in zip(kinds, counts, strict=True) if kind
    ]
