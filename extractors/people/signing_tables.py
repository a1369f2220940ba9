"""Tables without rules that lay out signatures: an office, a place for the signature, a name in every row."""

import re

from extractors.finding.persons import only_person
from models.document import Document
from models.text import TextLine

MOST_ROWS = 8
"""Rows of a table of signatures; what has more of them lists people."""
LONGEST_OFFICE = 160
_BLANK = re.compile(r"[\W_]*")


def signing_rows(document: Document) -> dict[int, str]:
    """Return office and name, a tab between, of the rows of such tables, by where each row's line starts."""
    by_table: dict[int, list[TextLine]] = {}
    for line in document.text.lines:
        if line.table is not None:
            by_table.setdefault(line.table, []).append(line)
    rows: dict[int, str] = {}
    for lines in by_table.values():
        told = [_told(document, line) for line in lines]
        if len(lines) <= MOST_ROWS and all(told):
            rows |= {line.start: one for line, one in zip(lines, told, strict=True) if one}
    return rows


def _told(document: Document, line: TextLine) -> str | None:
    cells = [cell.strip() for cell in document.text.content[line.start : line.end].split("\t")]
    filled = [cell for cell in cells if not _BLANK.fullmatch(cell)]
    if len(filled) != 2 or len(cells) > 4 or filled[0] != cells[0]:
        return None
    office, name = filled
    if not office[:1].isupper() or re.search(r"[;:№\d_]", office) or len(office) > LONGEST_OFFICE:
        return None
    return f"{office}\t{name}" if only_person(name, document.genre.language) else None
