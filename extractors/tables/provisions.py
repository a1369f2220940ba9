"""provisions: articles, sections, clauses and points, and headings without a number."""

from extractors.parsing.wording import wording
from extractors.values import cells
from models.document import Document, Section
from models.rows import Row, Value

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
    text = wording(document.text, section.text, confidence=sure) if section.text else None
    return Row("provisions", cells(number=number, parent=parent, heading=heading, text=text), key=section.number)
