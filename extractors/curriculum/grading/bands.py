"""Groups of graded works named in a row over the whole table: `Поточний контроль` above its works."""

import re

from extractors.curriculum.grading.columns import sums_up
from extractors.curriculum.grading.mark_figures import figures_of
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.wording import fold
from models.rows import Value


def banded_rows(head: Headed, title: Column, rows: list[int]) -> dict[int, dict[str, Value]]:
    """Return the rows that name a group over works and figures alike, each with the sum that a row below prints for it.

    Only where the first row is one, and works stand below every one of them.
    """
    figured = head.of("score", "weight")
    bands = [r for r in rows if figured and _over_figures(head, r, title, figured)]
    if not bands or bands[0] != rows[0] or any(r + 1 in bands or r + 1 not in head.data for r in bands):
        return {}
    found: dict[int, dict[str, Value]] = {}
    for r in bands:
        name = fold(head.at(r, title).text)
        sums = [n for n in head.data if n > r and sums_up(head, n) and name and name in fold(_words(head, n))]
        found[r] = figures_of(head, sums[0]) if sums else {}
    return found


def _over_figures(head: Headed, r: int, title: Column, figured: Column) -> bool:
    named, figure = head.at(r, title), head.at(r, figured)
    return bool(re.search(r"[^\W\d_]{3}", named.text)) and not named.merged and figure.span == named.span


def _words(head: Headed, r: int) -> str:
    return " ".join(p.text for p in head.grid.rows[r] if not p.merged)
