"""The documents table: one row that says what the document is."""

from extractors.heads import read_head
from models.document import Document
from models.rows import Row, Value


def extract(document: Document) -> list[Row]:
    """Return the row of the document itself."""
    source, genre = document.source, document.genre
    cells = {
        "kind": Value(genre.kind, None, genre.confidence, "recognise"),
        "language": Value(genre.language, None, genre.confidence, "recognise"),
        **read_head(document).values,
        "sha256": Value(source.sha256, None, 1.0, "source"),
        "source_name": Value(source.name, None, 1.0, "source"),
        "media_type": Value(source.media_type, None, 1.0, "source"),
    }
    if source.media_type in ("application/pdf", "image/tiff", "image/png", "image/jpeg") and document.pages:
        cells["page_count"] = Value(len(document.pages), None, 1.0, "source")
    return [Row("documents", cells)]
