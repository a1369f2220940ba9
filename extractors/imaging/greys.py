"""Seals and pens of grey scans: lifted by brightness alone, the weaker way where no colour tells ink from print.

A round seal is found by its ring of half-dark strokes, the stroke of a pen by its length: half-dark strokes of print
are short. Where they are, print is darker than the ink: brightness is stretched so that ink turns white. Where ink is
as dark as print, nothing is done.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.engines import Image
from extractors.imaging.frames import frames_of
from models.page import Box, PageNote

GREY_SEAL = "a grey seal"
"""What the notes call one that was found by its brightness."""
SIDES = (0.8, 2.2)
"""Diameter of a seal in inches, at least and at most."""
BLOT = 0.024
"""Inches: half-dark strokes that broad are ink alone, however dark they are: the thin strokes of print are 0.0145."""
LINE = 0.18
"""Inches: height of a line of print that a ring is joined to, at most; its first and last columns are higher."""
ROUND = 0.75
"""Share of 36 directions in which the ring is seen, at least."""
APART = 35
"""Levels of grey between print and ink, at least, for the ink to be lifted."""
BRIGHTEST, STROKE = 215, 170
"""Level above which nothing is ink, and one up to which a rule is as wide as it was drawn: its edges are brighter."""

LONG, LEAST, WIDEST, HIGHEST = 0.35, 0.08, 3.2, 1.6
"""Inches: longer side of a stroke of a pen, at least; its shorter one, at least (a rule has less); both, at most."""
LOW, STEMS = 0.2, 3.0
"""Inches up to which a stroke may be a word that the toner or the other side of the sheet made grey; and how many of
its strokes a level line meets, at least, where it is one."""
RULE, THIN = 0.5, 0.027
"""Inches: length of a level or an upright stroke of one piece from which it is a rule; how thick that is, at most."""
SEEN, THICK, DENSE = 0.25, 0.03, 80
"""The same of what is looked for at a quarter of the resolution, and how dark (0 to 255) that is at least."""
STRAIGHT, RUN = 0.4, 0.25
"""Share of a stroke in level and upright runs of so many inches from which it is a rule or a frame of rules."""
PIECE, CLOSE, ROUNDS = 0.04, 0.12, 4
"""Inches: a piece of such a stroke that print has cut off, at least, and how far it is from the stroke or from another
piece, at most; and how many pieces lie one after another."""
LETTER, SIDE, SLASH = 0.05, 0.12, 0.4
"""Inches: a letter of a stamp, at least; the band in which the sides of its frame lie. Share of its box of a slash."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A round seal in pixels."""

    x: int
    y: int
    radius: int


def lift_grey_inks(grey: Image, dpi: int, *, pens_too: bool = True) -> tuple[Image, tuple[PageNote, ...]]:
    """Return a level grey page without round seals and pens' strokes that are brighter than print, a note for each.

    Without `pens_too`, for faint print, of which a stretch is as bright as a pen, only what is round is lifted.
    """
    core = cv2.erode(grey, np.ones((5, 5), np.uint8))  # the darkest around: the edges of print are as dark as print
    dark = core[core < 128]
    if dark.size < 200:
        return grey, ()
    black = float(np.percentile(dark, 30))
    solid = ((core > black + APART) & (grey < BRIGHTEST)).astype(np.uint8)
    if not _has_long(solid, dpi):
        return grey, ()
    solid = _without_rules(solid, grey, dpi)
    notes, out = [], grey
    for ring in rings_of(solid, dpi):
        lifted = _without(out, solid, ring, black, dpi)
        box = _in_points((ring.x - ring.radius, ring.y - ring.radius, ring.x + ring.radius, ring.y + ring.radius), dpi)
        done = "was lifted by brightness alone; words under it may be hurt" if lifted is not out else "was not lifted"
        notes.append(PageNote("seal", f"{GREY_SEAL} {done}", box))
        out = lifted
        cv2.circle(solid, (ring.x, ring.y), ring.radius + 3, 0, -1)
    if not pens_too:
        return out, tuple(notes)
    pens, boxes = _pens(solid, dpi)
    for frame in frames_of(solid, dpi):
        pens = _stamp(solid, frame, dpi) | (pens if boxes else 0)
        (x0, y0), (x1, y1) = frame.min(0), frame.max(0)
        boxes.append((int(x0), int(y0), int(x1), int(y1)))
    if boxes:
        out = _stretched(out, solid, pens, black, dpi)
        notes += [PageNote("ink", "grey ink was lifted by brightness alone", _in_points(box, dpi)) for box in boxes]
    return out, tuple(notes)


