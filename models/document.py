"""A recognised and parsed document, the mentions found in it, and the entities they resolve to."""

from dataclasses import dataclass, field
from typing import Any

from models.page import Page, Source
from models.text import Span, Text


@dataclass(frozen=True, slots=True)
class Genre:
    """What kind of document it is: `kind` of the documents table, `language` ISO 639-1, and how sure (0 to 1)."""

    kind: str
    language: str
    confidence: float
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Section:
    """A numbered provision or an unnumbered heading.

    `number` is the full number as the contract writes it (`Điều 4.3.đ`, `II.1`, `2.14.1`), `parent` its parent's,
    `marker` the printed label, `heading` and `text` spans of its own words (not its children's), `span` all of it.
    """

    number: str | None
    parent: str | None
    marker: Span | None
    heading: Span | None
    text: tuple[Span, ...]
    span: Span
    level: int


@dataclass(frozen=True, slots=True)
class Zones:
    """The parts of a document: spans of `content`; `annexes` each from its heading to the next or to the end."""

    head: Span
    preamble: Span
    body: Span
    tail: Span
    annexes: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Mention:
    """Something found: `kind` (`citation`, `date`, `person`, `code` ...), where, its value and its parts by name."""

    kind: str
    span: Span
    value: Any = None
    parts: dict[str, Any] = field(default_factory=dict)
    confidence: float = 1.0
    extractor: str = ""


@dataclass(frozen=True)
class Document:
    """All that the extractors read: text, genre, zones, sections, mentions in reading order, and the pages.

    `matter` holds the outlines of subject matter in the contents of courses, whose numbers are no sections.
    """

    source: Source
    text: Text
    genre: Genre
    zones: Zones
    sections: tuple[Section, ...] = ()
    mentions: tuple[Mention, ...] = ()
    pages: tuple[Page, ...] = ()
    matter: tuple[Span, ...] = ()

    def found(self, kind: str, within: Span | None = None) -> list[Mention]:
        """Return the mentions of a kind, in reading order, optionally only those that start inside a span."""
        return [
            m for m in self.mentions if m.kind == kind and (within is None or within.start <= m.span.start < within.end)
        ]

    def section_at(self, offset: int) -> Section | None:
        """Return the innermost section that holds an offset of the text."""
        holding = [s for s in self.sections if s.span.start <= offset < s.span.end]
        return min(holding, key=lambda s: (s.span.end - s.span.start, -s.level), default=None)

    def above(self, section: Section) -> Section | None:
        """Return the section that a section belongs to: of those with its parent's number the last one before it.

        A decision and the regulation that it encloses both have a `Điều 3`.
        """
        own = [s for s in self.sections if section.parent and s.number == section.parent]
        return next((s for s in reversed(own) if s.span.start < section.span.start), None)
