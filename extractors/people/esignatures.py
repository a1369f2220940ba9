"""Blocks of simple electronic signatures that Russian institutions print over a document's first page."""

import re
from pathlib import Path

from rapidfuzz import fuzz

from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.values.dates import find_dates
from normalizers.values.names import parse_person
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "esignature_words.tsv"
_BLOCK = Wordings(_WORDS, "<<block>>")
_OFFICE = Wordings(
    _WORDS, r"<<office>>\s*([А-ЯЁа-яё][а-яё.]+(?:\s[а-яё]+){0,3}?)(?=\s+(?:<<office_ends>>|[А-ЯЁ]|\n)|\n)"
)
_SIGNED = Wordings(_WORDS, r"<<signed_on>>\s*")
_NAME = Wordings(_WORDS, r"<<full_name>>\s*[*_]*(?P<whole>(?P<surname>[А-ЯЁ][а-яё]+)(?:\s[А-ЯЁ][а-яё]+){0,2})")
_PATRONYMIC = Wordings(_WORDS, "<<patronymic>>$")
FARTHEST, LONGEST = 4000, 900
"""Characters within which a block begins, and those that it may take behind its first words."""


def read_esignature(document: Document, people: list[Row]) -> list[Row]:
    """Return the people with the signer of an electronic signature before them; an overprinted name follows the person
    it begins like, and whom its block names does nothing else."""
    content = document.text.content
    block = _BLOCK.search(content, 0, FARTHEST)
    if block is None:
        return people
    start, end = block.end(), min(len(content), block.end() + LONGEST)
    office, signed = _OFFICE.search(content, start, end), _SIGNED.search(content, start, end)
    last = max((label.end() for label in (office, signed) if label), default=start)
    names = [(row, row.cells["name"].span if "name" in row.cells else None) for row in people]
    people = [row for row, span in names if span is None or not start <= span.start < last]
    cells = {"act": Value("signed", Span(*block.span()), 0.9, "people.esignature")}
    if name := _NAME.search(re.sub(r"\*+", "", content[start:end])):
        cells |= _name(name, people, Span(start, end))
    if office:
        cells["role"] = Value(office[1], Span(*office.span(1)), 0.85, "people.esignature")
    at = signed.end() if signed else len(content)
    for first, until, day in find_dates(content[at : at + 24], "ru")[:1]:
        cells["acted_on"] = read_as(day, Span(at + first, at + until), confidence=0.95, extractor="people.esignature")
    return [Row("people", cells), *people] if len(cells) > 2 else people


def _name(match: re.Match[str], people: list[Row], span: Span) -> dict[str, Value]:
    for row in people:
        printed = str(row.get("name") or "")
        surname = next((w for w in re.split(r"[\s.]+", printed) if len(w) > 3), "")
        if surname and fuzz.ratio(surname.casefold(), match["surname"].casefold()) >= 76:
            return {"name": Value(printed, row.cells["name"].span, 0.7, "people.esignature.surname")}
    whole = parse_person(match["whole"].strip())
    if whole and _PATRONYMIC.search(whole.name):
        return {"name": Value(whole.name, span, 0.85, "people.esignature")}
    return {}