def _without_rules(solid: Image, grey: Image, dpi: int) -> Image:
    """Return half-dark strokes without long thin level and upright ones: rules of a table that a seal is joined to.

    A rule is half-dark here and dark there: it is looked for in all that is darker than paper.
    """
    dark = (grey < STROKE).astype(np.uint8)
    run, thick = int(RULE * dpi), int(THIN * dpi) | 1
    rules = np.zeros_like(solid)
    for kernel in ((1, run), (run, 1)):
        rules |= cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(kernel, np.uint8))
    broad = cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones((thick, thick), np.uint8))
    thin = cv2.bitwise_and(rules, 1 - cv2.dilate(broad, np.ones((5, 5), np.uint8)))
    return cv2.bitwise_and(solid, 1 - cv2.dilate(thin, np.ones((5, 5), np.uint8)))


def _has_long(solid: Image, dpi: int) -> bool:
    """Return whether there may be a stroke of a pen or a side of a frame: seen at a quarter of the resolution."""
    small = cv2.resize(solid * 255, None, fx=0.25, fy=0.25, interpolation=cv2.INTER_AREA)
    dark = cv2.threshold(small, DENSE, 1, cv2.THRESH_BINARY)[1]
    run = int(RULE * dpi) // 4
    rules = [cv2.morphologyEx(dark, cv2.MORPH_OPEN, np.ones(kernel, np.uint8)) for kernel in ((1, run), (run, 1))]
    dark = cv2.subtract(dark, cv2.dilate(cv2.bitwise_or(*rules), np.ones((3, 3), np.uint8)))
    stats = cv2.connectedComponentsWithStats(dark, connectivity=8)[2][1:]
    wide, tall = stats[:, cv2.CC_STAT_WIDTH] * 4 / dpi, stats[:, cv2.CC_STAT_HEIGHT] * 4 / dpi
    long = (np.maximum(wide, tall) >= SEEN) & (np.minimum(wide, tall) >= THICK)
    return bool((long & (wide <= WIDEST) & (tall <= HIGHEST)).any())


