"""Seals as black as print, in scans of one bit: their circles are taken off, and what stands within the outer one.

No brightness tells such a seal from print. But its circles are thin, and print that crosses them is not: of what lies
on a circle goes what is no thicker than the circle there. Words within the inner circle are the seal's own, unless
their line goes on outside.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.engines import Image
from models.page import Box, PageNote

BLACK = "a black seal"
"""What the notes call such a seal."""
COARSE = 75
"""Resolution at which circles are looked for."""
RADII = (0.4, 1.0)
"""Inches, at least and at most."""
PIECE, LEAST = 0.3, 0.15
"""Inches: a piece of such a circle that print or a gap has cut off, and its height, at least."""
VOTES = 20
"""What circles are looked for with: points of their rim at that resolution."""
DARK = 128
CLOSED, OPEN = 0.72, 0.5
"""Share of a circle's directions in which it is dark, at least; and a little farther in or out, at most."""
WORN = (0.3, 0.4)
"""The same of circles within a closed one, which stamps print worse: where it is dark, and at most."""
INNER = 0.5
"""Radius of the inner circle in radii of the outer, at least."""
TURNS = 720
NEXT, CROSSED = 4, 0.7
"""Pixels beside a circle, and the share of them that is dark where print crosses it."""
LETTER = (0.08, 0.35)
"""Height of a letter in radii, at least and at most."""
APART = 1.3
"""Heights of a letter within the circle up to which the next one is of its line."""
ON_LINE, TALLEST = 2, 2.2
"""Letters outside that make a line; in heights of a letter: one that strokes of the seal hang on, at most."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A seal in pixels: its middle and the first and last radius of each of its circles, outer one last.

    `oval` is by how much it is longer along the rows than across them, and from corner to corner: rubber gives way.
    """

    x: float
    y: float
    bands: tuple[tuple[int, int], ...]
    oval: tuple[float, float] = (0.0, 0.0)

    @property
    def radius(self) -> int:
        """Return the radius of the outer circle."""
        return self.bands[-1][1]


def lift_black_seals(grey: Image, dpi: int) -> tuple[Image, tuple[PageNote, ...]]:
    """Return a level grey page without the circles of black seals and the words within them, a note for each seal."""
    found = _circles(grey, dpi)
    if not found:
        return grey, ()
    out, notes = grey.copy(), []
    for circle in found:
        _take_off(out, circle)
        _empty(out, circle)
        sides = (circle.x - circle.radius, circle.y - circle.radius, circle.x + circle.radius, circle.y + circle.radius)
        said = f"the circles of {BLACK} were taken off; words under it may be hurt"
        notes.append(PageNote("seal", said, Box(*(v * 72 / dpi for v in sides))))
    return out, tuple(notes)


def _circles(grey: Image, dpi: int) -> list[Circle]:
    """Return the seals of a page."""
    scale = COARSE / dpi
    small = cv2.resize(grey, None, fx=scale, fy=scale, interpolation=cv2.INTER_AREA)
    least, most = (round(r * COARSE) for r in RADII)
    strokes = _long(small)
    if strokes.min() == 255:
        return []
    seen = cv2.HoughCircles(strokes, cv2.HOUGH_GRADIENT, 1, least, None, 150, VOTES, least, most)
    found: list[Circle] = []
    for x, y, radius in [] if seen is None else seen[0, :40].tolist():
        if any(np.hypot(x / scale - one.x, y / scale - one.y) < one.radius for one in found):
            continue
        if _share(small < 200, x, y, radius) < CLOSED:
            continue
        circle = _circle(grey, (x / scale, y / scale), radius / scale, dpi)
        if circle:
            found.append(circle)
    return found


def _long(small: Image) -> Image:
    """Return a page without what is no longer than a letter."""
    _, labels, stats, _ = cv2.connectedComponentsWithStats((small < 200).astype(np.uint8), connectivity=8)
    long = np.maximum(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) >= PIECE * COARSE
    long &= stats[:, cv2.CC_STAT_HEIGHT] >= LEAST * COARSE
    long[0] = False
    return np.where(long[labels], small, 255).astype(np.uint8)


def _share(dark: Image, x: float, y: float, radius: float) -> float:
    """Return the share of directions in which it is dark at a radius, a pixel and a half to either side."""
    turns = np.arange(72) * np.pi / 36
    radii = radius + np.arange(-1.5, 1.6, 0.5)
    rows = np.rint(y + np.outer(np.sin(turns), radii)).astype(int).clip(0, dark.shape[0] - 1)
    columns = np.rint(x + np.outer(np.cos(turns), radii)).astype(int).clip(0, dark.shape[1] - 1)
    return float(dark[rows, columns].any(1).mean())


