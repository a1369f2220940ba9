"""Headings that begin with a bare number, `2 Порядок`, and what shows that they are headings."""

import re

from extractors.parsing.lines import Printed
from extractors.parsing.markers import readings
from extractors.parsing.outline import Outline

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


def between_tables(line: Printed, outline: Outline, *, cyrillic: bool) -> bool:
    """Whether a row of one cell is the heading that follows the last Roman one: it stands between two tables."""
    found = readings(line.text, cyrillic=cyrillic, marked=True) if "\t" not in line.text else []
    roman = next((m for m in found if m.kind == "roman"), None)
    tops = [n.marker for n in outline.nodes if n.kind == "roman" and n.scope == outline.scope and n.marker]
    if roman is None or not tops or roman.path != (tops[-1].path[0] + 1,):
        return False
    return Printed(0, 0, line.text[roman.length :], 0).capitals
