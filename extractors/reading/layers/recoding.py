"""Layers whose letters a program wrote in one code page and named in another, where that left some letters blank.

`К` of Windows-1251 is a blank that does not break in Mac OS Roman, `Е` and `а` of code page 866 are a line's end and
such a blank in Latin-1: words fall apart at them and lose them before any text is repaired. So the signs themselves are
read anew, before words are made of them. Layers that lost no letter so are left to the repair of texts.
"""

import re
from collections import Counter
from collections.abc import Iterable
from functools import cache
from itertools import pairwise
from typing import Any
from unicodedata import category

from extractors.reading.layers.code_pages import READ, WRITTEN
from extractors.reading.layers.cyrillic_pages import by_font, swap
from normalizers.triage.lexicon import is_slavic
from normalizers.unicode.twins import to_cyrillic

STRANGE = 0.3
"""Share of the signs of a page, from which it may be in another code page, that are neither ASCII nor Cyrillic."""
LEAST, KNOWN = 8, 0.6
"""Different known words of four letters or more that tell a code page, and their share of all such words."""
OF_TEXT = 4
"""Different signs that a font of text has at least."""
_CYRILLIC = re.compile("[\u0400-\u052f]")
_WORD = re.compile("[\u0400-\u052f]{4,}")


def recode(page: Any) -> str | None:
    """Read the signs of a pdfplumber page as the letters they were written as; return the code page, None on others."""
    chars = [char for char in page.chars if len(char["text"]) == 1]
    swapped = swap(chars, by_font(chars, list(_apart(chars))), _quotes)
    return _recode_blanks(chars) or swapped


def _recode_blanks(chars: list[Any]) -> str | None:
    """Read the signs of a page anew that was written in a code page whose letters left blanks; return the page."""
    strange = [char for char in chars if not char["text"].isascii() and not _CYRILLIC.match(char["text"])]
    if len(strange) < STRANGE * len(chars) or not any(map(_is_lost, (char["text"] for char in strange))):
        return None
    told = "".join(_apart(chars))
    best, found, letters = LEAST - 1, None, dict[int, str]()
    for written in WRITTEN:
        for read in READ:
            table = _table(written, read)
            if any(_is_lost(char["text"]) and ord(char["text"]) in table for char in strange):
                known = _known(to_cyrillic(told.translate(table)))  # some letters may stand for their twins
                best, found, letters = (known, written, table) if known > best else (best, found, letters)
    if found is None:
        return None
    several = Counter(font for font, _ in {(char["fontname"], char["text"]) for char in strange})
    quotes = {id(char) for char in _quotes(chars, letters)}
    for char in strange:
        if several[char["fontname"]] >= OF_TEXT and id(char) not in quotes:  # others are of bullets
            char["text"] = letters.get(ord(char["text"]), char["text"])
    return found


def _quotes(chars: list[Any], letters: dict[int, str]) -> Iterable[Any]:
    """Yield the opening quotes that were left as they are: no word begins with a small letter before `30` or `Л`."""
    if not letters.get(ord("«"), "«").islower():
        return
    for before, char, after in zip([None, *chars], chars, [*chars[1:], *chars[-1:]], strict=False):
        begins = before is None or not before["text"].isprintable() or before["text"].isspace() or _gap(before, char)
        if char["text"] == "«" and begins and not letters.get(ord(after["text"]), after["text"]).islower():
            yield char


def _gap(char: Any, after: Any) -> bool:
    """Say whether a sign does not stand right behind the one printed before."""
    return bool(abs(after["x0"] - char["x1"]) > 0.3 * char["size"] and abs(after["top"] - char["bottom"]) > 0.1)


def _is_lost(sign: str) -> bool:
    """Say whether a sign makes no part of a word: a blank, a control, one that Unicode leaves to private use."""
    return sign.isspace() or not sign.isprintable()


@cache
def _table(written: str, read: str) -> dict[int, str]:
    """Return the letter or mark of each sign that a code page shows for a byte of another.

    A byte that the page has no sign for is shown as the control of its number, as the web reads Windows-1252.
    """
    pairs = ((bytes([byte]).decode(page, errors="ignore") for page in (read, written)) for byte in range(0x80, 0x100))
    signs = ((sign or chr(byte), letter) for byte, (sign, letter) in enumerate(pairs, start=0x80))
    return {ord(sign): letter for sign, letter in signs if letter and _is_written(letter)}


def _is_written(letter: str) -> bool:
    """Say whether texts are written with a sign: letters, marks and `№`, no rules that a code page draws boxes with."""
    return letter.isalpha() or letter == "№" or category(letter).startswith("P")


def _apart(chars: list[Any]) -> Iterable[str]:
    """Yield the text of each sign in the order of printing, with a blank behind it where the next stands elsewhere."""
    for char, after in pairwise([*chars, *chars[-1:]]):
        yield char["text"] + " " * _gap(char, after)


def _known(text: str) -> int:
    """Return how many different known words a text holds; none where they are too few of all."""
    found = {word.lower() for word in _WORD.findall(text)}
    known = sum(map(is_slavic, found))
    return known if known >= KNOWN * len(found) else 0
