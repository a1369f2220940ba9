"""Upright heads that a converter wrote backwards, letter by letter (`їіцкеЛ`) or word by word (`обсяг Загальний`)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.curriculum.wording import lexicon

if TYPE_CHECKING:
    from extractors.curriculum.grids import Place

DEEPEST, FEWEST, SURE = 7, 2, 0.93
"""Rows of a head, at most; heads of a table that are labels only backwards, at least; how surely (0 to 1)."""


def with_turned_heads(rows: "list[list[Place]]") -> "list[list[Place]]":
    """Return rows with the heads turned round that are known only so, and those beside them that end in a capital."""
    said = [p.text for row in rows[:DEEPEST] for p in row if p.text and not any(map(str.isdigit, p.text))]
    for turned in ({text: " ".join(text.split()[::-1]) for text in said}, {text: text[::-1] for text in said}):
        known = {text for text in turned if _is_label(turned[text]) and not _is_label(text)}
        for row in rows[:DEEPEST] if len(known) >= FEWEST else ():
            for n, place in enumerate(row):
                end = place.text[-2:].swapcase()
                if place.span and (
                    place.text in known or place.text in turned and len(end) > 1 and end.isalpha() and end.istitle()
                ):
                    whole = turned[place.text]
                    row[n] = replace(place, text=whole, lines=((whole, place.span),))
    return rows


def _is_label(text: str) -> bool:
    return any(lexicon(name).match(text, SURE) is not None for name in ("heads.tsv", "activities.tsv"))
