"""Bundles: a document that binds the syllabi of several courses, taken apart at their titles."""

from collections.abc import Callable
from dataclasses import replace
from functools import wraps

from extractors.curriculum.cards.labelled import pairs
from extractors.curriculum.courses.lists import course_lists
from extractors.curriculum.passages import blocks
from extractors.curriculum.remembering import Remembered
from extractors.curriculum.wording import fold, lexicon
from models.document import Document
from models.rows import Row
from models.text import Text

_parts: Remembered[tuple[Document, ...]] = Remembered()
FEWEST_CARDS = 2
_OF_CARD = {"course.name", "course.code", "course.credits"}
_LEAST_OF_CARD = {"course.name", "course.credits"}
SURE = 0.95
"""Score of the labels that make a card."""
_NAME_LINES = 2
"""Lines below a title that may be the course's name: the kind of a practice stands above its own."""


def syllabi(document: Document) -> tuple[Document, ...]:
    """Return the parts of a document, one for each syllabus that it binds; the document itself where it is but one."""
    return _parts.get(document.text, lambda: _apart(document))


def of_each_syllabus(extract: Callable[[Document], list[Row]]) -> Callable[[Document], list[Row]]:
    """Have what gives the rows of one syllabus give those of all that a document binds."""
    return wraps(extract)(lambda document: [row for part in syllabi(document) for row in extract(part)])


def _apart(document: Document) -> tuple[Document, ...]:
    starts, genre = _titles(document), document.genre
    if len(starts) < 2:
        starts, genre = _cards(document), replace(genre, kind="syllabus")  # each card of a handbook sets out one course
    if len(starts) < 2:
        return (document,)
    ends = [*starts[1:], len(document.text.content)]
    cuts = [_cut(document.text, a, b) for a, b in zip(starts, ends, strict=True)]
    parts = tuple(replace(document, text=cut, genre=genre) for cut in cuts)
    carded = [[p for p in pairs(part) if p.meaning in ("course.code", "course.credits")] for part in parts]
    codes = [p.text for card in carded for p in card if p.meaning == "course.code"][: len(parts)]
    repeated = len(parts) == 2 == len(codes) and codes[0] == codes[1]  # a title page and the syllabus behind it
    return parts if all(carded) and not repeated else (document,)


def _titles(document: Document) -> list[int]:
    """Return where each syllabus begins: at a title with another course's name below it than the one before."""
    lines = [(line, span.start) for block in blocks(document) for line, span in block.lines]
    found: list[tuple[int, tuple[str, ...]]] = []
    for n, (line, start) in enumerate(lines[:-1]):
        title = lexicon("titles.tsv").best(line) if len(line) < 90 else None
        if title and title[0] == "syllabus" and title[1] >= 0.97:
            below = lines[n + 1][0]
            if not any(_same(below, name) for _, names in found for name in names):
                found.append((start, tuple(fold(name) for name, _ in lines[n + 1 : n + 1 + _NAME_LINES])))
    return [start for start, _ in found]


def _cards(document: Document) -> list[int]:
    """Return where each card of a handbook of modules begins: at the label that all begin with, another course's each
    time; nothing where a card lacks name or credits."""
    if document.genre.kind not in ("programme", "syllabus", "other") or any(rows for _, rows in course_lists(document)):
        return []
    told = [p for p in pairs(document) if p.meaning in _OF_CARD and p.score >= SURE]
    first = next((p for p in told if p.meaning in ("course.name", "course.code")), None)
    begun = [n for n, p in enumerate(told) if first and fold(p.label) == fold(first.label)]
    if len(begun) < FEWEST_CARDS or len({fold(told[n].text) for n in begun}) < len(begun):
        return []
    cards = ({p.meaning for p in told[a:b]} for a, b in zip(begun, [*begun[1:], len(told)], strict=True))
    if any(not card >= _LEAST_OF_CARD for card in cards):
        return []
    return [document.text.lines[document.text.line_at(told[n].span.start)].start for n in begun]


def _same(printed: str, name: str) -> bool:
    """Say whether a name is the one known, or the beginning of it on a narrow page."""
    return fold(printed).startswith(name) or name.startswith(fold(printed))


def _cut(text: Text, start: int, end: int) -> Text:
    """Return the text with only the lines and tables that begin in a part; offsets stay those of the whole."""
    at = text.lines[text.line_at(start)]
    begin = next((t.span.start for t in text.tables if t.span.start <= start < t.span.end), at.start)
    stop = next((t.span.start for t in text.tables if t.span.start <= end < t.span.end), end)
    lines = tuple(n for n in text.lines if begin <= n.start < stop)
    return replace(text, lines=lines, tables=tuple(t for t in text.tables if begin <= t.span.start < stop))
