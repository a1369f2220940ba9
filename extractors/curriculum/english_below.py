"""What a cell says in two languages: its own words, and the English ones on the lines below them."""

import re
from collections.abc import Sequence

from extractors.curriculum.grids import Place
from extractors.curriculum.wording import lexicon
from models.text import Span

_ENGLISH = re.compile(r"\(?[A-Z0-9][A-Za-z0-9 ,&'’()/+#.:-]{2,}\)?")
_SHORT = re.compile(r"[A-Z]{2,4}s?|No\.?")
SURE = 0.9
"""Score (0 to 1) from which the words above the English ones are a label of a head."""


def above_english(lines: Sequence[tuple[str, Span]]) -> tuple[str, str] | None:
    """Return the name that the first lines of a cell give and the English one of the lines below; None for one name."""
    for cut in range(1, len(lines)):
        above = " ".join(line for line, _ in lines[:cut])
        below = " ".join(line for line, _ in lines[cut:])
        if not above.isascii() and below.isascii() and _ENGLISH.fullmatch(below) and _is_english(below):
            return above.strip(), below.strip(" ()")
    return None


def native_label(place: Place) -> str:
    """Return the label of a head without its English below, `Thời điểm` over `Assessment time`; else all its words."""
    if len(place.lines) < 2:
        return place.text
    both = above_english(place.lines)
    short = _SHORT.fullmatch(place.lines[-1][0]) and not lexicon("activities.tsv").exact(place.lines[-1][0])
    above = both[0] if both else place.lines[0][0] if short else ""
    known = above and any(lexicon(name).match(above, SURE) for name in ("heads.tsv", "activities.tsv"))
    return above if known else place.text


def _is_english(text: str) -> bool:
    """Say whether words without marks may be an English name: a word of five letters, which no Vietnamese one has
    without marks but for a few."""
    return any(len(word) >= 5 for word in re.findall(r"[A-Za-z]+", text))
