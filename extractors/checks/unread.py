"""Figures that a row of hours prints among those that were read, of a kind of work that no activity stands for."""

import re

from models.document import Document
from models.rows import Row
from models.text import Span

CARD = 600  # characters of a table or list of hours
ABOVE = 120  # characters above the first hours that were read
_FIGURE = re.compile(r"(?<![\w.,/-])\d{1,4}(?:[.,]\d{1,2})?(?![\w.,/-]|\s?%)")


def unread_hours(document: Document, loads: list[Row]) -> set[float]:
    """Return what a sum of the hours may lack: each unread figure among the hours of the total's line, or among those
    that stand one below the other, and the sum of them.

    Contact hours of an examination stand so in Russian programmes, between self-study and control.
    """
    spans = [cell.span for row in loads if (cell := row.cells.get("hours")) is not None and cell.span is not None]
    totals = [row.cells["hours"].span for row in loads if row.get("activity") == "total" and "hours" in row.cells]
    if not totals or totals[0] is None:
        return set()
    line = document.text.line_at(totals[0].start)
    beside = sorted(s for s in spans if document.text.line_at(s.start) == line)
    ordered = sorted(spans)
    close = len(beside) < 3 and ordered[-1].end - ordered[0].start < CARD
    below = ordered if close else []
    found = (_between(document.text.content, beside), _between(document.text.content, below))
    return {hours for unread in found for hours in (*unread, sum(unread))} - {0.0}


def multiplied(document: Document, loads: list[Row]) -> bool:
    """Whether a product stands among the hours or right above them, whose value nobody read: `Lectures | 22 x 1 h`."""
    spans = [cell.span for row in loads if (cell := row.cells.get("hours")) is not None and cell.span is not None]
    if not spans:
        return False
    begin, end = max(0, min(s.start for s in spans) - ABOVE), max(s.end for s in spans)
    own = re.compile(r"\d\s*[x×*]\s*\d").finditer(document.text.content, begin, end)
    return any(not any(s.start <= match.start() < s.end for s in spans) for match in own)


def _between(content: str, spans: list[Span]) -> list[float]:
    """Return the figures from the first span to the last that stand in none of them."""
    if len(spans) < 3:
        return []
    return [
        float(m[0].replace(",", "."))
        for m in _FIGURE.finditer(content, spans[0].start, spans[-1].end)
        if not any(s.start <= m.start() < s.end for s in spans)
    ]
