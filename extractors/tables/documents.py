"""The documents table: one row that says what the document is."""

import re
from collections import Counter
from dataclasses import replace

from extractors.curriculum.cards.own import own
from extractors.curriculum.wording import fold, lexicon
from extractors.heads import read_head
from extractors.recognising.languages import is_unreadable, other_language
from models.document import Document
from models.rows import Row, Value
from models.text import Span

# `Trang 1/15`, `3 бет 11`, `Листов 16`, `стр. 2 из 7`, `Page 2 of 5`
_PAGES = re.compile(
    r"(?:Trang\s\d+\s?/\s?|\b\d+\sбет\s|Листов\s|[Сс]тр\w*\.?\s\d+\s(?:из|з)\s|Page\s\d+\sof\s)(\d{1,3})\b"
)


def _declared_pages(document: Document) -> Value | None:
    """Return the number of pages that a text without pages says it has, where it says the same at least three times."""
    counts = Counter(m[1] for m in _PAGES.finditer(document.text.content))
    if len(counts) != 1 or next(iter(counts.values())) < 3:
        return None
    first = _PAGES.search(document.text.content)
    if first is None:
        return None
    return Value(int(first[1]), Span(first.start(1), first.end(1)), 0.8, "documents.pages")


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
    if other_language(document.text.content) or is_unreadable(document.text.content):
        del cells["language"]
    if genre.kind == "syllabus" and "title" in cells and lexicon("cards.tsv").exact(str(cells["title"].value)):
        del cells["title"]  # the first label of a card below the word for a syllabus
    if "title" not in cells and genre.kind == "syllabus" and (name := own(document).course.get("name")):
        cells["title"] = replace(name, confidence=min(name.confidence, 0.85), extractor="documents.course")
    name = own(document).course.get("name") if genre.kind == "syllabus" and genre.language == "en" else None
    if name and name.extractor == "card" and fold(str(name.value)) in fold(str(cells["title"].value)):
        cells["title"] = replace(name, confidence=min(name.confidence, 0.85), extractor="documents.course")
    english = genre.kind == "programme" and genre.language == "en"
    if "title" not in cells and english and (name := own(document).programme.get("name")):
        cells["title"] = replace(name, confidence=min(name.confidence, 0.85), extractor="documents.programme")
    if source.media_type in ("application/pdf", "image/tiff", "image/png", "image/jpeg") and document.pages:
        cells["page_count"] = Value(len(document.pages), None, 1.0, "source")
    elif (declared := _declared_pages(document)) is not None:
        cells["page_count"] = declared
    return [Row("documents", cells)]
