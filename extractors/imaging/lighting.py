"""Uneven light, grey paper, faint print and dark borders."""

import cv2
import numpy as np

from extractors.engines import Image

UNEVEN = 25.0
"""Spread of the paper's brightness over the page, 0 to 255, from which it is evened out."""
GREY_PAPER = 205.0
CELLS = 12
TINTED, DARKEST_PAPER = 30, 90
"""Difference of the largest and the smallest channel of paper, 0 to 255, from which it is coloured; of its channels, at
least: what is darker is no paper."""
PALE, CONTRAST = 0.15, 80
"""Share of what is darker than paper that is dark, up to which print is faint: half of it is on pages of thin print.
And how much darker than paper its darkest tenth is, at least: the other side of a sheet that shines through is less."""
STROKE = 45
"""Levels of grey by which a stroke is darker than paper."""
FEW = 0.0005
"""Share of the pixels that strokes take, at least, to tell how dark print is."""
PALEST, GRAIN = 14, 5.0
"""Levels of grey by which print on a page that seems blank is darker than paper, at least; and the same in mean
deviations of the paper's brightness."""
CROWDED = 0.25
"""Share of the pixels that such print takes, at most."""
INK, WHITE = 30, 250
"""Levels that faint print and its paper are brought to."""


def is_uneven(grey: Image) -> bool:
    """Return whether the paper is grey or its brightness differs from place to place, as in a photo."""
    paper = _paper(grey)
    inner = paper[1:-1, 1:-1]
    low, high = np.percentile(inner, (10, 90))
    return bool(high - low > UNEVEN or high < GREY_PAPER)


def _paper(grey: Image) -> Image:
    """Return the brightness of the paper in a grid of cells: the 80th percentile of each."""
    height, width = grey.shape
    rows, columns = max(1, height // CELLS), max(1, width // CELLS)
    small = grey[: rows * CELLS, : columns * CELLS].reshape(CELLS, rows, CELLS, columns)
    return np.percentile(small[:, :: max(1, rows // 40), :, :: max(1, columns // 40)], 80, axis=(1, 3))


def neutral(image: Image) -> Image:
    """Return a page on coloured paper as on white: channels stretched until paper has no colour; else the same object.

    On yellow paper every pixel is as far from grey as ink is on white paper.
    """
    if image.ndim == 2:
        return image
    paper = np.median(image[::8, ::8].reshape(-1, image.shape[2]), axis=0)
    if paper.min() < DARKEST_PAPER or paper.max() - paper.min() <= TINTED:
        return image
    levels = np.arange(256)[:, None] * (paper.max() / paper)[None]
    return cv2.LUT(image, np.clip(levels, 0, 255).astype(np.uint8)[None])


def even_out(grey: Image, dpi: int) -> Image:
    """Return the page divided by its paper, so that paper is white and shadows are gone."""
    even = cv2.divide(grey, _paper_of(grey, dpi), scale=255)
    dark = float(np.percentile(even[::4, ::4], 1))
    return cv2.LUT(even, np.clip((np.arange(256) - dark) * 255 / max(245 - dark, 1), 0, 255).astype(np.uint8))


def even_out_colours(image: Image, dpi: int) -> Image:
    """Return a page in colour divided by its paper; the same object where the light is even.

    Inks are told by how bright they are: in a shadow they would be as dark as print in the light.
    """
    brightest = image.max(axis=2)
    if not is_uneven(brightest):
        return image
    paper = _paper_of(brightest, dpi)
    return cv2.merge([cv2.divide(channel, paper, scale=255) for channel in cv2.split(image)])


def _paper_of(grey: Image, dpi: int) -> Image:
    """Return the brightness of the paper at every pixel, at least 1, whatever is printed there."""
    step = max(1, dpi // 40)
    small = cv2.resize(grey, None, fx=1 / step, fy=1 / step, interpolation=cv2.INTER_AREA)
    side = max(3, dpi // (4 * step)) | 1
    paper = cv2.medianBlur(cv2.dilate(small, np.ones((side, side), np.uint8)), min(31, side * 2 + 1))
    return np.maximum(cv2.resize(paper, (grey.shape[1], grey.shape[0]), interpolation=cv2.INTER_LINEAR), 1)


def darken_faint(grey: Image) -> Image:
    """Return the page with faint print made dark, grey levels stretched; the same object where print is dark enough.

    Without it a page whose print is lighter than middle grey is taken for blank.
    """
    clean = cv2.medianBlur(np.ascontiguousarray(grey), 3)
    paper = float(np.median(clean[::4, ::4]))
    strokes = clean[clean < paper - STROKE]
    if strokes.size < FEW * clean.size or (strokes < 128).mean() > PALE:
        return grey
    ink = float(np.percentile(strokes, 10))
    return grey if paper - ink < CONTRAST else _with_ink(grey, ink, paper)


def darken_palest(grey: Image) -> Image:
    """Return a page that seems blank with what is a little darker than its paper made dark; the same without any.

    It may be print that has all but faded, or the other side of the sheet: only reading tells.
    """
    clean = cv2.medianBlur(np.ascontiguousarray(grey), 3)
    sample = clean[::4, ::4].astype(np.float32)
    paper = float(np.median(sample))
    strokes = clean[clean < paper - max(PALEST, GRAIN * float(np.abs(sample - paper).mean()))]
    if not FEW * clean.size <= strokes.size <= CROWDED * clean.size:
        return grey
    return _with_ink(grey, float(np.percentile(strokes, 10)), paper)


def _with_ink(grey: Image, ink: float, paper: float) -> Image:
    levels = INK + (np.arange(256) - ink) * (WHITE - INK) / (paper - ink)
    return cv2.LUT(grey, np.clip(levels, 0, 255).astype(np.uint8))


def whiten_borders(grey: Image) -> Image:
    """Return the page with dark bands at its edges painted white; the same object where there are none.

    A band is dark over more than half of the edge and reaches at most an eighth into the page.
    """
    height, width = grey.shape
    rows, columns = (grey < 100).mean(1), (grey < 100).mean(0)
    top, bottom = _band(rows, height // 8), _band(rows[::-1], height // 8)
    left, right = _band(columns, width // 8), _band(columns[::-1], width // 8)
    if not (top or bottom or left or right):
        return grey
    white = np.full_like(grey, 255)
    inner = np.s_[top : height - bottom, left : width - right]
    white[inner] = grey[inner]
    return white


def _band(dark: Image, reach: int) -> int:
    """Return how far a band of dark lines reaches in from an edge, 0 where the edge has none."""
    if not len(dark) or dark[:3].max(initial=0.0) < 0.5:
        return 0
    light = np.flatnonzero(dark[:reach] < 0.3)
    return int(light[0]) + 2 if len(light) else 0
