"""Descriptions of listed courses, from a table of descriptions or from sections headed by a course."""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.curriculum.courses.line_cards import line_cards
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import Headed, headed
from extractors.curriculum.passages import blocks
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon
from models.document import Document
from models.rows import Row, Value
from models.text import Span, join_lines
from normalizers.letters import lettered
from normalizers.wordings import Wordings

SHORTEST = 30
"""Characters from which words are a description."""
_CLOSED = Wordings(KNOWLEDGE / "closing_words.tsv", r"\s(?=(?:(?:KT|TL|TM)\.\s?)?(?:PHÓ )?<<signer>>\b)")
"""Where the offices begin that sign below the last description."""
_BEHIND = re.compile(r".{3,120}?\s*[(\[–-]\s*(?P<code>[A-ZĐ]{1,6}[ .]?\d[\w.]{1,9}|\d{5,8})\s*[)\]]?")
"""A course's name with its code behind it, in one cell."""
_COUNTED = re.compile(r"\s*[(\[–-]\s*\d{1,2}\s*(?:tín chỉ|TC|tc)\b.*$")
"""The credits behind a course's name."""
_CREDITED = re.compile(
    r"(?i)(?:\d{1,2}(?:\.\d{1,3}){0,3}[.)]?\s+)?(?P<name>\S.{2,118}?)\s*[-–—:(\[,;]+\s*(?:Số\s+)?"
    r"(?P<credits>\d{1,2})\s*(?:tín chỉ|TC|TCHP|tc)\b[)\].]*"
)
"""A line that names a course with its credits: `5.3. Luật Thương mại (4 tín chỉ)`."""
_NEXT = re.compile(lettered(r"(?:\d{1,2}(?:\.\d{1,3}){0,3}|[IVX]{1,5})[.)]\s+[^\W\d_]|PHẦN\b|[^\p{Ll}]{6,}$"))
"""What begins another part of the document: a numbered line, or one in capitals."""


def described(document: Document, rows: list[Row]) -> list[Row]:
    """Return the courses with the descriptions that the document gives for their codes elsewhere; the first stays."""
    told: dict[str, Value] = {}
    codes = {str(row.get("code")) for row in rows if row.get("code")}
    for code, value in (
        (
            *_tables(document, _alone(rows)),
            *_cards(document),
            *_sections(document, codes),
            *_under_names(document, rows),
            *_in_lines(document, _alone(rows)),
        )
        if codes
        else ()
    ):
        told.setdefault(code, value)
    return [
        replace(row, cells={**row.cells, "description": told[str(row.get("code"))]})
        if str(row.get("code")) in told and "description" not in row.cells
        else row
        for row in rows
    ]


def _alone(rows: list[Row]) -> dict[str, str]:
    """Return the codes of the courses whose names no other listed course bears, by name."""
    named: dict[str, set[str]] = {}
    for row in rows:
        if row.get("code") and row.get("name"):
            named.setdefault(fold(str(row.get("name"))), set()).add(str(row.get("code")))
    return {name: min(codes) for name, codes in named.items() if len(codes) == 1}


def _tables(document: Document, known: dict[str, str]) -> Iterator[tuple[str, Value]]:
    for grid in grids(document):
        head = headed(grid)
        if head is None or not head.of("description") or head.of("topic", "weight", "letter"):
            continue
        if not head.of("code"):
            yield from _named(head, known)
            continue
        for r in head.data:
            place = head.at(r, head.of("description"))
            if len(place.text) >= SHORTEST and not place.merged:
                yield head.at(r, head.of("code")).text.strip(" ."), Value(place.text, place.span, 0.9, "described")


def _cards(document: Document) -> Iterator[tuple[str, Value]]:
    """Yield the descriptions of the cards that give a listed course each: its code in a row, what it is in another."""
    for grid in grids(document):
        own = [[p for p in row if p.text and not p.merged] for row in grid.rows]
        told = [(row[0].text.strip(" :."), row[1]) for row in own if len(row) == 2]
        codes = [place.text.strip(" .") for label, place in told if lexicon("cards.tsv").exact(label) == "course.code"]
        lists = lexicon("subjects.tsv"), lexicon("heads.tsv")
        said = [place for label, place in told if any(known.exact(label) == "description" for known in lists)]
        if len(codes) == len(said) == 1 and len(said[0].text) >= SHORTEST:
            yield codes[0], Value(said[0].text, said[0].span, 0.88, "described")


def _named(head: Headed, known: dict[str, str]) -> Iterator[tuple[str, Value]]:
    """Yield the descriptions beside cells that name a listed course: `Địa lý đại cương (DL101)`, or its name alone."""
    name = head.of("name")
    for r in head.data if name else ():
        place, words = head.at(r, head.of("description")), head.at(r, name).text
        behind = _BEHIND.fullmatch(words)
        code = behind["code"] if behind else known.get(fold(_COUNTED.sub("", words)))
        if code and len(place.text) >= SHORTEST and not place.merged:
            yield code, Value(place.text, place.span, 0.88, "described")


def _sections(document: Document, codes: set[str]) -> Iterator[tuple[str, Value]]:
    """Yield the texts of sections whose heading names one listed course by its code."""
    for section in document.sections:
        if section.heading is None or not section.text:
            continue
        heading = document.text.body(section.heading)
        named = [c for c in codes if len(c) >= 4 and re.search(rf"(?<!\w){re.escape(c)}(?!\w)", heading)]
        body = _CLOSED.pattern.split(" ".join(document.text.body(span) for span in section.text))[0]
        words = re.sub(r"\s+", " ", body).strip()
        if len(named) == 1 and len(heading) <= 160 and SHORTEST <= len(words) <= 4000:
            yield named[0], Value(words, Span(section.text[0].start, section.text[-1].end), 0.85, "described")


def _in_lines(document: Document, known: dict[str, str]) -> Iterator[tuple[str, Value]]:
    """Yield the descriptions of the courses that lines describe one below the other."""
    for cells in line_cards(document):
        told = cells.get("code")
        code = str(told.value) if told else known.get(fold(str(cells["name"].value)))
        if code:
            yield code, cells["description"]


def _under_names(document: Document, rows: list[Row]) -> Iterator[tuple[str, Value]]:
    """Yield the texts below lines that name a listed course with the credits that the list gives it."""
    named: dict[tuple[str, float], set[str]] = {}
    for row in rows:
        if row.get("code") and row.get("credits"):
            key = (fold(str(row.get("name"))), float(str(row.get("credits"))))
            named.setdefault(key, set()).add(str(row.get("code")))
    code, text = "", list[tuple[str, Span]]()
    for block in (*blocks(document), None):
        match = _CREDITED.fullmatch(block.text) if block and not block.row else None
        course = named.get((fold(match["name"]), float(match["credits"])), set()) if match else set()
        if block is None or block.row or match or _NEXT.match(block.text):
            words = join_lines([line for line, _ in text])
            if code and SHORTEST <= len(words) <= 4000:
                yield code, Value(words, Span(text[0][1].start, text[-1][1].end), 0.85, "described")
            code, text = min(course) if len(course) == 1 else "", []
        elif code:
            text.append((block.text, block.span))
