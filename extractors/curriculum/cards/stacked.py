"""Cards with a column for each form of study, whose labels stand over their values."""

import re
from collections.abc import Iterator

from extractors.curriculum.courses.semesters import semester_of
from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.heads import headed, mode_of
from extractors.curriculum.wording import KNOWLEDGE
from models.document import Document
from normalizers.wordings import Wordings

SEMESTER = Wordings(KNOWLEDGE / "semester_words.tsv", r"<<label>>", re.I)
"""The label of a semester, over its number."""
BELOW = 8
"""Rows below the forms of study in which the semesters of each stand, at most."""


def stacked(document: Document) -> Iterator[tuple[str, list[tuple[str | None, Place]]]]:
    """Yield labels that stand over their values, one for each form of study: `Лекції` over `30 год.` and `6 год.`"""
    for grid in grids(document):
        plan = (head := headed(grid)) and head.of("topic", "task")  # of what is done, no card
        for r, row in enumerate(() if plan else grid.rows):
            heads = {n: m for n, p in enumerate(row) if p.text and not p.merged and (m := mode_of(p.text))}
            if len(heads) >= 2:
                yield from _stacked_rows(grid, r + 1, _under(grid, r, heads))
                break


def _under(grid: Grid, r: int, heads: dict[int, str]) -> dict[int, str]:
    """Return the columns below the heads of the forms of study, one for each semester where a row below names them."""
    wide = dict(heads)
    for n in range(min(heads), len(grid.rows[r])):
        place = grid.rows[r][n]
        if n not in wide and n - 1 in wide and (place.merged or not place.text):
            wide[n] = wide[n - 1]
    apart = len(wide) > len(set(wide.values()))
    return wide if apart and _semester_row(grid, r, list(wide)) else heads


def _semester_row(grid: Grid, r: int, columns: list[int]) -> tuple[Place, ...] | None:
    """Return the row below the forms of study that names a semester in every column, with the word or below it."""
    for above, below in zip(grid.rows[r : r + BELOW], grid.rows[r + 1 : r + 1 + BELOW], strict=False):
        named = [below[c] for c in columns]
        labelled = SEMESTER.fullmatch(above[columns[0]].text.strip(" .:"))
        worded = not any(p.text.isdecimal() for p in named)
        if (labelled or worded) and all(semester_of(p.text) and not p.merged for p in named):
            return below
    return None


def semesters_over(document: Document) -> list[Place]:
    """Return the semesters that stand side by side below the first form of study of a card; nothing elsewhere."""
    for grid in grids(document):
        for r, row in enumerate(grid.rows[:-1]):
            heads = {n: m for n, p in enumerate(row) if p.text and not p.merged and (m := mode_of(p.text))}
            if len(heads) >= 2:
                return _semesters_of_first(grid, r, _under(grid, r, heads))
    return []


def _semesters_of_first(grid: Grid, r: int, columns: dict[int, str]) -> list[Place]:
    """Return the cells that name the semesters of the first of the forms of study, where it has several columns."""
    first = [c for c, mode in columns.items() if mode == next(iter(columns.values()))]
    row = _semester_row(grid, r, first) if len(first) > 1 else None
    told = {semester_of(row[c].text) for c in first} if row else set()
    return [row[c] for c in first] if row and len(told) == len(first) else []


def _stacked_rows(
    grid: Grid, start: int, modes: dict[int, str]
) -> Iterator[tuple[str, list[tuple[str | None, Place]]]]:
    first, labelled = min(modes), False
    for row, below in zip(grid.rows[start:], grid.rows[start + 1 :], strict=False):
        label = row[first]
        values: list[tuple[str | None, Place]] = [(mode, below[n]) for n, mode in modes.items()]
        alone = not any(row[n].text for n in modes if n != first)  # where a converter left the span empty
        spans_all = all(p.text == label.text for p in row[first : max(modes) + 1])
        over, labelled = labelled, False
        whole = spans_all and not any(p.text and mode_of(p.text) for p in below)
        if alone and not any(map(str.isdigit, label.text)):
            whole = all(place.text for _, place in values)  # a merged cell of a plain text
        if label.text and whole and not label.merged and all(p.text != label.text for _, p in values):
            labelled = True
            yield label.text, [(mode, place) for mode, place in values if place.text and not place.merged]
        beside = row[first - 1] if first else row[first]
        own: list[tuple[str | None, Place]] = [
            (mode, row[n]) for n, mode in modes.items() if row[n].text and not row[n].merged
        ]
        if first and beside.text and own and not spans_all and not over:
            yield beside.text, own
