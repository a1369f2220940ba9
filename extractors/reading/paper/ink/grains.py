"""What is dirt or shadow and was read as signs: a dash is a third of a line high and wide, a grain is a tenth.

The box of a word is that of its ink, so what is no letter and no figure shows by its size whether it was printed.
"""

from collections.abc import Iterable
from dataclasses import replace
from statistics import median
from unicodedata import category

from models.page import Line, Word

GRAIN = 0.2
"""Width and height of a grain in heights of the line's words, at most; printed dashes are 0.25 or wider."""
APART = 0.6
"""Heights from the words beside it at which a sign belongs to neither; worn stops stand 0.4 behind theirs."""
SMALLEST = 3.0
"""Points, in both directions, up to which what stands on a line of its own is a grain."""

RIM, DOUBT = 12.0, 0.7
"""Points at either side of a sheet that printers leave white; confidence of what is read in the shadow there."""


def without_rims(words: Iterable[Word], width: float) -> list[Word]:
    """Return words without those that were read with doubt in the rim of a sheet so many points wide: the noise of
    the shadow at the back of a book, of a dark edge."""
    return [w for w in words if w.confidence >= DOUBT or not w.box or w.box.x1 > RIM and w.box.x0 < width - RIM]


def without_grains(lines: Iterable[Line]) -> list[Line]:
    """Return the lines of a page without the signs in them that are grains or marks without a letter, and without
    those that are nothing else: a circumflex between two columns would join their lines."""
    cleared = [replace(line, words=kept, text=None) if (kept := _kept(line.words)) != line.words else line
               for line in lines]  # fmt: skip
    return [line for line in cleared if line.words]


def _kept(words: tuple[Word, ...]) -> tuple[Word, ...]:
    heights = [w.box.height for w in words if w.box and any(map(str.isalnum, w.text))]
    size = GRAIN * median(heights) if heights else SMALLEST
    reach = APART * median(heights) if heights else 0.0
    return tuple(word for place, word in enumerate(words) if not _is_grain(words, place, size, reach))


def _is_grain(words: tuple[Word, ...], place: int, size: float, reach: float) -> bool:
    word = words[place]
    box = word.box
    if all(category(sign) in ("Sk", "Lm") for sign in word.text):
        return True
    if box is None or any(map(str.isalnum, word.text)) or max(box.width, box.height) > size:
        return False
    before = words[place - 1].box if place else None
    after = words[place + 1].box if place + 1 < len(words) else None
    return not (before and box.x0 - before.x1 < reach) and not (after and after.x0 - box.x1 < reach)
