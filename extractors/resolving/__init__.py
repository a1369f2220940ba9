"""resolve: mentions to the acts, bodies and programmes that they mean."""

from models.document import Document


def resolve(document: Document) -> Document:
    """Return the document with its mentions resolved against the register of known acts and bodies."""
    return document
