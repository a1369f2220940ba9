"""Ink among the rules of a table that the reading of the page passed over: found, and read line by line.

The engine's layout analysis drops a lone mark in a wide column, and takes a column of figures for one word from the top
down. What stands where is needed before the cells are known: a column without its one mark is no column.
"""

from collections.abc import Sequence
from dataclasses import replace
from statistics import median

import cv2
import numpy as np

from extractors.arranging.tables.banding import is_value
from extractors.arranging.tables.drawn import Rules
from extractors.arranging.tables.ruling import Ruled
from extractors.arranging.tables.strokes import alike
from extractors.engines import Image
from extractors.reading.paper.lines.strips import Read
from extractors.reading.paper_tables.cells.cells import crop_of
from models.page import Box, Word

LOWEST, HIGHEST, NARROWEST = 3.8, 16.0, 1.2
"""Points: ink lower or narrower than this is a speck or what is left of a rule, higher ink no line of print."""
APART = 5.0
"""Points between two pieces of one line, at most."""
WIDE, HIGH, CLOSE = 130.0, 30.0, 300.0
"""Points from which rules across and rules down are those of a table, and between two rules of one, at most."""
EDGE = 1.3
"""Points along the sides of a cell where its rules may have left something."""
BESIDE = 12.0
"""Points beyond what was read on a page within which a figure of its tables may stand."""
COVERED = 0.25
"""Share of a piece of ink that a word must cover to be its reading."""
TALL = 1.8
"""Heights of the usual word from which a higher than wide one is several lines read as one."""
LEAST, MOST = 0.3, 120
"""Confidence from which a reading is believed; pieces of a page, at most: more is dirt."""


def with_overlooked(
    words: list[Word], rules: Rules, image: Image, dpi: int, read: Read, *, plain: Sequence[Ruled] = ()
) -> list[Word]:
    """Return the words of a page with those that were passed over among the rules of its tables, or in `plain` ones.

    The empty cells of plain tables are left to those who read cells: their lines are known without.
    """
    areas, bare = areas_of(rules), _open_areas(words, plain)
    if not (areas or bare) or not words:
        return words
    usual = median(w.box.height for w in words if w.box)
    tall = [w for w in words if w.box and not w.turn and w.confidence < 0.9 and _is_tall(w.box, areas, usual)]
    left = [w for w in words if not any(w is other for other in tall)]
    boxes = [w.box for w in left if w.box]
    lost = [p for area in areas for p in _pieces(image, area, dpi) if not _is_covered(p, boxes)]
    lost = _without_upright(_joined(lost), usual)
    empty = [cell for table in plain for cell in table.cells if not any(cell.meets(box) for box in boxes)]
    lone = _lone([p for area in bare for p in _pieces(image, area, dpi)], boxes, usual)
    lone = [p for p in lone if not any(p.meets(cell) for cell in empty)]
    lost += lone
    if not lost or len(lost) > MOST:
        return words
    new: list[Word] = []
    for piece, said in zip(lost, read([crop_of(image, piece, dpi) for piece in lost]), strict=False):
        if piece in lone and not is_value(said):
            continue
        if said and min(w.confidence for w in said) >= LEAST:
            texts = {w.text for w in said}
            if texts <= {w.text for w in words if w.lies_in(piece)}:
                continue  # a shade or a rule runs on from print that was read
            new.append(replace(said[0], text=" ".join(w.text for w in said), box=piece,
                               confidence=min(w.confidence for w in said)))  # fmt: skip
    gone = [w for w in tall if w.box and sum(n.box is not None and _covers(w.box, n.box) for n in new) > 1]
    return [w for w in words if not any(w is other for other in gone)] + new


def areas_of(rules: Rules) -> list[Box]:
    """Return where a page has rules of a table: cells that are ruled all round, or what lies between rules of the same
    ends."""
    whole = [table.box for table in rules.tables]
    areas: list[Box] = []
    for group in alike([s for s in rules.strokes.across if s.length >= WIDE], 3):
        if not any(b.at - a.at > CLOSE for a, b in zip(group, group[1:], strict=False)):
            areas.append(Box(group[0].start, group[0].at, group[0].end, group[-1].at))
    for group in alike([s for s in rules.strokes.down if s.length >= HIGH], 2):
        areas.append(Box(group[0].at - CLOSE / 3, group[0].start, group[-1].at + CLOSE / 3, group[0].end))
    apart: list[Box] = []
    for area in areas:
        if not any(area.meets(other) for other in (*whole, *apart)):
            apart.append(area)
    return [cell.inset(EDGE) for table in rules.tables for cell in table.cells] + apart


