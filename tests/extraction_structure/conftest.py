"""A composed text to a parsed document, without files."""

from collections.abc import Callable

import pytest

from extractors.arranging import arrange
from extractors.parsing import parse
from extractors.reading.files.plain import pages_of
from extractors.recognising import recognise
from extractors.tables import requirements
from models.document import Document, Genre
from models.page import Source
from models.rows import Row

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


RULE = {
    "vi": ("QUY ĐỊNH\nĐiều 7. Mức\n1. {}\n2. Khác.\n", "Điều 7.1"),
    "uk": ("ПОЛОЖЕННЯ\nпро порядок\n\n1. Загальні положення\n1.1. {}\n1.2. Інше.\n", "1.1"),
    "ru": ("ПОЛОЖЕНИЕ\nо порядке\n\n1. Общие положения\n1.1. {}\n1.2. Иное.\n", "1.1"),
    "kk": ("ЕРЕЖЕ\n\n1. Жалпы ережелер\n1.1. {}\n1.2. Басқа.\n", "1.1"),
    "en": ("REGULATIONS\non study\n\n1. General\n1.1 {}\n1.2 Other.\n", "1.1"),
}
"""A rule in each language with a place for a sentence, and the number of its clause."""


def requirements_of(sentence: str, language: str) -> list[Row]:
    """Return the requirements of a sentence that stands as a clause of a rule."""
    text, clause = RULE[language]
    rows = requirements.extract(document_of(text.format(sentence), language=language))
    return [row for row in rows if row.get("provision") == clause]


@pytest.fixture
def figures_of() -> Callable[[str, str], list[Row]]:
    return requirements_of


@pytest.fixture
def said() -> Callable[[str], list[tuple]]:
    """Return what the figures of one Vietnamese sentence bind, the sentence standing as a clause of a rule."""
    return lambda sentence: [tuple(row.get(column) for column in BOUND) for row in requirements_of(sentence, "vi")]
