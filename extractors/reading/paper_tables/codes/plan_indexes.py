"""Indexes of Russian plans (`Б1.В.ДВ.01.02`, `Б2.О.01(У)`, `ФТД.01`) whose print is too small: read again, enlarged.

The shape of an index is known: a block, the part of the plan, numbers of two figures, in brackets the kind of practice.
Letters that figures are taken for, and the other way round, are told by their place in it.
"""

import re
from collections import Counter
from collections.abc import Sequence

import cv2

from extractors.reading.paper.lines.strips import Read, read_alone
from extractors.reading.paper_tables.entries import Entry
from extractors.reading.paper_tables.short_entries import by_column
from models.page import Word
from normalizers.values.misread_figures import as_figures

FEWEST, SHARE = 3, 0.3
"""Indexes of a column that make it one of indexes, at least, and their share of its entries."""
TWICE, AGREED = 0.85, 2
"""Confidence of an index that readings agree on, and how many must."""
ONCE = 0.7
"""Confidence of an index that one reading alone has, of those that read any."""
_BLOCK = re.compile(r"[БбBB56][1-4ЗIІl]|ФТД|фтд")
_KIND = re.compile(r"\(([А-Я][а-я]{0,2})\)$")
_PARTS = dict(zip("0ОоOo8ВвB", "ОООООВВВВ", strict=True)) | {"Б": "Б", "ДВ": "ДВ"}


def index_of(text: str) -> str | None:
    """Return the index that a reading is; None where it is none."""
    bare = re.sub(r"[\s|]", "", text).replace(",", ".")
    kind = _KIND.search(bare)
    first, *rest = bare[: kind.start() if kind else len(bare)].split(".")
    if not rest or not _BLOCK.fullmatch(first):
        return None
    block = "ФТД" if first.upper() == "ФТД" else "Б" + as_figures(first[1], "near")
    parts: list[str] = []
    for place, part in enumerate(rest):
        number = as_figures(part, "near")
        if part in _PARTS and not any(p.isdigit() for p in parts) and place < len(rest) - 1:
            parts.append(_PARTS[part])
        elif len(part) == 2 and number.isascii() and number.isdigit():
            parts.append(number)
        else:
            return None
    return ".".join((block, *parts)) + (f"({kind[1]})" if kind else "") if parts and parts[-1].isdigit() else None


def settle_indexes(entries: Sequence[Entry], lines: Read, latin: Read) -> None:
    """Read again the entries of a column of indexes that were read as none, at twice their size."""
    for column in by_column(entries):
        told = [index_of(entry.text) for entry in column]
        found = sum(index is not None for index in told)
        if found < FEWEST or found < SHARE * len(column):
            continue
        for entry, index in zip(column, told, strict=True):
            if index is not None and index != entry.text:
                entry.words = (Word(index, entry.ink, TWICE),)
        lost = [e for e, index in zip(column, told, strict=True) if index is None and not e.head and _may_be(e)]
        large = [cv2.resize(e.crop, None, fx=2, fy=2, interpolation=cv2.INTER_CUBIC) for e in lost]
        readings = [read_alone(crops, read) for crops in (large, [e.crop for e in lost]) for read in (lines, latin)]
        for entry, *said in zip(lost, *readings, strict=True):
            votes = Counter(index for text, _ in (*entry.said, *said) if (index := index_of(text)))
            if votes:
                index, count = votes.most_common(1)[0]
                entry.words = (Word(index, entry.ink, TWICE if count >= AGREED else ONCE),)


def _may_be(entry: Entry) -> bool:
    """Say whether an entry may be an index: figures or points among few letters."""
    text = entry.text
    return len(text) <= 18 and (not text or any(ch.isdigit() or ch == "." for ch in text))
