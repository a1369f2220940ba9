"""Text printed over text: where a stamp repeats a printed line with its blanks filled, the stamp stands for both."""

import unicodedata
from dataclasses import dataclass, field
from typing import Any

MIN_LETTERS = 4
"""Shorter runs cover none but their equals: a mark over a letter is no second printing of a line."""
SAME_PLACE = 0.65
"""Of the height and of the width that two short runs of the same letters share where one is the other again."""
SHARE_OF_HEIGHT = 0.5
"""Of the lower of two runs: neighbouring lines of tight print touch by less."""


@dataclass(slots=True)
class Run:
    """Characters drawn one after another on one line."""

    place: int
    chars: list[Any] = field(default_factory=list)
    letters: str = ""
    x0: float = 0.0
    x1: float = 0.0
    top: float = 0.0
    bottom: float = 0.0

    def close(self) -> None:
        inked = [c for c in self.chars if c["text"].strip()]
        self.letters = unicodedata.normalize("NFC", "".join(c["text"] for c in inked)).replace(" ", "")
        if inked:
            self.x0, self.x1 = min(c["x0"] for c in inked), max(c["x1"] for c in inked)
            self.top, self.bottom = min(c["top"] for c in inked), max(c["bottom"] for c in inked)


def uncovered(chars: list[Any]) -> list[Any]:
    """Return the characters without those that later ones print again, in whole and in order, in the same place."""
    runs = [run for run in _runs(chars) if run.letters]
    covers: dict[int, list[Run]] = {}
    covered: set[int] = set()
    by_top = sorted(runs, key=lambda run: run.top)
    for index, first in enumerate(by_top):
        for second in by_top[index + 1 :]:
            if second.top >= first.bottom:
                break
            below, above = sorted((first, second), key=lambda run: run.place)
            if not covered & {below.place, above.place} and _covers(above, below):
                covered.add(below.place)
                covers.setdefault(above.place, []).append(below)
    hidden = covered.copy()
    for run in runs:
        if _says_more(covers.get(run.place, []), run):
            hidden -= {below.place for below in covers[run.place]}
            hidden.add(run.place)
    if not hidden:
        return chars
    gone = {id(char) for run in runs if run.place in hidden for char in run.chars}
    return [char for char in chars if id(char) not in gone]


def _runs(chars: list[Any]) -> list[Run]:
    runs: list[Run] = []
    last: Any = None
    for char in chars:
        bottom = char["bottom"]
        size = max(bottom - char["top"], 1.0)
        follows = (
            last is not None
            and abs(bottom - last["bottom"]) < size * 0.3
            and -size * 0.5 < char["x0"] - last["x1"] < size * 6
            and char.get("upright", True)
        )
        if not follows:
            runs.append(Run(len(runs)))
        runs[-1].chars.append(char)
        last = char
    for run in runs:
        run.close()
    return runs


def _says_more(below: list[Run], above: Run) -> bool:
    """Tell whether runs have the letters of the one on them and the blanks between its words, which that one lacks."""
    letters = "".join(run.letters for run in sorted(below, key=lambda run: run.x0))
    blanks = sum(not char["text"].strip() for run in below for char in run.chars)
    return letters == above.letters and blanks > sum(not char["text"].strip() for char in above.chars)


def _covers(above: Run, below: Run) -> bool:
    """Tell whether a run lies on another and says all of it."""
    if len(above.letters) < len(below.letters):
        return False
    shared = min(above.bottom, below.bottom) - max(above.top, below.top)
    height = min(above.bottom - above.top, below.bottom - below.top)
    if len(above.letters) < MIN_LETTERS:
        across = min(above.x1, below.x1) - max(above.x0, below.x0)
        wide = max(above.x1 - above.x0, below.x1 - below.x0)
        return above.letters == below.letters and shared > height * SAME_PLACE and across > wide * SAME_PLACE
    em = max(height, 1.0)
    if shared < height * SHARE_OF_HEIGHT or below.x0 < above.x0 - em * 1.5 or below.x1 > above.x1 + em * 1.5:
        return False
    rest = iter(above.letters.casefold())
    return all(letter in rest for letter in below.letters.casefold())
