"""Filled cells: the shades behind heads and rows of tables are made paper, white print on dark ones black print.

Colour would be lifted off with the print in it, and print on a dark ground is read as none. A fill is even and has
straight sides; pictures are uneven, seals round.
"""

from collections.abc import Sequence
from dataclasses import dataclass

import cv2
import numpy as np

from extractors.engines import Image

COARSE = 60
"""Pixels per inch at which fills are looked for."""
WINDOW = 0.13
"""Inches of the square whose middle value is the ground: letters cover less than half of it."""
STEP = 11
"""Levels, of 255, from which a ground is not the paper's: of brightness, or of one channel against another."""
LEAST, LOW = 0.5, 0.13
"""Inches from which a fill is long, and broad, enough."""
FULL, PARTED, LOOSE, COLOURS = 0.85, 0.75, 0.4, 6
"""Share of its frame that a fill takes at least, a dark one with print in it, and of its upright frame; colours of a
page that are looked at."""
MOST, DARK = 0.6, 100
"""Share of a page from which a ground is that of the sheet; brightness of the sheet below which it is a negative."""
SEEN = 20_000
"""Pixels of which the middle colour is taken, at most."""
EDGE = 0.025
"""Inches around a light fill that are made white with it."""
BRIDGE, PRINT = (0.42, 0.15), 0.12
"""Inches across and down of light print, at most, that parts a dark fill; height of a line of print."""
RULE = 0.12
"""Inches from which what is straight and darker than a dark fill is a rule in it."""
CONTRAST, DIM = 40.0, 140.0
"""Levels between a ground and the print on it, at least; brightness of a ground from which it may have none."""

RIMS = 5
"""Rims of a dark fill, one within the other, of which one must be of its ground."""
WITHIN = 0.8
"""Share of a light fill in a dark one from which the dark one is it."""
EVEN = 0.5
"""Share of the rim of a dark fill that is of its ground, at least."""


@dataclass(frozen=True, slots=True)
class _Fill:
    """The corners of a fill, in pixels of the whole image; a sheet that lies askew has fills that do."""

    corners: Image

    def is_in(self, other: "_Fill") -> bool:
        """Return whether most of the fill is within another: a grey one may be taken for a light and for a dark one."""
        shared, _ = cv2.intersectConvexConvex(self.corners.astype(np.float32), other.corners.astype(np.float32))
        return shared > WITHIN * cv2.contourArea(self.corners)

    def frame(self, reach: int, shape: tuple[int, ...]) -> tuple[slice, slice]:
        """Return the upright frame of the fill and so many pixels around it."""
        (x0, y0), (x1, y1) = self.corners.min(axis=0), self.corners.max(axis=0)
        return slice(max(0, y0 - reach), min(shape[0], y1 + reach)), slice(
            max(0, x0 - reach), min(shape[1], x1 + reach)
        )


