"""Which row a place of the text belongs to, for findings that are read from the text and not from a value."""

from models.document import Document
from models.rows import Row

NEAR = 220
"""Characters of text over which a place still belongs to the row before it."""
_HOLDING = ("citations", "people", "tasks", "amendments", "topics", "courses", "programmes", "outcomes", "assessments")


def is_machine_read(document: Document) -> bool:
    """Say whether an engine read a page or its text was rebuilt: what is odd there may be misread."""
    return any(page.route in ("ocr", "repaired_text_layer") for page in document.pages)


def row_at(document: Document, rows: tuple[Row, ...], offset: int) -> tuple[str | None, str | None]:
    """Return the table and the row key of the row whose value stands on the line of an offset, or just before it.

    A place of the head that belongs to no other row belongs to the document's own; else both are None.
    """
    line = document.text.lines[document.text.line_at(offset)]
    best: tuple[int, Row] | None = None
    for row in rows:
        for cell in row.cells.values() if row.table in _HOLDING else ():
            if cell.span is None or not line.start - NEAR <= cell.span.start < line.end:
                continue
            away = abs(cell.span.start - offset) + (NEAR if cell.span.start < line.start else 0)
            if best is None or away < best[0]:
                best = away, row
    head = document.zones.head
    if head.start <= offset < head.end and (best is None or best[0] > NEAR):
        own = next((row for row in rows if row.table == "documents"), None)
        return ("documents", own.row_key) if own else (None, None)
    return (best[1].table, best[1].row_key) if best else (None, None)
