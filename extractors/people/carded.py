"""Teachers that the card of a Vietnamese or English syllabus names beside a label."""

import re

from extractors.finding.persons import find_persons
from extractors.heads.pieces import pieces
from extractors.people.knowledge import labels
from extractors.people.lines_of_lists import TRIM, by_line, entries
from models.document import Document
from models.rows import Row, Value
from normalizers.values.names import parse_person

_MARKED = re.compile(r"^\W*(?:\d{1,2}(?:\.\d{1,2})*\s?[.)/]?|[a-hđ]\s?[.)])\s*(?=[^\W\d_])")
"""The number or letter before a label: `1.1.`, `2/`, `a)`."""


_BETWEEN = re.compile(
    r"\s*;\s*(?:(?P<label>[^\W\d_][^:;.]{3,40}):)?|,\s*(?=(?:GS|PGS|TS|ThS|Ths|BS|BSCK|KS|CN|NCS|DS|GVC)[.\s])"
)
"""What parts the teachers of a line: a semicolon, with a label of its own behind it or not, a comma before a degree."""


def _one_by_one(label: str, text: str, language: str) -> list[tuple[str, str]]:
    """Return the teachers of a line one by one, each with its label: `TS. A; cán bộ tham gia: ThS. B`."""
    cuts = list(_BETWEEN.finditer(text))
    if any(m["label"] and labels(language).get(m["label"].strip(TRIM).casefold()) is None for m in cuts):
        return [(label, text)]
    named = [label]
    for cut in cuts:
        named.append((cut["label"] or named[-1]).strip())
    starts, ends = [0, *(m.end() for m in cuts)], [*(m.start() for m in cuts), len(text)]
    return [(of, text[a:b]) for of, a, b in zip(named, starts, ends, strict=True)]


def read_carded(document: Document) -> list[Row]:
    """Return the teachers that the card of a Vietnamese or English syllabus names beside a label."""
    language = document.genre.language
    rows = []
    lines = by_line(pieces(document, 0, 6000))
    for line in entries(lines, language) if language == "en" else lines:
        line = line[1:] if len(line) > 2 and line[0].text.strip(" .").isdigit() else line
        label, _, rest = line[0].text.partition(":")
        label = re.split(r"\s+/\s+", label)[0]
        act = labels(language).get(_MARKED.sub("", label).strip(TRIM).casefold())
        if act is None:
            continue
        beside = [(of, part, line[0]) for of, part in _one_by_one(label, rest, language)]
        below = [(of, part, p) for p in line[1:] for of, part in _one_by_one(label, p.text, language)]
        for of, text, piece in (*beside, *below):
            person = parse_person(re.split(r"[,;(]", text)[0].strip(TRIM)) if text.strip() else None
            if person is not None and (language == "en" or find_persons(person.name, language)):
                cells = {
                    "name": Value(person.name, piece.span, 0.85, "people.card"),
                    "act": Value(act, line[0].span, 0.85, "people.card"),
                }
                if not re.search(r"họ(?:,| và)? tên", of, re.I):
                    role = _MARKED.sub("", of).strip(TRIM)
                    cells["role"] = Value(role, line[0].span, 0.7, "people.card")
                rows.append(Row("people", cells))
    return rows
