"""Upright heads that a converter wrote backwards, letter by letter (`їіцкеЛ`) or word by word (`обсяг Загальний`)."""

from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.curriculum.wording import lexicon

if TYPE_CHECKING:
    from extractors.curriculum.grids import Place

DEEPEST, FEWEST = 7, 2
"""Rows of a head, at most, and heads of a table that are labels when they are turned round, at least."""
SURE = 0.93


def with_turned_heads(rows: "list[list[Place]]") -> "list[list[Place]]":
    """Return rows with the heads turned round that are known only so, and those beside them that end in a capital."""
    said = {p.text for row in rows[:DEEPEST] for p in row if p.text and not any(map(str.isdigit, p.text))}
    words = {text: turned for text in said if _is_label(turned := " ".join(text.split()[::-1])) and not _is_label(text)}
    signs = {text: text[::-1] for text in said if _is_label(text[::-1]) and not _is_label(text)}
    if len(signs) >= FEWEST:
        signs |= {text: text[::-1] for text in said if text[-1].isupper() and text[-2:-1].islower()}
    told = {**(words if len(words) >= FEWEST else {}), **(signs if len(signs) >= FEWEST else {})}
    for row in rows[:DEEPEST] if told else ():
        for n, place in enumerate(row):
            if (turned := told.get(place.text)) and place.span:
                row[n] = replace(place, text=turned, lines=((turned, place.span),))
    return rows


def _is_label(text: str) -> bool:
    return any(lexicon(name).match(text, SURE) is not None for name in ("heads.tsv", "activities.tsv"))
