"""The people table: signatures, approvals and named roles."""

from dataclasses import replace

from extractors.heads import read_head
from extractors.people import read_people
from models.document import Document
from models.rows import Row


def extract(document: Document) -> list[Row]:
    """Return a row for each person and act; who signs an act does so on the date that it bears."""
    rows = read_people(document)
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
