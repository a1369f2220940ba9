"""Figures of several rows that stand below each other in one cell, where a scan lost the rule between the rows."""

import re
from dataclasses import replace
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from extractors.curriculum.grids import Place

_FIGURE = re.compile(r"\d{1,4}(?:[.,]\d{1,2})?")


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
