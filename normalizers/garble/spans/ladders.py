"""Roman numbers of headings in capitals that were misread (`IL MUC TIEU`, `lII. CHUAN`), settled by their order."""

import re
from functools import cache
from itertools import pairwise, product

from normalizers.garble.model.tokens import ACRONYM
from normalizers.garble.spans.fixed import Fixed

_ROMANS = ("I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX", "X", "XI", "XII")
_LIKE = {"I": "Il1|!Li", "V": "VYv", "X": "X"}
_HEADING = re.compile(r"^ *([IlL1|!iHUVYXv]{1,4})([.,:_]{0,2})(?= +([^\W\d_].*)$)", re.MULTILINE)
_UNLIKE_ALL = re.compile(r"I+[lL|!]+\.")  # what is no number as it stands and can be one alone: `IL.`
_CAPITALS, _LETTERS = 0.66, 6  # share of capitals among so many letters or more, in a heading that is misread
_JUMP = 2.0  # nats for a number that does not follow the one before


def _prints(number: str) -> dict[str, float]:
    """What a Roman number may be printed as, with costs."""
    ways = {"": 0.0}
    rest = number
    while rest:
        if rest.startswith("II"):
            parts, rest = [*("".join(p) for p in product(_LIKE["I"], repeat=2)), "H", "U"], rest[2:]
        else:
            parts, rest = list(_LIKE[rest[0]]), rest[1:]
        ways = {way + part: min(ways.get(way, 9.0) + (0.0 if part in _ROMANS else 0.3), 9.0)
                for way in ways for part in parts}  # fmt: skip
    return ways | {"IH": 0.3} if number == "III" else ways


@cache
def _meant() -> dict[str, dict[str, float]]:
    """The Roman numbers that a string may have been, with costs."""
    meant: dict[str, dict[str, float]] = {}
    for number in _ROMANS:
        for way, cost in _prints(number).items():
            meant.setdefault(way, {})[number] = cost
    return meant


def find_ladders(text: str) -> list[Fixed]:
    """Return the numbers of headings in capitals that were misread and that follow the one before or precede the one
    behind, and the printed ones that do; figures among figures stay."""
    places = [match for match in _HEADING.finditer(text) if match[1] in _meant() and _in_capitals(match[3])]
    if not any(set(place[1]) & set("IVX") for place in places):
        return []
    numbers = _settled([place[1] for place in places])
    steps = [False, *(_follows(a, b) for a, b in pairwise(numbers)), False]
    return [
        Fixed(place.start(1), place.end(), f"{number}.", "garble.number", (ACRONYM, "."))
        if place[1] != number
        else Fixed(place.start(1), place.end(), place[1] + place[2], "kept", (ACRONYM, "."))
        for at, (place, number) in enumerate(zip(places, numbers, strict=True))
        if (steps[at] or steps[at + 1] or number == "I" != place[1] or _UNLIKE_ALL.fullmatch(place[1] + place[2]))
        and not (place[1].isdigit() and not (steps[at] and steps[at + 1]))
    ]  # fmt: skip


def _in_capitals(heading: str) -> bool:
    """Whether a line is in capitals, some of whose letters an engine may have read as small ones."""
    letters = [letter for letter in heading if letter.isalpha()]
    return len(letters) >= _LETTERS and sum(map(str.isupper, letters)) >= _CAPITALS * len(letters)


def _settled(printed: list[str]) -> list[str]:
    best: dict[str, tuple[float, list[str]]] = {"": (0.0, [])}
    for token in printed:
        best = {
            number: min(
                (cost + own + (0.0 if _follows(before, number) or number == "I" else _JUMP), [*path, number])
                for before, (cost, path) in best.items()
            )
            for number, own in _meant()[token].items()
        }
    return min(best.values())[1]


def _follows(before: str, number: str) -> bool:
    """Whether a number comes next; the first one follows nothing."""
    return _ROMANS.index(number) == (_ROMANS.index(before) + 1 if before else 0)
