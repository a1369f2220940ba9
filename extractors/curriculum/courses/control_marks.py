"""Forms of control that a plan tells by letters in one column: `е`, `з`, `дз`, and with the semester `2з`."""

import re
from functools import cache

from extractors.curriculum.grids import Place
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.wording import KNOWLEDGE
from normalizers.knowledge import read_table
from normalizers.unicode.twins import to_cyrillic

_TOLD = re.compile(r"(?P<semester>\d{1,2}(?=\s*[^\W\d]))?\s*(?P<mark>[^\W\d_]{1,8}|3)")
_LETTERS = {"uk": re.compile("[іїєґ]|контролю"), "ru": re.compile("[ыэё]|контроля")}
"""What the heads of a plan have in one language only; the letters of both mean different forms."""


def told_by_mark(head: Headed, column: Column | None, place: Place) -> tuple[str, int | None] | None:
    """Return the form of control that a letter in a column of such letters stands for, and the semester before it.

    None where the column has words. A `3` among letters is the letter that it looks like.
    """
    language = _language(head)
    marks = _marks().get(language or "", {})
    told = [_read(p.text, marks) for r in head.data if (p := head.at(r, column)).text and not p.merged]
    sure = sum(one is not None and one[1] != "3" for one in told)
    own = _read(place.text, marks)
    if own is None or not sure or None in told and sure < 3 * told.count(None):
        return None
    form = marks["з"] if own[1] == "3" else marks[own[1]]
    return form, int(own[0]) if own[0] else None


def _read(text: str, marks: dict[str, str]) -> tuple[str | None, str] | None:
    """Return the semester and the mark of a cell; None where it is no mark."""
    match = _TOLD.fullmatch(re.sub(r"[\s./]", "", text))
    mark = to_cyrillic(match["mark"].lower()) if match else ""
    return (match["semester"], mark) if match and (mark in marks or mark == "3") else None


def _language(head: Headed) -> str | None:
    """Return the language of the heads of a plan, where its letters tell one."""
    said = " ".join(text for column in head.columns for text in column.path).lower()
    found = [language for language, letters in _LETTERS.items() if letters.search(said)]
    return found[0] if len(found) == 1 else None


@cache
def _marks() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for row in read_table(KNOWLEDGE / "control_marks.tsv", ("language", "mark", "form", "reason")):
        found.setdefault(row["language"], {})[row["mark"]] = row["form"]
    return found
