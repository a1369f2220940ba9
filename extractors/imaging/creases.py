"""Sheets that were folded for the post: the creases, thin shadows from edge to edge of the paper, evened out.

A crease through a line of print is read as dashes, and breaks words. Rules of tables do not reach the edges of a sheet.
"""

import cv2
import numpy as np

from extractors.engines import Image

STRIPS, MOST = 16, 15
"""Parts of a sheet across a crease, each with its own brightness, and how many of them show it, at least."""
PAPER, SAMPLE = 85, 40
"""Percentile of a line of a strip that is its paper; pixels of it that are looked at, nearly."""
SHADE, INK = 0.96, 0.45
"""Brightness of a crease against the paper's, at most; that below which it is print or a rule, and is left alone."""
SLANT = 8
"""Part of an inch by which a crease rises or falls over the sheet."""
WIDEST = 8 / 25
"""Inches that a crease with its slant takes at most; what is wider is a shadow, or the shade of a table."""


def without_creases(image: Image, dpi: int) -> Image:
    """Return a sheet, grey or in colour, with the creases over its whole width or height evened out; else the same."""
    for lying in (True, False):
        view = image if lying else image.swapaxes(0, 1)
        gain = _gain(view if view.ndim == 2 else view.max(axis=2), dpi)
        if gain is not None:
            whole = cv2.resize(gain, (view.shape[1], view.shape[0]), interpolation=cv2.INTER_NEAREST)
            even = np.clip(view * (whole if view.ndim == 2 else whole[..., None]), 0, 255).astype(np.uint8)
            image = np.ascontiguousarray(even if lying else even.swapaxes(0, 1))
    return image


def _gain(grey: Image, dpi: int) -> Image | None:
    """Return by how much each line of each strip is to be brightened; None where the sheet shows no crease."""
    width = grey.shape[1] // STRIPS
    if width < 8:
        return None
    step = max(1, width // SAMPLE)
    strips = grey[:, : STRIPS * width].reshape(len(grey), STRIPS, width)[:, :, ::step]
    place = strips.shape[2] * PAPER // 100
    paper = np.partition(strips, place, axis=2)[:, :, place].astype(np.float32)
    share = paper / np.maximum(np.median(paper, axis=0), 1.0)
    dips = ((share <= SHADE) & (share >= INK)).astype(np.uint8)
    near = cv2.dilate(dips, np.ones((2 * (dpi // SLANT // 2) + 1, 1), np.uint8))
    held = (near.sum(axis=1) >= MOST) & (near[:, 0] > 0) & (near[:, -1] > 0)
    held[: dpi // SLANT] = held[-(dpi // SLANT) :] = False  # the rim of a sheet is dark in many scans
    held &= ~_wide(held, round(dpi * WIDEST))
    if not held.any():
        return None
    return np.where((dips > 0) & held[:, None], 1 / np.maximum(share, INK), 1.0).astype(np.float32)


def _wide(held: np.ndarray, most: int) -> np.ndarray:
    """Return which lines belong to runs of more than `most` lines that are held."""
    column = held.astype(np.uint8)[:, None]
    return cv2.morphologyEx(column, cv2.MORPH_OPEN, np.ones((most + 1, 1), np.uint8))[:, 0] > 0
