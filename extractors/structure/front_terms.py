"""Lists of short names and terms before the first provision: `Принятые сокращения`, below it `МОН – министерство …`."""

from extractors.parsing.cues import begins
from extractors.parsing.paragraphs import ENTRY
from models.document import Document, Section
from models.text import Span, TextLine

LONGEST_HEADING = 60


def front_lists(document: Document) -> list[Section]:
    """Return such lists as sections without a number; an entry goes on in the lines below it that begin none."""
    first = min((s.span.start for s in document.sections), default=0)
    lines = [line for line in document.text.lines if line.start < first and line.role == "body" and line.table is None]
    found: list[Section] = []
    entries: list[Span] = []
    heading: TextLine | None = None
    for line in lines:
        text = document.text.content[line.start : line.end].strip()
        if len(text) <= LONGEST_HEADING and begins("terms", text) and not ENTRY.match(text):
            found += _section(heading, entries)
            heading, entries = line, []
        elif heading is not None and text and ENTRY.match(text):
            entries.append(Span(line.start, line.end))
        elif entries and text[:1].islower():
            entries[-1] = Span(entries[-1].start, line.end)
        elif heading is not None and text:
            found += _section(heading, entries)
            heading, entries = None, []
    return found + _section(heading, entries)


def _section(heading: TextLine | None, entries: list[Span]) -> list[Section]:
    if heading is None or len(entries) < 2:
        return []
    named = Span(heading.start, heading.end)
    return [Section(None, None, None, named, tuple(entries), Span(heading.start, entries[-1].end), 1)]
