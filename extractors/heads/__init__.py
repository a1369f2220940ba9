"""Heads of documents: who issued it, its number, title, date, place, version, and when it takes effect."""

from extractors.heads import cyrillic, vietnamese
from extractors.heads.effect import read_effect
from extractors.heads.form_codes import read_form_code
from extractors.heads.head import Head
from models.document import Document

__all__ = ["Head", "read_head"]


def read_head(document: Document) -> Head:
    """Return what the head of a document says, by the custom of its language."""
    reader = vietnamese if document.genre.language == "vi" else cyrillic
    head = reader.read_head(document)
    if document.genre.language in ("vi", "en"):
        read_effect(head, document)
    read_form_code(head, document)
    return head
