"""Heads of columns on scans that lost a blank or a mark: `Tilệ (%)` between `Tên` and `Mô tả` is *Tỉ lệ (%)*.

A line of cells is heads where several of them are labels as they stand; another one that has the letters of one label
alone is that label.
"""

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterator
from functools import lru_cache

from models.edits import Edit
from normalizers.garble.model.alphabet import bare_letters

_LABELS, _SHORTEST = 2, 4
"""Cells of a line that are labels, at least; letters of a label that another cell is taken for, at least."""
_CELL = re.compile(r"[^\t\n]+")
_STROKES = str.maketrans("l1|", "iii")
"""Signs of one stroke, which scans take for each other."""
_UNIT = re.compile(r"\s*(?:\([^()]*\)?|%)\s*$")


def head_cell_edits(text: str, labels: frozenset[str]) -> Iterator[Edit]:
    """Yield an edit for each head of a column that is a label but for its blanks and marks."""
    known, lettered = _by_letters(labels)
    at = 0
    for line in text.splitlines(keepends=True):
        cells = [(at + match.start(), _UNIT.sub("", match[0])) for match in _CELL.finditer(line)]
        if "\t" in line and sum(_plain(cell) in known for _, cell in cells) >= _LABELS:
            for start, cell in cells:
                said = lettered.get(_letters(cell), frozenset())
                if len(said) == 1 and _plain(cell) not in known:
                    (label,) = said
                    after = label.upper() if cell.isupper() else label[0].upper() + label[1:]
                    lead = len(cell) - len(cell.lstrip())
                    yield Edit(start + lead, start + len(cell), cell[lead:], after, "garble.label", confidence=0.9)
        at += len(line)


@lru_cache(maxsize=2)
def _by_letters(labels: frozenset[str]) -> tuple[frozenset[str], dict[str, frozenset[str]]]:
    """Return the labels in small letters, and those that have the same letters without marks and blanks."""
    known = frozenset(_plain(_UNIT.sub("", label)) for label in labels)
    found: dict[str, set[str]] = defaultdict(set)
    for label in known:
        found[_letters(label)].add(label)
    return known, {letters: frozenset(said) for letters, said in found.items() if len(letters) >= _SHORTEST}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())


def _letters(text: str) -> str:
    return "".join(filter(str.isalnum, bare_letters(text).translate(_STROKES)))