def without_fills(image: Image, dpi: int) -> Image:
    """Return a page image, grey or coloured, with the grounds of filled cells white and the print on them dark.

    A dark fill keeps its edges as a rule. The image itself where there are no fills.
    """
    found = _fills(image, dpi)
    out = image.copy() if found else image
    reach = round(EDGE * dpi)
    for fill in found:
        frame = fill.frame(reach, image.shape)
        part, grey = out[frame], _grey(out[frame])
        inside = np.zeros(grey.shape, np.uint8)
        corners = fill.corners - (frame[1].start, frame[0].start)
        cv2.fillPoly(inside, [corners], 1)
        core = cv2.erode(inside, np.ones((reach, reach), np.uint8))
        ground = float(np.median(grey[core > 0])) if core.any() else 0.0
        ruled = cv2.dilate(_rules(grey, ground, dpi).astype(np.uint8), np.ones((5, 5), np.uint8))
        levels = _levels(grey[(core > 0) & (ruled == 0)], ground)
        if levels is None:
            continue
        turned = levels[-1] < 128  # whether light print became black
        if turned and not _has_even_edges(grey, core, ruled, ground):
            continue
        even = cv2.LUT(grey, levels)
        if turned:
            even[_rules(grey, ground, dpi)] = 0
            inside[_paper_around(grey, ground)] = 0
            even[cv2.erode(inside, np.ones((3, 3), np.uint8), iterations=max(1, dpi // 240)) == 0] = 0
        else:  # the edges of a light fill are a rule to those who look for pale ones
            inside = cv2.dilate(inside, np.ones((2 * reach + 1,) * 2, np.uint8))
        part[inside > 0] = (even if part.ndim == 2 else even[..., None])[inside > 0]
    return out


def _grey(part: Image) -> Image:
    if part.ndim == 2:
        return np.ascontiguousarray(part)
    return cv2.cvtColor(np.ascontiguousarray(part), cv2.COLOR_RGB2GRAY)


def _levels(grey: Image, ground: float) -> Image | None:
    """Return what every level of a fill becomes: its ground white, its print, the lighter or the darker, black.

    None of a dark fill without print: a bar, a blot.
    """
    if not grey.size:
        return None
    low, high = (float(v) for v in np.percentile(grey, (1, 99)))
    grain = min(12.0, 3 * float(np.percentile(np.abs(grey.astype(np.float32) - ground), 40)))
    level = np.arange(256, dtype=np.float32)
    lighter, darker = (float(np.mean(side > CONTRAST)) for side in (grey - ground, ground - grey))
    if high - ground > CONTRAST and lighter > darker:  # of two, that has more of it
        share = 1 - (level - ground - grain) / max(high - ground - grain, 1.0)
    elif ground - low < CONTRAST and ground < DIM:
        return None
    else:
        low = min(low, ground - grain - CONTRAST)
        share = (level - low) / (ground - grain - low)
    found: Image = np.clip(share * 255, 0, 255).astype(np.uint8)
    return found


def _has_even_edges(grey: Image, core: Image, ruled: Image, ground: float) -> bool:
    """Return whether a fill is of its ground all along its edges, or within the rules around it.

    Bold print under a black seal is of none.
    """
    for _ in range(RIMS):
        within = cv2.erode(core, np.ones((5, 5), np.uint8))
        rim = (core > 0) & (within == 0)
        bare = grey[rim & (ruled == 0)].astype(np.float32)
        if bare.size > EVEN * rim.sum() and (np.abs(bare - ground) < CONTRAST).mean() >= EVEN:
            return True
        core = within
    return False


def _rules(grey: Image, ground: float, dpi: int) -> Image:
    """Return which pixels of the frame of a dark fill are rules: straight, and darker than its ground."""
    dark = (grey < ground - STEP).astype(np.uint8)
    long = round(RULE * dpi)
    across, down = (
        cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(shape, np.uint8)) > 0 for shape in ((1, long), (long, 1))
    )
    found: Image = np.logical_or(across, down)
    return found


def _paper_around(grey: Image, ground: float) -> Image:
    """Return which pixels of the frame of a dark fill are paper, where the fill was taken for larger than it is."""
    light = grey > (ground + float(grey.max())) / 2
    _, labels = cv2.connectedComponents(light.astype(np.uint8), connectivity=4)
    rim = np.concatenate((labels[0], labels[-1], *labels[:, [0, -1]].T))
    return np.isin(labels, rim[rim > 0])


def _fills(image: Image, dpi: int) -> list[_Fill]:
    """Return the fills of a page, each of one colour."""
    scale = COARSE / dpi
    small = cv2.resize(image, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    ground = cv2.medianBlur(small, round(WINDOW * COARSE) | 1)
    paper = _usual([channel.ravel() for channel in cv2.split(ground)])
    if paper.mean() < DARK:
        return []
    high = round(PRINT * COARSE) | 1
    bare = cv2.morphologyEx(small, cv2.MORPH_CLOSE, np.ones((high, high), np.uint8))  # no dark print, nor its blur
    bare = cv2.medianBlur(bare, round(WINDOW * COARSE) | 1)
    dark = _fills_of(ground, paper, scale, dark=True)
    return [*dark, *(f for f in _fills_of(bare, paper, scale, dark=False) if not any(f.is_in(one) for one in dark))]


def _fills_of(ground: Image, paper: Image, scale: float, *, dark: bool) -> list[_Fill]:
    """Return the fills of a coarse image that are dark, or those that are light."""
    channels = cv2.split(ground)
    apart = _far(channels, paper) >= STEP
    left = apart & (_brightness(ground) < DIM) if dark else apart.copy()
    if apart.mean() > MOST:
        return []
    out: list[_Fill] = []
    for _ in range(COLOURS):
        if left.sum() < LEAST * LOW * COARSE**2:
            break
        colour = _usual([channel[left] for channel in channels])
        layer = left & (_far(channels, colour) <= STEP)
        if dark or colour.mean() >= DIM:
            found = _of_one_colour(_bridged(layer, apart) if dark else layer, scale, PARTED if dark else FULL)
            for fill in found:  # what is printed in it has other colours, and is no fill of those
                left &= cv2.fillPoly(np.zeros(left.shape, np.uint8), [_coarse(fill, scale)], 1) == 0
            out += found
        left &= ~layer
    return out


def _brightness(ground: Image) -> Image:
    found: Image = ground if ground.ndim == 2 else ground.mean(axis=2)
    return found


def _coarse(fill: _Fill, scale: float) -> Image:
    found: Image = np.round(fill.corners * scale).astype(np.int32)
    return found


def _bridged(layer: Image, apart: Image) -> Image:
    """Return a dark ground with the light print in it: bold print hides that."""
    wide, high = (round(inches * COARSE) | 1 for inches in BRIDGE)
    plain = layer.astype(np.uint8)
    whole = cv2.morphologyEx(plain, cv2.MORPH_CLOSE, np.ones((high, wide), np.uint8)) & apart.astype(np.uint8)
    least = round(PRINT * COARSE) | 1
    return cv2.morphologyEx(plain | whole, cv2.MORPH_OPEN, np.ones((least, least), np.uint8)) > 0


def _usual(channels: Sequence[Image]) -> Image:
    """Return the commonest colour of many, to eight levels."""
    coarse = np.zeros(len(channels[0]), np.int64)
    for values in channels:
        coarse = (coarse << 5) + (values >> 3)
    chosen = np.flatnonzero(coarse == np.bincount(coarse).argmax())[:SEEN]
    return np.array([np.median(values[chosen]) for values in channels])


def _far(channels: Sequence[Image], colour: Image) -> Image:
    """Return how far, in the channel that differs most, every pixel is from a colour."""
    levels = np.arange(256)
    apart = [
        cv2.LUT(channel, np.abs(levels - level).astype(np.uint8))
        for channel, level in zip(channels, colour, strict=True)
    ]
    found: Image = np.maximum.reduce(apart)
    return found


def _of_one_colour(layer: Image, scale: float, full: float) -> list[_Fill]:
    """Return the corners of what is large enough, has straight sides, and stands off the edges of the page."""
    high, wide = layer.shape
    whole = cv2.morphologyEx(layer.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((5, 5), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(whole, connectivity=4)
    out = []
    for index, (left, top, width, height, area) in enumerate(stats[:count]):
        inside = index and left > 1 and top > 1 and left + width < wide - 1 and top + height < high - 1
        small = max(width, height) < LEAST * COARSE or min(width, height) < LOW * COARSE  # a page may lie on its side
        if not inside or small or area < LOOSE * width * height:
            continue
        points = np.argwhere(labels[top : top + height, left : left + width] == index)[:, ::-1] + (left, top)
        centre, sides, turn = cv2.minAreaRect(points.astype(np.float32))
        if area >= full * (sides[0] + 1) * (sides[1] + 1):
            corners = cv2.boxPoints(((centre[0] + 0.5, centre[1] + 0.5), (sides[0] + 1, sides[1] + 1), turn))
            out.append(_Fill(np.round(corners / scale).astype(np.int32)))
    return out
