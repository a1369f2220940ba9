"""People of a document: who signed, approved, agreed, made, checked or teaches."""

from dataclasses import replace

from extractors.people.closing import is_body, read_closing
from extractors.people.english_approvals import read_english_approvals
from extractors.people.esignatures import read_esignature
from extractors.people.lines import read_lines
from extractors.people.lists import read_lists
from extractors.people.members import read_members
from extractors.people.signatures import read_signatures
from extractors.people.stamps import read_stamps
from extractors.people.tables import read_act_columns, read_sheets, read_tables
from extractors.people.teachers import read_listed, read_teachers
from extractors.people.visas import read_visas
from models.document import Document
from models.rows import Row
from models.text import Span
from normalizers.values.names import without_ranks

__all__ = ["read_people"]


def read_people(document: Document) -> list[Row]:
    """Return a row for each signature, approval and named role, in reading order."""
    if document.genre.language == "vi":
        rows = read_lists(document, [])
        rows += [r for r in read_teachers(document) if not _known(r, rows)]
        rows += [r for r in read_members(document) if not _known(r, rows)]
        rows += [r for r in read_listed(document) if not _known(r, rows, "act")]
        listed = [r.cells["name"].span for r in rows if "name" in r.cells]
        rows += [r for r in read_signatures(document) if not _known(r, rows, "act") and not _inside(r, listed)]
    else:
        stamps = document.found("stamp")
        acts = document.genre.language == "en" and document.genre.kind in ("decision", "plan", "notice", "circular")
        rows = read_signatures(document) if acts else []
        rows += [r for r in read_english_approvals(document) if not _known(r, rows)]
        rows += [r for r in (*read_stamps(document), *read_teachers(document)) if not _known(r, rows, "act")]
        rows += [r for r in read_act_columns(document) if not (_known(r, rows, "act") and _known(r, rows, "role"))]
        rows += [r for r in read_tables(document) if not _known(r, rows)]
        rows += [r for r in read_sheets(document) if not _known(r, rows, "act")]
        rows += [
            r for r in read_lists(document, [s.span for s in stamps if s.parts.get("name")]) if not _known(r, rows)
        ]
        rows += [r for r in read_visas(document) if not _known(r, rows)]
        rows += read_lines(document, rows)
        rows += read_closing(document, rows)
        told = [r.cells["name"].span for r in rows if r.cells["name"].extractor == "people.act_column"]
        rows = [r for r in rows if not _inside(r, told) or r.cells["name"].extractor == "people.act_column"]
        rows = read_esignature(document, rows)
    language = document.genre.language
    rows = [_without_ranks(row) for row in rows]
    return sorted((row for row in rows if not is_body(str(row.get("name")), language)), key=_place)


def _without_ranks(row: Row) -> Row:
    """Return a row whose office has no rank of the person behind it: `Ректор проф.`"""
    role = row.cells.get("role")
    bare = without_ranks(str(role.value)) if role is not None and role.value else ""
    return replace(row, cells={**row.cells, "role": replace(role, value=bare)}) if role is not None and bare else row


def _known(row: Row, rows: list[Row], *columns: str) -> bool:
    """Say whether the same person is known, with the same act or office where that is named."""
    return any(all(row.get(c) == other.get(c) for c in ("name", *columns)) for other in rows)


def _inside(row: Row, listed: list[Span | None]) -> bool:
    """Say whether a row's name stands where a list of people names it: it is no signature there."""
    place = row.cells["name"].span if "name" in row.cells else None
    return place is not None and any(s and s.start <= place.start < s.end for s in listed)


def _place(row: Row) -> int:
    cell = row.cells.get("name") or row.cells.get("role")
    if cell is not None and cell.extractor.startswith("people.esignature"):
        cell = row.cells["act"]
    return cell.span.start if cell is not None and cell.span is not None else 0
