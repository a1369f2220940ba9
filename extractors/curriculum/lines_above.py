"""What is printed above a table: the lines before it, and the one right above, where that is in no table itself."""

from models.document import Document
from models.text import Span, TextLine


def lines_above(document: Document, start: int) -> list[TextLine]:
    """Return the printed lines before an offset, furniture left out."""
    return [n for n in document.text.lines[: document.text.line_at(start)] if n.role == "body" and n.start < n.end]


def caption(document: Document, start: int) -> tuple[str, Span]:
    """Return the words of the line right above an offset and their place; no words where a table stands there."""
    line = next(iter(lines_above(document, start)[-1:]), None)
    if line is None or line.table is not None:
        return "", Span(0, 0)
    return document.text.content[line.start : line.end].strip(" #*_"), Span(line.start, line.end)
