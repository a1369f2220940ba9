"""People whom English labels name: `Approved by: Rector Prof. Jane Doe`, `Agreed:` over offices with names, stamps."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from extractors.people.knowledge import labels
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.letters import lettered
from normalizers.values.dates import find_dates
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "closing.tsv"
_LABEL = re.compile(
    r"[“\"(]?(?P<label>[A-Z][A-Za-z]+(?:\s(?:and\s)?[A-Za-z]+){0,6}?)[”\")]?\s*(?:(?P<colon>[:\t])\s*|$)"
)
_OFFICE = Wordings(_WORDS, r"\b(?i:<<office_en>>)s?\b")
TITLE = r"(?:Professor|Prof|Dr|Mr|Ms|Mrs|Miss)"
"""What stands before a name in English."""
_RANK = rf"(?:(?:Associate|Assistant|Assoc\.?|Asst\.?)\s)?{TITLE}\b\.?,?\s*"
_PERSON = lettered(
    r"(?:\p{Lu}[\p{Ll}’'-]+|\p{Lu}{1,2}\b\.?)(?:\s?\p{Lu}\.)*(?:\s(?:van|von|de|bin|al|der|la|el)\b)*(?:\s\p{Lu}[\w’'-]+){1,3}"
)
_NAME = re.compile(rf"(?:{_RANK})*(?P<name>{_PERSON})(?:,?\s+Ph\.?D\.?)?")
_RANKED = re.compile(rf"(?P<role>.*?\w)[\s,]+(?:{_RANK})+(?P<name>{_PERSON})")
_BEHIND = Wordings(_WORDS, rf"(?P<role>(?:.+\s)?<<office_en>>)\s+(?P<name>{_PERSON})")
"""An office and the name behind it: with a rank between them, or right behind the word for the office."""
_PARTS = re.compile(r"\s*[,;()\t\n|]\s*|\s{3,}|\s*_{3,}\s*|\s[–—-]\s|\s*/\s*")
_COLLECTIVE = Wordings(_WORDS, r"\b(?:<<collective>>|<<office_en>>|of)\b")
_CLAUSE = re.compile(r"\d+(?:\.\d+)*\.?\s+[A-Z]")
_ENTRY = re.compile(
    rf"(?:\d{{1,2}}[.)]\s+)(?:{_RANK})*(?P<name>{_PERSON})\s*(?:,|\s[–—-])\s+(?P<role>\S.{{3,280}}?)[\s.;,]*"
)
"""Somebody in a numbered list below a label, with the office behind the name."""
_ENTRY_ENDS = re.compile(r"[.;]\s*$")
_LINES, _WORDS_MOST = 16, 16
"""Lines below a label within which those stand whom it names; words that such a line may have."""


@dataclass
class _Person:
    """Somebody whom a label names, as far as read."""

    name: str = ""
    role: str = ""
    day: tuple[str, Span] | None = None
    span: Span = field(default_factory=lambda: Span(0, 0))


def read_english_approvals(document: Document) -> list[Row]:
    """Return the people whom labels of approval name, each with office and day where they stand beside or below."""
    if document.genre.language != "en":
        return []
    known, lines = labels("en"), document.text.lines
    rows: list[Row] = []
    last = -1
    for at, line in enumerate(lines):
        text = document.text.content[line.start : line.end]
        said = _LABEL.match(text.strip())
        act = known.get(said["label"].casefold()) if said else None
        if act is None or said is None or act == "teaches" or at <= last:
            continue
        start = line.start + len(text) - len(text.lstrip()) + said.end()
        beside = text[start - line.start :].strip(" _\t")
        if beside:
            found = list(_people([(beside, start)]))
        elif listed := list(_listed(document, at)):
            found = listed
        else:
            below = list(_below(document, at))
            last = at + len(below)
            found = list(_people([(document.text.content[a:b], a) for a, b in below]))
        rows += [_row(person, act) for person in found if person.name]
    return rows


def _listed(document: Document, at: int) -> Iterator[_Person]:
    """Yield the people of a numbered list right below a label, each in one line or more, up to another line."""
    text, start, open_end = "", 0, False
    for line in document.text.lines[at + 1 : at + 1 + _LINES]:
        printed = document.text.content[line.start : line.end].strip()
        if open_end and not _CLAUSE.match(printed):
            text = f"{text} {printed}"
        elif _CLAUSE.match(printed):
            text, start = printed, line.start
        else:
            return
        open_end = not _ENTRY_ENDS.search(text)
        entry = _ENTRY.fullmatch(text)
        if entry is not None and not open_end:
            yield _Person(entry["name"], entry["role"], span=Span(start, line.end))


def _below(document: Document, at: int) -> Iterator[tuple[int, int]]:
    """Yield the lines below a label that may name people: short ones, up to the next label or a sentence."""
    for line in document.text.lines[at + 1 : at + 1 + _LINES]:
        text = document.text.content[line.start : line.end].strip()
        label, days = _LABEL.match(text), find_dates(text, "en")
        if label and label["label"].casefold() in labels("en") or _CLAUSE.match(text) and not days:
            return
        told = _NAME.search(text) or _OFFICE.search(text) or days or not text.strip('_ .\t“”"')
        if len(text.split()) > _WORDS_MOST or text.isupper() and not _OFFICE.search(text.title()) or not told:
            return
        yield line.start, line.end


def _people(lines: list[tuple[str, int]]) -> Iterator[_Person]:
    """Yield the people of lines, an office over or before its name, or behind a comma; a day goes to the one before."""
    open_one = _Person()
    for text, start in lines:
        for kind, said, span in _read(text, start):
            if kind == "day":
                open_one.day = open_one.day or (said, span)
            elif kind == "name" and open_one.name or kind == "role" and open_one.role and open_one.name:
                yield open_one
                open_one = _Person()
            if kind == "name":
                open_one.name, open_one.span = said, span
            elif kind == "role":
                open_one.role = f"{open_one.role}, {said}" if open_one.role and not open_one.name else said
    yield open_one


def _read(text: str, start: int) -> Iterator[tuple[str, str, Span]]:
    """Yield what the parts of a line are: `day`, `name` or `role`, with where each stands."""
    days = find_dates(text, "en")
    for begin, end, iso in days:
        yield "day", iso, Span(start + begin, start + end)
    bare = text
    for begin, end, _ in days:
        bare = bare[:begin] + "," * (end - begin) + bare[end:]
    found = [part for part in _parts(bare, start) if part[1]]
    other = [part for part in found if not part[0]]
    unknown = len(other) == 1 and any(kind == "name" for kind, *_ in found) and "role" not in {k for k, *_ in found}
    last = ""
    for kind, said, span in found:
        goes_on = not kind and last == "role" and said[:1].isupper() and _COLLECTIVE.search(said)
        kind, last = "role" if goes_on else kind, kind  # `Dean, Faculty of Law`
        if kind:
            yield kind, said, span
        elif unknown and re.match(r"[A-Z][^\W\d]", said):
            yield "role", said, span


def _parts(text: str, start: int) -> Iterator[tuple[str, str, Span]]:
    """Yield the parts of a line as `name` or `role`; as nothing where a part is not known to be either."""
    at = 0
    for part in _PARTS.split(text):
        begin = text.find(part, at)
        at = begin + len(part)
        said = part.strip(' .,:“”"_')
        span = Span(start + begin, start + at)
        named = _NAME.fullmatch(said)
        both = _RANKED.fullmatch(said) or _BEHIND.fullmatch(said)
        if named and not _COLLECTIVE.search(named["name"]):
            yield "name", named["name"], span
        elif both and _OFFICE.search(both["role"]) and not _COLLECTIVE.search(both["name"]):
            yield "role", both["role"], span
            yield "name", both["name"], span
        else:
            yield "role" if _OFFICE.search(said) and said[:1].isupper() else "", said, span


def _row(person: _Person, act: str) -> Row:
    cells = {
        "name": Value(person.name, person.span, 0.88, "people.told"),
        "act": Value(act, person.span, 0.85, "people.told"),
    }
    if person.role:
        cells["role"] = Value(re.sub(r"\s+", " ", person.role), person.span, 0.8, "people.told")
    if person.day:
        cells["acted_on"] = read_as(*person.day, confidence=0.85, extractor="people.told")
    return Row("people", cells)
