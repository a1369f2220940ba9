"""Codes of a column whose letters and number stand apart, `ЗО 1`: told by the white between them and by their series.

A scan takes `ЗО 1` for `301`, `ПВ 4` for `ПВА`, `ПО 3` for `поз`. Where most entries of a column show white before
their last figures, the letters and the number are read apart, and the numbers count from one in every part of the list.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from extractors.engines import Image
from extractors.reading.paper.lines.strips import Said
from normalizers.values.misread_figures import as_figures

DARK = (140, 110)
"""Levels from which a column of pixels has ink: the white in small print is grey, and seen at the darker one."""
WHITE, TWICE = 0.3, 1.6
"""White before a number: in heights of the entry, and in widths of any other white in it."""
LETTER, FIGURE = 1.05, (0.95, 1.7)
"""Width of a letter in heights; widths in those up to which print that runs together is one figure, and two."""
LETTERS, FIGURES = 4, 3
"""Letters and figures that a code has, at most."""
FEWEST, SHARE = 3, 0.6
"""Entries with white before their number: how many at least, and their share of the entries that have a code."""
AS_LETTER = str.maketrans("3086", "ЗОВБ")
ONE, NONE, LEAP, BEGUN = 0.5, 2.0, 3.0, 0.5
"""What it costs that one reading alone has a number, that none has it; that it does not follow the one above; that a
part begins."""


@dataclass(frozen=True, slots=True)
class Parted:
    """How many letters and figures an entry shows on either side of its white."""

    letters: int
    figures: int


def parted(crop: Image) -> Parted | None:
    """Return the parts of an entry with white before its last marks; None where it has no such white."""
    return next((found for level in DARK if (found := _parted_at(crop < level))), None)


def shows_white(crop: Image) -> bool:
    """Say whether an entry has white before its last marks."""
    return parted(crop) is not None


def _parted_at(dark: NDArray[np.bool_]) -> Parted | None:
    bands = _runs(np.any(dark, axis=1))
    top, foot = max(bands, key=lambda band: band[1] - band[0], default=(0, 0))  # specks lie above and below
    starts, ends = _runs(np.any(dark[top:foot], axis=0)).T
    if len(starts) < 2:
        return None
    gaps = (starts[1:] - ends[:-1]).tolist()
    high = int(foot - top)
    at = max(range(len(gaps)), key=gaps.__getitem__)
    others = max((gap for n, gap in enumerate(gaps) if n != at), default=0)
    if gaps[at] < WHITE * high or gaps[at] < TWICE * others:
        return None
    wide = ((ends - starts) / high).tolist()
    letters = sum(max(1, round(one / LETTER)) for one in wide[: at + 1])
    figures = sum(1 + sum(one > most for most in FIGURE) for one in wide[at + 1 :])
    return Parted(letters, figures) if letters <= LETTERS and figures <= FIGURES else None


def _runs(dark: NDArray[np.bool_]) -> NDArray[np.intp]:
    """Return where each run of ink starts and ends."""
    return np.flatnonzero(np.diff(np.pad(dark.astype(np.int8), 1))).reshape(-1, 2)


def parted_codes(readings: Sequence[tuple[Said, Said]], crops: Sequence[Image]) -> list[str | None]:
    """Return the codes of a column whose letters and numbers stand apart; None for every entry of another column."""
    nothing: list[str | None] = [None] * len(readings)
    shapes = [parted(crop) for crop in crops]
    coded = [n for n, shape in enumerate(shapes) if shape and _numbers(shape, readings[n])]
    if len(coded) < FEWEST or len(coded) < SHARE * len(readings):
        return nothing
    kinds = Counter(shape.letters for n in coded if (shape := shapes[n]))
    if kinds.most_common(1)[0][0] < 2:  # one letter beside a figure is a list of marks
        return nothing
    held = [_numbers(shape, said) if shape else Counter() for shape, said in zip(shapes, readings, strict=True)]
    series = _series([held[n] for n in coded])
    names = _names(coded, series, [_name(shapes[n], readings[n]) for n in coded])
    if not any(names):
        return nothing
    for place, at in enumerate(coded):
        sure = held[at][series[place]] or _within(place, series)
        if _agreed(readings[at]) not in (None, series[place]):
            continue  # those above it may have shown no white, and are not in the series
        nothing[at] = f"{names[place]} {series[place]}" if names[place] and sure else ""
    for place, (above, below) in enumerate(zip(coded, coded[1:], strict=False)):
        number = series[place] + 1
        if below == above + 2 and number + 1 == series[place + 1] and _ends_in(readings[above + 1], number):
            nothing[above + 1] = f"{names[place]} {number}" if names[place] else None
    return nothing


def _agreed(said: tuple[Said, Said]) -> int | None:
    """Return the number that both readings have behind their white; None where they differ or have none."""
    ends = {text.partition(" ")[2] for text, _ in said}
    end = ends.pop() if len(ends) == 1 else ""
    return int(end) if end.isdecimal() else None


def _ends_in(said: tuple[Said, Said], number: int) -> bool:
    """Say whether a reading of an entry without white ends in a number, as the one between those above and below."""
    bare = (text.replace(" ", "") for text, _ in said)
    return any(len(text) > len(str(number)) and as_figures(text, "far").endswith(str(number)) for text in bare)


def _numbers(shape: Parted, said: tuple[Said, Said]) -> Counter[int]:
    """Return the numbers that the readings of an entry may end in, with how many readings say so."""
    found: Counter[int] = Counter()
    for text, _ in said:
        bare = text.replace(" ", "")
        own = {as_figures(bare[-shape.figures :], "far")} if len(bare) >= shape.figures else set()
        found.update({int(one) for one in own if one.isascii() and one.isdigit() and one[0] != "0"})
    return found


def _name(shape: Parted | None, said: tuple[Said, Said]) -> str:
    """Return the letters of an entry as the reading in its own script has them; nothing where that has others."""
    bare = said[0][0].replace(" ", "")
    if shape is None or len(bare) != shape.letters + shape.figures:
        return ""
    name = bare[: shape.letters].translate(AS_LETTER).upper()
    return name if name.isalpha() and not name.isascii() else ""


def _series(held: Sequence[Counter[int]]) -> list[int]:
    """Return the numbers of entries in order: those that count on, and begin with one again, at the least cost."""
    best: dict[int, tuple[float, list[int]]] = {0: (0.0, [])}
    for read in held:
        options = {1, *read, *(number + 1 for number in best)}
        now: dict[int, tuple[float, list[int]]] = {}
        for number in options:
            own = 0.0 if read[number] > 1 else ONE if read[number] else NONE
            cost, path = min(
                (paid + own + (0.0 if number == last + 1 else BEGUN if number == 1 else LEAP), way)
                for last, (paid, way) in best.items()
            )
            now[number] = cost, [*path, number]
        best = now
    return min(best.values())[1]


def _within(place: int, series: Sequence[int]) -> bool:
    """Say whether a number stands between two that count on to it and from it."""
    return 0 < place < len(series) - 1 and series[place - 1] + 1 == series[place] == series[place + 1] - 1


def _names(coded: Sequence[int], series: Sequence[int], own: Sequence[str]) -> list[str]:
    """Return the letters of each code: those that most entries of its part have."""
    out: list[str] = []
    start = 0
    for place in range(1, len(coded) + 1):
        if place == len(coded) or series[place] != series[place - 1] + 1:
            votes = Counter(name for name in own[start:place] if name)
            out += [votes.most_common(1)[0][0] if votes else ""] * (place - start)
            start = place
    return out
