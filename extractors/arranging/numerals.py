"""Roman numbers of headings that lost a stroke in reading: `I. I. II. IV.` is `I. II. III. IV.`

Only what stands between two headings that are in step, and is the right number but for strokes, is settled; the words
keep what was read, and repair makes edits of it.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.page import Block, Line, Page
from normalizers.unicode.twins import to_latin

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
NUMBER = re.compile(r"([IVXІХ]{1,5})\.")
LEAST = 3
"""Headings that a run must have."""

Place = tuple[int, int]
"""Index of a page, and of a block on it."""


def with_numerals(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the Roman numbers settled that their series proves; only of pages that were read by OCR."""
    found = [
        ((p, b), value)
        for p, page in enumerate(pages)
        for b, block in enumerate(page.blocks)
        if page.route == "ocr" and (value := _value(block)) is not None
    ]
    proved = _proved([value for _, value in found])
    if not proved:
        return pages
    settled = {found[at][0]: ROMAN[value - 1] for at, value in proved.items()}
    return tuple(
        replace(page, blocks=tuple(_settled(block, settled.get((p, b))) for b, block in enumerate(page.blocks)))
        if any(place[0] == p for place in settled)
        else page
        for p, page in enumerate(pages)
    )


def _value(block: Block) -> int | None:
    """Return the number that a heading opens with; None of any other block."""
    if not isinstance(block, Line) or block.role != "body" or len(block.words) < 2:
        return None
    match = NUMBER.fullmatch(block.words[0].text)
    said = to_latin(match[1]) if match else ""
    return ROMAN.index(said) + 1 if said in ROMAN else None


def _proved(values: Sequence[int]) -> dict[int, int]:
    """Return index and right value of the headings that two others, in step, have between them with strokes lost."""
    out: dict[int, int] = {}
    for a in range(len(values)):
        for b in range(a + 2, len(values)):
            if values[b] - values[a] != b - a or b - a + 1 < LEAST:
                continue
            between = {at: values[a] + at - a for at in range(a + 1, b)}
            if all(values[at] == right or _lost(values[at], right) for at, right in between.items()):
                out |= {at: right for at, right in between.items() if values[at] != right}
            break
    return out


def _lost(said: int, right: int) -> bool:
    """Return whether one number is another without some of the strokes at its end."""
    return ROMAN[right - 1].startswith(ROMAN[said - 1]) and set(ROMAN[right - 1][len(ROMAN[said - 1]) :]) == {"I"}


def _settled(block: Block, number: str | None) -> Block:
    if number is None or not isinstance(block, Line):
        return block
    first, *rest = block.words
    return replace(block, words=(replace(first, settled=f"{number}."), *rest))
