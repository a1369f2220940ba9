"""Seals of grey scans: lifted by brightness alone, the weaker way where no colour tells ink from print.

A round seal is found by its ring of half-dark strokes. Within it paper under the ink is as bright as the ink, and print
is darker: brightness is stretched so that ink turns white. Where ink is as dark as print, nothing is done.
"""

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.engines import Image
from models.page import Box, PageNote

SIDES = (0.8, 2.2)
"""Diameter of a seal in inches, at least and at most."""
ROUND = 0.75
"""Share of 36 directions in which the ring is seen, at least."""
APART = 35
"""Levels of grey between print and ink, at least, for the ink to be lifted."""
BRIGHTEST = 215
"""Level above which nothing is ink."""


@dataclass(frozen=True, slots=True)
class Ring:
    """A round seal in pixels."""

    x: int
    y: int
    radius: int


def lift_grey_seals(grey: Image, dpi: int) -> tuple[Image, tuple[PageNote, ...]]:
    """Return a grey page without its round seals where they are brighter than print, and a note for each seen."""
    core = cv2.erode(grey, np.ones((5, 5), np.uint8))  # the darkest around: the edges of print are as dark as print
    dark = core[core < 128]
    if dark.size < 200:
        return grey, ()
    black = float(np.percentile(dark, 30))
    solid = ((core > black + APART) & (grey < BRIGHTEST)).astype(np.uint8)
    rings = rings_of(solid, dpi)
    notes, out = [], grey
    for ring in rings:
        lifted = _without(out, solid, ring, black)
        box = Box(*(v * 72 / dpi for v in (ring.x - ring.radius, ring.y - ring.radius,
                                           ring.x + ring.radius, ring.y + ring.radius)))  # fmt: skip
        done = "was lifted by brightness alone; words under it may be hurt" if lifted is not out else "was not lifted"
        notes.append(PageNote("seal", f"a grey seal {done}", box))
        out = lifted
    return out, tuple(notes)


def rings_of(ink: Image, dpi: int) -> list[Ring]:
    """Return the round seals among half-dark strokes."""
    factor = 50 / dpi
    small = (cv2.resize(ink * 255, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) > 40).astype(np.uint8)
    joined = cv2.dilate(small, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(joined, connectivity=8)
    found = []
    for index in range(1, count):
        left, top, width, height = (int(v) for v in stats[index, :4])
        if not all(SIDES[0] * 50 <= side <= SIDES[1] * 50 for side in (width, height)):
            continue
        if max(width, height) > 1.25 * min(width, height):
            continue
        x, y, radius = left + width / 2, top + height / 2, (width + height) / 4
        if _directions(labels == index, x, y, radius) >= ROUND:
            found.append(Ring(*(round(v / factor) for v in (x, y, radius))))
    return [ring for ring in found if not any(_is_within(ring, other) for other in found)]


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


def _without(grey: Image, solid: Image, ring: Ring, black: float) -> Image:
    """Return the page with the ink within a ring stretched to white; the same object where print is as bright."""
    top, left = max(0, ring.y - ring.radius - 4), max(0, ring.x - ring.radius - 4)
    area = np.s_[top : ring.y + ring.radius + 4, left : ring.x + ring.radius + 4]
    part, inner = grey[area], solid[area]
    high, wide = part.shape
    disc = cv2.circle(np.zeros((high, wide), np.uint8), (ring.x - left, ring.y - top), ring.radius + 3, 1, -1)
    ink = (cv2.dilate(inner, np.ones((7, 7), np.uint8)) > 0) & (disc > 0)
    levels = part[(inner > 0) & (disc > 0)]
    if not levels.size:
        return grey
    white = float(np.percentile(levels, 15))
    if white - black < APART:
        return grey
    stretched = np.clip((part.astype(np.float32) - black) * 255 / (white - black), 0, 255).astype(np.uint8)
    out = grey.copy()
    out[area] = np.where(ink, stretched, part)
    return out
