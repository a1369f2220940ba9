"""What the pipeline marked in a running text, as plain intervals."""

import re
from bisect import bisect_left
from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Doc


@dataclass(frozen=True, slots=True)
class Mark:
    """An interval of the running text; `label` is the meaning, `value` what was read there."""

    start: int
    end: int
    label: str
    value: str = ""


@dataclass(frozen=True)
class Marks:
    """The running text and its marks by group (`kinds connectors roles dates numbers persons`), in reading order."""

    text: str
    language: str
    groups: dict[str, tuple[Mark, ...]]

    @cached_property
    def _starts(self) -> dict[str, list[int]]:
        return {group: [mark.start for mark in marks] for group, marks in self.groups.items()}

    def within(self, group: str, start: int, end: int, label: str | None = None) -> list[Mark]:
        """Return the marks of a group that lie inside start:end, optionally with one label."""
        marks = self.groups.get(group, ())
        first = bisect_left(self._starts.get(group, []), start)
        last = bisect_left(self._starts.get(group, []), end)
        return [m for m in marks[first:last] if m.end <= end and (label is None or m.label == label)]

    def first(self, group: str, start: int, end: int, label: str | None = None) -> Mark | None:
        """Return the first mark of a group inside start:end, optionally with one label."""
        return next(iter(self.within(group, start, end, label)), None)

    def last(self, group: str, start: int, end: int) -> Mark | None:
        """Return the last mark of a group inside start:end."""
        return next(reversed(self.within(group, start, end)), None)

    @cached_property
    def paragraphs(self) -> list[tuple[int, int]]:
        """Start and end of each paragraph that is not empty."""
        return [(m.start(), m.end()) for m in re.finditer(r"[^\n]+", self.text)]


def plain(doc: Doc, language: str) -> Marks:
    """Return the marks of a document that went through the pipeline."""
    groups: dict[str, tuple[Mark, ...]] = {}
    for group, spans in doc.spans.items():
        marks = [
            Mark(
                span.start_char if span._.start_of is None else span._.start_of,
                span.end_char if span._.end_of is None else span._.end_of,
                span.label_,
                span._.value_of or "",
            )
            for span in spans
        ]
        groups[group] = tuple(sorted(marks, key=lambda m: (m.start, -m.end)))
    return Marks(doc.text, language, groups)
