"""Digits that were read as letters: `202I`, `l0`, `OZ`, `2t/9/2021`."""

import re
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table

_TABLE = Path(__file__).parents[1] / "knowledge" / "digit_confusions.tsv"
_NAMED = re.compile(r"(?<=\d[./-])(?![IlOo]{1,2}[./-])[A-ZĐ]{2,}(?=[./-])")  # the letters of `13.2.QD.1`
_LETTERED = re.compile(r"(?<=[\d+]/)[A-Z][A-Z-]{2,}|(?<=\d/)[QN][bBPD]|(?<=\d\.)[lI1]Q(?=\.\d)")
"""The letters of `95+/SAT`, of an act's number, and of a law's (`41.6.LQ.35`)."""
_LONGEST_PART = 4  # figures on a side of a stroke
_FIGURES_ALONE = re.compile(r"[\d/.,-]+")
_SHAPE = re.compile(r"[\w!|\]\[()/.,\\+?&$°'-]+")


@cache
def confusions() -> dict[str, tuple[tuple[str, float], ...]]:
    """Return, for a printed character, the digits it may stand for with their costs in nats."""
    rows: dict[str, list[tuple[str, float]]] = {}
    for row in read_table(_TABLE, ("printed", "digit", "cost")):
        rows.setdefault(row["printed"], []).append((row["digit"], float(row["cost"])))
    return {char: tuple(sorted(digits, key=lambda d: d[1])) for char, digits in rows.items()}


def as_digits(text: str) -> tuple[str, float] | None:
    """Return the likeliest number that a printed string stands for, with its cost; None where none can be.

    Separators (`/`, `.`, `,`, `-`) between digits stay. The cost is that of the characters that are not digits.
    """
    if not text or text[-1] == "+" or not _SHAPE.fullmatch(text) or _NAMED.search(text) or _LETTERED.search(text):
        return None
    table, cost = confusions(), 0.0
    number: list[str] = []
    for index, char in enumerate(text):
        if char.isdigit() or char in "/.,-" and 0 < index < len(text) - 1 and number[-1].isdigit():
            number.append(char)
        elif char in table:
            number.append(table[char][0][0])
            cost += table[char][0][1]
        else:
            return None
    said = "".join(number)
    if (
        "/" in text
        and any(len(part) > _LONGEST_PART for part in said.split("/"))
        and not _FIGURES_ALONE.fullmatch(text)
    ):
        return None  # a stroke between two figures was read as one: `21/06l2021`
    return said, cost


def cost_as(text: str, number: str) -> float | None:
    """Return the cost of a printed string having been this number, or None where it cannot be."""
    if len(text) != len(number):
        return None
    table, cost = confusions(), 0.0
    for char, digit in zip(text, number, strict=True):
        if char == digit:
            continue
        if char.isdigit():
            return None
        choices = dict(table.get(char, ()))
        if digit not in choices:
            return None
        cost += choices[digit]
    return cost
