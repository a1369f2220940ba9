"""Blank forms at the end of a document: their lines are a template and no provisions."""

import re

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed

BLANK = re.compile(r"_{3,}|(?:\\_){3,}|\.{6,}(?!\s*\d+\s*$)|…{3,}|(?:\. ){5,}")
WINDOW = 8  # lines looked at together
DENSE = 2  # of them have blanks


def has_blank(line: str) -> bool:
    """Return whether a line has a place to be filled in."""
    return bool(BLANK.search(line))


def form_lines(lines: list[Printed]) -> set[int]:
    """Return the places in `lines` of the lines of blank forms: from the first blank or address to the last of them.

    A form begins in the later half of a document, or after its first page, at an address or where blanks grow dense.
    """
    start = _first(lines)
    return set() if start is None else set(range(start, _last(lines, start) + 1))


def _first(lines: list[Printed]) -> int | None:
    blanks = [has_blank(line.text) for line in lines]
    for i, line in enumerate(lines):
        if i < len(lines) * 0.4 or line.furniture:
            continue
        window = sum(blanks[i : i + WINDOW])
        if begins("addressee", line.text) and (has_blank(line.text) or window >= 1):
            return i
        if blanks[i] and window >= DENSE + 1 and sum(blanks[i:]) >= 0.15 * (len(lines) - i):
            return i
    return None


def _last(lines: list[Printed], start: int) -> int:
    return len(lines) - 1
