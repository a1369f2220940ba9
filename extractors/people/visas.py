"""Visas at the close of a document, line below line: the label, an office, a name, and often the day."""

import re
from collections.abc import Iterator

from extractors.finding.marking.persons import find_persons, only_person
from extractors.people.knowledge import labels
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span, TextLine
from normalizers.values.dates import find_dates
from normalizers.values.names import name_of

LINES_OF_OFFICE = 3
_OFFICE = re.compile(r"[^\W\d_][^\d_:;\t]{3,120}")
_BLANKS = re.compile(r"^[\s_./()]+|[\s_/()]+$")
"""The rule for the signature before or behind a name."""


def read_visas(document: Document) -> list[Row]:
    """Return the people below labels that stand alone on their lines, `СОГЛАСОВАНО` over an office over a name."""
    language = document.genre.language
    lines = [line for line in document.text.lines if line.role == "body"]
    rows = []
    for n, line in enumerate(lines):
        act = labels(language).get(_printed(document, line).strip(' :.«»"').casefold())
        if act not in ("agreed", "checked") or line.table is not None:
            continue
        for office, name, named, day in _below(document, lines[n + 1 :], language):
            cells = {
                "name": Value(name, named, 0.88, "people.visa"),
                "role": Value(office[0], office[1], 0.85, "people.visa"),
                "act": Value(act, Span(line.start, line.end), 0.85, "people.visa"),
            }
            if day is not None:
                cells["acted_on"] = read_as(*day, confidence=0.88, extractor="people.visa")
            rows.append(Row("people", cells))
    return rows


_Visa = tuple[tuple[str, Span], str, Span, tuple[str, Span] | None]


def _below(document: Document, lines: list[TextLine], language: str) -> Iterator[_Visa]:
    """Yield office, name and day of each visa below a label, up to the first line that is none of them."""
    while lines:
        count = next((i for i, one in enumerate(lines[: LINES_OF_OFFICE + 1]) if _name(document, one, language)), 0)
        office = [_printed(document, one) for one in lines[:count]]
        if not count or not office[0][:1].isupper() or not all(_OFFICE.fullmatch(part) for part in office):
            return
        foreign = any(part.strip(' :.«»"').casefold() in labels(language) for part in office)
        if foreign or any(one.table is not None for one in lines[:count]) or find_persons("\n".join(office), language):
            return
        named, after = lines[count], lines[count + 1 : count + 2]
        text = _printed(document, after[0]) if after else ""
        days = find_dates(text, language) if len(text) <= 30 else []
        day = (days[0][2], Span(after[0].start, after[0].end)) if days else None
        place = Span(lines[0].start, lines[count - 1].end)
        yield (" ".join(office), place), _name(document, named, language), Span(named.start, named.end), day
        lines = lines[count + (2 if day else 1) :]


def _printed(document: Document, line: TextLine) -> str:
    return " ".join(document.text.content[line.start : line.end].split())


def _name(document: Document, line: TextLine, language: str) -> str:
    """Return the name of a line that is nothing else but the rule for a signature, else nothing."""
    text = _BLANKS.sub("", _printed(document, line))
    named = only_person(text, language) if 4 < len(text) < 50 and line.table is None else None
    return name_of(named) if named else ""
