"""Figures of small print read enlarged, by a model that is held to figures: believed where two sizes agree.

At twelve pixels a `44` is `«4` to every model; three and four times as large, and with nothing but figures to choose
from, it is `44`. Held to figures a model finds some in any ink, so that only as many count as the ink is wide.
"""

from collections import Counter
from collections.abc import Sequence

import cv2
import numpy as np

from extractors.engines import Image
from extractors.reading.paper.lines.strips import FRAME, Read
from extractors.reading.paper_tables.figures.widths import Widths

FIGURES = "0123456789,"
TIMES = (3, 4, 6)
"""How much larger the crops are read."""
AGREE = 2
"""Sizes that must give the same figures, at least, and no other that the ink is as wide as."""
PLAY = 0.3
"""Widths of a figure by which the ink may differ from that of so many."""


def read_enlarged(crops: Sequence[Image], widths: Widths, read: Read) -> list[Counter[str]]:
    """Return the figures that a crop is read as at each size, without commas; `read` knows figures and commas alone."""
    votes: list[Counter[str]] = [Counter() for _ in crops]
    for times in TIMES if crops else ():
        large = [cv2.resize(crop, None, fx=times, fy=times, interpolation=cv2.INTER_CUBIC) for crop in crops]
        framed = [np.ascontiguousarray(np.pad(crop, FRAME * times // 2, constant_values=255)) for crop in large]
        for vote, crop, words in zip(votes, crops, read(framed), strict=False):
            bare = "".join(w.text for w in words).replace(",", "")
            if bare and (abs(widths.beyond(crop, len(bare))) <= PLAY or widths.place_of_comma(crop, len(bare))):
                vote[bare] += 1
    return votes


def told_alike(votes: Counter[str]) -> str:
    """Return the figures on which the sizes agree; empty where they do not, or one size alone has any."""
    return next(iter(votes)) if len(votes) == 1 and votes.total() >= AGREE else ""
