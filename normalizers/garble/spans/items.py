"""Letters of points (`a)`, `đ)`, `g)`) that were misread, settled by the order of the alphabet that laws number by."""

import re
from itertools import pairwise

from normalizers.garble.model.tokens import WORD
from normalizers.garble.spans.fixed import Fixed

_LETTERS = "abcdđeghiklmnopqrstuvxy"
_LIKE = {
    "d": "dđ", "e": "ec", "c": "ce", "8": "g", "1": "il", "l": "li", "6": "đ", "a": "ađd", "đ": "đ",
}  # fmt: skip
_ITEM = re.compile(r"^[ ]*([a-zđ816C])\)(?= ?[^\W\d_])", re.MULTILINE)
_JUMP, _UNLIKE = 3.0, 2.0  # nats for a point that does not follow the one before, and for a letter read as another


def find_items(text: str) -> list[Fixed]:
    """Return the letters of points at the beginnings of lines that their neighbours show to be others; all that are
    letters of the alphabet else stay as they are."""
    places = list(_ITEM.finditer(text))
    letters = _settled([place[1].lower() for place in places]) if len(places) > 2 else ""
    changed = [
        letter if followed and letter != place[1].lower() else ""
        for place, letter, followed in zip(places, letters, _followed(letters), strict=bool(letters))
    ] or [""] * len(places)
    return [
        Fixed(place.start(1), place.end(), f"{letter or place[1]})", "garble.item" if letter else "kept", (WORD,))
        for place, letter in zip(places, changed, strict=True)
        if letter or place[1] in _LETTERS
    ]


def _settled(printed: list[str]) -> str:
    """The letters that fit their order best, for letters as printed."""
    best: dict[str, tuple[float, str]] = {"": (0.0, "")}
    for letter_printed in printed:
        best = {
            letter: min(
                (cost + _step(before, letter) + (0.0 if letter == letter_printed else _UNLIKE), path + letter)
                for before, (cost, path) in best.items()
            )
            for letter in _LIKE.get(letter_printed, letter_printed)
        }
    return min(best.values())[1]


def _step(before: str, letter: str) -> float:
    """What a point costs after another: nothing for the next letter or a new beginning."""
    return 0.0 if letter == "a" or _next(before) == letter else _JUMP


def _next(letter: str) -> str:
    at = _LETTERS.index(letter) + 1 if letter in _LETTERS and letter else 0
    return _LETTERS[at : at + 1]


def _followed(letters: str) -> list[bool]:
    """For every point whether it follows the one before, and a further neighbour bears that out."""
    steps = [letters[:1] == "a", *(_next(a) == b or b == "a" for a, b in pairwise(letters)), False]
    return [steps[at] and (at > 0 and steps[at - 1] or steps[at + 1]) for at in range(len(letters))]
