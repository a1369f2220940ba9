"""Notes below tables: `(1) Xếp loại theo quy chế.` explains a mark `(1)` in a cell, and is no provision."""

import re

from extractors.parsing.lines import Printed

NOTE = re.compile(r"\((\d{1,2}|\*{1,3})\)\s*[^\W\d_]")
MARK = re.compile(r"[^\W\d_%.)]\s?\((\d{1,2}|\*{1,3})\)\s*(?:[\t|]|$)")
"""A mark at the end of a cell, behind words: not the number of a column, which stands alone."""


def table_notes(lines: list[Printed]) -> set[int]:
    """Return the places of the numbered notes right below a table one of whose cells bears such a mark."""
    notes: set[int] = set()
    marks: set[str] = set()
    following = False
    for place, line in enumerate(lines):
        if line.furniture:
            continue
        if line.table:
            marks = (marks if not following else set()) | {m[1] for m in MARK.finditer(line.text)}
            continue
        note = NOTE.match(line.text)
        if marks and note and (following or note[1] in marks):
            notes.add(place)
            following = True
        elif not (following and line.lower_start):
            marks, following = set(), False
    return notes
