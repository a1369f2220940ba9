"""terms: what the document defines, abbreviates, or calls by a short name."""

from extractors.parsing.wording import Prose, paragraphs, prose
from extractors.structure.terms.abbreviation_tables import tabled_terms
from extractors.structure.terms.acronyms import Alias
from extractors.structure.terms.aliases import aliases
from extractors.structure.terms.definitions import Definition, definitions
from extractors.structure.unnumbered import loose
from extractors.values import row_of
from models.document import Document
from models.rows import Row, Value

DEFINED = 0.93
NAMED = 0.85


def extract(document: Document) -> list[Row]:
    """Return a row per term, in reading order; a term that is given twice keeps its first meaning.

    What a document defines in so many words it may also use as a short name of another thing.
    """
    placed = [(d.paragraph.offsets[d.term[0]], _defined(d)) for d in definitions(document)]
    for paragraph in _paragraphs(document):
        for alias in aliases(paragraph, document.genre.language):
            placed.append((paragraph.offsets[alias.term[0]], _named(paragraph, alias)))
    placed += [(row.cells["term"].span.start, row) for row in tabled_terms(document) if row.cells["term"].span]
    rows: list[Row] = []
    seen: set[tuple[str, bool]] = set()
    for _, row in sorted(placed, key=lambda pair: pair[0]):
        own = str(row.get("term")).casefold(), row.get("kind") == "definition"
        if own not in seen and row.get("definition"):
            seen.add(own)
            rows.append(row)
    return rows


def _paragraphs(document: Document) -> list[Prose]:
    zones = document.zones
    heads = [prose(document.text, (span,)) for span in (zones.head, zones.preamble) if span.end > span.start]
    inside = [p for section in (*document.sections, *loose(document)) for p in paragraphs(document, section)]
    leading = [prose(document.text, part.text) for part in loose(document, document.zones.annexes)]
    return [p for p in (*heads, *inside, *leading) if p.text]


def _defined(found: Definition) -> Row:
    term = found.paragraph.value(*found.term, confidence=DEFINED, extractor="terms.definition")
    meaning = found.paragraph.value(*found.meaning, confidence=DEFINED, extractor="terms.definition")
    kind = Value(found.kind, term.span, DEFINED, "terms.kind")
    return row_of("terms", term=term, definition=meaning, kind=kind)


def _named(paragraph: Prose, alias: Alias) -> Row:
    term = paragraph.value(*alias.term, confidence=NAMED, extractor="terms.alias")
    meaning = None
    if alias.phrase is not None:
        meaning = paragraph.value(*alias.phrase, confidence=NAMED, extractor="terms.alias")
        if alias.meaning is not None:
            meaning = Value(alias.meaning, meaning.span, NAMED - 0.05, "terms.nominative")
    kind = Value("abbreviation" if alias.acronym else "alias", term.span, NAMED, "terms.kind")
    return row_of("terms", term=term, definition=meaning, kind=kind)
