r"""Capital and small letters in regular expressions, said as `\p{Lu}` and `\p{Ll}`.

The notation is that of Unicode's regular expressions (UTS 18), which `re` does not know. A range such as `À-Ỹ` is no
class of capitals: small letters stand between them, and all of Cyrillic.
"""

import re
from functools import lru_cache

_VIETNAMESE = "ạảấầẩẫậăắằẳẵặđẹẻẽếềểễệĩỉịọỏốồổỗộơớờởỡợũụủưứừửữựỳỵỷỹ"  # beyond Latin-1
CYRILLIC = "а-яёіїєґәғқңөұүһ"
"""Small letters of Russian, Ukrainian and Kazakh, to stand in a class; in capitals with `upper`."""

SMALL = f"a-zß-öø-ÿ{_VIETNAMESE}{CYRILLIC}"
CAPITALS = f"A-ZÀ-ÖØ-Þ{_VIETNAMESE.upper()}{CYRILLIC.upper()}"
_NAMED = {r"\p{Lu}": CAPITALS, r"\p{Ll}": SMALL}
_PARTS = re.compile(r"\\p\{L[ul]\}|\\.|\[\^?\]?(?:\\.|[^\]\\])*\]", re.DOTALL)


def lettered(pattern: str) -> str:
    r"""Return the pattern with `\p{Lu}` and `\p{Ll}` written out for `re`: Latin, Vietnamese and Cyrillic letters.

    Latin letters are those of Latin-1 and of Vietnamese, Cyrillic ones those of Russian, Ukrainian and Kazakh.
    """
    return _PARTS.sub(_written_out, pattern) if r"\p{L" in pattern else pattern


def _written_out(part: re.Match[str]) -> str:
    within = part[0]
    if within in _NAMED:
        return f"[{_NAMED[within]}]"
    for name, letters in _NAMED.items():
        within = within.replace(name, letters)
    return within


@lru_cache(maxsize=100_000)
def distance(one: str, other: str) -> int:
    """Return how many letters it takes to make one word of another."""
    row = list(range(len(other) + 1))
    for number, a in enumerate(one, 1):
        before, row = row, [number]
        for at, b in enumerate(other):
            row.append(min(before[at + 1] + 1, row[at] + 1, before[at] + (a != b)))
    return row[-1]
