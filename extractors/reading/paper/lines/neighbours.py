"""Words of a line that a crop of it shows beside words of other lines: those are read as words of it no second time.

A line of a table whose cells do not stand level spans, from its first cell to its last, print of other lines: half the
letters of `chương` stand in the crop of `Tuần 3 ... 12` above it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from models.page import Box, Line, Word

ACROSS, DOWN = 0.5, 0.4
"""Shares of a word's width, and of the lower of two words' heights, in which words stand at one place."""
STOPS = ".,;:"
SURER = 0.3
"""What words have in confidence ahead of one that stands where they do, and is their print read a second time."""
READ, OWN = 0.5, 0.3
"""Confidence from which a word of another line, and a word of the line itself, is print that was read there."""


def without_neighbours(found: Sequence[Word], index: int, lines: Sequence[Line]) -> tuple[Word, ...]:
    """Return the words found in a crop of the line at an index that are no words of the other lines of its page."""
    own = [w.box for w in lines[index].words if w.box and w.confidence >= OWN]
    others = [w.box for at, line in enumerate(lines) if at != index for w in line.words if w.box and _is_print(w)]
    return tuple(w for w in found if w.box is None or _share(w.box, own) >= ACROSS or _share(w.box, others) < ACROSS)


def read_once(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of a page, words that two readings saw at one place, at different heights, once; what was made
    of the print of surer words is none."""
    out = []
    for line in lines:
        kept: list[Word] = []
        for word in line.words:
            surer = [o.box for o in line.words if o.box and _is_print(o) and o.confidence > word.confidence + SURER]
            if word.box and any(ch.isalnum() for ch in word.text) and _share(word.box, surer) >= ACROSS:
                continue
            if kept and _is_same(kept[-1], word):
                kept[-1] = max(kept[-1], word, key=lambda w: w.confidence)
            else:
                kept.append(word)
        out.append(line if len(kept) == len(line.words) else replace(line, words=tuple(kept), text=None))
    return out


def _is_same(one: Word, two: Word) -> bool:
    """Return whether two words say the same at one place."""
    a, b = one.box, two.box
    if a is None or b is None or one.text.strip(STOPS).lower() != two.text.strip(STOPS).lower():
        return False
    return a.across(b) > ACROSS * min(a.width, b.width)


def _is_print(word: Word) -> bool:
    """Return whether a word was read for sure, and as more than signs: strokes are taken for those (`+>`)."""
    return word.confidence >= READ and any(ch.isalnum() for ch in word.text)


def _share(box: Box, others: Sequence[Box]) -> float:
    """Return the share of the width of a box that boxes level with it take."""
    level = [b for b in others if b.down(box) > DOWN * min(b.height, box.height)]
    covered = sum(max(0.0, b.across(box)) for b in level)
    return covered / max(0.1, box.width)
