"""Sheets of a size that no paper has: a scan laid into a page of three inches, or of a point for each pixel.

What is looked for on a scan is known by its size on paper: seals, rules, letters. Such a scan is taken for one of A4.
"""

from dataclasses import replace

import numpy as np

from extractors.imaging.placing import UNMOVED, matrix_of
from models.page import Page, Placement

A4_LONG = 11.69
"""Longer side of a sheet of A4 in inches."""
PAPER = (6.0, 24.0)
"""Longer side of a page that may have the size of its paper, in inches, at least and at most."""
FULL = 300
"""Resolution from which more pixels of an A4 page tell nothing more."""


def is_paper(page_size: tuple[float, float]) -> bool:
    """Return whether a page, its size in points, may have the size of its paper."""
    return PAPER[0] <= max(page_size) / 72 <= PAPER[1]


def taken_for(page_size: tuple[float, float], dpi: int) -> int:
    """Return the resolution of a page drawn at `dpi` on its paper: on A4 where it has the size of none."""
    if is_paper(page_size):
        return dpi
    return max(20, min(FULL, round(max(page_size) / 72 * dpi / A4_LONG)))


def laid_on(page: Page, sheet: tuple[float, float]) -> Page:
    """Return a page that was read as one of A4 with its placement on the sheet of the file, both sizes in points."""
    lies = page.placement or Placement(page.width or 0.0, page.height or 0.0, UNMOVED)
    if not lies.width or not lies.height:
        return page
    scale = np.diag([sheet[0] / lies.width, sheet[1] / lies.height, 1.0])
    return replace(page, placement=Placement(*sheet, matrix_of(scale @ np.array(lies.matrix).reshape(3, 3))))
