"""Columns of a table of courses that are headed alike: which of them belong together."""

import re

from extractors.curriculum.heads import Column

BLOCKS = re.compile(r"(?:các\s+|tên\s+)?(?:khối|nhóm)\s+kiến thức[^/]{0,20}", re.I)
"""The head of a column of parts of a programme, none of them a course."""


def names_parts(column: Column) -> bool:
    """Return whether a column names parts of a programme and no courses."""
    return bool(BLOCKS.fullmatch(column.path[-1]))


def of_courses(columns: list[Column]) -> list[Column]:
    """Return the columns of names without those of parts, where others name the courses of these."""
    return [column for column in columns if not names_parts(column)] or columns


def beside(columns: list[Column], other: Column | None) -> list[Column]:
    """Return columns headed alike with those first that stand under the same heads as another, or nearest to it.

    Beside the courses that are recognised stand those that were learnt elsewhere, which have no codes.
    """
    heads = [re.sub(r"\s", "", " ".join(column.path[-1:])).casefold() for column in columns]
    if other is None or len(set(heads)) == len(heads):
        return columns
    grouped = len(other.path) > 1
    return sorted(columns, key=lambda c: (grouped and c.path[:1] != other.path[:1], abs(c.index - other.index)))
