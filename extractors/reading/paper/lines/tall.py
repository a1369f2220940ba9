"""Words whose box the engine drew far higher than their print, specks above and below among it: brought to their ink.

Such a box meets the lines above and below, and words of two lines become one: `Số tín / chỉ` was read `Số chỉ tín`.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import numpy as np

from extractors.engines import Image
from models.page import Box, Word

TALL, FEWEST = 1.7, 20
"""Times the usual height of a word from which a box is tall; words of a page that tell what is usual."""
DARK, MARK = 140, 2.0
"""Grey up to which a pixel is ink; points of white at most between a letter and its mark."""


def with_low_boxes(words: Sequence[Word], image: Image, dpi: int) -> list[Word]:
    """Return words with tall boxes cut to the rows of ink that their print takes; boxes full of ink stay."""
    heights = [w.box.height for w in words if w.box and not w.turn]
    tallest = TALL * median(heights) if len(heights) >= FEWEST else float("inf")
    tall = {id(w) for w in words if w.box and not w.turn and w.box.height > tallest}
    return [replace(w, box=_cut(w.box, image, dpi / 72)) if w.box and id(w) in tall else w for w in words]


def _cut(box: Box, image: Image, scale: float) -> Box:
    """Return a box from top to foot of its highest run of rows with ink."""
    x0, y0, x1, y1 = (max(0, round(v * scale)) for v in (box.x0, box.y0, box.x1, box.y1))
    rows = np.flatnonzero((image[y0:y1, x0:x1] <= DARK).any(axis=1))
    if not rows.size:
        return box
    runs = np.split(rows, np.flatnonzero(np.diff(rows) > MARK * scale) + 1)
    run = max(runs, key=lambda part: int(part[-1] - part[0]))
    return replace(box, y0=(y0 + int(run[0])) / scale, y1=(y0 + int(run[-1]) + 1) / scale)
