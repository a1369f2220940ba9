"""Lines that the engine made of two columns whose lines stand at different heights, and words read across two lines.

Recipients on the left, an office and its holder on the right: the engine joins what lies about level. Cut out as one
strip, such a line has parts of the lines above and below in it, and what is read again is one of those.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from statistics import median

from models.page import Line, Word

GAP = 2.0
"""Heights of a word from which what follows stands in another column."""
OFF = 0.25
"""Heights by which the lines of two columns differ, at least, that are not level."""
GHOST, SOUND = 0.35, 0.55
"""Confidence up to which a word is not believed where others, of such a one at least, are read."""
COVERED = 0.3
"""Share of a word's box that those must cover."""


def levelled(lines: Sequence[Line]) -> list[Line]:
    """Return the lines of a page, those of columns that are not level in parts, without words read across others."""
    sound = [w for line in lines for w in line.words if w.confidence >= SOUND and any(map(str.isalnum, w.text))]
    out: list[Line] = []
    for line in lines:
        words = tuple(word for word in line.words if not _is_ghost(word, sound))
        parts = list(_parts(words))
        whole = len(parts) < 2 or all(_are_level(one, two) for one, two in zip(parts, parts[1:], strict=False))
        if whole and len(words) == len(line.words):
            out.append(line)
        else:
            out += [replace(line, words=part, text=None) for part in ([words] if whole else parts) if part]
    return out


def _is_ghost(word: Word, sound: Sequence[Word]) -> bool:
    """Return whether a word that the engine was unsure of lies over words that it was sure of."""
    box = word.box
    if box is None or word.confidence >= GHOST:
        return False
    over = 0.0
    for other in sound:
        if other.box and other is not word:
            over += box.shared(other.box)
    return over > COVERED * box.width * box.height


def _parts(words: tuple[Word, ...]) -> Iterator[tuple[Word, ...]]:
    """Yield the words of a line column by column."""
    start, high = 0, median([w.box.height for w in words if w.box and w.text.isalnum()] or [0.0])
    for at, (one, two) in enumerate(zip(words, words[1:], strict=False), start=1):
        if high and one.box and two.box and two.box.x0 - one.box.x1 > GAP * high:
            yield words[start:at]
            start = at
    yield words[start:]


def _are_level(one: Sequence[Word], two: Sequence[Word]) -> bool:
    """Return whether the letters of two columns stand on one line; single letters tell nothing, strokes of a pen do."""
    if not (_reads(one) and _reads(two)):
        return _is_within(one, two) if _reads(two) else _is_within(two, one)
    boxes = [[w.box for w in part if w.box and sum(map(str.isalnum, w.text)) > 1] for part in (one, two)]
    if not all(boxes):
        return True
    (top, bottom), (other_top, other_bottom) = ((median(b.y0 for b in p), median(b.y1 for b in p)) for p in boxes)
    off = abs(top + bottom - other_top - other_bottom) / 2
    return off <= OFF * min(bottom - top, other_bottom - other_top)


def _reads(part: Sequence[Word]) -> bool:
    return any(ch.isalnum() for word in part for ch in word.text)


def _is_within(strokes: Sequence[Word], words: Sequence[Word]) -> bool:
    """Return whether signs are no higher and reach no lower than the words of a line beside them."""
    signs, boxes = ([word.box for word in part if word.box] for part in (strokes, words))
    if not signs or not boxes:
        return True
    top, bottom = min(b.y0 for b in boxes), max(b.y1 for b in boxes)
    room = OFF * (bottom - top)
    return top - room <= min(b.y0 for b in signs) and max(b.y1 for b in signs) <= bottom + room
