"""Columns of a table of courses that are headed alike: which of them belong together."""

import re

from extractors.curriculum.heads import Column


def beside(columns: list[Column], other: Column | None) -> list[Column]:
    """Return columns headed alike with those first that stand under the same heads as another, or nearest to it.

    Beside the courses that are recognised stand those that were learnt elsewhere, which have no codes.
    """
    heads = [re.sub(r"\s", "", " ".join(column.path[-1:])).casefold() for column in columns]
    if other is None or len(set(heads)) == len(heads):
        return columns
    grouped = len(other.path) > 1
    return sorted(columns, key=lambda c: (grouped and c.path[:1] != other.path[:1], abs(c.index - other.index)))
