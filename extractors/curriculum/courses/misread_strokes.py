"""Strokes that a scan read otherwise in lists of courses: `HSI1` among `HS12`, `II` over credits of the third semester.

Only what was read by OCR is settled, and only by what the same table prints beside it.
"""

import re
from dataclasses import replace

from extractors.curriculum.courses.semesters import explicit_semester, parted_semesters
from extractors.curriculum.heads import Headed
from models.document import Document
from models.rows import Value
from normalizers.values.misread_figures import as_figures

FEWEST, MANY = 4, 8
"""Codes that have figures where another has a letter, at least, and all others of a list that do."""
SURE = 0.85
"""Confidence from which a code is believed, whatever the others look like."""
_SIMPLE = re.compile(r"[^\W\d_]{2,}0{2,}")
"""A shape of letters with figures behind them."""
_STROKES = re.compile(r"[IlI1HН|]{1,4}\.?")
"""Roman numbers that strokes alone make up: a scan loses one, or reads two as a letter."""


def shaped(document: Document, code: Value, codes: list[str]) -> Value:
    """Return a code with the figure for a letter that looks like it, where others with its letters have figures, or all
    others so many figures behind their letters: `HOAI201` beside `LY1202`; without it where it is one too many."""
    text = str(code.value)
    read = document.text.trace(code.span).confidence if code.span else 1.0
    if read == 1.0:
        return code
    for place in (n for n, ch in enumerate(text) if n and as_figures(ch).isdecimal() and not ch.isdecimal()):
        for figure in (as_figures(text[place]), ""):
            mended = text[:place] + figure + text[place + 1 :]
            others = [_shape(one) for one in {*codes} - {text}]
            endings = {len(shape) - len(shape.rstrip("0")) for shape in (*others, _shape(mended))}
            alike = figure and _SIMPLE.fullmatch(_shape(mended)) and len(endings) == 1 and len(others) >= MANY
            among = read < SURE and others.count(_shape(mended)) >= FEWEST
            if (alike or among) and mended not in codes and _shape(text) not in others:
                return replace(code, value=mended)
    return code


def _shape(code: str) -> str:
    """Return a code with a 0 for every figure."""
    return "".join("0" if ch.isdecimal() else ch for ch in code)


def placed(document: Document, head: Headed, row: int, semester: Value | None) -> Value | None:
    """Return the semester whose column has the credits of a row, where a number of mere strokes says another."""
    said, parted = explicit_semester(head, row), parted_semesters(head, row)
    if not semester or not said or said.span is None or len(parted) != 1 or said.value in parted:
        return semester
    read = document.text.trace(said.span)
    strokes = _STROKES.fullmatch(document.text.content[said.span.start : said.span.end].strip())
    return replace(semester, value=parted[0]) if strokes and read.confidence < 1 else semester
