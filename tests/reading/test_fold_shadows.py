"""The shadow in the fold of an open book is evened out; what only looks like one is left alone."""

import cv2
import numpy as np
import pytest

from extractors.imaging.fold_shadows import unfolded
from extractors.imaging.preparing import prepare
from extractors.imaging.straightening import skew_of, straighten

WIDE, HIGH = 1100, 780


def open_book():
    """Return two pages of print in colour, 100 dpi, whose lines run up to the fold."""
    image = np.full((HIGH, WIDE, 3), 240, np.uint8)
    for row in range(14):
        for left in (60, 570):
            cv2.putText(
                image, "Dieu 2 Pham vi ap dung", (left, 60 + 50 * row), cv2.FONT_HERSHEY_SIMPLEX, 1.2, (0,) * 3, 2
            )
    return image


def shaded(image, depth=0.7, *, lean=0.0, steep=False):
    """Return a sheet with a shadow down its middle; `lean` is how far it drifts, `steep` makes it a printed band."""
    rows, columns = np.mgrid[0:HIGH, 0:WIDE]
    away = np.abs(columns - WIDE / 2 - lean * (rows / HIGH - 0.5))
    fall = (away < 40) if steep else np.exp(-((away / 40) ** 2))
    return (image * (1 - depth * fall)[:, :, None]).astype(np.uint8)


def dark(image):
    grey = image if image.ndim == 2 else image.max(axis=2)
    return grey < 128


@pytest.mark.parametrize("lean", [0, 30])
def test_the_shadow_goes_and_print_in_it_stays(lean):
    clean = open_book()
    page = shaded(clean, lean=lean)
    assert np.mean(dark(page) != dark(clean)) > 0.03
    for even in (unfolded(page, 100)[0], unfolded(page[:, :, 0].copy(), 100)[0]):
        assert np.mean(dark(even) != dark(clean)) < 0.004
    assert "shadow of the fold evened out" in prepare(page, 100).steps


def test_a_book_that_lies_on_its_side_has_its_fold_across():
    turned = np.rot90(shaded(open_book())).copy()
    assert np.mean(dark(unfolded(turned, 100)[0]) != np.rot90(dark(open_book()))) < 0.004


def test_sheets_without_a_fold_are_the_same_object():
    for page in (open_book(), shaded(open_book(), 0.1), shaded(open_book(), steep=True)):
        assert unfolded(page, 100)[0] is page
    short = open_book()
    short[: HIGH // 2] = shaded(short)[: HIGH // 2]
    assert unfolded(short, 100)[0] is short
    tiny = np.full((50, 60), 255, np.uint8)
    assert unfolded(tiny, 100)[0] is tiny


def askew(first, second):
    """Return an open book whose pages are turned by so many degrees."""
    halves = np.hsplit(open_book(), 2)
    return shaded(np.hstack([straighten(half, -turn) for half, turn in zip(halves, (first, second), strict=True)]))


@pytest.mark.parametrize("lies", [False, True])
def test_pages_that_are_askew_each_in_its_way_are_each_made_level(lies):
    page = askew(0.9, -0.8)
    level, back = unfolded(np.rot90(page).copy() if lies else page, 100)
    level = np.rot90(level, -1).copy() if lies else level
    assert level.shape == page.shape and back is not None
    assert all(abs(skew_of(half.max(axis=2))) < 0.2 for half in np.hsplit(level, 2))
    assert (level.reshape(-1, 3) == 255).all(1).any()  # what the turn laid bare is white, not coloured
    corner = back @ [0, 0, 1]
    assert np.hypot(*(corner[:2] / corner[2])) < 20
    assert "its two pages made level" in prepare(page, 100).steps


def test_pages_that_are_askew_alike_are_left_to_the_sheet():
    assert unfolded(askew(0.9, 0.8), 100)[1] is None
