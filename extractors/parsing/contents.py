"""Tables of contents and prefaces: their lines look like provisions and are none."""

import re

from extractors.parsing.cues import begins
from extractors.parsing.lines import Printed

LEADERS = re.compile(r"(?:\.\s?){4,}\s*\d{0,3}\s*$|…{2,}\s*\d{0,3}\s*$|_{4,}\s*\d{1,3}$")
FIRST = re.compile(r"1\.?\s+[^\W\d_]")
PREFACE = 30
"""Lines that a preface takes at most."""
ENTRY_END = re.compile(r"[\s\t.]\d{1,3}\s*$")


def contents_lines(lines: list[Printed]) -> set[int]:
    """Return the places in `lines` of the lines of tables of contents."""
    found = {i for i, line in enumerate(lines) if LEADERS.search(line.text) and len(line.text) > 12}
    for i, line in enumerate(lines):
        if begins("contents", line.text):
            found |= _entries_after(lines, i)
        elif begins("preface", line.text):
            found |= _preface_after(lines, i)
    return found


def _preface_after(lines: list[Printed], heading: int) -> set[int]:
    """Return the lines of a preface that counts who made, passed and enacted the text: up to where 1 comes again."""
    first = next((i for i in range(heading + 1, min(len(lines), heading + 4)) if FIRST.match(lines[i].text)), None)
    if first is None:
        return set()
    again = next((i for i in range(first + 1, min(len(lines), first + PREFACE)) if FIRST.match(lines[i].text)), None)
    return set(range(heading, again)) if again is not None else set()


def title_of(line: Printed) -> str:
    """Return the title that a line of a table of contents announces, without leaders and page."""
    return re.sub(r"[\s.…_]+$", "", LEADERS.sub("", ENTRY_END.sub("", line.text)))


def _entries_after(lines: list[Printed], heading: int) -> set[int]:
    found = {heading}
    last = heading
    for i in range(heading + 1, min(len(lines), heading + 120)):
        if ENTRY_END.search(lines[i].text) and not lines[i].terminal:
            found.update(range(last + 1, i + 1))
            last = i
        elif i - last > 3:
            break
    return found
