"""Cells of scans that are several on paper, for the rule between them was not found, or was read as a bar."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from models.text import Span, TableCell, Text

if TYPE_CHECKING:
    from extractors.curriculum.grids import Place

_BARRED = re.compile(r"(?=\S*\d)[^\s|]{2,20}(?P<bar>\s*\|\s*)[^\W\d_][^|]+")
"""A code and a name with the rule between them, which a scan read as a bar: `ОК 1 | Economics`."""
_FIGURE = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")


def at_bar(text: Text, cell: TableCell) -> tuple[TableCell, ...]:
    """Return the two cells that a scan ran together over two columns, their rule read as a bar; else the cell."""
    bar = _BARRED.fullmatch(text[cell.span]) if cell.column_span == 2 and cell.row_span == 1 else None
    if bar is None:
        return (cell,)
    left = replace(cell, column_span=1, span=Span(cell.span.start, cell.span.start + bar.start("bar")), breaks=())
    right = replace(left, column=cell.column + 1, span=Span(cell.span.start + bar.end("bar"), cell.span.end))
    return (left, right)


def with_own_figures(rows: "list[list[Place]]") -> "list[list[Place]]":
    """Return rows with a figure in each of those that one cell covers, where its lines are as many figures."""
    for r, row in enumerate(rows):
        for c, place in enumerate(row):
            parted = [text for text, _ in place.lines if _FIGURE.fullmatch(text)]
            whole = len(parted) == len(place.lines) == place.row_span > 1 and place.column_span == 1
            if place.merged or not whole or r + place.row_span > len(rows):
                continue
            for n, line in enumerate(place.lines):
                rows[r + n][c] = replace(place, text=line[0], span=line[1], lines=(line,), merged=False, row_span=1)
    return rows
