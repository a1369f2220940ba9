"""Numbers of provisions: Arabic, Roman and lettered, with what OCR does to them."""

import re
import unicodedata
from functools import cache
from pathlib import Path

from normalizers.knowledge import read_table
from normalizers.unicode.twins import to_cyrillic, to_latin
from normalizers.values.misread_figures import as_figures

NUMERALS = (
    *((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"), (50, "L"), (40, "XL")),
    *((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")),
)
STROKES = str.maketrans("ӀЛ", "IL")
# letters in brackets mark points only in some documents: a series may pass over them
ALPHABETS = (
    ("abcdđeghiklmnopqrstuvxy", "ăâêfjôơưwz"),
    ("abcdefghijklmnopqrstuvwxyz", ""),
    ("абвгдежзклмнопрстуфхцчшщюя", "ґєиіїйьъыэё"),
    ("абвгдежзиклмнопрстуфхцчшщэюя", "ёйъыь"),
    ("абвгдежзиклмнопрстуфхцчшщэюя", "әғёйқңөұүһъыьі"),
)
ORDERS = (
    "aăâbcdđeêfghijklmnoôơpqrstuưvwxyz",
    "abcdefghijklmnopqrstuvwxyz",
    "абвгґдеєжзиіїйклмнопрстуфхцчшщьъыэюяё",
    "абвгдеёжзийклмнопрстуфхцчшщъыьэюя",
    "аәбвгғдеёжзийкқлмнңоөпрстуұүфхһцчшщъыіьэюя",
)


@cache
def ordinals() -> dict[str, int]:
    """Return the numbers that stand in words before headings, `Phần thứ nhất`."""
    rows = read_table(Path(__file__).parent / "knowledge" / "ordinals.tsv", ("word", "value"))
    return {row["word"]: int(row["value"]) for row in rows}


def roman(printed: str) -> int | None:
    """Return the value of a Roman numeral up to 89, Cyrillic look-alikes allowed; None where it is none."""
    return _romans().get(to_latin(printed.upper().translate(STROKES)))


@cache
def _romans() -> dict[str, int]:
    return {to_roman(value): value for value in range(1, 90)}


def to_roman(value: int) -> str:
    """Return the Roman numeral of a number from 1."""
    written = ""
    for figure, letters in NUMERALS:
        written += letters * (value // figure)
        value %= figure
    return written


def arabic(printed: str) -> int | None:
    """Return the value of an Arabic number, letters that OCR puts for figures allowed; None where it is none."""
    figures = as_figures(printed, "near")
    return int(figures) if re.fullmatch(r"\d{1,3}", figures) else None


def distance(before: str, letter: str) -> int | None:
    """Return how many letters a series moved on, 1 for the next one; None where it did not move on in any alphabet."""
    best: int | None = None
    for (usual, optional), order in zip(ALPHABETS, ORDERS, strict=True):
        if before not in order or letter not in order or order.index(letter) <= order.index(before):
            continue
        between = order[order.index(before) + 1 : order.index(letter)]
        steps = 1 + sum(c in usual for c in between)
        if letter in optional and any(c in optional for c in between):
            steps += 1
        best = steps if best is None else min(best, steps)
    return best


def one_script(letter: str, *, cyrillic: bool) -> str:
    """Return a letter in the script of its document: look-alikes only."""
    return to_cyrillic(letter) if cyrillic else to_latin(letter)


def without_marks(letter: str) -> str:
    """Return a letter that no alphabet of points has without the marks an engine put over it: `i` for `ï`."""
    return letter if any(letter in order for order in ORDERS) else unicodedata.normalize("NFD", letter)[0]
