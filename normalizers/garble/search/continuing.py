"""Continuing: in a table that was written out line by line, the words of a cell go on in the line below, behind the
figures or the other cells of its row (`Do luong va cam 3 35 10`, then `bien`)."""

from collections.abc import Sequence
from itertools import accumulate, groupby

from normalizers.garble.search.chunks import Chunk

_LONGEST = 6  # chunks with which a cell goes on
_FIGURES = 2  # chunks behind the words of a row that begins with them
_FULL = 0.85  # of the longest line: a row so long is full, and nothing tells with which of its cells fewer below go on


def in_order(chunks: list[Chunk]) -> list[Chunk]:
    """Return the chunks with what goes on with cells right behind the words of these: below words with figures behind
    them, and in lines with a cell for every cell of words above, or with fewer for the first of them."""
    ordered: list[Chunk] = []
    above: list[Chunk] = []
    ends: list[int] = []  # where the cells of words of the row above end
    lines = [list(line) for _, line in groupby(chunks, key=lambda chunk: chunk.line)]
    full = _FULL * max(map(_width, lines), default=0)
    row = -1
    for line in lines:
        cells = _cells(line)
        fitting = len(cells) == len(ends) or len(cells) < len(ends) and _width(above) < full
        strict = len(_cells(above)) == 1
        if fitting and line[0].line == row + 1 and all(_goes_on(cell, strict=strict) for cell in cells):
            for place, cell in reversed(list(zip(ends, cells, strict=False))):
                ordered[place:place] = cell
            sizes = list(accumulate(map(len, cells)))
            ends = [end + (sizes[index] if index < len(sizes) else sizes[-1]) for index, end in enumerate(ends)]
        else:
            ends = [len(ordered) + end for end in _ends(cells)]
            ordered += line
            above = line
        row = line[0].line
    return ordered


def _width(line: Sequence[Chunk]) -> int:
    return line[-1].end - line[0].start if line else 0


def _cells(line: Sequence[Chunk]) -> list[list[Chunk]]:
    """The chunks of a line by cell: where columns stand apart, and at upright rules."""
    cells: list[list[Chunk]] = []
    for chunk in line:
        if not cells or chunk.first or chunk.text[0] == "|" or cells[-1][-1].text[-1] == "|":
            cells.append([])
        cells[-1].append(chunk)
    return cells


def _goes_on(cell: Sequence[Chunk], *, strict: bool) -> bool:
    """Whether a cell begins with a small letter; `strict` asks for nothing but words."""
    words = [chunk for chunk in cell if chunk.edges[1]]
    begun = bool(words) and words[0].edges[1][0].islower()
    return begun and len(cell) <= _LONGEST and not (strict and not all(map(_is_word, cell)))


def _is_word(chunk: Chunk) -> bool:
    return any(c.islower() for c in chunk.text)


def _ends(cells: list[list[Chunk]]) -> list[int]:
    """Where cells of words end, counted from the first chunk of their row; of a single one only before figures."""
    if len(cells) == 1:
        end = _end_of_words(cells[0])
        return [end] if end else []
    ends, done = [], 0
    for cell in cells:
        last = max((index + 1 for index, chunk in enumerate(cell) if _is_word(chunk)), default=0)
        if last:
            ends.append(done + last)
        done += len(cell)
    return ends


def _end_of_words(line: Sequence[Chunk]) -> int:
    """Where the words of a row end that stand in one cell before figures; 0 where there are none such."""
    runs = [(words, len(list(own))) for words, own in groupby(line, key=_is_word)]
    words, size = runs[-1]
    others = size if len(runs) < 3 else _FIGURES
    return len(line) - size if not words and 1 < len(runs) < 4 and others >= _FIGURES else 0
