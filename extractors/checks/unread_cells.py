"""Cells of tables whose ink could not be read: told once a document, with their number and pages."""

from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row

KIND = "unread_cell"


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return where figures are missing because no reading of them was proved."""
    found = [page.number for page in document.pages for note in page.notes if note.kind == KIND]
    if not found:
        return []
    return [tell(KIND, "warning", "pages", count=len(found), pages=list(dict.fromkeys(found)))]
