"""Names brought to their first case, and numbers compared with the one they were meant to be."""

import re
from pathlib import Path

from rapidfuzz.distance import DamerauLevenshtein

from extractors.resolving.register import Register
from normalizers.knowledge import mapped

_CASES = Path(__file__).parent / "knowledge" / "nominatives.tsv"
"""Oblique heads of names with their first case."""


def first_case(printed: str, language: str) -> str:
    """Return a name of a body or a title with its head in the first case; the rest stays as printed."""
    for oblique, first in mapped(_CASES, "printed", "first", language).items():
        if language == "kk":
            if printed.endswith(oblique):
                return printed[: -len(oblique)] + first
        elif re.match(re.escape(oblique) + r"(?!\w)", printed):
            return first + printed[len(oblique) :]
    return printed


def meant_symbol(number: str, register: Register) -> str | None:
    """Return a Vietnamese number with its issuer's symbol put right where it is one slip from a ministry's, else None.

    `02/2022/TT-BDGĐT` has two letters exchanged: the circulars of that ministry bear `BGDĐT`.
    """
    match = re.fullmatch(r"(\d+/\d{4}/(?:TT|TTLT|NĐ|QĐ)-)([A-ZĐ]{4,8})", number)
    if match is None:
        return None
    known = {symbol for body in register.bodies for symbol in body.symbols if len(symbol) >= 4}
    if match[2] in known:
        return None
    near = [s for s in known if sorted(s) == sorted(match[2]) and DamerauLevenshtein.distance(s, match[2]) == 1]
    return match[1] + near[0] if len(near) == 1 else None
