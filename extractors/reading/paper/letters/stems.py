"""Roman numbers whose ones were miscounted: the stems that stand on the page are counted (`II` for a bold `III`).

A stem is dark over nearly all of its height; the strokes of V and X are not, and no bar joins two ones as it does in H.
"""

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np

from extractors.engines import Image
from models.page import Line, Word

NUMERAL = re.compile(r"(?P<prefix>[VX]{0,2})(?P<ones>[IH][IHl|]{1,3}|(?<=[VX])I)(?P<end>[.:,;)/]*)")
"""Ones in a row, or after a five or a ten; H is what two of them are read as."""
DARK = 160
"""Level of grey below which a pixel is of a stem."""
MIDDLE = (0.22, 0.78)
"""Part of a letter's height without its serifs."""
UPRIGHT, BARRED = 0.9, 0.6
"""Share of that part that is dark in a stem; share of the gap between two of them that is dark where a bar is."""
UNEVEN = 0.35
"""By how much of the usual width the stems, and the distances between their middles, may differ."""


def with_stems(lines: Sequence[Line], image: Image, dpi: int) -> list[Line]:
    """Return the lines, Roman numbers that show other ones than were read with those as `settled`."""
    out = []
    for line in lines:
        words = tuple(_counted(word, image, dpi) for word in line.words)
        out.append(line if words == line.words else replace(line, words=words, text=None))
    return out


def _counted(word: Word, image: Image, dpi: int) -> Word:
    found = NUMERAL.fullmatch(word.text)
    if not found or word.box is None or word.turn:
        return word
    scale = dpi / 72
    x0, y0, x1, y1 = word.box.pixels(scale)
    ones = _stems(image[max(0, y0) : y1, max(0, x0 - 1) : x1 + 1] < DARK)
    if not 1 <= ones <= 3 or (ones == 1 and not found["prefix"]):
        return word
    said = f"{found['prefix']}{'I' * ones}{found['end']}"
    return word if said == word.text else replace(word, settled=said)


def _stems(dark: Image) -> int:
    """Return how many even, evenly spaced stems without a bar between them there are; 0 where that is not sure."""
    rows = np.flatnonzero(dark.any(1))
    if rows.size < 8:
        return 0
    dark = dark[rows[0] : rows[-1] + 1]
    high = len(dark)
    dark = dark[int(MIDDLE[0] * high) : int(MIDDLE[1] * high) + 1]
    stands = np.concatenate([[False], dark.mean(0) >= UPRIGHT, [False]]).astype(np.int8)
    starts, ends = np.flatnonzero(np.diff(stands) == 1), np.flatnonzero(np.diff(stands) == -1)
    if not starts.size:
        return 0
    wide, apart = ends - starts, np.diff((starts + ends) / 2)
    if _is_uneven(wide) or _is_uneven(apart) or (apart > high).any():
        return 0
    gaps = [dark[:, end:start] for end, start in zip(ends, starts[1:], strict=False)]
    return 0 if any(not gap.size or gap.mean(1).max() > BARRED for gap in gaps) else len(starts)


def _is_uneven(values: Image) -> bool:
    """Return whether lengths in pixels differ by more than letters of one size and the grid of pixels make them."""
    usual = float(np.median(values)) if values.size else 0.0
    return bool(values.size and (np.abs(values - usual) > max(1.0, UNEVEN * usual)).any())
