"""Ruling lines: strokes across and down, of a PDF page or of a page image, joined where they were broken."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import cv2
import numpy as np

from extractors.engines import Image
from normalizers.neighbours import runs

THIN = 3.0
"""Points up to which a filled rectangle is a stroke."""
LONG = 0.6
"""Inches from which dark pixels in a row are a ruling line; a third of it where another piece lies on the same line."""
SAME, BREAK = 1.6, 9.0
"""Points: strokes this near are one line; a break in a line up to the second is mended."""
PRINTED, LETTERED = 80.0, 0.2
"""Points up to which a piece may be of print, and the share of it beside which letters stand, at least."""
ALIKE = 7.0
"""Points between the ends of strokes that end alike."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """A straight line in points: where it stands (y of one across, x of one down), its start and its end."""

    at: float
    start: float
    end: float

    @property
    def length(self) -> float:
        """Points from end to end."""
        return self.end - self.start


@dataclass(frozen=True, slots=True)
class Strokes:
    """The ruling lines of a page, those across from the top down, those down from the left."""

    across: tuple[Stroke, ...] = ()
    down: tuple[Stroke, ...] = ()


def alike(strokes: Iterable[Stroke], least: int) -> list[list[Stroke]]:
    """Return strokes in groups of the same ends, of at least so many, in order; ends may drift from one to the next."""
    groups: list[list[Stroke]] = []
    for stroke in sorted(strokes, key=lambda s: s.at):
        for group in groups:
            if abs(group[-1].start - stroke.start) <= ALIKE and abs(group[-1].end - stroke.end) <= ALIKE:
                group.append(stroke)
                break
        else:
            groups.append([stroke])
    return [group for group in groups if len(group) >= least]


def strokes_of(page: Any) -> Strokes:
    """Return what is drawn on a pdfplumber page as lines, thin rectangles and the edges of stroked rectangles."""
    across, down = [], []
    for thing in (*page.lines, *page.rects):
        x0, x1, top, bottom = (float(thing[name]) for name in ("x0", "x1", "top", "bottom"))
        if bottom - top <= THIN < x1 - x0:
            across.append(Stroke((top + bottom) / 2, x0, x1))
        elif x1 - x0 <= THIN < bottom - top:
            down.append(Stroke((x0 + x1) / 2, top, bottom))
        elif thing["object_type"] == "rect" and thing["stroke"]:
            across += [Stroke(top, x0, x1), Stroke(bottom, x0, x1)]
            down += [Stroke(x0, top, bottom), Stroke(x1, top, bottom)]
    return Strokes(mended(across), mended(down))


def with_strokes(strokes: Strokes, others: Strokes) -> Strokes:
    """Return the ruling lines of both, made one where they touch."""
    if not (others.across or others.down):
        return strokes
    return Strokes(mended([*strokes.across, *others.across]), mended([*strokes.down, *others.down]))


def strokes_in(grey: Image, dpi: int) -> Strokes:
    """Return the ruling lines of a page image that lies level to about half a degree."""
    dark = (grey < 170).astype(np.uint8)
    scale = 72 / dpi
    return Strokes(_strokes(dark, dpi, scale), _strokes(np.ascontiguousarray(dark.T), dpi, scale))


def _strokes(dark: Image, dpi: int, scale: float) -> tuple[Stroke, ...]:
    """Return strokes along the rows of an image; what is thick is none."""
    thick = cv2.dilate(_opened(dark, dpi), np.ones((3, max(3, dpi // 30)), np.uint8))
    count, _, stats, _ = cv2.connectedComponentsWithStats(thick, connectivity=8)
    found = []
    for x, y, width, height, _ in stats[1:count].tolist():
        if height <= max(THIN / scale, 0.02 * width) + 4 and not _is_print(dark, (x, y, width, height), dpi):
            found.append(Stroke((y + height / 2) * scale, x * scale, (x + width) * scale))
    return tuple(s for s in mended(found) if s.length >= LONG * 72)


def _is_print(dark: Image, piece: tuple[int, int, int, int], dpi: int) -> bool:
    """Return whether a short piece is the foot or the head of bold letters run together: they stand on it, or below."""
    x, y, width, height = piece
    if width * 72 > PRINTED * dpi:
        return False
    off = max(1, dpi // 150)
    rows = [at for at in (y - off, y + height - 1 + off) if 0 <= at < len(dark)]
    return any(float(dark[at, x : x + width].mean()) > LETTERED for at in rows)


def _opened(dark: Image, dpi: int) -> Image:
    """Return what is long along the rows of an image of ones and zeros, its breaks closed."""
    closed = cv2.morphologyEx(dark, cv2.MORPH_CLOSE, np.ones((1, max(3, dpi // 60)), np.uint8))
    return cv2.morphologyEx(closed, cv2.MORPH_OPEN, np.ones((1, max(10, int(LONG * dpi / 3))), np.uint8))


def mended(strokes: Iterable[Stroke]) -> tuple[Stroke, ...]:
    """Return the strokes with those on one line that touch, or nearly so, made one."""
    out: list[Stroke] = []
    for line in runs(sorted(strokes, key=lambda s: s.at), lambda line, stroke: stroke.at - line[-1].at <= SAME):
        at = sum(s.at for s in line) / len(line)
        start, end = float("nan"), float("nan")
        for stroke in sorted(line, key=lambda s: s.start):
            if stroke.start <= end + BREAK:
                end = max(end, stroke.end)
                continue
            if end == end:
                out.append(Stroke(at, start, end))
            start, end = stroke.start, stroke.end
        out.append(Stroke(at, start, end))
    return tuple(sorted(out, key=lambda s: (s.at, s.start)))
