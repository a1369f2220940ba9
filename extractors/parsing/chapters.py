"""Headings that begin with a bare number, `2 Порядок`, and what shows that they are headings."""

import re

from extractors.parsing.lines import Printed

BARE = re.compile(r"(\d{1,2})\s+(?=[A-ZА-ЯҐЄІЇӘҒҚҢӨҰҮҺĐ«\"“])")


def bare_chapters(lines: list[Printed]) -> set[int]:
    """Return the numbers that head a chapter without a dot: soon after `2 Порядок` stands `2.1`."""
    found = set()
    for place, line in enumerate(lines):
        match = BARE.match(line.text)
        following = [n.text.lstrip("-– ") for n in lines[place + 1 : place + 5]]
        if match and not line.terminal and any(re.match(rf"{match[1]}\.1(?!\d)", text) for text in following):
            found.add(int(match[1]))
    return found
