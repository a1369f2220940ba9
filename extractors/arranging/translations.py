"""Texts printed beside their translation, Kazakh and Russian: the first is read, the other stays in the margin.

Both say the same under the same numbers. Read row by row they would make one text of two languages; read one after the
other every clause would come twice.
"""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from extractors.arranging.columns import beside
from models.page import Block, Grid, Line

ROLE = "margin"
LEAST, SHARE = 4, 0.8
"""Numbers of clauses that two columns share, at least, and their share of all that either has."""
HEAD = 3
"""Lines of a head in two languages, at least."""
KAZAKH, LESS = 0.02, 3
"""Share of letters that only Kazakh has in a Kazakh text, and how many times less another text has."""
_NUMBER = re.compile(r"\W*((?:\d{1,2}\.)*\d{1,2})[.)-]?\s*[^\W\d]")
_OWN = re.compile("[әғқңөұүһ]", re.I)


def part_translations(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return the blocks of a page with each text beside its translation as lines, the translation in the margin."""
    ordered: list[Block] = []
    at = 0
    while at < len(blocks):
        block = blocks[at]
        if isinstance(block, Grid):
            ordered += _of_grid(block) or [block]
            at += 1
            continue
        pairs = _pairs(blocks, at)
        left, right = [one for one, _ in pairs], [other for _, other in pairs]
        if len(pairs) >= HEAD and is_translated(left, right):
            ordered += [*left, *_aside(right)]
            at += len(pairs)
        else:
            ordered.append(block)
            at += 1
    return tuple(ordered)


def is_translated(left: Iterable[Line], right: Iterable[Line]) -> bool:
    """Say whether one of two texts is Kazakh and the other is not."""
    shares = sorted((_kazakh(left), _kazakh(right)))
    return shares[1] >= KAZAKH and shares[0] * LESS <= shares[1]


def _aside(lines: Iterable[Line]) -> list[Line]:
    return [replace(line, role=ROLE) for line in lines]


def _pairs(blocks: Sequence[Block], at: int) -> list[tuple[Line, Line]]:
    """Return the lines in two parts that follow one another from a block on."""
    found = []
    for block in blocks[at:]:
        parts = beside(block)
        if len(parts) != 2:
            break
        found.append((parts[0], parts[1]))
    return found


def _of_grid(grid: Grid) -> list[Block]:
    """Return the lines of a table of two columns that say the same in two languages; nothing of another table."""
    columns = sorted({cell.column for cell in grid.cells if any(line.as_text().strip() for line in cell.lines)})
    if len(columns) != 2:
        return []
    cells = sorted(grid.cells, key=lambda cell: cell.row)
    left, right = ([line for cell in cells if cell.column == column for line in cell.lines] for column in columns)
    one, other = _numbers(left), _numbers(right)
    shared = sum((one & other).values())
    if shared < LEAST or shared < SHARE * max(one.total(), other.total()) or not is_translated(left, right):
        return []
    return [*left, *_aside(right)]


def _numbers(lines: Iterable[Line]) -> Counter[str]:
    return Counter(match[1] for line in lines if (match := _NUMBER.match(line.as_text())))


def _kazakh(lines: Iterable[Line]) -> float:
    """Return the share of the letters of a text that only Kazakh has."""
    text = " ".join(line.as_text() for line in lines)
    return len(_OWN.findall(text)) / max(1, sum(sign.isalpha() for sign in text))
