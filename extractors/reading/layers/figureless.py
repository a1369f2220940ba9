"""Text layers that lost their figures: fonts whose figures have no Unicode, or that a converter drew as outlines.

Such a layer reads as sound prose in which all numbers are blank. What is cheap comes first: the characters tell whether
to doubt. Only then is the page drawn, small, and proved by ink of the size of figures where the layer has no sign.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Any

import cv2
import numpy as np

from extractors.engines import Image
from models.page import Box, Page
from normalizers.triage.verdicts import page_verdict

LETTERS = 20
"""Letters that a page has at least to be doubted: fewer are no text."""
FEW = 0.003
"""Figures for a letter below which a page is doubted: pages of regulations and syllabuses have from 0.005."""
MAIN = 200
"""Letters of a face from which it has a figure in it somewhere, though others on the page have: heads in bold."""
HOLES = 3
"""Signs without Unicode, or blanks wider than those of their font, from which a page is doubted; and pieces of ink, and
figures that the picture has over the layer, from which they are lost."""
TEN = 10
"""Letters of which a map to Unicode lacks more were left to the code page of the font, which spells them."""
WIDER = 1.3
"""A blank that is wider than the narrowest of its font by this is the place of another sign."""
COARSE = 100
"""Resolution at which the ink is looked for."""
DARK = 140
HIGH, WIDE = (0.5, 0.95), (0.13, 3.0)
"""Height and width of a figure, and of figures that touch, in sizes of the print beside it."""
ON_LINE = 0.6
"""Share of the height of a line below which the foot of a figure is: bullets and marks over letters are above."""
UNREAD = re.compile(r"\(cid:\d+\)|[\ufffd\uf030-\uf039\x00-\x08\x0e-\x1f]")

Sign = tuple[str, str]
"""A font and a text that a sign of it stands for."""


@dataclass(frozen=True, slots=True)
class Doubt:
    """Why a page is looked at: the boxes of the signs that its layer reads, in points of the page."""

    read: tuple[Box, ...]


def doubt_of(page: Any) -> Doubt | None:
    """Return the doubt about a pdfplumber page whose layer has hardly a figure or has holes; None on a sound one."""
    unmapped: frozenset[Sign] = getattr(page, "unmapped", frozenset())
    signs = Counter((char["fontname"], char["text"]) for char in page.chars)
    if sum(sign[1].isalpha() for sign in unmapped) > TEN:
        unmapped = frozenset()
    letters, figures = _by_face(signs, str.isalpha), _by_face(signs, str.isdigit)
    if letters.total() < LETTERS:
        return None
    bare = figures.total() < FEW * letters.total()
    bare |= any(count >= MAIN and not figures[face] for face, count in letters.items())
    if not bare and _holes(signs, unmapped) + _wide_blanks(page.chars, signs) < HOLES:
        return None
    return Doubt(tuple(_box(char) for char in page.chars if _is_read((char["fontname"], char["text"]), unmapped)))


def _by_face(signs: Counter[Sign], counts: Callable[[str], bool]) -> Counter[str]:
    """Return how many signs of a kind each face has: programs embed one face in several subsets, `ABCDEF+Face`."""
    found: Counter[str] = Counter()
    for (font, text), count in signs.items():
        if counts(text):
            found[font.rpartition("+")[2]] += count
    return found


def _holes(signs: Counter[Sign], unmapped: frozenset[Sign]) -> int:
    """Return how many signs have no Unicode; those that a code page shows as figures may well be them."""
    return sum(
        n for sign, n in signs.items() if not sign[1].isdigit() and sign[1].strip() and not _is_read(sign, unmapped)
    )


def _wide_blanks(chars: Sequence[Any], signs: Counter[Sign]) -> int:
    """Return how many blanks are wider than the narrowest of their font."""
    blank = {text for _, text in signs if not text.strip()}
    widths: dict[str, list[float]] = defaultdict(list)
    for char in chars:
        if char["text"] in blank and char.get("upright", True):
            widths[char["fontname"]].append(char["width"] / (char["size"] or 1.0))
    least = {font: min(of) for font, of in widths.items()}
    return sum(width > max(WIDER * least[font], least[font] + 0.1) for font, of in widths.items() for width in of)


def _is_read(sign: Sign, unmapped: frozenset[Sign]) -> bool:
    return bool(sign[1].strip()) and not UNREAD.search(sign[1]) and sign not in unmapped


def _box(char: Any) -> Box:
    return Box(float(char["x0"]), float(char["top"]), float(char["x1"]), float(char["bottom"]))


def shows_figures(page: Page, doubt: Doubt, image: Image, dpi: int) -> bool:
    """Return whether a drawn page has ink of the size of figures, on its lines, where its layer reads no sign."""
    if not doubt.read:
        return False
    dark = ((image if image.ndim == 2 else image.min(axis=2)) < DARK).astype(np.uint8)
    boxes = [page.on_sheet(box) for box in doubt.read]
    scale = dpi / 72
    for box in boxes:
        x0, y0, x1, y1 = box.grown(0.7, 1).pixels(scale)
        dark[max(0, y0) : max(0, y1), max(0, x0) : max(0, x1)] = 0
    _, _, stats, _ = cv2.connectedComponentsWithStats(dark, connectivity=8)
    lines = np.array(sorted({(round(b.y0, 1), round(b.y1, 1)) for b in boxes}))
    pieces = stats[1:, [cv2.CC_STAT_TOP, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_WIDTH]] / scale
    tall = lines[:, 1] - lines[:, 0]
    pieces = pieces[(pieces[:, 1] >= HIGH[0] * tall.min()) & (pieces[:, 1] <= HIGH[1] * tall.max())]
    found = (True for piece in pieces if _is_figure(piece, lines))
    return sum(islice(found, HOLES)) >= HOLES


def _is_figure(piece: Sequence[float], lines: Any) -> bool:
    """Return whether a piece of ink, of a top, a height and a width, is one of a figure on a line of print."""
    top, high, wide = piece
    tall = lines[:, 1] - lines[:, 0]
    foot = top + high
    within = (top >= lines[:, 0] - 1) & (foot <= lines[:, 1] + 1) & (foot >= lines[:, 0] + ON_LINE * tall)
    like = (high >= HIGH[0] * tall) & (high <= HIGH[1] * tall) & (wide >= WIDE[0] * tall) & (wide <= WIDE[1] * tall)
    return bool(np.any(within & like))


def reads_but_figures(text: str) -> bool:
    """Return whether a text is sound but for its signs without Unicode."""
    verdict = page_verdict(UNREAD.sub("", text))
    return verdict.code == "sound" and verdict.reason == "words_hold"


def lacks_figures(said: str, read: str) -> bool:
    """Return whether a layer lacks figures that the picture of the page shows."""
    return (_figures(read) - _figures(said)).total() >= HOLES


def _figures(text: str) -> Counter[str]:
    return Counter(sign for sign in UNREAD.sub("", text) if sign.isdigit())
