"""bibliography: listed sources, the main ones and the additional ones."""

import re

from extractors.curriculum.bundles import syllabi
from extractors.curriculum.own import own
from extractors.curriculum.passages import Passage, items, passages
from extractors.values import cells
from models.document import Document
from models.rows import Row, Value
from models.text import Span

_NUMBER = re.compile(
    r"^\s*[\[(]?(\d{1,3})(?:[\])]\.?|[.)])?\s+(?=\S)|^\s*\[(\d{1,3})\]\.?\s*|^\s*(\d{1,3})[.)](?=\D)"
)


def extract(document: Document) -> list[Row]:
    """Return the sources under the headings of a list of literature; only of a document about one course."""
    return [row for part in syllabi(document) for row in _extract(part)]


def _extract(document: Document) -> list[Row]:
    if not own(document).course:
        return []
    rows: list[Row] = []
    for passage in passages(document):
        if not passage.subject.startswith("bibliography"):
            continue
        section = passage.subject.partition(".")[2] or "main"
        for number, text, span in _sources(passage):
            rows.append(
                Row(
                    "bibliography",
                    cells(
                        section=Value(section, span, 0.9, "bibliography"),
                        number=Value(number, span, 0.95, "bibliography") if number else None,
                        text=Value(text, span, 0.92, "bibliography"),
                    ),
                )
            )
    return rows


def _sources(passage: Passage) -> list[tuple[str | None, str, Span]]:
    """Return number, words and place of each source of a passage."""
    listed = items(passage.lines())
    numbered = bool(listed) and bool(_NUMBER.match(listed[0][0]))
    found: list[tuple[str | None, str, Span]] = []
    for text, span in listed:
        match = _NUMBER.match(text) if numbered else None
        if numbered and match is None:
            continue
        words = text[match.end() :].strip() if match else text
        if _is_source(words):
            found.append((next((g for g in match.groups() if g), None) if match else None, words, span))
    for block in passage.blocks:
        own_places = [p for p in block.row if p.text and not p.merged]
        if (
            len(own_places) >= 2
            and re.fullmatch(r"\[?\d{1,3}[\].)]?", own_places[0].text)
            and _is_source(own_places[1].text)
        ):
            found.append((re.sub(r"\D", "", own_places[0].text), own_places[1].text, own_places[1].span or block.span))
    return sorted(found, key=lambda item: item[2].start)


def _is_source(text: str) -> bool:
    return (
        4 <= len(text) <= 1200 and any(c.isalpha() for c in text) and not (text.startswith("(") and text.endswith(")"))
    )
