"""Roman numbers of headings that lost a stroke in reading, or whose last stroke and point were read as one letter:
`I. I. II. IV.` is `I. II. III. IV.`, and `L` before `II.` and `III.` is `I.`

Only what stands between two headings that are in step, and is the right number but for strokes, is settled; the words
keep what was read, and repair makes edits of it.
"""

import re
from collections.abc import Sequence
from typing import NamedTuple

from extractors.arranging.openings import openings, with_settled
from models.page import Page, Word
from normalizers.unicode.twins import to_latin

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
NUMBER = re.compile(r"([IVXІХ]{1,5})\.")
FUSED = re.compile(r"([IVXІХ]{0,4})L\.?")
"""A number whose last stroke stands so near to its point that both are read as an L."""
LEAST = 3
"""Headings that a run must have."""


def with_numerals(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the Roman numbers settled that their series proves; only of pages that were read by OCR."""
    found = openings(pages, _value)
    found = [
        one for at, one in enumerate(found) if not one[1].fused or _in_step([value.number for _, value in found], at)
    ]
    proved = _proved([value.number for _, value in found])
    proved |= {at: value.number for at, (_, value) in enumerate(found) if value.fused and at not in proved}
    return with_settled(pages, {found[at][0]: (0, f"{ROMAN[value - 1]}.") for at, value in proved.items()})


class _Value(NamedTuple):
    """The number that a heading opens with, and whether its point was read as part of it."""

    number: int
    fused: bool


def _value(words: tuple[Word, ...]) -> _Value | None:
    """Return the number that a heading opens with; None of any other line."""
    if len(words) < 2:
        return None
    plain, fused = (p.fullmatch(words[0].settled or words[0].text) for p in (NUMBER, FUSED))
    said = to_latin(plain[1]) if plain else to_latin(fused[1]) + "I" if fused else ""
    return _Value(ROMAN.index(said) + 1, plain is None) if said in ROMAN else None


def _in_step(values: Sequence[int], at: int) -> bool:
    """Return whether a number is the one of its place among three headings in a row."""
    runs = [values[start : start + LEAST] for start in range(max(0, at - LEAST + 1), at + 1)]
    return any(run == list(range(run[0], run[0] + LEAST)) for run in runs)


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
