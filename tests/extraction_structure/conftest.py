"""A composed text to a parsed document, without files."""

from collections.abc import Callable

import pytest

from extractors.arranging import arrange
from extractors.parsing import parse
from extractors.reading.plain import pages_of
from extractors.recognising import recognise
from extractors.tables import requirements
from models.document import Document, Genre
from models.page import Source

Reader = Callable[..., Document]

BOUND = ("subject", "comparator", "value", "unit", "scope")
"""What a figure of a rule is bound with."""


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


@pytest.fixture
def said() -> Callable[[str], list[tuple]]:
    """Return what the figures of one Vietnamese sentence bind, the sentence standing as a clause of a rule."""

    def said_by(sentence: str) -> list[tuple]:
        document = document_of(f"QUY ĐỊNH\nĐiều 7. Mức\n1. {sentence}\n2. Khác.\n", language="vi")
        rows = [row for row in requirements.extract(document) if row.get("provision") == "Điều 7.1"]
        return [tuple(row.get(column) for column in BOUND) for row in rows]

    return said_by
