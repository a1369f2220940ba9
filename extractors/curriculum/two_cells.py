"""Rows of two cells: a label without its value, a section's number beside its text."""

import re

from extractors.curriculum.grids import Place

CLAUSE_NUMBER = re.compile(r"\d{1,2}(?:\.\d{1,2}){1,2}\.?")
"""The number of a section of a section, in a cell of its own: `1.2`."""


def numbered_row(row: tuple[Place, ...]) -> Place | None:
    """Return what stands beside a number in a row of two cells: a section laid out as a table, `1.2 | Задачи`."""
    if len(row) != 2 or not CLAUSE_NUMBER.fullmatch(row[0].text) or row[1].merged or not row[1].text:
        return None
    return row[1]


def unnumbered(own: list[Place]) -> list[Place]:
    """Return label and value of a row of three cells that begins with its number: `6 | Learning outcomes | …`."""
    numbered = len(own) == 3 and re.fullmatch(r"\d{1,2}[.)]?", own[0].text)
    return own[1:] if numbered and ":" not in own[1].text.rstrip(" :") else own


def label_alone(row: tuple[Place, ...]) -> bool:
    """Say whether a row of two cells has words in the left one only: a label without its value."""
    return len(row) == 2 and bool(row[0].text) and not row[0].merged and not row[1].text
