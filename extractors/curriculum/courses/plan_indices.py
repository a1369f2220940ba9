"""Indices of Russian plans that a scan misread: `53.01` for `Б3.01`, `Б2.0.01(У)` for `Б2.О.01(У)`.

A letter is given back only to what OCR read, and only where the plan proves it: the row stands in the block whose
number the index bears, and other rows of the plan print the letter in the same place.
"""

import re

from models.document import Document
from models.rows import Value

_INDEX = re.compile(r"Б\d\.(?:[ОВБ]\.|В\.ДВ\.)?\d{1,2}(?:\.\d{1,2})*(?:\([А-Я][А-Яа-я]{0,2}\))?")
_FIGURE_FOR_LETTER = re.compile(
    r"[56B](\d)(\.(?:[ОВБ]\.|В\.ДВ\.|0\.)?\d{1,2}(?:\.\d{1,2})*(?:\([А-Я][А-Яа-я]{0,2}\))?)"
)
"""An index whose first letter was read as the figure, or the Latin letter, that looks like it."""
_TWICE = re.compile(r"[56](Б\d\..+)")
"""An index whose first letter was read both as the figure and as itself."""
_OPTIONAL = re.compile(r"ФТД\.(?:[ОВ]\.)?\d{1,2}(?:\.\d{1,2})*")
_ROUND = re.compile(r"(?<=\.)[оОoO](?=\d)")
"""A nought before another figure of a number."""
_NOUGHT = re.compile(r"(Б\d\.)0(\.\d{1,2}(?:\.\d{1,2})*(?:\([А-Я][А-Яа-я]{0,2}\))?)")
_BLOCK = re.compile(r"(?:блок\s*|^Б)([\dЗ])(?![\dА-Яа-я])", re.I)
_PART = re.compile(r"^Б([\dЗ])\.?\s+[А-Я]", re.M)
"""A part of a plan that bears its number: `Б2. Математический цикл`."""
_REQUIRED = re.compile("обязательная часть", re.I)
"""The part of a plan whose letter is `О`."""
_PROOFS = 3
"""Sound indices that a plan prints, at least, before another is read by their shape."""
_SURE = 0.78


def restored(document: Document, code: Value, cycle: Value | None, sound: set[str], *, around: str = "") -> Value:
    """Return a code as the plan's other indices print it where a scan lost a letter; else the code as it is.

    `around` are the numbers of the blocks that the sound indices above and below bear, where no heading is read.
    """
    text = str(code.value)
    parts = {part.replace("З", "3") for part in _PART.findall(document.text.content)}
    proved = len(sound) >= _PROOFS or not sound and len(parts) > 1
    if code.span is None or not proved or document.text.trace(code.span).confidence >= 1:
        return code
    block = _BLOCK.search(str(cycle.value)) if cycle else None
    text = _ROUND.sub("0", text) if text not in sound else text
    found = _FIGURE_FOR_LETTER.fullmatch(text)
    named = found and not block and found[1] in parts
    if found and (named or found[1] in (block[1].replace("З", "3").replace("з", "3") if block else around)):
        text = f"Б{found[1]}{found[2]}"
    text = twice[1] if (twice := _TWICE.fullmatch(text)) else text
    nought = _NOUGHT.fullmatch(text)
    required, chosen = (sum(index[2:5] == part for index in sound) >= _PROOFS for part in (".О.", ".В."))
    if nought and (required or chosen and _REQUIRED.search(document.text.content)):
        text = f"{nought[1]}О{nought[2]}"
    if text == code.value or text in sound or not (_INDEX.fullmatch(text) or _OPTIONAL.fullmatch(text)):
        return code
    return Value(text, code.span, _SURE, "list.index")


def blocks_around(codes: list[str]) -> list[str]:
    """Return, for each code of a plan, the blocks of the nearest sound indices above and below it: `11`, `12`."""
    blocks = [code[1] if is_index(code) else "" for code in codes]
    found = []
    for n in range(len(codes)):
        above = next((b for b in reversed(blocks[:n]) if b), "")
        below = next((b for b in blocks[n + 1 :] if b), "")
        found.append(above + below)
    return found


def is_index(code: str) -> bool:
    """Say whether a code is the index of a course in a Russian plan: `Б1.О.07`, `Б1.В.ДВ.02.01`, `Б2.О.01(У)`."""
    return _INDEX.fullmatch(code) is not None


def lost_its_letter(code: str) -> bool:
    """Say whether a code is an index but for a figure in the place of its letter."""
    return any(shape.fullmatch(code) for shape in (_FIGURE_FOR_LETTER, _TWICE, _NOUGHT))
