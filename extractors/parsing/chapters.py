"""Headings that begin with a bare number, `2 Порядок`, and what shows that they are headings."""

import re

from extractors.parsing.lines import Printed
from extractors.parsing.markers import Marker, readings
from extractors.parsing.outline import Outline
from normalizers.letters import lettered

BARE = re.compile(lettered(r"(\d{1,2})\s+(?=[\p{Lu}«\"“])"))
ZERO = re.compile(r"(\d{1,2})\.0(?!\d)")
HEADED = re.compile(r"(\d{1,2})\.?\s+(?=[^\W\d_])")
CLAUSE = re.compile(r"(\d{1,3})\.(?:\s+(?=[\w«“\"(])|(?=[^\W\d_]|[«“\"(]))")
TITLE = 10
"""Words of the title of a chapter at most."""


def bare_chapters(lines: list[Printed]) -> set[int]:
    """Return the numbers that head a chapter without a dot: soon after `2 Порядок` stands `2.1`."""
    found = set()
    for place, line in enumerate(lines):
        match = BARE.match(line.text)
        following = [n.text.lstrip("-– ") for n in lines[place + 1 : place + 5]]
        if match and not line.terminal and any(re.match(rf"{match[1]}\.1(?!\d)", text) for text in following):
            found.add(int(match[1]))
    return found


def zero_chapters(lines: list[Printed]) -> set[int]:
    """Return the numbers that head a chapter with a nought, `1.0 Purpose`: `1.1` or `2.0` begins a line too.

    `1.0` alone between the items 9 and 11 is a ten that was misprinted.
    """
    begun = {match[0] for line in lines if (match := re.match(r"\d{1,2}\.[01](?!\d)", line.text))}
    headed = {int(match[1]) for label in begun if (match := ZERO.match(label))}
    return {n for n in headed if f"{n}.1" in begun or n + 1 in headed or n - 1 in headed}


def between_tables(line: Printed, outline: Outline, *, cyrillic: bool) -> bool:
    """Whether a row of one cell is the heading that follows the last Roman one: it stands between two tables."""
    found = readings(line.text, cyrillic=cyrillic, marked=True) if "\t" not in line.text else []
    roman = next((m for m in found if m.kind == "roman"), None)
    tops = [n.marker for n in outline.nodes if n.kind == "roman" and n.scope == outline.scope and n.marker]
    if roman is None or not tops or roman.path != (tops[-1].path[0] + 1,):
        return False
    return Printed(0, 0, line.text[roman.length :], 0).capitals


def running_chapters(lines: list[Printed], cuts: tuple[int, ...]) -> dict[int, Marker]:
    """Return the places of chapters that are numbered as clauses are, while the clauses run on through them.

    `2. Procedure` between the clauses `4.` and `5.`: each with its marker. `cuts` are the places where an annex or an
    enclosed act begins, each of which numbers anew. None where they are no series from 1, or fewer than two.
    """
    parts = zip((0, *cuts), (*cuts, len(lines)), strict=True)
    return {place: marker for first, end in parts for place, marker in _running(lines, first, end).items()}


def _running(lines: list[Printed], first: int, end: int) -> dict[int, Marker]:
    shown = [(p, line) for p, line in enumerate(lines[first:end], first) if not line.furniture and not line.table]
    found: dict[int, Marker] = {}
    last = 0
    for (place, line), (_, below) in zip(shown, shown[1:], strict=False):
        head, clause = HEADED.match(line.text), CLAUSE.match(below.text)
        title = line.text[head.end() :] if head else ""
        fresh = (
            head is not None and int(head[1]) == len(found) + 1 and clause is not None and int(clause[1]) == last + 1
        )
        if fresh and head is not None and title[:1].isupper() and not line.terminal and len(title.split()) <= TITLE:
            found[place] = Marker("chapter", (int(head[1]),), head[1], head.end(), head.end(), 1.0, 2)
        elif (own := CLAUSE.match(line.text)) and int(own[1]) == last + 1:
            last += 1
    return found if len(found) >= 2 and last > len(found) else {}