def _circle(grey: Image, middle: tuple[float, float], radius: float, dpi: int) -> Circle | None:
    """Return the seal about a middle, found to the pixel; None where its circles are not thin and closed."""
    x, y, radius, oval = _fitted(grey, middle, radius)
    dark = _unrolled(grey, (x, y), min(RADII[1] * dpi, 2.2 * radius), oval).mean(0)
    bands = _bands(dark, int(0.9 * radius), len(dark), (OPEN, CLOSED * 0.85, 0.08 * dpi))
    outer = [band for band in bands if band[1] > 0.9 * radius]
    if not outer:
        return None
    bands = _bands(dark, int(INNER * bands[-1][1]) + 1, outer[0][0], (*WORN, 0.04 * dpi)) + outer
    return Circle(x, y, tuple(bands), oval)


def _bands(dark: Image, start: int, stop: int, least: tuple[float, float, float]) -> list[tuple[int, int]]:
    """Return the stretches of radii in which it is dark, by the share that each has, that one has, and their width."""
    bands, at = [], start
    while at < stop:
        end = at
        while end < stop and dark[end] >= least[0]:
            end += 1
        if end > at and dark[at:end].max() >= least[1] and end - at < least[2]:
            bands.append((at, end))
        at = max(end, at + 1)
    return bands


def _fitted(grey: Image, middle: tuple[float, float], radius: float) -> tuple[float, float, float, tuple[float, float]]:
    """Return the middle, the radius and how oval the outer circle is: its rim by least squares, print left out."""
    (x, y), oval = middle, (0.0, 0.0)
    around = np.arange(TURNS) * 2 * np.pi / TURNS
    waves = np.stack([np.ones(TURNS), np.cos(around), np.sin(around), np.cos(2 * around), np.sin(2 * around)], 1)
    for reach in (0.1, 0.06, 0.04, 0.03):
        low = int(radius * (1 - reach))
        rim = _unrolled(grey, (x, y), radius * (1 + reach), oval)[:, low:]
        seen = rim.any(1)
        if seen.sum() < TURNS // 3:
            break
        away = low + rim.shape[1] - 1 - np.argmax(rim[:, ::-1], 1).astype(float)
        for _ in range(4):  # print beside the rim is far from what most of the rim says
            found, *_ = np.linalg.lstsq(waves[seen], away[seen], rcond=None)
            off = np.abs(away - waves @ found)
            near = seen & (off <= max(1.5, 2 * float(np.median(off[seen]))))
            if near.sum() < TURNS // 4 or (near == seen).all():
                break
            seen = near
        radius, x, y = float(found[0]), x + float(found[1]), y + float(found[2])
        oval = (oval[0] + float(found[3]) / radius, oval[1] + float(found[4]) / radius)
    return (x, y, radius, oval) if max(map(abs, oval)) < 0.06 else (*middle, radius, (0.0, 0.0))


def _unrolled(grey: Image, middle: tuple[float, float], radius: float, oval: tuple[float, float]) -> Image:
    """Return whether it is dark, a row per direction and a column per pixel of distance."""
    around = np.arange(TURNS) * 2 * np.pi / TURNS
    radii = np.arange(int(radius) + 1)
    longer = _longer(around, oval)
    columns = (middle[0] + np.outer(np.cos(around) * longer, radii)).astype(np.float32)
    rows = (middle[1] + np.outer(np.sin(around) * longer, radii)).astype(np.float32)
    return cv2.remap(grey, columns, rows, cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT, borderValue=255) < DARK


def _longer(around: Image, oval: tuple[float, float]) -> Image:
    """Return by what the radius of an oval is to be multiplied in each direction, in radians."""
    longer: Image = 1 + oval[0] * np.cos(2 * around) + oval[1] * np.sin(2 * around)
    return longer


def _take_off(grey: Image, circle: Circle) -> None:
    """Paint the circles of a seal white where what lies on them is no thicker than they are."""
    reach = circle.radius + 12
    x0, y0 = max(0, int(circle.x) - reach), max(0, int(circle.y) - reach)
    part = grey[y0 : int(circle.y) + reach, x0 : int(circle.x) + reach]
    rows, columns = np.indices(part.shape)
    around = np.arctan2(rows + y0 - circle.y, columns + x0 - circle.x)
    away = np.hypot(columns + x0 - circle.x, rows + y0 - circle.y) / _longer(around, circle.oval)
    turn = (around % (2 * np.pi) * TURNS / (2 * np.pi)).astype(int)
    around = _unrolled(grey, (circle.x, circle.y), reach, circle.oval)
    for start, stop in _joined(circle.bands):
        thin = _thin(around, start, stop)
        white = thin[turn.clip(0, TURNS - 1)] & (away >= start - 3) & (away <= stop + 2)
        part[white] = 255


