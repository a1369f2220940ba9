"""How far a quoted new wording reaches, `“Điều 5. …`, whose own numbers are no provisions of the act that quotes it."""

import re

from extractors.parsing.lines import Printed

QUOTES = {"“": "”", '"': '"', "«": "»", "„": "“"}
QUOTE_REACH = 120  # lines a quoted new wording may take
CHANGES = re.compile(r"(?:Điều\s\d+|\d+|[a-zđ])\s?[.)]\s.{0,60}?(?:[Ss]ửa đổi|[Bb]ổ sung|[Tt]hay thế)")
"""A heading without a colon that leads into a new wording: `Điều 1. Sửa đổi, bổ sung Điều 4`."""
QUOTED = re.compile(r"[“\"«„]\s?(?:Điều\s\d|\d+[a-zđ]?\.\s|[a-zđ]\d?\)\s)")
"""A new wording that begins with its own number."""


def quoted_through(lines: list[Printed], place: int) -> int | None:
    """Return how many lines below `place` its quoted wording ends; None where none begins, or none ends."""
    line = lines[place]
    follows = lines[place + 1 : place + 1 + QUOTE_REACH]
    begun = re.search(r":\s*(?P<rest>[“\"«„].*)$", line.text)
    texts = [begun["rest"] if begun else "", *(n.text.lstrip() for n in follows)]
    announced = line.text.rstrip().endswith(":") or bool(
        CHANGES.match(line.text) and texts[1:] and QUOTED.match(texts[1])
    )
    if not begun and not (announced and texts[1:] and texts[1][:1] in QUOTES):
        return None
    opening = (texts[0] or texts[1])[0]
    depth = 0
    for offset, quoted in enumerate(texts):
        depth += quoted.count(opening) - (quoted.count(QUOTES[opening]) if QUOTES[opening] != opening else 0)
        depth = depth % 2 if QUOTES[opening] == opening else depth
        if depth <= 0 and (offset or begun):
            return offset
    # An inner paragraph opened once more, and all were closed once: up to the line that ends with the closing sign.
    ends = re.compile(rf"{re.escape(QUOTES[opening])}\s*[.;]?$")
    return next((i for i, quoted in enumerate(texts) if i and ends.search(quoted.rstrip())), None)
