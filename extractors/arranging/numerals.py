"""Roman numbers of headings that lost a stroke in reading, or whose last stroke and point were read as one letter:
`I. I. II. IV.` is `I. II. III. IV.`, and `L` before `II.` and `III.` is `I.` So are those that a Cyrillic model
wrote in its own letters: `І. П. Ш. ІУ. У.`

Only what stands between two headings that are in step, and is the right number but for strokes, is settled; the words
keep what was read, and repair makes edits of it.
"""

import re
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import NamedTuple

from extractors.arranging.openings import openings, with_settled
from models.page import Page, Word
from normalizers.knowledge import read_table
from normalizers.unicode.twins import to_latin

ROMAN = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII", "XIII", "XIV", "XV", "XVI")
MISREAD = Path(__file__).parent / "knowledge" / "misread_numerals.tsv"
NUMBER = re.compile(r"([IVXІХ]{1,5})\.")
OTHER = re.compile(r"([А-ЯІ]{1,3})\.")
FUSED = re.compile(r"([IVXІХ]{0,4})L\.?")
"""A number whose last stroke stands so near to its point that both are read as an L."""
LEAST = 3
"""Headings that a run must have."""
SECOND = 2


def with_numerals(pages: tuple[Page, ...]) -> tuple[Page, ...]:
    """Return the pages with the Roman numbers settled that their series proves; only of pages that were read by OCR."""
    found = openings(pages, _value)
    found = [
        one for at, one in enumerate(found) if not one[1].fused or _in_step([value.number for _, value in found], at)
    ]
    proved = _proved([value for _, value in found])
    proved |= {at: value.number for at, (_, value) in enumerate(found) if value.fused and at not in proved}
    settled = {found[at][0]: (0, f"{ROMAN[value - 1]}.") for at, value in proved.items()}
    begun = [found[at][0] for at, value in proved.items() if value == SECOND]
    if begun and not any(value.number == 1 for _, value in found):  # the first one was read as a figure
        alone = openings(pages, lambda words: words[0].text if words and words[0].text == "1." else None)
        settled |= {alone[0][0]: (0, "I.")} if len(alone) == 1 and alone[0][0] < begun[0] else {}
    return with_settled(pages, settled)


class _Value(NamedTuple):
    """The number that a heading opens with, whether its point was read as part of it, and which numbers it may be where
    it is none as it stands: then `number` is 0."""

    number: int
    fused: bool = False
    may: tuple[int, ...] = ()


def _value(words: tuple[Word, ...]) -> _Value | None:
    """Return the number that a heading opens with; None of any other line."""
    if len(words) < 2:
        return None
    first = words[0].settled or words[0].text
    plain, fused, other = (p.fullmatch(first) for p in (NUMBER, FUSED, OTHER))
    said = to_latin(plain[1]) if plain else to_latin(fused[1]) + "I" if fused else ""
    if said in ROMAN:
        return _Value(ROMAN.index(said) + 1, plain is None)
    return _Value(0, may=_misread()[other[1]]) if other and other[1] in _misread() else None


@cache
def _misread() -> dict[str, tuple[int, ...]]:
    """Return the numbers that may stand behind what a Cyrillic model made of them."""
    rows = read_table(MISREAD, ("read", "numbers"))
    return {row["read"]: tuple(map(int, row["numbers"].split())) for row in rows}


def _in_step(values: Sequence[int], at: int) -> bool:
    """Return whether a number is the one of its place among three headings in a row."""
    runs = [values[start : start + LEAST] for start in range(max(0, at - LEAST + 1), at + 1)]
    return any(run == list(range(run[0], run[0] + LEAST)) for run in runs)


def _proved(found: Sequence[_Value]) -> dict[int, int]:
    """Return index and right value of the headings with strokes lost that stand between two others in step, and of
    those behind a first one that can be but the next ones: `I. П. ПІ.`.
    """
    out: dict[int, int] = {}
    values = [value.number for value in found]
    for a in range(len(values)):
        first = values[a] or next((n for n in found[a].may if n == SECOND), 0)
        for b in range(a + 2, len(values)):
            last = first + b - a
            if not first or not (values[b] == last or last in found[b].may):
                continue
            run = {at: first + at - a for at in range(a, b + 1)}
            if all(values[at] == n or n in found[at].may or at < b and _lost(values[at], n) for at, n in run.items()):
                out |= {at: right for at, right in run.items() if values[at] != right}
            if values[b]:
                break
    return out


def _lost(said: int, right: int) -> bool:
    """Return whether one number is another without some of the strokes at its end."""
    whole, part = ROMAN[right - 1], ROMAN[said - 1]
    return said > 0 and whole.startswith(part) and set(whole[len(part) :]) == {"I"}
