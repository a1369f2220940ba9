"""Rows without rules: the lines of a table put together to rows, by what stands in its columns and how near they are.

A row starts where the column of numbers, codes or names (the key) has an entry; a line without one goes on with the
row that it is nearest to, unless it stands as far from both as rows do: then it is a row of its own (a total, a group).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from extractors.arranging.tables.gutters import Row
from models.page import Word

SPACED = 1.25
"""Lines of single spacing from the middle of one to that of the next, beyond which they are of two rows."""
JUMP = 1.15
"""Ratio of two distances between lines from which the smaller is within a cell and the larger between rows."""
HALF = 0.6
"""Lines of single spacing between lines that stand at half height of each other, at most."""
VALUE = re.compile(r"[\W_]*\d[\d\W_]*|[xхv]|[IVX]{1,4}\.?|\W*[^\W\d_]{0,4}[ .]?\d[\d.,\W_]*")
"""What stands in the cells of a body and not in its head: figures, marks, single letters, codes that end in figures."""

FIGURE = re.compile(r"\d{1,5}(?:[.,]\d{1,2})?")


@dataclass(frozen=True, slots=True)
class Filled:
    """A line and its words by column; `wide` says that they cross columns."""

    row: Row
    columns: dict[int, tuple[Word, ...]]
    wide: bool = False


def fill(rows: Sequence[Row], edges: Sequence[float], wide: Sequence[bool]) -> list[Filled]:
    """Return the lines with their words by column; `edges` are the x between columns."""
    out = []
    for row, crossing in zip(rows, wide, strict=True):
        columns: dict[int, list[Word]] = {}
        for word in row.words:
            box = word.box or row.box
            middle = box.middle_x
            columns.setdefault(sum(edge <= middle for edge in edges), []).append(word)
        out.append(Filled(row, {c: tuple(words) for c, words in columns.items()}, crossing))
    return out


def bands(
    lines: Sequence[Filled], unit: float, separators: Sequence[float] = (), *, body: int | None = None
) -> list[list[int]]:
    """Return the rows as lists of indices of lines, from the top down; nothing is joined over a separator (a y).

    `body` is the index of the first line that is of no head; None finds it.
    """
    if not lines:
        return []
    key = _key(lines)
    body = _body(lines) if body is None else body
    near, told = _near(lines, unit)
    groups: list[list[int]] = []
    for index, line in enumerate(lines):
        if groups and not _parted(lines[groups[-1][-1]], line, separators):
            before, head = [lines[i] for i in groups[-1]], index < body
            goes_on = _belongs(before, line, key, near, free=head, told=told)
            if told and not goes_on and not line.wide:
                goes_on = _key_goes_on(lines, before, line, key, near)
            step = line.row.middle - before[-1].row.middle
            if goes_on and not head and not told and key not in line.columns and step > HALF * unit:
                goes_on = _wraps(lines, before, line)
            if goes_on and (head or not _nearer_below(lines, index, key, near, separators)):
                groups[-1].append(index)
                continue
        groups.append([index])
    return groups


def _parted(above: Filled, below: Filled, separators: Sequence[float]) -> bool:
    return any(above.row.middle < y < below.row.middle for y in separators)


def _key(lines: Sequence[Filled]) -> int:
    """Return the column whose entries open rows: the leftmost of those that are short and mostly filled."""
    counts: dict[int, int] = {}
    lengths: dict[int, list[int]] = {}
    for line in lines:
        if line.wide:
            continue
        for column, words in line.columns.items():
            counts[column] = counts.get(column, 0) + 1
            lengths.setdefault(column, []).append(sum(len(w.text) for w in words))
    if not counts:
        return 0
    short = [c for c in counts if median(lengths[c]) <= 9]
    most = max((counts[c] for c in short), default=0)
    good = [c for c in sorted(short) if counts[c] >= 0.75 * most and counts[c] >= 0.25 * len(lines)]
    if 0 in short and (counts[0] >= 0.45 * len(lines) or _is_numbered(lines)):  # others may have more lines: links
        return 0
    return good[0] if good else min(counts)


def _is_numbered(lines: Sequence[Filled]) -> bool:
    """Return whether the entries of the first column, its head aside, end in numbers that rise by one."""
    texts = [" ".join(w.text for w in line.columns[0]) for line in lines if 0 in line.columns and not line.wide]
    found = [re.search(r"(\d{1,3})\.?$", text) for text in texts]
    numbers = [int(match[1]) for match in found if match]
    steps = [b - a for a, b in pairwise(numbers)]
    return len(steps) > 1 and set(steps) == {1} and len(numbers) >= len(texts) - 1


def is_value(words: Sequence[Word]) -> bool:
    """Return whether words are figures, a mark or a code, as cells of a body are and heads are not."""
    text = " ".join(w.text for w in words)
    return len(text) == 1 and not text.islower() or VALUE.fullmatch(text) is not None


def _body(lines: Sequence[Filled]) -> int:
    """Return the index of the first line of the body: the first with figures or marks; 1 where none tells."""
    for index, line in enumerate(lines):
        values = sum(is_value(words) for words in line.columns.values())
        if index and (line.wide and index > 1 or values >= max(1, len(line.columns) // 3)):
            return index - _begins_above(lines, index)
    return min(1, len(lines))


def _begins_above(lines: Sequence[Filled], index: int) -> int:
    """Return 1 where the line above the first values is of their row: at half height of it, far below the head."""
    if index < 2:
        return 0
    first, before, above = (lines[i].row for i in (index, index - 1, index - 2))
    high = first.box.height
    step = first.middle - before.middle
    apart = set(lines[index].columns) & set(lines[index - 1].columns)
    return int(not apart and step < 0.9 * high and before.middle - above.middle > 1.5 * step)


def _near(lines: Sequence[Filled], unit: float) -> tuple[float, bool]:
    """Return the distance up to which two lines may be of one cell, and whether two kinds of distance tell it."""
    last: dict[int, float] = {}
    steps = []
    for line in lines:
        for column in line.columns:
            if column in last:
                steps.append(line.row.middle - last[column])
            last[column] = line.row.middle
    steps.sort()
    jumps = [
        (count, (small * large) ** 0.5)
        for count, (small, large) in enumerate(zip(steps, steps[1:], strict=False), 1)
        if large > JUMP * small and HALF * unit < small <= SPACED * unit
    ]
    if not jumps:
        return SPACED * unit, False
    lone = len(steps) >= 6  # of many steps one that is smaller is a box read askew
    return next((middle for count, middle in jumps if count > 1 or not lone), jumps[0][1]), True


def _wraps(lines: Sequence[Filled], before: Sequence[Filled], line: Filled) -> bool:
    """Return whether a line of words goes on because the one above it was full: its first word had no room there."""
    for column, words in line.columns.items():
        above = next((one.columns[column] for one in reversed(before) if column in one.columns), None)
        if above is None or is_value(words):
            continue
        widths = [_width(one.columns[column]) for one in lines if column in one.columns and not one.wide]
        if _width(above) + _width(words[:1]) > 0.97 * max(widths):
            return True
    return False


def _key_goes_on(lines: Sequence[Filled], before: Sequence[Filled], line: Filled, key: int, near: float) -> bool:
    """Return whether a line goes on with the name that opened its row: near below it, which was full, and nothing else
    stands twice in the row."""
    above = next((one for one in reversed(before) if key in one.columns), None)
    if above is None or key not in line.columns or above.wide or line.row.middle - above.row.middle > near:
        return False
    again = any(column in one.columns for one in before for column in line.columns if column != key)
    named = any(len(w.text) > 1 and w.text[0].isalpha() for w in (*above.columns[key], *line.columns[key]))
    return named and not again and _wraps(lines, [above], Filled(line.row, {key: line.columns[key]}))


def _width(words: Sequence[Word]) -> float:
    boxes = [w.box for w in words if w.box]
    return max(b.x1 for b in boxes) - min(b.x0 for b in boxes) if boxes else 0.0


def _belongs(
    before: Sequence[Filled], line: Filled, key: int, near: float, *, free: bool = False, told: bool = False
) -> bool:
    """Return whether a line goes on with the row above it; `free` where its key does not count, `told` as of near."""
    if line.row.middle - before[-1].row.middle > near or line.wide or before[-1].wide:
        return False
    if free:
        return True
    if _counts_anew(before, line):
        return False
    keyed = any(key in one.columns for one in before)
    if key in line.columns:  # the number of a row stands at the middle of its cells
        return not keyed and (told or _half_step(before[-1], line))
    return True


def _counts_anew(before: Sequence[Filled], line: Filled) -> bool:
    """Return whether a line has figures in two columns that have figures already, as a total below a row has."""
    filled = {c for one in before for c, words in one.columns.items() if _is_figure(words)}
    return sum(c in filled and _is_figure(words) for c, words in line.columns.items()) > 1


def _is_figure(words: Sequence[Word]) -> bool:
    return len(words) == 1 and FIGURE.fullmatch(words[0].text) is not None


def _half_step(above: Filled, below: Filled) -> bool:
    """Return whether two lines stand nearer than lines of a cell do: one is of a cell that is set at half height."""
    return below.row.middle - above.row.middle < 0.85 * above.row.box.height or not (
        set(above.columns) & set(below.columns)
    )


def _nearer_below(lines: Sequence[Filled], index: int, key: int, near: float, separators: Sequence[float]) -> bool:
    """Return whether a line without a key stands clearly nearer to the keyed line below it than to the one above."""
    line = lines[index]
    if key in line.columns or index + 1 == len(lines) or index == 0:
        return False
    below = lines[index + 1]
    if key not in below.columns or _parted(line, below, separators):
        return False
    up, down = line.row.middle - lines[index - 1].row.middle, below.row.middle - line.row.middle
    return down <= near and down < 0.8 * up and _half_step(line, below)
