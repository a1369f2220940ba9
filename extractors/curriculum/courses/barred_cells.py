"""Cells of scans that are two on paper: the rule between a code and a name was not found, and read as a bar."""

import re
from dataclasses import replace

from models.text import Span, TableCell, Text

_BARRED = re.compile(r"(?=\S*\d)[^\s|]{2,20}(?P<bar>\s*\|\s*)[^\W\d_][^|]+")
"""A code and a name with the rule between them, which a scan read as a bar: `ОК 1 | Economics`."""


def at_bar(text: Text, cell: TableCell) -> tuple[TableCell, ...]:
    """Return the two cells that a scan ran together over two columns, their rule read as a bar; else the cell."""
    bar = _BARRED.fullmatch(text[cell.span]) if cell.column_span == 2 and cell.row_span == 1 else None
    if bar is None:
        return (cell,)
    left = replace(cell, column_span=1, span=Span(cell.span.start, cell.span.start + bar.start("bar")), breaks=())
    right = replace(left, column=cell.column + 1, span=Span(cell.span.start + bar.end("bar"), cell.span.end))
    return (left, right)
