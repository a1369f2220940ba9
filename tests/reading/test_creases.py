"""Creases of folded sheets are evened out; rules, print and sheets without them stay as they are."""

import cv2
import numpy as np

from extractors.imaging.creases import without_creases

DPI = 100


def sheet():
    image = np.full((1100, 800), 240, np.uint8)
    for n in range(30):
        cv2.putText(image, "Read by all who are asked to", (90, 80 + 32 * n), cv2.FONT_HERSHEY_SIMPLEX, 0.7, 20, 1)
    image[500:503, 90:710] = 20
    image[530:533, 90:710] = 150
    return image


def folded(image, *, slant=3, wide=12):
    out = image.astype(np.float32)
    for x in range(out.shape[1]):
        y = 360 + slant * x // out.shape[1]
        out[y : y + 3, x] *= 0.7
        out[y + 3 : y + 3 + wide, x] *= np.linspace(0.85, 1, wide)
    return out.astype(np.uint8)


def test_creases_either_way_are_evened_out_and_print_in_them_stays():
    for way in (lambda a: a, lambda a: np.ascontiguousarray(a.swapaxes(0, 1))):
        plain, seen = way(sheet()), way(folded(sheet()))
        even = without_creases(seen, DPI)
        assert ((even < 128) == (plain < 128)).mean() > 0.999
        assert (
            np.abs(even.astype(int) - plain)[plain > 200].mean()
            < np.abs(seen.astype(int) - plain)[plain > 200].mean() / 4
        )


def test_colours_are_kept_and_a_sheet_without_creases_is_the_same_object():
    image = np.stack([folded(sheet())] * 3, axis=-1)
    assert without_creases(image, DPI).shape == image.shape
    plain = sheet()
    plain[-6:] = 190  # the rim
    assert without_creases(plain, DPI) is plain


def test_a_wide_shadow_is_no_crease():
    shaded = folded(sheet(), wide=40)
    assert without_creases(shaded, DPI) is shaded
