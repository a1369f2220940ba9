"""Rows that sum up what stands above them, in the tables of every kind."""

import re
from functools import cache

from extractors.curriculum.wording import fold, lexicon


def is_total(text: str) -> bool:
    """Say whether the first words of a row say that it sums up."""
    folded = fold(re.sub(r"[\d.,()%]+", " ", text))
    if not folded or len(folded) > 120:
        return False
    if any(folded == label or folded.startswith(label + " ") and longer for label, longer in _totals().items()):
        return True
    halves = [fold(half).replace(" ", "") for half in re.split(r"[/()|]", text) if half.strip()]
    return len(halves) > 1 and {label.replace(" ", "") for label in _totals()}.issuperset(halves)  # `Tổng / Tota l`


@cache
def _totals() -> dict[str, bool]:
    """Return the words of sums, and whether more words may follow: `Tổng` alone is a sum, `Tổng quan` is a topic."""
    rows = lexicon("totals.tsv").rows
    return {fold(r["label"]): " " in r["label"] or r["language"] != "vi" and r["label"] != "Жалпы" for r in rows}
