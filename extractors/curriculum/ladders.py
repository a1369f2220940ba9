"""The ladder of open headings of a document: what number or letter goes on with them, and what they are about."""

import re
from collections.abc import Sequence

Ladder = list[tuple[tuple[int, ...], bool, str]]
"""Number of each open heading, whether it is in capitals, and its subject; letters are counted from a high number."""

STATED = ("objective", "programme_outcome", "course_outcome")
_ROMAN = {"I": 1, "V": 5, "X": 10}
_LETTERS = "abcdđefghijklmnopqrstuvwxyz"
_LETTERED_FROM = 2000
"""What a letter's place in the alphabet is counted from on the ladder, where numbers stand too."""
_COUNTED = re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2})?)(?P<mark>[.)]?)\s+(?=[^\W\d_])")
"""The number that a statement of a list begins with: `2)`, `1.`, `2.1.`"""


def number_of(marker: str) -> tuple[int, ...]:
    """Return the parts of a number; a Roman one is counted from a thousand."""
    if marker[0].isdecimal():
        return tuple(int(n) for n in marker.split("."))
    digits = [_ROMAN[c] for c in marker.replace("І", "I").replace("Х", "X")]
    return (1000 + sum(-a if a < b else a for a, b in zip(digits, digits[1:] + [0], strict=True)),)


def follows_open(ladder: Ladder, number: tuple[int, ...], shouted: bool) -> bool:
    """Say whether a number goes on with an open heading's numbering, in its style; sections below open headings do not
    count, since they may be items of a list."""
    for known, style, subject in ladder:
        follows = len(known) == len(number) and known[:-1] == number[:-1] and number[-1] == known[-1] + 1
        below = len(number) == len(known) + 1 and number[:-1] == known and number[-1] == 1 and len(number) > 1
        if (
            follows
            and style == shouted
            and not (subject.startswith("bibliography") and not shouted and len(number) == 1)
        ) or below:
            return True
    return False


def step(ladder: Ladder, number: tuple[int, ...], shouted: bool, subject: str) -> None:
    """Put a numbered heading on the ladder and take away those as deep or deeper."""
    if not number:
        return
    while ladder and len(ladder[-1][0]) >= len(number):
        ladder.pop()
    ladder.append((number, shouted, subject))


def letter_follows(ladder: Ladder, letter: str) -> bool:
    """Say whether a letter goes on with that of an open heading; the Vietnamese alphabet leaves some out."""
    open_ones = [known[0] - _LETTERED_FROM for known, _, _ in ladder if known[0] >= _LETTERED_FROM]
    return bool(open_ones) and 1 <= _LETTERS.index(letter) - open_ones[-1] <= 2


def step_letter(ladder: Ladder, letter: str, subject: str) -> None:
    """Put a lettered heading on the ladder in place of the one before."""
    if not letter:
        return
    ladder[:] = [entry for entry in ladder if entry[0][0] < _LETTERED_FROM]
    ladder.append(((_LETTERED_FROM + _LETTERS.index(letter),), False, subject))


def stated_above(ladder: Ladder, number: tuple[int, ...]) -> str | None:
    """Return the subject of the open heading above a number where objectives or outcomes are stated under it."""
    for known, _, subject in reversed(ladder):
        if len(known) < len(number) and number[: len(known)] == known and subject in STATED:
            return str(subject)
    return None


def sections_go_on(ladder: Ladder, number: tuple[int, ...]) -> bool:
    """Say whether a number follows an open heading's, whatever its style."""
    return any(known[:-1] == number[:-1] and number[-1] == known[-1] + 1 for known, _, _ in ladder)


def goes_on_listing(above: Sequence[str], text: str, ladder: Ladder) -> bool:
    """Say whether a numbered line goes on with the list of statements above it, whose numbers began anew below their
    heading: `2)` behind `1)`, `2.1` behind `1.2` or `2.` in section 2; what may be the next section is none."""
    own = _COUNTED.match(text)
    listed = [m for line in above if (m := _COUNTED.match(line))]
    if own is None or not listed:
        return False
    if ")" in (own["mark"], listed[-1]["mark"]):
        alike = [m for m in listed if m["mark"] == own["mark"] == ")" and "." not in m["number"]]
        return bool(alike) and own["number"].isdecimal() and int(own["number"]) == int(alike[-1]["number"]) + 1
    number, last = number_of(own["number"]), number_of(listed[-1]["number"])
    inner = listed[-1].string.endswith(";") and text[own.end()].islower()  # no section begins amid a sentence
    if number_of(listed[0]["number"]) not in ((1,), (1, 1)) or sections_go_on(ladder, number) and not inner:
        return False
    return number in ((*last[:-1], last[-1] + 1), (last[0] + 1,), (last[0], 1), (last[0] + 1, 1)) and number > last
