"""Paragraphs of the body that no provision holds: notices, letters and minutes in plain running text."""

import re

from models.document import Document, Section
from models.text import Span

LANGUAGES = ("vi",)
"""Languages whose acts and letters bind in plain text too."""
KINDS = ("programme", "syllabus")
"""Kinds of which what stands outside the numbered text is cards, labels and plans."""
ENDED = re.compile(r"[.;:!?]\W*$")
BEGUN = re.compile(r"\s*(?:[-–+•*]\s|\(?\w{1,2}[.)]\s)")


def loose(document: Document) -> list[Section]:
    """Return each paragraph of the body outside its provisions as a section without a number, in reading order."""
    if document.genre.language not in LANGUAGES or document.genre.kind in KINDS:
        return []
    text, body = document.text, document.zones.body
    groups: list[list[Span]] = []
    apart = True
    for line in text.lines:
        words = text.content[line.start : line.end]
        inside = body.start <= line.start < body.end and line.role == "body" and line.table is None
        if not inside or not words.strip() or _held(document, line.start):
            apart = apart or line.role in ("body", "table")
            continue
        if apart or BEGUN.match(words):
            groups.append([])
        groups[-1].append(Span(line.start, line.end))
        apart = bool(ENDED.search(words))
    return [Section(None, None, None, None, tuple(g), Span(g[0].start, g[-1].end), 1) for g in groups]


def _held(document: Document, place: int) -> bool:
    return any(section.span.start <= place < section.span.end for section in document.sections)
