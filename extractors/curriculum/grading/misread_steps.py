"""Letters and points of a scale that were misread, settled by their order: of `A, Be, B` the second is `B+`."""

import re
from collections.abc import Sequence
from dataclasses import replace

from models.rows import Row

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
        if (match := _SIGNED.fullmatch(text)) is None:
            continue
        if below[:1] == match[1] and above[:1] != match[1]:
            settled[place] = match[1] + "+"
        elif above == match[1] + "+" and below[:1] != match[1]:
            settled[place] = match[1]
        else:
            settled[place] = None
    for place, (above, text, below) in enumerate(zip(read, read[1:], read[2:], strict=False), 1):
        if len(above) == len(text) == len(below) == 1 and not _SOUND.fullmatch(text) and ord(below) - ord(above) == 2:
            settled[place] = chr(ord(above) + 1)  # between C and E
    if settled[-2:] == [settled[-1]] * 2 and len(set(settled[:-1])) == len(settled) - 1:
        settled[-1] = None  # the last letter cannot come again
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


def without_overlaps(steps: Sequence[Row]) -> list[Row]:
    """Return the steps, best first, without the bounds of one that reach below the step next to it: `1 - 7,9` above
    `6,5 - 6,9`. Where several do so the scale counts in another way, and all stay."""
    bounds = [(step.get("min_percent"), step.get("max_percent")) for step in steps]
    known = [both for both in bounds if all(isinstance(bound, int | float) for bound in both)]
    low = [
        place
        for place, ((least, _), (below, most)) in enumerate(zip(bounds, bounds[1:], strict=False))
        if all(isinstance(bound, int | float) for bound in (least, below, most)) and least < below < most
    ]
    falling = all(a[0] > b[0] for a, b in zip(known, known[1:], strict=False))
    if len(low) != 1 or falling or len(known) <= LEAST:
        return list(steps)
    kept = {name: cell for name, cell in steps[low[0]].cells.items() if name not in ("min_percent", "max_percent")}
    return [replace(step, cells=kept) if place == low[0] else step for place, step in enumerate(steps)]
