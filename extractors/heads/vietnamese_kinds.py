"""The line of a Vietnamese head that names the kind of the document."""

import re

from extractors.heads.head import kind_lines
from extractors.heads.pieces import Piece, alike
from extractors.recognising.genres import records

_BELOW = 8
"""Lines below the title of a programme in which that of a course's syllabus stands."""


def kind_index(found: list[Piece], kind: str) -> int | None:
    """Return the index of the line that names the kind."""
    lines = kind_lines("vi")
    begun = _begun(found, kind)
    for index, piece in enumerate(found):
        text = re.sub(r"\W+$", "", piece.text)
        if (
            text[:1].isupper()
            and (piece.capitals or len(text) < 30)
            and any(alike(text, line, 88) for line, _ in lines)
        ):
            return index if piece.capitals or begun is None else min(index, begun)
    return begun


def narrower(found: list[Piece], at: int | None, kind: str) -> int | None:
    """Return the index of the line that names the document's own kind, where the one at `at` names what it is part of:
    `ĐỀ CƯƠNG HỌC PHẦN` below `CHƯƠNG TRÌNH ĐÀO TẠO`."""
    outer = next((record.within for record in records() if record.kind == kind), ())
    if at is None or not any(k in outer and found[at].text.upper().startswith(line) for line, k in kind_lines("vi")):
        return at
    own = [line for line, k in kind_lines("vi") if k == kind]
    below = (n for n, p in enumerate(found[at : at + _BELOW], at) if any(alike(p.text, line, 90) for line in own))
    return next(below, at)


def _begun(found: list[Piece], kind: str) -> int | None:
    """Return the index of the line in capitals that begins with the kind: `CHƯƠNG TRÌNH ĐÀO TẠO THẠC SĨ`."""
    begins = [line + " " for line, k in kind_lines("vi") if k == kind]
    return next((i for i, p in enumerate(found) if p.capitals and p.text.startswith(tuple(begins))), None)
