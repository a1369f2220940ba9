"""Approval stamps printed side by side: each is read from its first line to its last before the next one."""

import re
from dataclasses import dataclass, replace
from pathlib import Path

from extractors.arranging.lining import WIDE, line_of
from models.page import Block, Grid, Line
from normalizers.legacy.cyrillic import ENCODINGS, decode
from normalizers.unicode.twins import to_cyrillic
from normalizers.wordings import Wordings

_OPENING = Wordings(Path(__file__).parent / "knowledge" / "stamp_openings.tsv", r"\W*<<opening>>", re.IGNORECASE)
_CYRILLIC = re.compile("[А-Яа-я]")
_SHOUTED = 8
"""A word that opens a stamp in small letters must be short: `Затверджено`, not a sentence that begins with it."""
MOST = 30
"""Lines that stamps take at most."""
NEAR = 3.0
"""Heights of a line that may lie between two lines of one column."""

BESIDE = 0.2
"""Share of the height of a line from which another one that overlaps it stands beside it."""


@dataclass(frozen=True, slots=True)
class _Part:
    """What stands between two wide gaps of a line: its sides in points, or in characters where there are no boxes."""

    left: float
    right: float
    line: Line

    @property
    def text(self) -> str:
        return self.line.as_text().strip()


def part_stamps(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Return the blocks of a page with stamps that stand beside each other, or beside the head, one after the other.

    Only Cyrillic papers are read so: the two sides of a Vietnamese head belong together line by line.
    """
    ordered: list[Block] = []
    at = 0
    blocks = tuple(piece for block in blocks for piece in _columns_of_table(block))
    while at < len(blocks):
        columns, end = _columns(blocks, at)
        if len(columns) > 1:
            ordered += [part.line for column in columns for part in column]
            at = end
        else:
            ordered.append(blocks[at])
            at += 1
    return tuple(ordered)


def _columns_of_table(block: Block) -> list[Block]:
    """Return the lines of a table whose first row opens a stamp in each cell, column by column; else the block."""
    cells = (
        sorted((c for c in block.cells if c.lines), key=lambda c: (c.column, c.row)) if isinstance(block, Grid) else []
    )
    first = [cell for cell in cells if cell.row == 0]
    if len(first) < 2 or not all(_opens(cell.lines[0].as_text().strip()) for cell in first):
        return [block]
    return [line for cell in cells for line in cell.lines]


def beside(block: Block) -> list[Line]:
    """Return the parts of a Cyrillic line of the body between wide gaps as lines of their own, from left to right."""
    return [part.line for part in _parts(block)]


def _columns(blocks: tuple[Block, ...], start: int) -> tuple[list[list[_Part]], int]:
    """Return the columns that begin in a block, left to right, and the block after them; one or none where it is
    no line of stamps."""
    first, end = _row(blocks, start)
    alone = len(first) == 1 and not _stands_over(first[0], blocks, end)
    if not first or alone or not any(_opens(part.text) for part in first):
        return [], start
    below = [[part] for part in _row(blocks, end)[0]] if end < len(blocks) else []
    columns = [[piece] for part in first for piece in _cut(below, part)]
    several = 1
    while end < min(len(blocks), start + MOST):
        parts, after = _row(blocks, end)
        if not parts and _empty(blocks[end]):
            end += 1
            continue
        parts = [piece for part in parts for piece in _cut(columns, part)]
        if not parts or not _fits(columns, parts) or len(parts) == 1 and _empty(blocks[end - 1]):
            break
        for part in parts:
            _put(columns, part)
        several += len(parts) > 1
        end = after
    while end > start + 1 and _empty(blocks[end - 1]):
        end -= 1
    return (sorted(columns, key=lambda c: min(p.left for p in c)), end) if several > 1 else ([], start)


def _cut(columns: list[list[_Part]], part: _Part) -> list[_Part]:
    """Return a part that runs over two columns as one for each, where a word begins with the right one of them: a name
    at the end of the left column, or the kind in large print, stands close before what begins the right one."""
    edges = sorted(min(p.left for p in column) for column in columns)[1:]
    words = list(part.line.words)
    for at, word in enumerate(words):
        box = word.box
        if at and box and any(abs(box.x0 - edge) <= BESIDE * box.height for edge in edges):
            halves = (words[:at], words[at:])
            boxes = [(half[0].box, half[-1].box) for half in halves]
            lines = [line_of(half, part.line.role) for half in halves]
            cut = [_Part(a.x0, b.x1, line) for (a, b), line in zip(boxes, lines, strict=True) if a and b]
            return cut if len(cut) == len(halves) else [part]
    return [part]


def _stands_over(part: _Part, blocks: tuple[Block, ...], at: int) -> bool:
    """Say whether the next line has several parts, one of them, not the first, below this one: the stamp to its left
    begins lower. What stands over the first part may head a list of signers."""
    below = sorted(_row(blocks, at)[0], key=lambda one: one.left) if at < len(blocks) else []
    under = [n for n, one in enumerate(below) if one.left < part.right and part.left < one.right]
    return len(under) == 1 and under[0] > 0


def _row(blocks: tuple[Block, ...], at: int) -> tuple[list[_Part], int]:
    """Return the parts of a line and of those that begin beside it before it ends, and the block after them: cells of a
    frame that are centred in its height have their lines at different heights."""
    parts, end = _parts(blocks[at]), at + 1
    top, foot = _height(parts[:1])
    while parts and end < len(blocks) and (more := _parts(blocks[end])):
        head, base = _height(more)
        level = min(foot, base) - max(top, head) >= BESIDE * min(foot - top, base - head) > 0
        if not level or any(one.left < other.right and other.left < one.right for one in parts for other in more):
            break
        parts, end = parts + more, end + 1
    return parts, end


def _height(parts: list[_Part]) -> tuple[float, float]:
    """Return the top and the foot of the words of parts; of one height where they have no boxes."""
    boxes = [word.box for part in parts for word in part.line.words if word.box]
    return min((b.y0 for b in boxes), default=0.0), max((b.y1 for b in boxes), default=0.0)


def _opens(text: str) -> bool:
    for said in _readings(text):
        match = _OPENING.match(said)
        if match and (match[0].isupper() or len(said) - len(match[0]) <= _SHOUTED):
            return True
    return False


def _readings(text: str) -> list[str]:
    """Return a text as it stands, with Latin letters as Cyrillic ones of their shape, and as it would read in each code
    of Cyrillic; repair comes only later."""
    if _CYRILLIC.search(text):
        return [to_cyrillic(text)]
    if text.isascii():
        return [text]
    return [text, *(decode(text, name) for name in ENCODINGS)]


def _empty(block: Block) -> bool:
    return isinstance(block, Line) and not block.as_text().strip()


def _parts(block: Block) -> list[_Part]:
    """Return the parts of a Cyrillic line of the body; none of a table, of furniture or of an empty line."""
    if not isinstance(block, Line) or block.role != "body" or "\t" in block.as_text():
        return []
    if not block.words or any(word.box is None for word in block.words):
        text = block.as_text()
        return [
            _Part(m.start(), m.end(), replace(block, words=(), text=m[0]))
            for m in re.finditer(r"\S+(?: {1,2}\S+)*", text)
            if not block.words
        ]
    if any(word.turn for word in block.words):
        return []
    parts, at = [], 0
    pieces = block.as_text().split(WIDE)
    for piece in pieces:
        count = len(piece.split())
        words = list(block.words[at : at + count])
        at += count
        if not words or words[0].box is None or words[-1].box is None:
            return []
        parts.append(_Part(words[0].box.x0, words[-1].box.x1, line_of(words, block.role)))
    return parts if at == len(block.words) else []


def _fits(columns: list[list[_Part]], parts: list[_Part]) -> bool:
    """Say whether a line goes on with the columns: each part under one of them; a part alone lies near above it too."""
    under = [_column_of(columns, part) for part in parts]
    if any(index == -2 for index in under):
        return False
    if len(parts) > 1:
        return any(index >= 0 for index in under)
    return under[0] >= 0 and _near(columns, parts[0]) and _flush(columns[under[0]], parts[0])


def _flush(column: list[_Part], part: _Part) -> bool:
    """Say whether a part alone on its line begins, ends or is centred where a part of the column does."""
    box = part.line.words[0].box if part.line.words else None
    slack = 0.3 * box.height if box else 1.0
    return any(
        abs(part.left - p.left) <= slack
        or abs(part.right - p.right) <= slack
        or abs((part.left + part.right) - (p.left + p.right)) <= 2 * slack
        for p in column
    )


def _near(columns: list[list[_Part]], part: _Part) -> bool:
    """Say whether a part stands close below what is already in the columns."""
    top = part.line.words[0].box if part.line.words else None
    if top is None:
        return True
    above = [w.box for column in columns for p in column for w in p.line.words if w.box]
    lowest = max((box.y1 for box in above), default=top.y0)
    return top.y0 - lowest <= NEAR * max(top.height, 1.0)


def _column_of(columns: list[list[_Part]], part: _Part) -> int:
    """Return the column that a part stands in; -1 where it stands in none, -2 where it runs over several."""
    touched = []
    for index, column in enumerate(columns):
        left, right = min(p.left for p in column), max(p.right for p in column)
        if min(right, part.right) - max(left, part.left) > 0:
            touched.append(index)
    if len(touched) == 1:
        column = columns[touched[0]]
        left, right = min(p.left for p in column), max(p.right for p in column)
        share = min(right, part.right) - max(left, part.left)
        within = left <= part.left < right  # a name behind the blank for its signature
        return touched[0] if within or share >= 0.5 * min(part.right - part.left, right - left) else -2
    return -2 if touched else -1


def _put(columns: list[list[_Part]], part: _Part) -> None:
    index = _column_of(columns, part)
    if index >= 0:
        columns[index].append(part)
    else:
        columns.append([part])
