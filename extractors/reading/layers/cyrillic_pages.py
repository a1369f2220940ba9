"""Fonts whose Cyrillic letters were written in one Cyrillic code page and read in another: `рТЙЛБЪ` for `Приказ`.

Every sign of such a font is a sound letter, so nothing looks broken but its words, which no language has. One font of
a page may be so and the others sound, or in another code page: each is asked by itself.
"""

import re
from collections import defaultdict
from collections.abc import Callable, Iterable
from functools import cache
from typing import Any

from normalizers.triage.lexicon import is_slavic

PAIRS = (
    ("koi8_r", "cp1251"), ("cp1251", "koi8_r"), ("mac_cyrillic", "cp1251"), ("cp1251", "mac_cyrillic"),
    ("cp866", "cp1251"),
)  # fmt: skip
LETTERS, KNOWN = 10, 0.6
"""Letters of different known words that tell a code page, and their share of the letters of all such words."""
BEFORE = 0.25
"""Share of the letters told that may be of words known as they stand."""
_WORD = re.compile("[\u0400-\u052f]{4,}")
Kept = Callable[[list[Any], dict[int, str]], Iterable[Any]]
"""What tells, of the signs of a page and the letters that they would be, those that were left as they are."""


def swap(chars: list[Any], told: dict[str, str], kept: Kept) -> str | None:
    """Read the signs of fonts anew that were read in another Cyrillic code page; return the page, None on others.

    `told` is what each font prints, its words apart.
    """
    fonts = {font: found for font, text in told.items() if (found := _written(text)) is not None}
    for font, pair in fonts.items():
        own = [char for char in chars if char["fontname"] == font]
        quotes = {id(char) for char in kept(own, _table(*pair))}
        for char in own:
            char["text"] = char["text"] if id(char) in quotes else char["text"].translate(_table(*pair))
    return next((written for written, _ in fonts.values()), None)


def by_font(chars: list[Any], pieces: list[str]) -> dict[str, str]:
    """Return what each font prints; `pieces` are the signs, each with the blank behind it where a word ends."""
    told: dict[str, list[str]] = defaultdict(list)
    last = ""
    for char, piece in zip(chars, pieces, strict=True):
        told[char["fontname"]].append(piece if char["fontname"] == last else " " + piece)
        last = char["fontname"]
    return {font: "".join(parts) for font, parts in told.items()}


def _written(text: str) -> tuple[str, str] | None:
    """Return the code page a text was written in and the one it was read in; None where it is none of them."""
    known, all_ = _known(text)
    if all_ < LETTERS or known > BEFORE * all_:
        return None
    best, found = 0, None
    for pair in PAIRS:
        told, of = _known(text.translate(_table(*pair)))
        if told >= max(LETTERS, KNOWN * of, best + 1) and known <= BEFORE * told:
            best, found = told, pair
    return found


@cache
def _table(written: str, read: str) -> dict[int, str]:
    """Return the letter of each letter or sign that a code page shows for a byte of another."""
    pairs = ((bytes([byte]).decode(page, errors="ignore") for page in (read, written)) for byte in range(0x80, 0x100))
    return {ord(sign): letter for sign, letter in pairs if sign and (letter.isalpha() or letter == "№")}


def _known(text: str) -> tuple[int, int]:
    """Return how many letters the different known words of a text have, and all its words of four letters or more.

    A word stands in small letters, in capitals, or with one capital before small ones.
    """
    found = set(_WORD.findall(text))
    known = sum(len(word) for word in found if _is_cased(word) and is_slavic(word.lower()))
    return known, sum(map(len, found))


def _is_cased(word: str) -> bool:
    return word.islower() or word.isupper() or word[1:].islower()
