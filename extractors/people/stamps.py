"""People of approval stamps; the school's name in a round one."""

import re
from pathlib import Path

from extractors.people.lines import rest_of_office
from extractors.people.lines_of_lists import TRIM
from extractors.values import read_as
from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.values.names import name_of
from normalizers.wordings import any_of

_CLOSING = Path(__file__).parent / "knowledge" / "closing.tsv"


def read_stamps(document: Document) -> list[Row]:
    """Return the people of approval stamps."""
    rows = []
    for stamp in document.found("stamp"):
        name = stamp.parts.get("name")
        if not name or stamp.parts["act"] == "agreed" and not stamp.parts.get("role"):
            continue
        act = {"approved": "approved", "enacted": "enacted", "agreed": "agreed"}[str(stamp.parts["act"])]
        cells = {
            "name": Value(name_of(str(name)), stamp.parts["name_span"], 0.9, "people.stamp"),
            "act": Value(act, stamp.span, 0.85, "people.stamp"),
        }
        if stamp.parts.get("role"):
            printed = f"{stamp.parts['role']} {_rest(document, stamp.parts['role_span'], stamp.parts['name_span'])}"
            role = re.sub(r"\s+", " ", printed).strip(TRIM)
            cells["role"] = Value(role, stamp.parts["role_span"], 0.85, "people.stamp")
        dated = stamp.parts.get("issued_on") or _enacted_on(document, stamp.span)
        if dated:
            cells["acted_on"] = read_as(
                dated, stamp.parts.get("issued_span", stamp.span), confidence=0.85, extractor="people.stamp"
            )
        rows.append(Row("people", cells))
    return rows


def _rest(document: Document, office: Span, name: Span) -> str:
    """Return the rest of an office that stands below it, where the name stands beside its beginning."""
    text = document.text
    beside = text.line_at(office.start) == text.line_at(name.start) and office.end <= name.start
    return rest_of_office(document, office.start, document.genre.language) if beside else ""


def _enacted_on(document: Document, span: Span) -> str | None:
    return next(
        (c.parts.get("issued_on") for c in document.found("citation", span) if c.parts.get("relation") == "enacts"),
        None,
    )


def prints_school(document: Document, capitals: str) -> bool:
    """Return whether words in capitals end the name of the school at the head: a stamp prints it line by line."""
    named = rf"{any_of(_CLOSING, 'school')}\s+{re.escape(capitals.strip())}(?!\w)"
    return re.search(named, document.text.content[: document.zones.body.start]) is not None
