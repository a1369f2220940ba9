"""Words with boxes to printed lines, top to bottom, left to right."""

from statistics import median

from models.page import Box, Line, Word

GAP = 2.2
"""White space between two words, in heights of the line, from which they stand in different columns."""

WIDE = "    "
"""What is written for such a gap: extractors tell the two sides of a head or of a signature block by it."""


def build_lines(words: list[Word]) -> list[Line]:
    """Return the lines that words with boxes stand on.

    A word belongs to a line where at least half of the lower of the two overlaps the other vertically. The two sides
    of a head stand in one line, four spaces between them.
    """
    rows: list[list[Word]] = []
    spans: list[tuple[float, float]] = []
    for word in sorted((w for w in words if w.box is not None), key=_middle):
        box = _box(word)
        best, share = -1, 0.5
        for index in range(len(rows) - 1, max(-1, len(rows) - 9), -1):
            top, bottom = spans[index]
            overlap = min(bottom, box.y1) - max(top, box.y0)
            lower = max(min(bottom - top, box.y1 - box.y0), 0.1)
            if overlap / lower > share:
                best, share = index, overlap / lower
        if best < 0:
            rows.append([word])
            spans.append((box.y0, box.y1))
        else:
            rows[best].append(word)
            heights = [_box(w) for w in rows[best]]
            spans[best] = (median(b.y0 for b in heights), median(b.y1 for b in heights))
    ordered = sorted(range(len(rows)), key=lambda i: sum(spans[i]))
    return [line_of(sorted(rows[i], key=lambda w: _box(w).x0)) for i in ordered]


def line_of(words: list[Word], role: str = "body") -> Line:
    """Return a line of words that stand left to right; wide gaps are kept as four spaces."""
    parts: list[str] = []
    height = median(_box(w).y1 - _box(w).y0 for w in words) if words and words[0].box else 0.0
    wide = False
    for left, right in zip([None, *words], words, strict=False):
        if left is not None:
            gap = _box(right).x0 - _box(left).x1 > GAP * height > 0
            wide = wide or gap
            parts.append(WIDE if gap else " ")
        parts.append(right.text)
    return Line(tuple(words), role, "".join(parts) if wide else None)


def _box(word: Word) -> Box:
    return word.box or Box(0, 0, 0, 0)


def _middle(word: Word) -> float:
    box = _box(word)
    return (box.y0 + box.y1) / 2
