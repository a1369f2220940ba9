"""Rows of a course list that only their numbers tell to be headings: `1.`, `2.1` among courses counted `1, 2, 3`."""

import re

from extractors.curriculum import figures
from extractors.curriculum.heads import Headed

_SERIAL = re.compile(r"\d{1,3}")
_OF_PART = re.compile(r"\d{1,2}(?:\.\d{1,2}){0,3}\.?|[IVX]{1,5}(?:\.\d{1,2}){0,2}\.?|[A-HĐ]\.?")


def numbered_parts(head: Headed) -> set[int]:
    """Return the rows whose number is a part's, while those of the courses run on, with the sum of the courses below.

    A part has at most its number, its name and its sum; where the sum is not that of the rows below, it is a course.
    """
    number, credits = head.of("number"), head.of("credits")
    rows = [r for r in head.data if head.at(r, number).text]
    texts = {r: head.at(r, number).text.strip() for r in rows}
    serial = [int(texts[r]) for r in rows if _SERIAL.fullmatch(texts[r])]
    if number is None or len(serial) < 3 or any(b <= a for a, b in zip(serial, serial[1:], strict=False)):
        return set()
    parts = [r for r in rows if not _SERIAL.fullmatch(texts[r]) and _OF_PART.fullmatch(texts[r])]
    found = set()
    for r, end in zip(parts, [*parts[1:], len(head.grid.rows)], strict=False):
        below = [figures.credits(head.at(n, credits).text) for n in rows if r < n < end and _SERIAL.fullmatch(texts[n])]
        own = [p for p in head.grid.rows[r] if p.text and not p.merged]
        said = figures.credits(head.at(r, credits).text)
        if len(own) <= 3 and below and None not in below and said == sum(n for n in below if n):
            found.add(r)
    return found
