"""What tells the kind of a paper without a title: signs of its head, that are data."""

import re
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

SIGNS = Path(__file__).parent / "knowledge" / "signs.tsv"
MOST = 6.0
"""What the signs of a kind count at most: as much as its word alone on a line."""


@cache
def _signs() -> tuple[tuple[str, str, re.Pattern[str], float, str], ...]:
    rows = read_table(SIGNS, ("kind", "language", "pattern", "weight", "reason", "example"))
    return tuple(
        (row["kind"], row["language"], re.compile(row["pattern"], re.MULTILINE), float(row["weight"]), row["reason"])
        for row in rows
    )


def signs_of(kind: str, language: str, head: str) -> tuple[float, str]:
    """Return what the signs of a kind in the head of a text count together, and what they are."""
    found = [
        (weight, why)
        for own, its, pattern, weight, why in _signs()
        if (own, its) == (kind, language) and pattern.search(head)
    ]
    return min(MOST, sum(weight for weight, _ in found)), "; ".join(why for _, why in found)
