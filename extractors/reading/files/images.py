"""PNG, JPEG, TIFF and the like: an image is a page, and so is every frame of a TIFF."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import cv2
import numpy as np
from PIL import Image as Pictures
from PIL import ImageOps, UnidentifiedImageError

from extractors.engines import Image
from extractors.reading.options import ReadingOptions
from extractors.reading.paper.scanned import Sheet, read_sheet
from extractors.reading.paper.sizes import A4_LONG
from extractors.reading.paper.upright import Hint
from extractors.reading.processes.asking import LOW, Ask, Given, Stage
from models.errors import DamagedFile, EmptyFile, EnvironmentLacks, TooLarge
from models.page import Source

LONGEST = 30_000
"""Pixels of the longest side: an A3 page at 1,800 dpi."""

SHORTEST = 8
"""Pixels of the shortest side that can hold a letter: smaller ones are dots and rules of web pages."""

PALE = 170
"""Mean brightness of what is drawn on a transparent ground, 0 to 255, from which it shows on black alone."""

Pictures.MAX_IMAGE_PIXELS = None  # the bound is ours, and is looked at before anything is decoded


def rest() -> None:
    """Nothing is kept open between two frames."""


def count(source: Source, options: ReadingOptions) -> int:
    """Return the number of pages: further frames of other kinds are previews, depths and animations."""
    with _picture(source) as picture:
        return int(getattr(picture, "n_frames", 1)) if picture.format == "TIFF" else 1


def page(ask: Ask, stage: Stage) -> Given:
    """Return what a frame shows."""
    stage("drawing")
    options = ask.options
    image, dpi = _frame(ask.source, ask.number, options)
    if ask.how == LOW:
        image, dpi = cv2.resize(image, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA), dpi // 2
    stage("reading")
    hint = Hint(ask.models)
    return Given(read_sheet(Sheet(image, dpi, ask.number, hint), options), hint.models)


def draw(source: Source, number: int, dpi: int, options: ReadingOptions) -> Image:
    """Return a frame as pixels, grey or RGB, as a viewer shows it."""
    image, own = _frame(source, number, options)
    factor = min(1.0, dpi / own)
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA) if factor < 1 else image


@contextmanager
def _picture(source: Source) -> Iterator[Any]:
    """Open an image; what is wrong with it becomes a typed error."""
    if source.media_type == "image/heic":
        learn_heic(source)
    advice = "ask for the file again"
    try:
        with Pictures.open(source.path) as picture:
            yield picture
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, EOFError) as error:
        raise DamagedFile(f"not a whole image: {error}", where=source.path, advice=advice) from error


def learn_heic(source: Source) -> None:
    """Have Pillow read HEIC and HEIF, where the library for it is there."""
    try:
        import pi_heif
    except ImportError as error:
        what = "HEIC needs a library that is not installed"
        raise EnvironmentLacks(what, where=source.path, advice="pip install pi-heif, or save it as JPEG") from error
    pi_heif.register_heif_opener()


def _frame(source: Source, number: int, options: ReadingOptions) -> tuple[Image, int]:
    with _picture(source) as picture:
        if number > 1:
            picture.seek(number - 1)
        width, height = picture.size
        if width * height > options.max_pixels * 4 or max(width, height) > LONGEST:
            what = f"page {number} has {width} x {height} pixels"
            raise TooLarge(what, where=source.path, advice="scan it at 300 dpi")
        if min(width, height) < SHORTEST:
            raise EmptyFile(f"page {number} has {width} x {height} pixels", where=source.path, advice="leave it out")
        dpi = resolution(picture.info.get("dpi"), width, height)
        if picture.format in ("JPEG", "MPO"):
            picture.draft(None, (int(width * options.dpi / dpi), int(height * options.dpi / dpi)))
        image = as_array(ImageOps.exif_transpose(picture))
    dpi = round(dpi * max(image.shape[:2]) / max(width, height))
    return shrunk(image, dpi, options)


def resolution(told: Any, width: int, height: int) -> int:
    """Return dots per inch: those told where they make a page of 3 to 24 inches, else those of an A4 page."""
    try:
        dpi = float(told[0]) if told else 0.0
    except (TypeError, ValueError, ZeroDivisionError):
        dpi = 0.0
    if dpi >= 60 and 3 <= max(width, height) / dpi <= 24 and dpi not in (72.0, 96.0):
        return round(dpi)
    return max(20, round(max(width, height) / A4_LONG))


def as_array(picture: Any) -> Image:
    """Return an image as grey or RGB bytes, transparency on white, or on black where the ink is pale."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        ground = Pictures.new("RGBA", picture.size, "black" if _is_pale(picture) else "white")
        picture = Pictures.alpha_composite(ground, picture).convert("RGB")
    elif picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, dtype=np.float64)
        return (values / max(values.max(), 1.0) * 255).astype(np.uint8)
    elif picture.mode != "L":
        picture = picture.convert("L" if picture.mode == "1" else "RGB")
    return np.array(picture)


def _is_pale(picture: Any) -> bool:
    """Return whether what a picture shows on a ground left transparent would be lost on white."""
    small = np.asarray(picture.resize((max(1, picture.width // 4), max(1, picture.height // 4))), np.float32)
    cover = small[..., 3]
    if cover.mean() > 128 or not cover.any():
        return False
    return bool((small[..., :3].mean(axis=2) * cover).sum() / cover.sum() > PALE)


def shrunk(image: Image, dpi: int, options: ReadingOptions) -> tuple[Image, int]:
    """Return an image at no more than the wanted resolution and the bound on pixels."""
    height, width = image.shape[:2]
    factor = min(1.0, options.dpi / dpi if dpi > 1.25 * options.dpi else 1.0)
    factor = min(factor, (options.max_pixels / (height * width)) ** 0.5)
    if factor >= 1.0:
        return image, dpi
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), round(dpi * factor)
