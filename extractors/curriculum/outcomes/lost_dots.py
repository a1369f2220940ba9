"""Codes of outcomes whose dot a scan lost: `G21` among `G1.2`, `G2.2` and `G3.1` is `G2.1`.

Only where the document states nothing that the figures could be otherwise, and prints dots in codes of the same series.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from extractors.curriculum.outcomes.codes import Code, Key
from models.document import Document

if TYPE_CHECKING:
    from extractors.curriculum.outcomes.tables import Outcome

DOTTED = 2
"""Codes of the series that have their dot, at least."""
TENS = 10


def with_dots(document: Document, found: "Sequence[Outcome]") -> "list[Outcome]":
    """Return the outcomes, those of a scan that lost the dot of their code with it."""
    stated = {o.code.key for o in found if o.code}
    return [
        replace(o, code=whole)
        if o.code and document.text.trace(o.span).confidence < 1 and (whole := dotted(o.code, stated))
        else o
        for o in found
    ]


def without_dots(keys: dict[Key, str]) -> dict[Key, str]:
    """Return the keys of dotted codes as a scan that loses dots prints them, where nothing else is known by them."""
    bare: dict[Key, str] = {}
    for (prefix, index), text in keys.items():
        if len(index) == 2 and max(index) < TENS and (key := (prefix, (TENS * index[0] + index[1],))) not in keys:
            bare[key] = text
    return bare


def dotted(code: Code, stated: set[Key]) -> Code | None:
    """Return a code with the dot between its two figures; None where they may be one number."""
    prefix, (number, *rest) = code.key
    whole, part = divmod(number, TENS)
    siblings = [index for other, index in stated if other == prefix and len(index) == 2]
    counted = [index[0] for other, index in stated if other == prefix and len(index) == 1 and index != code.index]
    held = (prefix, (whole,)) in stated or any(index[0] == whole for index in siblings)
    in_row = any(abs(other - number) == 1 for other in counted)
    if rest or not 1 <= whole < TENS or not part or len(siblings) < DOTTED or not held or in_row:
        return None
    if (prefix, (whole, part)) in stated or not code.text.endswith(str(number)):
        return None
    return replace(code, text=f"{code.text[: -len(str(number))]}{whole}.{part}", index=(whole, part))
