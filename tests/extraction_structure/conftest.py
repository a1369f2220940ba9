"""A composed text to a parsed document, without files."""

from collections.abc import Callable

import pytest

from extractors.arranging import arrange
from extractors.parsing import parse
from extractors.reading.plain import pages_of
from extractors.recognising import recognise
from models.document import Document, Genre
from models.page import Source

Reader = Callable[..., Document]


def document_of(words: str, *, kind: str | None = None, language: str | None = None) -> Document:
    """Return the parsed document of a text; kind and language are recognised where they are not given."""
    pages = pages_of(words)
    text = arrange(pages)
    genre = recognise(text)
    genre = Genre(kind or genre.kind, language or genre.language, genre.confidence, genre.reason)
    return parse(Source("composed.txt", "composed.txt", "0" * 64, "text/plain", len(words)), text, genre, pages)


@pytest.fixture
def read() -> Reader:
    return document_of
