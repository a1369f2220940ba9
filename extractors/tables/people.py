"""The people table: signatures, approvals and named roles."""

import re
from dataclasses import replace

from extractors.heads import read_head
from extractors.people import read_people
from models.document import Document
from models.rows import Row

_RULE = re.compile(r"[.,]?(?:\s[|_.]{1,3}){3,}\s*$")  # a rule for a signature that an engine read as strokes


def extract(document: Document) -> list[Row]:
    """Return a row for each person and act; who signs an act does so on the date that it bears."""
    rows = [_without_rule(row) for row in read_people(document)]
    if document.genre.language != "vi" or not rows:
        return rows
    if document.genre.kind in ("syllabus", "programme"):
        return rows
    issued = read_head(document).values.get("issued_on")
    if issued is None or len(str(issued.value)) < 10:
        return rows
    dated = replace(issued, confidence=min(issued.confidence, 0.85), extractor="people.issued_on")
    return [
        replace(row, cells={**row.cells, "acted_on": dated})
        if row.get("act") == "signed" and row.get("name") and "acted_on" not in row.cells
        else row
        for row in rows
    ]


def _without_rule(row: Row) -> Row:
    role = row.cells.get("role")
    if role is None or not _RULE.search(str(role.value)):
        return row
    return replace(row, cells={**row.cells, "role": replace(role, value=_RULE.sub("", str(role.value)))})
