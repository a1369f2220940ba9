"""Codes of two names and a number in Cyrillic letters, `ОК ЗП 12`: small print reads as `окзЗп12`, `ОКЗПІ2`.

The column tells its names, the model of Latin letters the number: it takes no figure for a letter of the name.
"""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz.distance import Levenshtein

SPACED = re.compile(r"([А-ЯЇІЄҐ]{2,3} [А-ЯЇІЄҐ]{2,3}) ?(\d{1,2})")
NUMBER = re.compile(r"(?<= )\d{1,2}$")
FEWEST = 2
"""Entries of a column that have a name by the reading of its own script."""
STRAYED = 2
"""Letters of an entry, at most, that are not those of its name; another name must stray further."""


def spaced_codes(pairs: Sequence[tuple[str, str]]) -> list[str | None]:
    """Return codes of two names and a number, of entries as both models read them; None for those that are left."""
    counts = Counter(match[1] for own, _ in pairs if (match := SPACED.fullmatch(own)))
    names = [name for name, count in counts.items() if count >= FEWEST]
    out = [_code(own, other, names) for own, other in pairs]
    for n, (own, other) in enumerate(pairs):  # a number that ran into its name is told by the one above or below
        beside = [(at, n - at) for at in (n - 1, n + 1) if out[n] is None and 0 <= at < len(out)]
        for code in {_counted(out[at], step) for at, step in beside} - {""}:
            name, number = code.rsplit(" ", 1)
            if name == _name(own, names) and own.endswith(number) and other.endswith(number):
                out[n] = code
    return out


def _code(own: str, other: str, names: Sequence[str]) -> str | None:
    number, name = NUMBER.search(other), _name(own, names)
    return f"{name} {int(number[0])}" if number and name else None


def _name(own: str, names: Sequence[str]) -> str | None:
    """Return which of the names an entry has, None where two are as near or none is."""
    letters = re.sub(r"[\W\d]+", "", re.sub(r"\d{1,2}$", "", own).replace("3", "З")).upper()
    strayed = sorted((Levenshtein.distance(letters[: len(name)], name.replace(" ", "")), name) for name in names)
    if not strayed or strayed[0][0] > STRAYED or len(strayed) > 1 and strayed[1][0] == strayed[0][0]:
        return None
    return strayed[0][1]


def _counted(code: str | None, step: int) -> str:
    """Return the code that stands so many places behind one, nothing for none."""
    name, _, number = (code or "").rpartition(" ")
    return f"{name} {int(number) + step}" if name else ""
