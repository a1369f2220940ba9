"""A document in a language that is not read here: nothing in it was repaired, and hardly anything can be found."""

from extractors.checks.telling import tell
from extractors.recognising.languages import other_language
from models.document import Document
from models.rows import Finding, Row


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return a finding for a document in another language than the five that are read."""
    code = other_language(document.text.content)
    own = next((row for row in rows if row.table == "documents"), None)
    if code is None or own is None:
        return []
    return [tell("another_language", "warning", "documents", own.row_key, language=f"language.{code}")]
