"""lay_out: the repaired words of a document, each at its place on the sheet that the file shows, in reading order."""

import re
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from statistics import median

from models.edits import Offsets
from models.page import Box, Cell, Grid, Line, Page, Word
from models.text import PlacedWord, Span, Text, TextLine


@dataclass(frozen=True, slots=True)
class LaidWord:
    """A word of the repaired text: its box on the sheet in points, and the two ends of the foot of its letters.

    `start` and `end` are where reading it begins and ends; `height` is that of its line's letters.
    """

    text: str
    box: Box
    start: tuple[float, float]
    end: tuple[float, float]
    height: float
    confidence: float


@dataclass(frozen=True, slots=True)
class LaidLine:
    """A printed line, or one line of a cell; lines of the same `block` belong together, to a table where `table`."""

    words: tuple[LaidWord, ...]
    block: int
    table: bool = False

    def box(self) -> Box:
        """Return the smallest box that holds its words."""
        return around([word.box for word in self.words])


@dataclass(frozen=True, slots=True)
class LaidPage:
    """A page with its lines in reading order; `width` and `height` are the sheet's in points."""

    page: Page
    width: float
    height: float
    lines: tuple[LaidLine, ...]


def around(boxes: list[Box]) -> Box:
    """Return the smallest box that holds all; at least one."""
    return reduce(Box.union, boxes)


def lay_out(text: Text, pages: tuple[Page, ...]) -> tuple[LaidPage, ...]:
    """Return every page with the words of the repaired text at their places; words without a box are left out."""
    offsets, starts = Offsets(text.edits), [word.start for word in text.words]
    laid: dict[int, list[LaidLine]] = {page.number: [] for page in pages}
    sheets = {page.number: (page, _turns(page)) for page in pages}
    block = 0
    before: TextLine | None = None
    for line in text.lines:
        block += before is None or before.page != line.page or before.table != line.table or line.table is None
        before = line
        if line.page not in sheets:
            continue
        page, turns = sheets[line.page]
        for piece in _pieces(text, line):
            groups = _groups(text, piece, offsets, starts)
            words = tuple(word for group in groups for word in _placed(group))
            if words:
                level = _level(words, turns)
                made = tuple(_on_sheet(page, word, level, turns) for word in words)
                laid[line.page].append(LaidLine(made, block, line.table is not None))
    return tuple(LaidPage(page, *_size(page), tuple(laid[page.number])) for page in pages)


def _size(page: Page) -> tuple[float, float]:
    width, height = page.sheet
    return width or 0.0, height or 0.0


def _turns(page: Page) -> dict[Box, int]:
    """Return how the words of a page are written that are not written left to right, by their boxes."""
    return {word.box: word.turn for word in _words(page) if word.turn and word.box}


def _words(page: Page) -> Iterator[Word]:
    for block in page.blocks:
        cells: tuple[Cell, ...] = block.cells if isinstance(block, Grid) else ()
        lines = [line for cell in cells for line in cell.lines] if cells else [block]
        for line in lines:
            if isinstance(line, Line):
                yield from line.words


def _pieces(text: Text, line: TextLine) -> Iterator[Span]:
    """Yield what is printed on one line: the line itself, or of a row of a table each line of each cell."""
    if line.table is None:
        yield Span(line.start, line.end)
        return
    for cell in text.tables[line.table].cells:
        if line.start <= cell.span.start and cell.span.end <= line.end:
            edges = [cell.span.start, *cell.breaks, cell.span.end]
            yield from (Span(*pair) for pair in zip(edges, edges[1:], strict=False))


@dataclass(slots=True)
class _Group:
    """Words of the repaired text and the words on paper that they rest on, in order."""

    tokens: list[str]
    found: list[PlacedWord]
    last: int


def _groups(text: Text, piece: Span, offsets: Offsets, starts: list[int]) -> list[_Group]:
    """Return the words of a piece; those that rest on the same word on paper stand together."""
    groups: list[_Group] = []
    for match in re.finditer(r"\S+", text[piece]):
        start = offsets.to_raw(piece.start + match.start())
        end = offsets.to_raw(piece.start + match.end(), end=True)
        first = max(0, bisect_left(starts, start) - 1)
        while first < len(starts) and text.words[first].end <= start:
            first += 1
        last = max(first, bisect_left(starts, end))
        if groups and (first < groups[-1].last or first == last):
            groups[-1].tokens.append(match[0])
            groups[-1].found += text.words[groups[-1].last : last]
            groups[-1].last = max(last, groups[-1].last)
        else:
            groups.append(_Group([match[0]], list(text.words[first:last]), last))
    return groups


@dataclass(frozen=True, slots=True)
class _Placed:
    """A word with its box on the page as it was read, and the box of the word on paper that it is of."""

    text: str
    box: Box
    of: Box
    confidence: float


def _placed(group: _Group) -> list[_Placed]:
    """Return the words of a group, each with its box: one for one, or as shares of the boxes together."""
    found = [(word.box, word.confidence) for word in group.found if word.box is not None]
    if not found:
        return []
    if len(found) == len(group.tokens):
        return [_Placed(t, box, box, sure) for t, (box, sure) in zip(group.tokens, found, strict=True)]
    whole, sure = around([box for box, _ in found]), min(confidence for _, confidence in found)
    total = sum(len(token) + 1 for token in group.tokens) - 1
    at, placed = 0, []
    upright = whole.height > 2 * whole.width and len(found) == 1
    for token in group.tokens:
        begin, end = at / total, (at + len(token)) / total
        at += len(token) + 1
        box = whole if upright else _share(whole, begin, end)
        placed.append(_Placed(token, box, found[0][0], sure))
    return placed


def _share(whole: Box, begin: float, end: float) -> Box:
    width = whole.width
    return Box(whole.x0 + begin * width, whole.y0, whole.x0 + end * width, whole.y1)


def _level(words: tuple[_Placed, ...], turns: dict[Box, int]) -> tuple[float, float] | None:
    """Return top and bottom that the words of a line share; None where they stand too unevenly to share any."""
    boxes = [word.box for word in words if word.of not in turns]
    if not boxes:
        return None
    top, bottom = median(box.y0 for box in boxes), median(box.y1 for box in boxes)
    uneven = any(abs(box.middle_y - (top + bottom) / 2) > 0.6 * (bottom - top) for box in boxes)
    return None if uneven else (top, bottom)


def _on_sheet(page: Page, word: _Placed, level: tuple[float, float] | None, turns: dict[Box, int]) -> LaidWord:
    box, turn = word.box, turns.get(word.of, 0)
    top, bottom = level if level and not turn else (box.y0, box.y1)
    start, end, height = {
        0: ((box.x0, bottom), (box.x1, bottom), bottom - top),
        90: ((box.x1, box.y1), (box.x1, box.y0), box.width),
        270: ((box.x0, box.y0), (box.x0, box.y1), box.width),
    }[turn]
    lead = page.placement.point if page.placement else lambda x, y: (x, y)
    return LaidWord(word.text, page.on_sheet(box), lead(*start), lead(*end), max(height, 1.0), word.confidence)
