"""Codes of a column of a dense table, in Cyrillic letters, brought to the shape that the column has.

`зп.о1` among `ЗП.02` is `ЗП.01`. Indexes of Russian plans (`Б1.О.01`, the blocks and parts that their standards name)
are read as figures: both readings must give the same number at the end.
"""

import re
from collections.abc import Sequence

CODE = re.compile(r"((?:[А-ЯЇІЄҐЁа-яїієґё]|3(?=[а-яїієґА-ЯЇІЄҐ])){1,5})([ .\-]{0,2})([0-9оОзЗб]{1,3})")
INDEX = re.compile(r"[Бб56][1-3][.,][0ОоOo8ВвB](?:[.,]\d\d){1,2}")
PART = str.maketrans({"0": "О", "о": "О", "O": "О", "o": "О", "8": "В", "в": "В", "B": "В"})
NUMBER = str.maketrans("оОзЗб", "00336")
FEWEST, SHARE = 3, 0.5


def code_column(readings: Sequence[tuple[str, str]]) -> list[str | None]:
    """Return the codes that two readings of the entries of a column are; None for those that are left as they are.

    An empty text says that an entry is an index whose number the readings do not agree on.
    """
    indexes = [any(INDEX.fullmatch(text) for text in pair) for pair in readings]
    if sum(indexes) >= FEWEST and sum(indexes) >= SHARE * len(readings):
        return [_index(*pair) if known else None for pair, known in zip(readings, indexes, strict=True)]
    codes = [CODE.fullmatch(first) for first, _ in readings]
    found = [c for c in codes if c]
    if len(found) < FEWEST or len(found) < SHARE * len(readings):
        return [None] * len(readings)
    capital = sum(c[1].isupper() for c in found) >= 0.3 * len(found)
    between = max({c[2] for c in found}, key=[c[2] for c in found].count)
    return [_code(c, capital, between) if c else None for c in codes]


def _index(first: str, second: str) -> str:
    one, two = first.replace(",", "."), second.replace(",", ".")
    if not INDEX.fullmatch(one):
        one = two
    block, part, number = one.split(".", 2)
    agreed = two.endswith(f".{number}") and first.replace(",", ".").endswith(f".{number}")
    return f"Б{block[1:]}.{part.translate(PART)}.{number}" if agreed else ""


def _code(code: re.Match[str], capital: bool, between: str) -> str:
    letters = code[1].replace("3", "З")
    return (letters.upper() if capital else letters) + between + code[3].translate(NUMBER)
