"""Raised figures of DOCX and HTML: the mark of a note glued to a number must not become one of its digits.

Word's own notes leave no mark in the text; marks that a writer raised by hand leave none either. Powers (`m²`, `10³`)
and the marks before the notes themselves are written with raised characters.
"""

import re
from collections.abc import Iterable, Iterator
from typing import Any

from docx.oxml.ns import qn

from normalizers.unicode.raised import RAISED

MARK = re.compile(r"(?=.*[\d*])(?:[\d,;\s]{1,5}|\(\d{1,2}\)|\[\d{1,2}\]|\*{1,3})")
"""What a raised mark of a note is; `st`, `o` and other letters are none."""
POWER = re.compile(r"(?:^|[^\w.,])(?:[^\W\d_]{1,2}|10)$|\)$")
"""What bears a power rather than a note: a unit, a variable, ten, a bracket."""
TO_RAISED = str.maketrans("0123456789", RAISED)


def is_raised(run: Any) -> bool:
    """Return whether a run of DOCX is set above the line: superscript, a style of note marks, a raised position."""
    properties = run.find(qn("w:rPr"))
    if properties is None:
        return False
    align, style, position = (properties.find(qn(tag)) for tag in ("w:vertAlign", "w:rStyle", "w:position"))
    if align is not None:
        return bool(align.get(qn("w:val")) == "superscript")
    if style is not None and re.search(r"(?:foot|end)note", style.get(qn("w:val")) or "", re.IGNORECASE):
        return True
    return position is not None and re.fullmatch(r"[1-9]\d*", position.get(qn("w:val")) or "") is not None


def is_set(run: Any, mark: str) -> bool:
    """Return whether a run of DOCX has a mark that is on or off, such as `w:b`."""
    found = run.find(f"{qn('w:rPr')}/{qn(mark)}")
    return found is not None and found.get(qn("w:val")) not in ("0", "false", "off")


def unmarked(parts: Iterable[tuple[str, bool, bool]]) -> Iterator[tuple[str, bool]]:
    """Yield (text, bold) of the parts (text, bold, raised) of a paragraph, without the marks of notes."""
    told = list(parts)
    before = ""
    for place, (text, bold, raised) in enumerate(told):
        following = told[place + 1][0] if place + 1 < len(told) else ""
        text = written(before, text, following) if raised else text
        before = (before + text)[-40:]
        yield text, bold


def written(before: str, mark: str, following: str) -> str:
    """Return what is raised between two texts as it goes into the text: powers and heads of notes, not their marks."""
    if not MARK.fullmatch(mark) or following.startswith(("/", "⁄")):
        return mark
    apart = not before or before[-1].isspace()
    if not mark.strip().isdecimal():
        return mark if apart else ""
    return mark.translate(TO_RAISED) if apart or POWER.search(before) else ""
