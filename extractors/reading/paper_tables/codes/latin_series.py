"""Codes of Latin series among letters of another script: `PLO3`, not `РІОЗ`.

Only series whose name has a letter that no Cyrillic one looks like are told apart here (`PLO`, `CLO`): what both
scripts could spell stays as it was read.
"""

import re
from functools import cache

from normalizers.unicode.twins import twin
from normalizers.values.code_series import series
from normalizers.values.misread_figures import as_figures

NUMBER = r"[\dIl|Oo]{1,2}(?:[.,]\d{1,2}){0,2}"
BETWEEN = r"\s*[,;]\s*"
HIGHEST = 30
"""Numbers of a series up to which letters in them are taken for figures."""


@cache
def _series() -> str:
    """Return the names of Latin series that cannot be Cyrillic, longest first, as alternatives."""
    names = {one.prefix for one in series() if one.script == "latin" and not one.languages}
    own = [n for n in names if n.isascii() and len(n) > 1 and not all(map(twin, n))]
    both = [n for n in names if n.isascii() and n not in own and len(n) > 2]
    return "|".join(sorted((*own, *both), key=lambda n: (-len(n), n)))


@cache
def _code() -> re.Pattern[str]:
    return re.compile(rf"({_series().replace('O', '[O0]')})[ .]?({NUMBER})")


def is_code(text: str) -> bool:
    """Return whether a text is a code of a Latin series, or a list of such, all figures of it figures."""
    one = rf"(?:{_series()})\s?\d{{1,2}}(?:\.\d{{1,2}}){{0,2}}"
    return re.fullmatch(rf"{one}(?:{BETWEEN}{one})*[,;.]?", text) is not None


def code_of(text: str) -> str | None:
    """Return a text as codes of Latin series; None where it is none.

    A letter in a number is the figure that it looks like where the number is one that a series has: `PLOl0` is `PLO10`.
    """
    out: list[tuple[str, str]] = []
    at = 0
    for match in _code().finditer(text):
        between = text[at : match.start()]
        if not re.fullmatch(BETWEEN if out else r"", between):
            return None
        number = as_figures(match[2].replace(",", "."))
        if number != match[2] and int(number.split(".")[0]) > HIGHEST or number.startswith("0"):
            return None
        out.append((between, f"{match[1].replace('0', 'O')}{number}"))
        at = match.end()
    if not out or text[at:].strip(" ,;."):
        return None
    return "".join(f"{', ' if between else ''}{code}" for between, code in out)


def named(text: str) -> str | None:
    """Return the name of a Latin series that a text is, None where it is none."""
    bare = text.strip(" .,:;").replace("0", "O")
    return bare if re.fullmatch(_series(), bare) else None
