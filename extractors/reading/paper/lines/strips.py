"""Crops of one short entry each, composed to strips of one line and read together.

A lone figure has no context: the engine takes `45` for `4` and `3` for nothing. Beside other entries of its row, with
white of two to three heights between them, it is read; with less white neighbours become one word.
"""

from collections.abc import Callable, Sequence

import numpy as np

from extractors.engines import Image
from models.page import Word

Read = Callable[[Sequence[Image]], list[list[Word]]]

GAP, FRAME = 2.5, 14
"""White between two entries in heights, and around a strip in pixels."""
LONGEST = 24
"""Entries of a strip."""
Said = tuple[str, float]
"""What was read of an entry, empty for nothing, and the confidence of its least sure word."""


def read_strips(groups: Sequence[Sequence[Image]], dpi: int, read: Read) -> list[list[Said]]:
    """Return what is read of every crop of every group; an entry that ran into its neighbour is empty."""
    parts = [(at, group[start : start + LONGEST]) for at, group in enumerate(groups)
             for start in range(0, len(group), LONGEST)]  # fmt: skip
    strips = [_strip(crops) for _, crops in parts]
    out: list[list[Said]] = [[] for _ in groups]
    found = read([strip for strip, _ in strips]) if strips else []
    for place, ((at, crops), (_, slots)) in enumerate(zip(parts, strips, strict=True)):
        words = found[place] if place < len(found) else []
        out[at] += _split(words, slots, dpi) if words else [("", 0.0)] * len(crops)
    return out


def read_alone(crops: Sequence[Image], read: Read) -> list[Said]:
    """Return what is read of every crop by itself."""
    found = read([np.ascontiguousarray(np.pad(c, FRAME, constant_values=255)) for c in crops]) if crops else []
    found += [[] for _ in range(len(crops) - len(found))]
    return [(" ".join(w.text for w in words), min((w.confidence for w in words), default=0.0)) for words in found]


def _strip(crops: Sequence[Image]) -> tuple[Image, list[tuple[int, int]]]:
    """Return the crops side by side on white, level at their middles, and where each begins and ends."""
    high = max(crop.shape[0] for crop in crops)
    white = np.full((high, max(8, round(GAP * float(np.median([c.shape[0] for c in crops]))))), 255, np.uint8)
    parts, slots, x = [white], [], white.shape[1]
    for crop in crops:
        top = (high - crop.shape[0]) // 2
        parts += [np.pad(crop, ((top, high - crop.shape[0] - top), (0, 0)), constant_values=255), white]
        slots.append((x, x + crop.shape[1]))
        x += crop.shape[1] + white.shape[1]
    level = np.pad(np.concatenate(parts, axis=1), ((FRAME, FRAME), (0, 0)), constant_values=255)
    return np.ascontiguousarray(level), slots


def _split(words: Sequence[Word], slots: Sequence[tuple[int, int]], dpi: int) -> list[Said]:
    """Return the words of a strip by entry."""
    scale, room = dpi / 72, (slots[0][0]) / 2
    held: list[list[Word]] = [[] for _ in slots]
    spoilt: set[int] = set()
    for word in words:
        if word.box is None:
            continue
        x0, x1 = word.box.x0 * scale, word.box.x1 * scale
        own = [at for at, (start, end) in enumerate(slots) if x0 < end + room and x1 > start - room]
        if len(own) == 1:
            held[own[0]].append(word)
        else:
            spoilt.update(own)
    return [
        ("", 0.0) if at in spoilt or not mine else (" ".join(w.text for w in mine), min(w.confidence for w in mine))
        for at, mine in enumerate(held)
    ]
