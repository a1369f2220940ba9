"""Words with boxes to printed lines, top to bottom, left to right."""

from bisect import insort
from dataclasses import replace
from functools import reduce
from statistics import median

from models.page import Box, Line, Word

GAP = 2.2
"""White space between two words, in heights of the line, from which they stand in different columns."""

JUSTIFIED = 2.5
"""How many times the line's usual gap it must be as well: the words of a justified line stand far apart."""

ITEM, INDENT = tuple("-–—•+*"), 5.0
"""What an item of a list begins with, and heights of the line up to which white space behind it is its indent."""

LARGER, ACROSS, LAID = 1.3, 0.5, 2
"""Sizes of print, of which one lies on the other where so much of the width of so many of its words does: a mark of a
note stands behind its word, and a single word may touch the next."""

WIDE = "    "
"""What is written for such a gap: extractors tell the two sides of a head or of a signature block by it."""
TOUCHING = 0.2
"""Heights by which two lines overlap that do not stand one below the other."""


def build_lines(words: list[Word]) -> list[Line]:
    """Return the lines that words with boxes stand on; words written upwards or downwards make lines of their own."""
    turned = [w for w in words if w.turn]
    if not turned:
        return _level_lines(words)
    lines = _level_lines([w for w in words if not w.turn])
    for turn in sorted({w.turn for w in turned}):
        laid = {id(w): replace(w, box=upright(_box(w), turn)) for w in turned if w.turn == turn}
        back = {id(level): w for w in turned if (level := laid.get(id(w)))}
        for line in _level_lines(list(laid.values())):
            lines.append(replace(line, words=tuple(back[id(w)] for w in line.words)))
    return lines


def upright(box: Box, turn: int) -> Box:
    """Return a box as it stands once what is written upwards (90) or downwards (270) lies level; -90, -270 undo it."""
    if turn in (90, -270):
        return Box(-box.y1, box.x0, -box.y0, box.x1)
    if turn in (270, -90):
        return Box(box.y0, -box.x1, box.y1, -box.x0)
    return box


def _level_lines(words: list[Word]) -> list[Line]:
    """Return the lines of words written left to right.

    A word belongs to a line where at least half of the lower of the two overlaps the other vertically. The two sides
    of a head stand in one line, four spaces between them.
    """
    rows: list[list[Word]] = []
    spans: list[tuple[float, float]] = []
    edges: list[tuple[list[float], list[float]]] = []  # tops and feet of the words of each row, in order
    for word in sorted((w for w in words if w.box is not None), key=_middle):
        box = _box(word)
        top, foot = box.y0, box.y1
        best, share = -1, 0.5
        for index in range(len(rows) - 1, max(-1, len(rows) - 9), -1):
            head, base = spans[index]
            overlap = (base if base < foot else foot) - (head if head > top else top)
            if overlap > 0:
                part = overlap / max(min(base - head, foot - top), 0.1)
                if part > share:
                    best, share = index, part
        if best < 0:
            rows.append([word])
            spans.append((top, foot))
            edges.append(([top], [foot]))
        else:
            rows[best].append(word)
            tops, feet = edges[best]
            insort(tops, top)
            insort(feet, foot)
            spans[best] = _middle_of(tops), _middle_of(feet)
    ordered = [rows[i] for i in sorted(range(len(rows)), key=lambda i: sum(spans[i]))]
    return [line_of(sorted(part, key=lambda w: _box(w).x0)) for row in _raised(ordered) for part in _parted(row)]


def _raised(rows: list[list[Word]]) -> list[list[Word]]:
    """Return the rows with what stands beside two lines of a column, midway between them, in the upper one's.

    So a cell without rules is set beside a taller one: the name of who signs beside an office over two lines. Where
    the lines of two columns alternate each stays its own.
    """
    boxes = [reduce(Box.union, map(_box, row)) for row in rows]
    out: list[list[Word]] = []
    taken = -1
    for n, row in enumerate(rows):
        if n == taken:
            continue
        if n + 2 < len(rows) and _is_midway(*boxes[n : n + 3]) and not _goes_on(boxes[max(n - 1, 0) : n + 4], boxes[n]):
            row, taken = [*row, *rows[n + 1]], n + 1
        out.append(row)
    return out


def _is_midway(upper: Box, middle: Box, lower: Box) -> bool:
    """Say whether a row stands right of two rows, beside the foot of one and the head of the other."""
    height = middle.height
    beside = middle.x0 - max(upper.x1, lower.x1) > GAP * height
    between = min(upper.y1 - middle.y0, middle.y1 - lower.y0) > TOUCHING * height
    return beside and between and lower.y0 - upper.y0 < 2 * height


def _goes_on(boxes: list[Box], upper: Box) -> bool:
    """Say whether the rows before or behind such three overlap them: the two columns alternate."""
    at = boxes.index(upper)
    pairs = [*zip(boxes[:at], boxes[at : at + 1], strict=False), *zip(boxes[at + 2 :], boxes[at + 3 :], strict=False)]
    return any(above.y1 - below.y0 > TOUCHING * below.height for above, below in pairs)


def _parted(row: list[Word]) -> list[list[Word]]:
    """Return a row, or its two layers where small print lies across larger: a stamp of a signature on a name."""
    sizes = [word.size for word in row if word.size]
    if len(sizes) < len(row) or max(sizes, default=1) < LARGER * min(sizes, default=1):
        return [row]
    middle = (max(sizes) * min(sizes)) ** 0.5
    small = [word for word in row if (word.size or 0) < middle]
    large = [word for word in row if (word.size or 0) >= middle]
    across = sum(_covered(_box(one), _box(other)) > ACROSS for one in small for other in large)
    return [large, small] if across >= LAID else [row]


def _covered(one: Box, other: Box) -> float:
    """Return the share that two boxes have in common across, of the width of the narrower."""
    narrower = min(one.width, other.width)
    return one.across(other) / max(narrower, 0.1)


def _middle_of(ordered: list[float]) -> float:
    """Return the median of values in order."""
    half = len(ordered) // 2
    return ordered[half] if len(ordered) % 2 else (ordered[half - 1] + ordered[half]) / 2


def line_of(words: list[Word], role: str = "body") -> Line:
    """Return a line of words that stand left to right; wide gaps are kept as four spaces."""
    if len(words) < 2 or words[0].box is None:
        return Line(tuple(words), role)
    height = median(_box(w).y1 - _box(w).y0 for w in words)
    gaps = [_box(right).x0 - _box(left).x1 for left, right in zip(words, words[1:], strict=False)]
    usual = sorted(gaps)[len(gaps) // 2] if len(gaps) > 2 else 0.0
    wide = [gap > GAP * height > 0 and gap > JUSTIFIED * usual for gap in gaps]
    wide[0] = wide[0] and (words[0].text not in ITEM or gaps[0] > INDENT * height)
    if not any(wide):
        return Line(tuple(words), role)
    parts = [words[0].text]
    for word, far in zip(words[1:], wide, strict=True):
        parts += (WIDE if far else " ", word.text)
    return Line(tuple(words), role, "".join(parts))


def _box(word: Word) -> Box:
    return word.box or Box(0, 0, 0, 0)


def _middle(word: Word) -> float:
    box = _box(word)
    return box.middle_y
