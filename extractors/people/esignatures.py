"""Blocks of simple electronic signatures that Russian institutions print over a document's first page."""

import re

from rapidfuzz import fuzz

from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.values.dates import find_dates
from normalizers.values.names import parse_person

_BLOCK = re.compile(r"[Дд]окумент подписан\s+(?:простой |усиленной )?(?:квалифицированной )?электронной подписью")


def read_esignature(document: Document, people: list[Row]) -> list[Row]:
    """Return the signer of an electronic signature; an overprinted name follows the person it begins like."""
    content = document.text.content
    block = _BLOCK.search(content, 0, 4000)
    if block is None:
        return []
    end = min(len(content), block.end() + 900)
    office = re.search(
        r"Должность:\s*([А-ЯЁ][а-яё.]+(?:\s[а-яё]+){0,3}?)(?=\s+(?:высшего|образов|[А-ЯЁ]|\n|дата)|\n)",
        content[block.end() : end],
    )
    signed = re.search(r"[Дд]ата подписания:?\s*", content[block.end() : end])
    name = re.search(
        r"ФИО:\s*(?:[*_]+)?([А-ЯЁ][а-яё]+)((?:\s[А-ЯЁ][а-яё]+){0,2})", re.sub(r"\*+", "", content[block.end() : end])
    )
    cells = {"act": Value("signed", Span(block.start(), block.end()), 0.9, "people.esignature")}
    if name:
        cells |= _name(name, people, Span(block.end(), end))
    if office:
        span = Span(block.end() + office.start(1), block.end() + office.end(1))
        cells["role"] = Value(office[1], span, 0.85, "people.esignature")
    if signed:
        at = block.end() + signed.end()
        dates = find_dates(content[at : at + 24], "ru")
        if dates:
            cells["acted_on"] = read_as(
                dates[0][2], Span(at + dates[0][0], at + dates[0][1]), confidence=0.95, extractor="people.esignature"
            )
    return [Row("people", cells)] if len(cells) > 2 else []


def _name(match: re.Match[str], people: list[Row], span: Span) -> dict[str, Value]:
    whole = parse_person(match[0].removeprefix("ФИО:").strip())
    for row in people:
        printed = str(row.get("name") or "")
        surname = next((w for w in re.split(r"[\s.]+", printed) if len(w) > 3), "")
        if surname and fuzz.ratio(surname.casefold(), match[1].casefold()) >= 76:
            return {"name": Value(printed, row.cells["name"].span, 0.7, "people.esignature.surname")}
    if whole and re.search(r"(?:вич|вна|чна|ұлы|қызы)$", whole.name):
        return {"name": Value(whole.name, span, 0.85, "people.esignature")}
    return {}
