"""provisions: articles, sections, clauses and points, and headings without a number."""

import re

from extractors.parsing.cues import begins
from extractors.parsing.wording import wording
from extractors.values import cells
from models.document import Document, Section
from models.rows import Row, Value
from models.text import Span
from normalizers.letters import lettered

NUMBERED = 0.96
UNNUMBERED = 0.7
CODED = re.compile(
    lettered(
        r"[*_]{0,3}(?:P[LE]?[O0]|[CE]?L[O0]|PI|P[Il]|CĐR|CDR|CO|SO|G|ПРН|ПРО|ПР|ЗК|СК|ФК|РН|РО|ОН|ПК|УК|ОПК|ІК|ИК)"
        r"\s?-?\s?\d{1,2}(?:\.\d{1,2}){0,2}\s?(?:[.:)–—-]|\s(?=\p{Lu}))"
    )
)  # an outcome's code before its text: the outcomes table holds both


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
    """Return the spans of a section's text; lists of sources, terms and outcomes are tables of their own."""
    coded = next((i for i, span in enumerate(section.text) if CODED.match(document.text.body(span))), None)
    if coded is not None and section.heading is not None:
        return section.text[:coded]
    if section.heading is None or not section.text:
        return section.text
    heading, first = document.text.body(section.heading), document.text.body(section.text[0])
    if begins("terms", heading):
        return section.text[:1] if first.endswith(":") else ()
    between = document.text.content[section.heading.end : section.text[0].start]
    beside = not re.search(r"[\n\f]", between)  # the value of a label, no list
    if begins("sources", heading) and not first.endswith(":") and not beside:
        return ()
    return section.text
