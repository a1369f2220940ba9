"""prepare: a page image to what the engine reads best; each step only where a measurement of the page asks for it."""

from dataclasses import dataclass

import cv2
import numpy as np

from extractors.engines import Image
from extractors.imaging.creases import without_creases
from extractors.imaging.fills import without_fills
from extractors.imaging.fold_shadows import unfolded
from extractors.imaging.greys import GREY_SEAL, lift_grey_inks
from extractors.imaging.inks import is_coloured, lift_inks
from extractors.imaging.lighting import (
    darken_faint,
    darken_palest,
    even_out,
    even_out_colours,
    is_uneven,
    whiten_borders,
)
from extractors.imaging.perspective import flattened
from extractors.imaging.placing import UNMOVED, in_points, matrix_of, moved
from extractors.imaging.rings import lift_black_seals
from extractors.imaging.softening import soften
from extractors.imaging.specks import without_holes, without_specks
from extractors.imaging.straightening import skew_of, straighten, turn_of
from extractors.imaging.zeros import without_dots_in_zeros
from models.page import Matrix, PageNote

LOWEST_DPI = 200
"""Below it pages are enlarged: plain Tesseract fell from 1.8 % errors to 61 % between 126 and 102 dpi."""
BLANK = 0.00025
"""Share of dark pixels, specks left out, up to which a page is blank: some ten letters of an A4 page."""
FAINT, PALEST = "faint print darkened", "the palest print darkened"
"""What the steps call these."""


@dataclass(frozen=True, slots=True)
class Prepared:
    """A page image made ready: grey, its resolution, what was undone, and what was seen.

    `lead` leads its points to those of the image it was made of; the boxes of `notes` are its own. `inked` is the same
    sheet in grey with its coloured inks, where those were lifted: rules of tables and ticks may be coloured. `folded`
    says that it showed the fold of an open book.
    """

    image: Image
    dpi: int
    skew: float
    blank: bool
    steps: tuple[str, ...]
    notes: tuple[PageNote, ...]
    lead: Matrix = UNMOVED
    inked: Image | None = None
    folded: bool = False


def prepare(image: Image, dpi: int, target: int = 300, *, palest: bool = False) -> Prepared:
    """Return the image without coloured inks, level, evenly lit, and not below 200 dpi.

    `palest` makes the palest print dark where the page seems blank without it.
    """
    steps: list[str] = []
    image, lead, folded = _flat(image, dpi, steps)
    grey, inked, notes = _in_grey(without_holes(image, dpi), dpi, steps)
    grey = _darkened(grey, steps, palest=palest)
    inked = whiten_borders(inked) if inked is not None else None
    if is_blank(grey):
        return Prepared(grey, dpi, 0.0, True, tuple(steps), notes, matrix_of(lead))
    skew = skew_of(grey)
    if skew:
        back = np.linalg.inv(in_points(turn_of(grey, skew), dpi))
        lead, notes = lead @ back, moved(notes, back)
        grey = straighten(grey, skew)
        inked = straighten(inked, skew) if inked is not None else None
        steps.append(f"skew of {skew:.1f} degrees undone")
    grey, notes = _without_black_inks(grey, dpi, notes, steps, pens_too=FAINT not in steps)
    grey = without_specks(without_dots_in_zeros(grey, dpi), dpi)
    if dpi < LOWEST_DPI:
        grey = cv2.resize(grey, None, fx=target / dpi, fy=target / dpi, interpolation=cv2.INTER_CUBIC)
        inked = cv2.resize(inked, (grey.shape[1], grey.shape[0])) if inked is not None else None
        steps.append(f"enlarged from {dpi} dpi")
        dpi = target
    ready = np.ascontiguousarray(soften(grey, dpi))
    return Prepared(ready, dpi, skew, False, tuple(steps), notes, matrix_of(lead), inked, folded)


def _flat(image: Image, dpi: int, steps: list[str]) -> tuple[Image, Image, bool]:
    """Return a photographed sheet or book as it lies flat, the matrix that leads back to the photo in points, and
    whether it is a book that shows its fold. `steps` gets what was done."""
    lead = np.eye(3)
    image, unflat = flattened(image)
    if unflat is not None:
        lead = in_points(unflat, dpi)
        steps.append("perspective undone")
    lying = image
    image, unlevel = unfolded(lying, dpi)
    if image is not lying:
        steps.append("shadow of the fold evened out")
    if unlevel is not None:
        lead = lead @ in_points(unlevel, dpi)
        steps.append("its two pages made level")
    return image, lead, image is not lying


def _darkened(grey: Image, steps: list[str], *, palest: bool) -> Image:
    """Return an image with its faint print dark and its dark borders white; `steps` gets what was done."""
    for change, what in ((darken_faint, FAINT), (whiten_borders, "dark borders whitened"), (darken_palest, PALEST)):
        if what is not PALEST or palest and is_blank(grey):
            changed = change(grey)
            steps += [what] * (changed is not grey)
            grey = changed
    return grey


def _without_black_inks(
    grey: Image, dpi: int, notes: tuple[PageNote, ...], steps: list[str], *, pens_too: bool
) -> tuple[Image, tuple[PageNote, ...]]:
    """Return a level page without seals and pens' strokes that no colour tells from print, with notes of them."""
    if not notes:  # rules of tables lie level now
        grey, notes = lift_grey_inks(grey, dpi, pens_too=pens_too)
        steps += ["grey ink looked for by brightness"] * bool(notes)
    if not any(note.kind == "seal" and GREY_SEAL in note.message for note in notes):
        grey, seals = lift_black_seals(grey, dpi)  # beside a red one too: a copy that was certified
        notes += seals
        steps += ["circles of black seals taken off"] * bool(seals)
    return grey, notes


def _in_grey(image: Image, dpi: int, steps: list[str]) -> tuple[Image, Image | None, tuple[PageNote, ...]]:
    """Return an image evenly lit in grey without its shades and coloured inks, with its inks where it has some, notes.

    `steps` gets what was done.
    """
    whole = without_creases(image, dpi)
    if whole is not image:
        steps.append("creases evened out")
    even = even_out_colours(whole, dpi) if is_coloured(whole) else whole
    plain = without_fills(even, dpi)
    if plain is not even:
        steps.append("shaded cells whitened")
    grey, notes = lift_inks(plain, dpi)
    inked = cv2.cvtColor(plain, cv2.COLOR_RGB2GRAY) if notes and plain.ndim > 2 else None
    if notes:
        steps.append("coloured ink lifted")
    if float(np.median(grey[::8, ::8])) < 100:
        grey, inked = 255 - grey, None
        steps.append("turned from negative")
    if even is not whole or is_uneven(grey):
        grey = even_out(grey, dpi)
        steps.append("light evened")
    return grey, inked, notes


def is_blank(grey: Image) -> bool:
    """Return whether a page holds nothing but specks, its margins left out."""
    height, width = grey.shape
    inner = grey[height // 40 : height - height // 40, width // 40 : width - width // 40]
    dark = (cv2.medianBlur(np.ascontiguousarray(inner), 3) < 128).astype(np.uint8)
    return bool(dark.mean() <= BLANK)