def _pens(solid: Image, dpi: int) -> tuple[Image, list[tuple[int, int, int, int]]]:
    """Return where strokes of pens are, pieces close to them included, and the box of each in pixels."""
    count, labels, stats, _ = cv2.connectedComponentsWithStats(solid, connectivity=8)
    wide, tall = stats[:, cv2.CC_STAT_WIDTH] / dpi, stats[:, cv2.CC_STAT_HEIGHT] / dpi
    long = (np.maximum(wide, tall) >= LONG) & (np.minimum(wide, tall) >= LEAST) & (wide <= WIDEST) & (tall <= HIGHEST)
    long[0] = False
    found = [index for index in np.flatnonzero(long) if not _is_ruled_or_print(labels, stats[index], int(index), dpi)]
    boxes = [tuple(int(v) for v in stats[index, :4]) for index in found]
    if not boxes:
        return solid, []
    kept, pieces = np.isin(np.arange(count), found), np.maximum(wide, tall) >= PIECE
    pieces[0] = False
    reach = np.ones((2 * round(CLOSE * dpi) // 4 + 1,) * 2, np.uint8)
    small = cv2.resize(labels.astype(np.float32), None, fx=0.25, fy=0.25, interpolation=cv2.INTER_NEAREST).astype(int)
    for _ in range(ROUNDS):
        near = cv2.dilate(kept[small].astype(np.uint8), reach) > 0
        kept[np.unique(small[near])] = True
        kept &= pieces
    return kept[labels].astype(np.uint8), [(x, y, x + w, y + h) for x, y, w, h in boxes]


def _stamp(solid: Image, frame: Image, dpi: int) -> Image:
    """Return where the sides of a frame are, and the strokes within it that are larger than the edges of print."""
    inside = cv2.fillPoly(np.zeros_like(solid), [frame], 1) & solid
    count, labels, stats, _ = cv2.connectedComponentsWithStats(inside, connectivity=8)
    wide, tall, area = (stats[:, which] for which in (cv2.CC_STAT_WIDTH, cv2.CC_STAT_HEIGHT, cv2.CC_STAT_AREA))
    slash = (tall > 1.3 * wide) & (area < SLASH * wide * tall)  # of a number in print, thin as it is
    kept = (np.minimum(wide, tall) >= LETTER * dpi) & ~slash
    kept[0] = False
    sides = cv2.polylines(np.zeros_like(solid), [frame], True, 1, max(3, round(SIDE * dpi)))
    return kept[labels].astype(np.uint8) | (sides & solid)


def _is_ruled_or_print(labels: Image, stat: Image, index: int, dpi: int) -> bool:
    """Return whether a stroke is made of level and upright lines, or of the letters of a word."""
    x, y, wide, tall = (int(v) for v in stat[:4])
    part = (labels[y : y + tall, x : x + wide] == index).astype(np.uint8)
    if tall <= LOW * dpi:
        rows = part[tall // 4 : max(tall // 4 + 1, tall - tall // 4)].astype(np.int8)
        if float((np.diff(np.pad(rows, ((0, 0), (1, 1)))) == 1).sum(1).mean()) >= STEMS:
            return True
    run = max(3, int(RUN * dpi))
    across = cv2.morphologyEx(part, cv2.MORPH_OPEN, np.ones((1, run), np.uint8))
    down = cv2.morphologyEx(part, cv2.MORPH_OPEN, np.ones((run, 1), np.uint8))
    return cv2.countNonZero(cv2.bitwise_or(across, down)) > STRAIGHT * cv2.countNonZero(part)


def _in_points(box: tuple[int, int, int, int], dpi: int) -> Box:
    return Box(*(v * 72 / dpi for v in box))


def rings_of(ink: Image, dpi: int) -> list[Ring]:
    """Return the round seals among half-dark strokes."""
    factor = 50 / dpi
    small = (cv2.resize(ink * 255, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) > 40).astype(np.uint8)
    joined = cv2.dilate(small, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = []
    for index in range(1, count):
        if max(stats[index, cv2.CC_STAT_WIDTH], stats[index, cv2.CC_STAT_HEIGHT]) < SIDES[0] * 50:
            continue
        ring = _ring_in(labels == index, stats[index, :4]) or _ring_in(
            labels == index, _broad(labels, stats[index], index)
        )
        if ring:
            found.append(Ring(*(round(v / factor) for v in ring)))
    return [ring for ring in found if not any(_is_within(ring, other) for other in found)]


def _ring_in(stroke: Image, box: Image | tuple[int, ...]) -> tuple[float, float, float] | None:
    """Return the middle and the radius of a stroke that is round in a box, None where it is not."""
    left, top, width, height = (int(v) for v in box)
    if not all(SIDES[0] * 50 <= side <= SIDES[1] * 50 for side in (width, height)):
        return None
    if max(width, height) > 1.25 * min(width, height):
        return None
    x, y, radius = left + width / 2, top + height / 2, (width + height) / 4
    return (x, y, radius) if _directions(stroke, x, y, radius) >= ROUND else None


def _broad(labels: Image, stat: Image, index: int) -> tuple[int, int, int, int]:
    """Return the box of a stroke without the lines of print that it is joined to: a circle is broad where it begins."""
    x, y, wide, tall = (int(v) for v in stat[:4])
    part = labels[y : y + tall, x : x + wide] == index
    columns, rows = (np.flatnonzero(part.sum(axis) >= LINE * 50) for axis in (0, 1))
    if not columns.size or not rows.size:
        return x, y, wide, tall
    return x + int(columns[0]), y + int(rows[0]), int(np.ptp(columns)) + 1, int(np.ptp(rows)) + 1


def _is_within(ring: Ring, other: Ring) -> bool:
    """Return whether a ring is the inner circle of another."""
    return ring.radius < other.radius and np.hypot(ring.x - other.x, ring.y - other.y) < other.radius / 2


def _directions(ink: Image, x: float, y: float, radius: float) -> float:
    """Return the share of directions in which there is ink at the rim."""
    seen = 0
    for turn in np.arange(36) * np.pi / 18:
        at = [(round(y + r * np.sin(turn)), round(x + r * np.cos(turn))) for r in np.linspace(0.82, 1.0, 5) * radius]
        seen += any(0 <= i < ink.shape[0] and 0 <= j < ink.shape[1] and bool(ink[i, j]) for i, j in at)
    return seen / 36


def _without(grey: Image, solid: Image, ring: Ring, black: float, dpi: int) -> Image:
    """Return the page with the ink within a ring stretched to white; the same object where print is as bright."""
    disc = cv2.circle(np.zeros(grey.shape, np.uint8), (ring.x, ring.y), ring.radius + 3, 1, -1)
    return _stretched(grey, solid, disc, black, dpi)


def _stretched(grey: Image, solid: Image, where: Image, black: float, dpi: int) -> Image:
    """Return the page with the half-dark ink of a region stretched to white; the same object where that is black."""
    inner = solid & where
    levels = grey[inner > 0]
    if not levels.size:
        return grey
    white = float(np.percentile(levels, 15))
    if white - black < APART:
        return grey
    ink = (cv2.dilate(inner, np.ones((7, 7), np.uint8)) > 0) & (cv2.dilate(where, np.ones((7, 7), np.uint8)) > 0)
    paper = int(np.median(grey[::8, ::8]))  # white patches on grey paper would have edges like those of print
    levels = np.clip((np.arange(256) - black) * 255 / (white - black), 0, paper).astype(np.uint8)
    out = np.where(ink, cv2.LUT(grey, levels), grey)
    blots = cv2.morphologyEx(inner, cv2.MORPH_OPEN, np.ones((max(3, round(BLOT * dpi)),) * 2, np.uint8))
    out[blots > 0] = paper
    return out