def _lone(pieces: Sequence[Box], words: Sequence[Box], usual: float) -> list[Box]:
    """Return the pieces that were passed over and stand alone on their line, as figures of narrow columns do: they are
    as high as print is, and nothing is right above, below or beside them."""
    lost = [p for p in _joined([p for p in pieces if not _is_covered(p, words)]) if p.width <= 3 * usual]
    near = [p.grown(APART, 2) for p in lost]
    return [
        p for p, about in zip(lost, near, strict=True)
        if 0.6 * usual <= p.height <= 1.4 * usual
        and not any(about.meets(w) for w in words)
        and not any(other is not p and about.meets(other) for other in lost)
    ]  # fmt: skip


def _open_areas(words: Sequence[Word], plain: Sequence[Ruled]) -> list[Box]:
    """Return tables without rules as wide as what is printed: a last column of figures may have been passed over."""
    ends = [x for w in words if w.box for x in (w.box.x0, w.box.x1)]
    return [Box(min(ends) - BESIDE, t.box.y0, max(ends) + BESIDE, t.box.y1) for t in plain] if ends else []


def _is_tall(box: Box, areas: Sequence[Box], usual: float) -> bool:
    high, x, y = box.height, box.middle_x, box.middle_y
    inside = any(a.x0 <= x <= a.x1 and a.y0 <= y <= a.y1 for a in areas)
    return inside and high > TALL * usual and high > box.width


def _covers(word: Box, piece: Box) -> bool:
    return word.meets(piece) and word.shared(piece) >= COVERED * (piece.width * piece.height)


def _is_covered(piece: Box, words: Sequence[Box]) -> bool:
    """Return whether words cover a piece of ink, one or several together: words of small print stand close."""
    beside = [w for w in words if w.meets(piece)]
    return any(_covers(w, piece) for w in beside) or len(beside) > 1 and sum(_across(w, piece) for w in beside) > 0.5


def _across(word: Box, piece: Box) -> float:
    """Return the share of the width of a piece that a word beside it on its line takes."""
    return max(0.0, word.across(piece)) / piece.width


def _pieces(image: Image, area: Box, dpi: int) -> list[Box]:
    """Return the boxes of what is printed in an area, letters of a word as one."""
    scale = dpi / 72
    x0, y0, x1, y1 = area.pixels(scale)
    dark = np.ascontiguousarray(image[y0:y1, x0:x1] < 150).astype(np.uint8)
    if not dark.size:
        return []
    merged = cv2.dilate(dark, np.ones((max(1, round(0.8 * scale)), max(3, round(2.4 * scale))), np.uint8))
    count, labels = cv2.connectedComponents(merged, connectivity=8)
    labels[dark == 0] = 0
    found = []
    for n, place in enumerate(_slices(labels, count), 1):
        if place is None:
            continue
        left, top, right, bottom = place
        box = Box((x0 + left) / scale, (y0 + top) / scale, (x0 + right) / scale, (y0 + bottom) / scale)
        area_of_ink = int((labels[top:bottom, left:right] == n).sum()) / scale**2
        if LOWEST <= box.height <= HIGHEST and box.width >= NARROWEST and area_of_ink >= LOWEST:
            found.append(box)
    return found


def _slices(labels: Image, count: int) -> list[tuple[int, int, int, int] | None]:
    """Return left, top, right and bottom of every label from 1; None of one without pixels."""
    ys, xs = np.nonzero(labels)
    marks = labels[ys, xs]
    low = np.full((2, count), 1 << 30)
    high = np.full((2, count), -1)
    for row, values in enumerate((xs, ys)):
        np.minimum.at(low[row], marks, values)
        np.maximum.at(high[row], marks, values)
    return [
        (int(low[0, n]), int(low[1, n]), int(high[0, n]) + 1, int(high[1, n]) + 1) if high[0, n] >= 0 else None
        for n in range(1, count)
    ]


def _joined(pieces: Sequence[Box]) -> list[Box]:
    """Return pieces with those that stand close together on one line made one."""
    lines: list[Box] = []
    for piece in sorted(pieces, key=lambda b: b.x0):
        for place, line in enumerate(lines):
            level = line.down(piece)
            if 0 <= piece.x0 - line.x1 <= APART and level > 0.5 * min(line.height, piece.height):
                lines[place] = line.union(piece)
                break
        else:
            lines.append(piece)
    return sorted(lines, key=lambda b: (b.y0, b.x0))


def _without_upright(pieces: Sequence[Box], usual: float) -> list[Box]:
    """Return pieces without those of words written upwards: higher than print, and than wide."""
    return [p for p in pieces if p.height <= max(1.6 * usual, p.width)]
