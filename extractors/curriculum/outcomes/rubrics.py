"""Rubrics: tables that describe how well a criterion may be met; the codes in them only say what is measured."""

import re

from extractors.curriculum.grids import Grid
from extractors.curriculum.outcomes.codes import only
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "outcome_words.tsv"
_STEP = Wordings(
    _WORDS,
    r"(?i)(?:[^\d%]{0,40}[(:\s<>≤≥])?\d{1,3}(?:[.,]\d)?\s*(?:(?:[-–]|<<to>>)\s*(?:<<below>>\s|[<≤])?\s*\d{1,3}(?:[.,]\d)?\s*)?"
    r"(?:%|<<mark>>)?\s*\)?|<<step>>\s*\w{1,2}|<<quality>>(?:\W.*)?",
)
LEAST_STEPS = 3
"""Steps that the head of a rubric names at least: `Kém (0%)`, `8,5 - 10`, `Tốt`."""
_BOUNDED = Wordings(_WORDS, r"\D*\d[^:]*(?:[-–<>≤≥]|<<to>>)[^:]*\d\W*", re.IGNORECASE)
SURE_STEPS = 3
"""Steps with two bounds, `Từ 7 đến < 9`, that nothing but a rubric has over its columns."""


def is_rubric(grid: Grid, language: str = "") -> bool:
    """Say whether a table describes steps of quality: a column of criteria or of repeated codes, and steps over the
    other columns."""
    for row in grid.rows[:2]:
        own = [p.text for p in row if p.text and not p.merged]
        told = [t for t in own if len(t) <= 48 and any(c.isalnum() for c in t) and _STEP.fullmatch(t)]
        steps = len(told)
        criterion = any(lexicon("heads.tsv").match(text, 0.9) == "criterion" for text in own)
        bounded = sum(bool(_BOUNDED.fullmatch(text)) for text in told) >= SURE_STEPS
        if steps >= LEAST_STEPS and (criterion or bounded or _repeats_codes(grid, language)):
            return True
    return False


def _repeats_codes(grid: Grid, language: str) -> bool:
    """Say whether a code stands alone in a cell of three rows or more: it is no definition there."""
    found = [code.text for row in grid.rows for p in row if not p.merged and (code := only(p.text, language))]
    return any(found.count(text) >= 3 for text in set(found))
