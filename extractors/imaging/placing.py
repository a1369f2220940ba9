"""Where a prepared image's points lie on the sheet it was made of: the steps of preparation as one matrix."""

import numpy as np

from extractors.engines import Image
from models.page import Box, Matrix, Page, PageNote, Placement

UNMOVED: Matrix = (1.0, 0.0, 0.0, 0.0, 1.0, 0.0, 0.0, 0.0, 1.0)


def matrix_of(array: Image) -> Matrix:
    """Return a 3 x 3 array as the noun has it."""
    a, b, c, d, e, f, g, h, i = (float(value) for value in (array / array[2, 2]).reshape(9))
    return a, b, c, d, e, f, g, h, i


def in_points(pixels: Image, dpi: int) -> Image:
    """Return what leads points, of a 2 x 3 or 3 x 3 array that leads pixels, at one resolution on both sides."""
    whole = np.vstack([pixels, [0.0, 0.0, 1.0]]) if pixels.shape == (2, 3) else np.asarray(pixels, np.float64)
    scale = np.diag([72 / dpi, 72 / dpi, 1.0])
    return scale @ whole @ np.linalg.inv(scale)


def turned_back(turn: int, width: float, height: float) -> Image:
    """Return what leads points of an image turned counter-clockwise by 0, 90, 180 or 270 degrees to those before.

    `width` and `height` are those before the turn.
    """
    return np.array({
        0: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
        90: [[0, -1, width], [1, 0, 0], [0, 0, 1]],
        180: [[-1, 0, width], [0, -1, height], [0, 0, 1]],
        270: [[0, 1, 0], [-1, 0, height], [0, 0, 1]],
    }[turn], np.float64)  # fmt: skip


def placed(lead: Matrix, turn: int, flat: tuple[float, float], sheet: tuple[float, float]) -> Placement | None:
    """Return how a page lies on its sheet: turned by `turn`, then led by `lead`; None where it was not moved.

    `flat` is the size of the prepared image before the turn, `sheet` that of the sheet, both in points.
    """
    if lead == UNMOVED and not turn:
        return None
    whole = np.array(lead).reshape(3, 3) @ turned_back(turn, *flat)
    return Placement(*sheet, matrix_of(whole))


def moved(notes: tuple[PageNote, ...], back: Image) -> tuple[PageNote, ...]:
    """Return the notes of an image as they lie on the one from which `back` leads there."""
    forth = Placement(0, 0, matrix_of(np.linalg.inv(back)))
    return tuple(PageNote(n.kind, n.message, forth.box(n.box) if n.box else None) for n in notes)


def on_page(page: Page, box: Box) -> Box:
    """Return a box of the sheet as it lies on the page that was read of it."""
    if page.placement is None:
        return box
    back = np.linalg.inv(np.array(page.placement.matrix).reshape(3, 3))
    return Placement(0, 0, matrix_of(back)).box(box)
