"""Cells of a plan of which a scan left scraps: weeks and sources that are none, something else among codes of works."""

import re
from collections.abc import Iterator

from extractors.curriculum.grids import grids
from extractors.curriculum.heads import Column, Headed, headed
from models.document import Document
from models.text import Span

_SCRAPS = re.compile(r"[<>=„|\\{}~^]")
_APART = re.compile(r"\d{1,2} \d{1,2}(?!\d)")
"""Two numbers with nothing between them: a dash or a comma was lost."""
_CODES = re.compile(r"[A-ZĐ]{1,3}\.?\d(?:\.\d{1,2}){1,2}(?:[\s,;]+[A-ZĐ]{1,3}\.?\d(?:\.\d{1,2}){1,2})*")
_LETTERS = re.compile(r"[^\W\d_]{2,3}")
_WORD = re.compile(r"[^\W\d_]{3}")
LEAST = 2
"""Cells with codes in a column of works, at least."""


def torn(document: Document) -> Iterator[Span]:
    """Yield the places of the cells of plans that tell no week, source or work, though something is printed there."""
    for grid in grids(document):
        head = headed(grid)
        if head is None or not head.of("topic"):
            continue
        week, control, sources = head.of("week"), head.of("control"), head.of("sources")
        for r in head.data:
            place, work = head.at(r, week), head.at(r, control)
            if place.span and not place.merged and is_torn(place.text):
                yield place.span
            told = head.at(r, sources)
            if told.span and not told.merged and is_no_source(head, r, sources):
                yield told.span
            if work.span and not work.merged and is_no_code(head, r, control):
                yield work.span


def is_torn(week: str) -> bool:
    """Say whether a week is what a scan left of one: a bracket without its other half, scraps, numbers side by side."""
    halves = week.count("(") != week.count(")")
    return halves or bool(_SCRAPS.search(week)) or bool(_APART.match(week.strip()))


def is_no_source(head: Headed, r: int, column: Column | None) -> bool:
    """Say whether a cell is two or three letters in a column of sources that has figures elsewhere: `ЫЗ` for `1, 3`."""
    if not _LETTERS.fullmatch(head.at(r, column).text.strip(" .")):
        return False
    return any(c.isdecimal() for other in head.data if other != r for c in head.at(other, column).text)


def is_no_code(head: Headed, r: int, column: Column | None) -> bool:
    """Say whether a cell without a word stands in a column of dotted codes of works and is none: `A141`."""
    own = head.at(r, column).text.strip(" .")
    if not own or _CODES.fullmatch(own) or _WORD.search(own):
        return False
    printed = [head.at(other, column).text.strip(" .") for other in head.data if other != r]
    coded = sum(bool(_CODES.fullmatch(text)) for text in printed)
    return coded >= LEAST and coded * 2 >= sum(bool(text) for text in printed)
