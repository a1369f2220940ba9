"""Layers whose signs are the numbers of glyphs: numbers that programs take for blanks are kept as signs of text.

Where a font names no letters, viewers copy the numbers of its glyphs, and some of those are controls that count as
blanks: `9` is number 28 of many fonts, `(` is 11. Words fall apart there, and `249` is read as `24`.
"""

from collections import defaultdict
from typing import Any

PLACE = 0xE000
"""Where such numbers are kept: the private use of Unicode, in their own order."""
CONTROLS = 3
"""Different controls that a font of glyph numbers shows on a page, at least: sound text has none."""
SPACE = "\x03"
"""The blank: glyph 3 of the fonts of TrueType."""


def keep_numbers(page: Any) -> None:
    """Give the controls of a pdfplumber page's fonts of glyph numbers a sign of text each; blanks become blanks."""
    held: dict[str, set[str]] = defaultdict(set)
    for char in page.chars:
        if len(char["text"]) == 1 and char["text"] < " ":
            held[char["fontname"]].add(char["text"])
    for char in page.chars:
        text = char["text"]
        if len(text) != 1 or text >= " " or len(held[char["fontname"]]) < CONTROLS:
            continue
        if text == SPACE:
            char["text"] = " "
        elif text.isspace():
            char["text"] = chr(PLACE + ord(text))


def number_of(sign: str) -> int:
    """Return the number of a sign: of one kept so, that of its glyph."""
    return ord(sign) - PLACE if PLACE <= ord(sign) < PLACE + 0x20 else ord(sign)
