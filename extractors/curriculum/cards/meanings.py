"""What the label of a card means."""

import re

from extractors.curriculum.cards.ticked import is_option
from extractors.curriculum.wording import lexicon

MARKER = re.compile(r"^\s*(?:[-–•]\s*)?(?:\d{1,2}(?:\.\d{1,2}){0,3}|[IVX]{1,4}|[a-zđ](?=\s?[.)]))?\s*[.)]?\s*")
BLANK = re.compile(r"[_.…\s«»\"()-]*")
"""A place left to be filled in."""


def meaning_of(label: str, *, sure: bool = False) -> tuple[str, float] | None:
    """Return what a label means (of `cards.tsv`) and how surely; None for other words and for what is less sure."""
    label = MARKER.sub("", label).strip(" :.*")
    if lexicon("modes.tsv").match(label, 0.95) or is_option(label):
        return None
    found = lexicon("cards.tsv").best(label) if 1 < len(label) <= 120 else None
    return found if found and found[1] >= (0.97 if sure else 0.82) else None
