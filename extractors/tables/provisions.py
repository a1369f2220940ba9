"""provisions: articles, sections, clauses and points, and headings without a number."""

from extractors.parsing.cues import begins
from extractors.parsing.wording import wording
from extractors.values import cells
from models.document import Document, Section
from models.rows import Row, Value
from models.text import Span

NUMBERED = 0.96
UNNUMBERED = 0.7


def extract(document: Document) -> list[Row]:
    """Return a row for every section of the tree, in reading order."""
    return [_row(document, section) for section in document.sections]


def _row(document: Document, section: Section) -> Row:
    sure = NUMBERED if section.number else UNNUMBERED
    number = Value(section.number, section.marker, sure, "parsing.marker") if section.number else None
    parent = Value(section.parent, None, sure, "parsing.tree") if section.parent else None
    heading = wording(document.text, (section.heading,), confidence=sure) if section.heading else None
    own = _own_text(document, section)
    text = wording(document.text, own, confidence=sure) if own else None
    return Row("provisions", cells(number=number, parent=parent, heading=heading, text=text), key=section.number)


def _own_text(document: Document, section: Section) -> tuple[Span, ...]:
    """Return the spans of a section's text; lists of sources and of terms are tables of their own and stand there."""
    if section.heading is None or not section.text:
        return section.text
    heading, first = document.text.body(section.heading), document.text.body(section.text[0])
    if begins("terms", heading):
        return section.text[:1] if first.endswith(":") else ()
    if begins("sources", heading) and not first.endswith(":"):
        return ()
    return section.text
