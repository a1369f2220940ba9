"""Letters and points of a scale that were misread, settled by their order: of `A, Be, B` the second is `B+`."""

import re
from collections.abc import Sequence

LEAST = 3
"""Sound letters or points of a scale that prove the others."""
HIGHEST = 4
"""Points of a scale of letters, at most."""
_SOUND = re.compile(r"[A-F][+-]?")
_SIGNED = re.compile(r"([A-F])[^\W\d_](?<!X)")
"""A letter with a sign that was read as another letter: `Cr`, `Be`; `FX` is none."""


def settled_letters(printed: Sequence[str]) -> list[str | None]:
    """Return the letters of the steps, best first, as printed or as their order has them; None where neither tells."""
    if sum(_SOUND.fullmatch(text) is not None for text in printed) < LEAST:
        return list(printed)
    read = [text.upper() if len(text) == 1 else text for text in printed]
    settled: list[str | None] = list(read)
    for place, text in enumerate(read):
        above, below = (settled[place - 1] or "") if place else "", read[place + 1] if place + 1 < len(read) else ""
        if text == "G" and above[:1] in ("B", "C") and below[:1] == "D":
            settled[place] = "C"
            if above == "C" and "B+" in read and "B-" not in read:
                settled[place - 1] = "C+"
        if (match := _SIGNED.fullmatch(text)) is None:
            continue
        if below[:1] == match[1] and above[:1] != match[1]:
            settled[place] = match[1] + "+"
        elif above == match[1] + "+" and below[:1] != match[1]:
            settled[place] = match[1]
        else:
            settled[place] = None
    sure = [text for text in settled if text]
    return settled if len(set(sure)) == len(sure) else list(printed)


def settled_points(said: Sequence[float | int | None]) -> list[float | int | None]:
    """Return the points of the steps, best first; those that lost their decimal mark where the steps around prove it.

    Points beyond the scale that no step around proves are None.
    """
    sound = [number for number in said if number is not None and number <= HIGHEST]
    if len(sound) < LEAST or 2 * len(sound) < len(said):
        return list(said)
    settled = list(said)
    for place, number in enumerate(said):
        if number is None or number <= HIGHEST:
            continue
        above = next((n for n in reversed(said[:place]) if n is not None and n <= HIGHEST), HIGHEST + 1)
        below = next((n for n in said[place + 1 :] if n is not None and n <= HIGHEST), -1)
        marked = number / 10 if float(number).is_integer() and 10 < number < 10 * HIGHEST else None
        settled[place] = marked if marked is not None and above > marked > below else None
    return settled
