"""Members of councils and boards that a Vietnamese act sets up: the table that lists them with their parts in it."""

import re
from pathlib import Path

from extractors.curriculum.grids import Place, grids
from extractors.finding.marking.persons import find_persons
from models.document import Document
from models.rows import Row, Value
from normalizers.values.names import parse_person
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "member_words.tsv"
_NAME = re.compile(
    r"(?:(?:học hàm|học vị|chức danh)[\s,/–-]*(?:và\s)?){0,3}họ(?:,| và)?(?: chữ đệm)?(?: và)? tên(?:\s.{0,30})?", re.I
)
_PART = Wordings(_WORDS, r"<<head>>(?:\W.{0,40})?$", re.IGNORECASE)
_MEMBER = Wordings(_WORDS, r"<<member>>(?!\w)", re.IGNORECASE)
_OFFICE = re.compile(r"[^\W\d_].{2,59}$")
"""The office of one whose part in the council stands blank."""
LEAST = 2
"""Members of a council, at least."""


def read_members(document: Document) -> list[Row]:
    """Return name and part of the members in tables of a decision or plan; an office only where the part is blank."""
    if document.genre.language != "vi" or document.genre.kind not in ("decision", "plan", "notice", "other"):
        return []
    rows: list[Row] = []
    for grid in grids(document):
        heads = [place.text.strip(" :.") for place in grid.rows[0]]
        name = next((n for n, text in enumerate(heads) if _NAME.fullmatch(text)), None)
        parts = [n for n, text in enumerate(heads) if n != name and _PART.match(text)]
        if name is None or not parts:
            continue
        below = grid.rows[1:]
        part = max(parts, key=lambda n: sum(bool(_MEMBER.match(row[n].text)) for row in below))
        found = [one for row in below if (one := _member(row[name], row[part])) is not None]
        offices = [n for n in parts if n != part]
        bare = (row for row in below if offices and not row[part].text and row[offices[0]].text)
        also = [one for row in bare if (one := _member(row[name], row[offices[0]], _OFFICE)) is not None]
        rows += [*found, *also] if len(found) >= LEAST else []
    return rows


def _member(place: Place, part: Place, said: re.Pattern[str] | Wordings = _MEMBER) -> Row | None:
    person = parse_person(re.split(r"[,;(]", place.text)[0]) if place.text and not place.merged else None
    if person is None or not find_persons(person.name, "vi") or not said.match(part.text):
        return None
    return Row(
        "people",
        {
            "name": Value(person.name, place.span, 0.9, "people.members"),
            "role": Value(re.sub(r"[^\w)]+$", "", part.text), part.span, 0.9, "people.members"),
        },
    )
