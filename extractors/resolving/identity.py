"""Which entity a row names: keys made from what is printed alone, so strict that different things never share one."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from extractors.resolving.register import shipped
from models.entities import Naming
from normalizers.knowledge import read_table
from normalizers.values.names import fold

_UNIQUE = Path(__file__).parent / "knowledge" / "unique_numbers.tsv"

Cells = dict[str, Any]
"""A row by column, with its `row_key`."""


@dataclass(frozen=True, slots=True)
class _Within:
    """The document that rows stand in: its id, its language, and the entity within which its names hold."""

    document_id: str
    language: str
    institution: str | None

    @property
    def itself(self) -> str:
        """Return the scope of what is known to hold in this document only."""
        return f"document:{self.document_id}"

    @property
    def scope(self) -> str:
        return self.institution or self.itself


@dataclass(frozen=True, slots=True)
class _Place:
    table: str
    row_key: str
    column: str


def namings(document_id: str, tables: dict[str, list[Cells]]) -> list[Naming]:
    """Return the entities that the rows of a document name, in the order of the tables."""
    heads = tables.get("documents") or [{}]
    language = str(heads[0].get("language") or "")
    issuer = heads[0].get("issuer")
    within = _Within(document_id, language, organisation_key(issuer, language) if issuer else None)
    return [
        naming
        for table, read in _READERS.items()
        for row in tables.get(table, ())
        for naming in read(row, table, within)
    ]


def organisation_key(name: str, language: str, scope: str | None = None) -> str:
    """Return the key of an organisation: the full name where the register knows the printed one, else as printed."""
    known = shipped().body(name, language)
    identity = fold(known[0].name if known and known[1] == 1.0 else name)
    return f"organisation:{identity}" + (f"@{scope}" if scope else "")


def _act_key(act: Cells, within: _Within) -> str | None:
    """Return the key of an act, None where it has neither number nor title.

    A number that begins anew each year counts with its date; without one it holds in its document only.
    """
    number, title, issued_on = act.get("number"), act.get("title"), act.get("issued_on")
    if not number:
        return f"act:{fold(title)}@{issued_on or within.itself}" if title else None
    folded = re.sub(r"\s+", "", fold(number))
    if numbered_for_good(number):
        return f"act:{folded}"
    if not issued_on:
        return f"act:{folded}@{within.itself}"
    # A number that is only a number says nothing of who gave it.
    issuer = "" if re.search(r"[^\W\d_]{2}", folded) else fold(act.get("issuer") or within.itself)
    return f"act:{folded}@{issued_on}" + (f"@{issuer}" if issuer else "")


def numbered_for_good(number: str) -> bool:
    """Return whether a number names one act in its whole country, in whatever year."""
    printed = re.sub(r"\s+", "", number).upper()
    return any(re.fullmatch(pattern, printed, re.IGNORECASE) for pattern in _unique())


@cache
def _unique() -> tuple[str, ...]:
    rows = read_table(_UNIQUE, ("language", "pattern", "example", "counterexample", "reason"))
    return tuple(row["pattern"] for row in rows)


def _of_documents(row: Cells, table: str, within: _Within) -> Iterator[Naming]:
    key = row["row_key"]
    yield from _organisation(row.get("issuer"), _Place(table, key, "issuer"), within)
    yield from _organisation(row.get("parent_body"), _Place(table, key, "parent_body"), within)
    if row.get("number"):
        yield from _act(row, _Place(table, key, "number"), within)


def _of_citations(row: Cells, table: str, within: _Within) -> Iterator[Naming]:
    yield from _organisation(row.get("issuer"), _Place(table, row["row_key"], "issuer"), within)
    yield from _act(row, _Place(table, row["row_key"], "number" if row.get("number") else "title"), within)


def _of_programmes(row: Cells, table: str, within: _Within) -> Iterator[Naming]:
    yield from _coded("programme", row.get("name"), row.get("code"), _Place(table, row["row_key"], "name"), within)
    if row.get("faculty"):
        place = _Place(table, row["row_key"], "faculty")
        key = organisation_key(row["faculty"], within.language, within.scope)
        yield _naming(key, "organisation", place, name=row["faculty"], scope=within.scope)


def _of_courses(row: Cells, table: str, within: _Within) -> Iterator[Naming]:
    yield from _coded("course", row.get("name"), row.get("code"), _Place(table, row["row_key"], "name"), within)


def _of_relations(row: Cells, table: str, within: _Within) -> Iterator[Naming]:
    if row.get("name"):  # a bare code is that of a course which has its own row
        yield from _coded("course", row["name"], row.get("code"), _Place(table, row["row_key"], "name"), within)


def _of_people(row: Cells, table: str, within: _Within) -> Iterator[Naming]:
    if row.get("name"):
        place = _Place(table, row["row_key"], "name")
        key = f"person:{fold(row['name'])}@{within.scope}"
        yield _naming(key, "person", place, name=row["name"], scope=within.scope)


_READERS: dict[str, Callable[[Cells, str, _Within], Iterator[Naming]]] = {
    "documents": _of_documents,
    "citations": _of_citations,
    "programmes": _of_programmes,
    "courses": _of_courses,
    "course_relations": _of_relations,
    "people": _of_people,
}


def _organisation(name: str | None, place: _Place, within: _Within) -> Iterator[Naming]:
    if name:
        yield _naming(organisation_key(name, within.language), "organisation", place, name=name)


def _act(row: Cells, place: _Place, within: _Within) -> Iterator[Naming]:
    key = _act_key(row, within)
    if key:
        scope = within.itself if key.endswith(within.itself) else None
        yield _naming(
            key, "act", place, name=row.get("title"), code=row.get("number"), scope=scope, dated=row.get("issued_on")
        )


def _coded(kind: str, name: str | None, code: str | None, place: _Place, within: _Within) -> Iterator[Naming]:
    # Codes are used again for other things, in other plans and other years: the name belongs to the identity.
    identity = " ".join(fold(part) for part in (code, name) if part)
    if identity:
        yield _naming(f"{kind}:{identity}@{within.scope}", kind, place, name=name, code=code, scope=within.scope)


def _naming(key: str, kind: str, place: _Place, **facts: str | None) -> Naming:
    known = {"name": None, "code": None, "scope": None, "dated": None} | facts
    return Naming(key, kind, **known, table_name=place.table, row_key=place.row_key, column_name=place.column)
