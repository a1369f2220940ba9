"""Codes and heads that a narrow column broke over its lines: `MAY30` above `1` is `MAY301` in a column of codes, `ST`
above `T` is `STT`."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from itertools import pairwise

from extractors.curriculum.wording import lexicon

CODE = re.compile(r"(?=.*\d)(?:[^\W\d_]|\d{4})[\w.\-–/()]{3,17}")
"""A code without blanks: it begins with a letter, or with several figures."""
CUT, BEHIND = re.compile(r"\d\d|[^\W\d_]{2}|[.\-]\w"), ".-"
"""The signs on either side of a break: in a run of figures or of letters, or behind a mark; those marks."""
BARS = "|¦ "
"""What the rules of a scanned table leave in its cells."""
_MIXED = re.compile(r"(?=.*[^\W\d_]).*|\d{5,}")
"""What a code of a course is: letters with figures, or five figures and more."""
LONGER = 2
"""Signs by which a code of as many runs may be longer than those known: `GLAW101DV01` beside `DC140DV01`."""
FEWEST, SHARE = 3, 0.6
"""Codes of a column at least, and their share of its filled cells."""


def unbroken(cells: Sequence[tuple[str, ...]]) -> list[str | None]:
    """Return the codes of a column, given by their lines, that were broken; None for every other cell.

    `PLO1` above `2` stays where other cells of the column say `PLO1` alone: the first line is whole then.
    """
    joined = [_joined(lines) for lines in cells]
    whole = [lines[0] for lines in cells if len(lines) == 1 and CODE.fullmatch(lines[0])]
    found = [code for code in joined if code]
    filled = sum(bool(lines) for lines in cells)
    if not found or len(found) + len(whole) < max(FEWEST, SHARE * filled):
        return [None] * len(cells)
    shapes = {_shape(code) for code in whole}
    return [code if code and _shape(lines[0]) not in shapes else None
            for code, lines in zip(joined, cells, strict=True)]  # fmt: skip


def shapes_of(cells: Iterable[tuple[str, ...]]) -> frozenset[str]:
    """Return the shapes of the codes that cells of a document print whole, three times at least."""
    whole = (lines[0] for lines in cells if len(lines) == 1 and CODE.fullmatch(lines[0]) and _MIXED.fullmatch(lines[0]))
    return frozenset(shape for shape, count in Counter(map(_shape, whole)).items() if count >= FEWEST)


def by_shapes(lines: tuple[str, ...], shapes: frozenset[str]) -> str | None:
    """Return the code that the lines of a cell are where the document prints others of that shape whole; None where the
    first line is one itself, or where only runs of as many kinds are known and the length is another."""
    bare = [line.strip(BARS) for line in lines]
    whole = "".join(bare)
    if len(bare) != 2 or not all(bare) or not CODE.fullmatch(whole) or not shapes or _shape(bare[0]) in shapes:
        return None
    alike = [shape for shape in shapes if _runs(shape) == _runs(_shape(whole))]
    lengths = [len(shape) for shape in alike]
    parted = len(_runs(_shape(whole))) > 2 and bool(lengths) and min(lengths) <= len(whole) <= max(lengths) + LONGER
    return whole if _shape(whole) in shapes or parted else None


def whole_label(lines: tuple[str, ...]) -> str | None:
    """Return the head of a column that was broken within its word; None where its lines are whole words."""
    bare = [line.strip(BARS) for line in lines]
    if len(bare) < 2 or not all(line.isalpha() for line in bare):
        return None
    whole, parted = "".join(bare), " ".join(bare)
    known = (lexicon("heads.tsv"), lexicon("activities.tsv"))
    return whole if any(k.exact(whole) for k in known) and not any(k.exact(parted) for k in known) else None


def _joined(lines: Sequence[str]) -> str | None:
    """Return what the lines of a cell are as one code; None where they are none."""
    bare = [line.strip(BARS) for line in lines]
    whole = "".join(bare)
    if len(bare) < 2 or not all(bare) or not CODE.fullmatch(whole):
        return None
    if not all(CUT.fullmatch(a[-1] + b[0]) for a, b in pairwise(bare)):
        return None
    several = all(CODE.fullmatch(line) for line in bare) and not all(line[-1] in BEHIND for line in bare[:-1])
    return None if several else whole


def _runs(shape: str) -> str:
    return re.sub(r"(.)\1+", r"\1", shape)


def _shape(code: str) -> str:
    return re.sub(r"\d", "9", re.sub(r"[^\W\d_]", "A", code))