def _joined(bands: tuple[tuple[int, int], ...]) -> list[tuple[int, int]]:
    """Return circles that are as close as double ones as one."""
    out = [bands[0]]
    for start, stop in bands[1:]:
        out[-1:] = [(out[-1][0], stop)] if start - out[-1][1] <= 2 * NEXT else [out[-1], (start, stop)]
    return out


def _thin(around: Image, start: int, stop: int) -> Image:
    """Return for each direction whether what is dark on a circle ends close to it on both sides."""
    inner, outer = around[:, start - NEXT - 2 : start - 2], around[:, stop + 2 : stop + 2 + NEXT]
    return np.maximum(inner.mean(1), outer.mean(1)) < CROSSED


def _empty(grey: Image, circle: Circle) -> None:
    """Paint white what stands within the circles of a seal, lines left out that go on outside, and their marks."""
    outer = circle.bands[-1][0]
    side = int(circle.radius * 1.6)
    x0, y0 = max(0, int(circle.x) - side), max(0, int(circle.y) - side)
    part = grey[y0 : int(circle.y) + side, x0 : int(circle.x) + side]
    dark = (part < 190).astype(np.uint8)
    _, labels, stats, middles = cv2.connectedComponentsWithStats(dark, connectivity=8)
    away = np.hypot(middles[:, 0] + x0 - circle.x, middles[:, 1] + y0 - circle.y)
    reach = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) / 2
    within = (away + reach * 0.7 < outer) & (stats[:, cv2.CC_STAT_AREA] < dark.size)
    within[0] = False
    print_of = _lines_into(stats, within, circle.radius)
    marks = [index for index in np.flatnonzero(within) if any(_is_mark_of(stats[index], stats[at]) for at in print_of)]
    within[[*print_of, *marks]] = False
    part[within[labels]] = 255


def _lines_into(stats: Image, within: Image, radius: int) -> list[int]:
    """Return the shapes of lines that stand outside a seal and go on within it, letter by letter."""
    boxes = [tuple(int(v) for v in row[:4]) for row in stats]
    tall = stats[:, cv2.CC_STAT_HEIGHT]
    outside = np.flatnonzero(~within & (tall > LETTER[0] * radius) & (tall < LETTER[1] * radius)).tolist()
    reached = [(at, boxes[at]) for at in outside if _is_of_line(at, outside, boxes)]
    left = set(np.flatnonzero(within).tolist())
    found = [at for at, _ in reached]
    while reached:
        at, line = reached.pop()
        more = [index for index in left if _follows(boxes[index], boxes[at], line)]
        left.difference_update(more)
        reached += [(index, line) for index in more]
        found += more
    return found


def _is_of_line(at: int, others: list[int], boxes: list[tuple[int, ...]]) -> bool:
    """Return whether enough letters as high as a shape stand on its line: the strokes of a pen stand alone."""
    _, top, _, high = boxes[at]
    alike = [o for o in others if abs(boxes[o][3] - high) < 0.3 * high and abs(boxes[o][1] - top) < 0.4 * high]
    return len(alike) >= ON_LINE


def _follows(shape: tuple[int, ...], before: tuple[int, ...], line: tuple[int, ...]) -> bool:
    """Return whether a shape stands on the line of a letter, next to the one before."""
    x, y, wide, tall = shape
    shared = min(y + tall, line[1] + line[3]) - max(y, line[1])
    gap = max(x - before[0] - before[2], before[0] - x - wide)
    return shared > 0.6 * min(tall, line[3]) and tall < TALLEST * line[3] and gap < APART * line[3]


def _is_mark_of(mark: Image, letter: Image) -> bool:
    """Return whether a shape is the mark above or below a letter: low, no wider, and close to it."""
    left, top, wide, tall = (int(v) for v in mark[:4])
    x, y, width, high = (int(v) for v in letter[:4])
    if tall > 0.45 * high or wide > width or high > 4 * width:
        return False
    gap = max(y - top - tall, top - y - high)
    return left + wide / 2 > x and left + wide / 2 < x + width and gap < 0.35 * high
