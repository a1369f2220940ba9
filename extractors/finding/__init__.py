"""find: a parsed document to one with mentions (dates, acts, people, codes ...) found by spaCy."""

from models.document import Document


def find(document: Document) -> Document:
    """Return the document with its mentions in reading order."""
    return document
