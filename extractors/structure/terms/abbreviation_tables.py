"""Tables of abbreviations and of terms: beside what they stand for, under a title or heads that say so."""

import re
from collections import Counter
from collections.abc import Iterator

from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.lines_above import caption
from extractors.parsing.cues import begins
from extractors.structure.terms.definitions import SHORT_FORM
from extractors.structure.words import pattern, words
from models.document import Document
from models.rows import Row, Value
from models.text import Span

LONGEST = 15
"""Characters of a short form at most."""
_CODE = re.compile(r"([^\W\d_]+)[ .-]?\d{1,2}(?:\.\d{1,2})*")
_BESIDE = re.compile(r"\s*(?P<short>\S{1,15}(?: \S{1,6})?)\s{2,}(?P<meaning>[^\W\d_].*\S)\s*")
LONGEST_TITLE, LONGEST_ABOVE = 60, 90
LEAST = 2
"""Rows of such a table at least."""


def tabled_terms(document: Document) -> Iterator[Row]:
    """Yield the short forms that tables explain, with their meanings, in reading order."""
    for grid in grids(document):
        yield from _defined(grid, document.genre.language)
        columns = _columns(grid, document)
        if columns is None or _numbered(grid, columns[0]):
            continue
        for short, meaning in ((row[columns[0]], row[columns[1]]) for row in grid.rows):
            if _is_short(short) and meaning.span and any(c.isalpha() for c in meaning.text):
                yield _row(short, meaning)
    yield from _spaced(document)


def _defined(grid: Grid, language: str) -> list[Row]:
    """Return the terms of a table that has one head over terms and one over what they mean: `Термин | Определение`."""
    heads = [place.text.strip(" .:").casefold() for place in grid.rows[0]]
    uses = ("term_head", "meaning_head")
    term, meaning = ([n for n, text in enumerate(heads) if text in words(use, language)] for use in uses)
    pairs = [(row[term[0]], row[meaning[0]]) for row in grid.rows[1:]] if len(term) == len(meaning) == 1 else []
    told = [(t, m) for t, m in pairs if t.text and m.text and not t.merged and not m.merged]
    return [_row(t, m, "abbreviation" if _is_short(t) else "definition") for t, m in told]


def _spaced(document: Document) -> Iterator[Row]:
    """Yield what lines explain, short form and meaning a wide gap apart, below a line that says so."""
    announced = False
    held: list[Row] = []
    for line in document.text.lines:
        text = document.text.content[line.start : line.end]
        if line.role != "body" or line.table is not None or not text.strip():
            continue
        match = _BESIDE.fullmatch(text)
        if announced and match and (len(held) > LEAST or SHORT_FORM.fullmatch(match["short"])):
            parts = {n: Span(line.start + match.start(n), line.start + match.end(n)) for n in ("short", "meaning")}
            held.append(_row(Place(match["short"], parts["short"]), Place(match["meaning"], parts["meaning"])))
            continue
        yield from held if len(held) > LEAST else ()
        announced = len(text) < LONGEST_TITLE and pattern("short", document.genre.language).search(text) is not None
        held = []
    yield from held if len(held) > LEAST else ()


def _row(short: Place, meaning: Place, kind_of: str = "abbreviation") -> Row:
    kind = Value(kind_of, short.span, 0.88, "terms.table")
    term = Value(short.text, short.span, 0.9, "terms.table")
    told = Value(meaning.text, meaning.span, 0.9, "terms.table")
    return Row("terms", {"term": term, "definition": told, "kind": kind})


def _columns(grid: Grid, document: Document) -> tuple[int, int] | None:
    """Return the columns of short forms and of meanings, where the heads or the line above the table tell them."""
    if not 2 <= grid.width <= 4 or len(grid.rows) < LEAST:
        return None
    language = document.genre.language
    heads = [place.text.strip(" .:").casefold() for place in grid.rows[0]]
    short = next((n for n, text in enumerate(heads) if text in words("short_head", language)), None)
    meaning = next((n for n, text in enumerate(heads) if text in words("meaning_head", language)), None)
    if short is None or meaning is None:
        titled = caption(document, grid.start)[0][:LONGEST_ABOVE]
        if not (pattern("short", language).search(titled) or begins("terms", titled)):
            return None
        shorts = [sum(_is_short(row[n]) for row in grid.rows) for n in range(grid.width)]
        short = max(range(grid.width), key=shorts.__getitem__)
        meaning = short + 1 if short + 1 < grid.width else short - 1
        if shorts[short] * 3 < len(grid.rows) * 2:
            return None
    return (short, meaning) if sum(_is_short(row[short]) for row in grid.rows) >= LEAST else None


def _numbered(grid: Grid, short: int) -> bool:
    """Say whether the short forms are one series of numbered codes, `PLO1` to `PLO9`: what they head is no meaning."""
    said = [row[short].text for row in grid.rows if _is_short(row[short])]
    series = Counter(match[1] for text in said if (match := _CODE.fullmatch(text)))
    return any(count >= LEAST and count * 3 >= len(said) * 2 for count in series.values())


def _is_short(place: Place) -> bool:
    return (
        bool(place.span) and not place.merged and len(place.text) <= LONGEST and bool(SHORT_FORM.fullmatch(place.text))
    )
