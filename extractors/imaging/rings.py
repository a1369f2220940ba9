"""Seals as black as print, in scans of one bit: their circles are taken off, and what stands within the inner one.

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
INNER = 0.5
"""Radius of the inner circle in radii of the outer, at least."""
TURNS = 720
NEXT, CROSSED = 4, 0.7
"""Pixels beside a circle, and the share of them that is dark where print crosses it."""
APART = 1.3
"""Heights of a letter within the inner circle up to which the next one is of its line."""


@dataclass(frozen=True, slots=True)
class Circle:
    """A seal in pixels: its middle and the first and last radius of each of its circles, outer one last."""

    x: float
    y: float
    bands: tuple[tuple[int, int], ...]

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
        if _share(small < 200, x, y, radius, 1.5) < CLOSED:
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


def _share(dark: Image, x: float, y: float, radius: float, reach: float) -> float:
    """Return the share of directions in which it is dark at a radius, `reach` pixels to either side."""
    turns = np.arange(72) * np.pi / 36
    radii = radius + np.arange(-reach, reach + 0.1, 0.5)
    rows = np.rint(y + np.outer(np.sin(turns), radii)).astype(int).clip(0, dark.shape[0] - 1)
    columns = np.rint(x + np.outer(np.cos(turns), radii)).astype(int).clip(0, dark.shape[1] - 1)
    return float(dark[rows, columns].any(1).mean())


def _circle(grey: Image, middle: tuple[float, float], radius: float, dpi: int) -> Circle | None:
    """Return the seal about a middle, found to the pixel; None where its circles are not thin and closed."""
    near = [(middle[0] + dx, middle[1] + dy) for dx in range(-4, 5, 2) for dy in range(-4, 5, 2)]
    x, y = max(near, key=lambda at: _sharpest(_unrolled(grey, at[0], at[1], radius * 1.1, 180), radius))
    rows = _unrolled(grey, x, y, min(RADII[1] * dpi, 2.2 * radius), TURNS)
    dark = rows.mean(0)
    bands, at = [], int(INNER * radius * 0.9)
    while at < len(dark):
        stop = at
        while stop < len(dark) and dark[stop] >= OPEN:
            stop += 1
        if stop > at and dark[at:stop].max() >= CLOSED * 0.85 and stop - at < 0.08 * dpi:
            bands.append((at, stop))
        at = max(stop, at + 1)
    outer = [band for band in bands if band[1] > 0.9 * radius]
    return Circle(x, y, tuple(band for band in bands if band[0] > INNER * bands[-1][1])) if outer else None


def _sharpest(rows: Image, radius: float) -> float:
    return float(rows.mean(0)[int(radius * 0.85) :].max(initial=0.0))


def _unrolled(grey: Image, x: float, y: float, radius: float, turns: int) -> Image:
    """Return whether it is dark, a row per direction and a column per pixel of distance."""
    around = np.arange(turns) * 2 * np.pi / turns
    radii = np.arange(int(radius) + 1)
    columns = (x + np.outer(np.cos(around), radii)).astype(np.float32)
    rows = (y + np.outer(np.sin(around), radii)).astype(np.float32)
    return cv2.remap(grey, columns, rows, cv2.INTER_NEAREST, borderMode=cv2.BORDER_CONSTANT, borderValue=255) < DARK


def _take_off(grey: Image, circle: Circle) -> None:
    """Paint the circles of a seal white where what lies on them is no thicker than they are."""
    reach = circle.radius + 12
    x0, y0 = max(0, int(circle.x) - reach), max(0, int(circle.y) - reach)
    part = grey[y0 : int(circle.y) + reach, x0 : int(circle.x) + reach]
    rows, columns = np.indices(part.shape)
    away = np.hypot(columns + x0 - circle.x, rows + y0 - circle.y)
    turn = (np.arctan2(rows + y0 - circle.y, columns + x0 - circle.x) % (2 * np.pi) * TURNS / (2 * np.pi)).astype(int)
    around = _unrolled(grey, circle.x, circle.y, reach, TURNS)
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
    """Paint white what stands within the inner circle of a seal, lines left out that go on outside."""
    inner = circle.bands[0][0] if len(circle.bands) > 1 else int(0.7 * circle.radius)
    if inner < INNER * circle.radius:
        return
    side = int(circle.radius * 1.6)
    x0, y0 = max(0, int(circle.x) - side), max(0, int(circle.y) - side)
    part = grey[y0 : int(circle.y) + side, x0 : int(circle.x) + side]
    dark = (part < 190).astype(np.uint8)
    _, labels, stats, middles = cv2.connectedComponentsWithStats(dark, connectivity=8)
    away = np.hypot(middles[:, 0] + x0 - circle.x, middles[:, 1] + y0 - circle.y)
    reach = np.hypot(stats[:, cv2.CC_STAT_WIDTH], stats[:, cv2.CC_STAT_HEIGHT]) / 2
    within = (away + reach * 0.7 < inner) & (stats[:, cv2.CC_STAT_AREA] < dark.size)
    within[0] = False
    going_on = [index for index in np.flatnonzero(within) if _goes_on(stats, within, int(index), inner)]
    within[going_on] = False
    part[within[labels]] = 255


def _goes_on(stats: Image, within: Image, index: int, inner: int) -> bool:
    """Return whether letters that stand outside the inner circle follow on the line of a letter within."""
    left, top, wide, tall = (int(v) for v in stats[index, :4])
    high = max(tall, inner // 6)
    beside = (np.abs(stats[:, cv2.CC_STAT_TOP] + stats[:, cv2.CC_STAT_HEIGHT] / 2 - top - tall / 2) < 0.3 * high) & (
        np.abs(stats[:, cv2.CC_STAT_HEIGHT] - tall) < 0.3 * high
    )
    row = sorted((int(stats[i, 0]), int(stats[i, 0] + stats[i, 2]), bool(within[i])) for i in np.flatnonzero(beside))
    at = row.index((left, left + wide, True))
    for step in (1, -1):
        last, place = at, at + step
        while 0 <= place < len(row):
            gap = row[place][0] - row[last][1] if step > 0 else row[last][0] - row[place][1]
            if gap > APART * high:
                break
            if not row[place][2]:
                return True
            last, place = place, place + step
    return False
