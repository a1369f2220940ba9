"""PNG, JPEG, TIFF and the like: every frame is a page."""

from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import cv2
import numpy as np
from PIL import Image as Pictures
from PIL import ImageOps, UnidentifiedImageError

from extractors.engines import Image
from extractors.reading.blank import refuse_blank
from extractors.reading.options import ReadingOptions
from extractors.reading.paper import Hint, Sheet, read_sheet
from extractors.reading.working import spread
from models.errors import DamagedFile, TooLarge, UnsupportedKind
from models.page import Page, Source

A4_LONG = 11.69
"""Inches: an image that does not tell its resolution, or tells a wrong one, is taken for an A4 page."""

LONGEST = 30_000
"""Pixels of the longest side: an A3 page at 1,800 dpi."""

Pictures.MAX_IMAGE_PIXELS = None  # the bound is ours, and is looked at before anything is decoded


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return a page per frame."""
    pages = tuple(spread(lambda sheet: read_sheet(sheet, options), _sheets(source, options), options.jobs))
    refuse_blank(pages, source)
    return pages


def _sheets(source: Source, options: ReadingOptions) -> Iterator[Sheet]:
    hint = Hint()
    try:
        with Pictures.open(source.path) as picture:
            frames = getattr(picture, "n_frames", 1)
            if frames > options.max_pages:
                raise TooLarge(f"{frames} pages, more than {options.max_pages}", where=source.path)
            for number in range(frames):
                picture.seek(number)
                yield replace(_sheet(picture, number + 1, source, options), hint=hint)
    except UnidentifiedImageError as error:
        if source.media_type == "image/heic":
            raise UnsupportedKind("HEIC is not read here", where=source.path, advice="save it as JPEG") from error
        raise DamagedFile(f"not a whole image: {error}", where=source.path, advice="ask for the file again") from error
    except (OSError, SyntaxError, ValueError, EOFError) as error:
        raise DamagedFile(f"not a whole image: {error}", where=source.path, advice="ask for the file again") from error


def _sheet(picture: Any, number: int, source: Source, options: ReadingOptions) -> Sheet:
    width, height = picture.size
    if width * height > options.max_pixels * 4 or max(width, height) > LONGEST:
        raise TooLarge(f"page {number} has {width} x {height} pixels", where=source.path, advice="scan it at 300 dpi")
    dpi = resolution(picture.info.get("dpi"), width, height)
    if picture.format == "JPEG":
        picture.draft(None, (int(width * options.dpi / dpi), int(height * options.dpi / dpi)))
    image = as_array(ImageOps.exif_transpose(picture))
    dpi = round(dpi * max(image.shape[:2]) / max(width, height))
    return Sheet(*shrunk(image, dpi, options), number)


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
    """Return an image as grey or RGB bytes, transparency on white."""
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        picture = picture.convert("RGBA")
        white = Pictures.new("RGBA", picture.size, "white")
        picture = Pictures.alpha_composite(white, picture).convert("RGB")
    elif picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, dtype=np.float64)
        return (values / max(values.max(), 1.0) * 255).astype(np.uint8)
    elif picture.mode != "L":
        picture = picture.convert("L" if picture.mode == "1" else "RGB")
    return np.array(picture)


def shrunk(image: Image, dpi: int, options: ReadingOptions) -> tuple[Image, int]:
    """Return an image at no more than the wanted resolution and the bound on pixels."""
    height, width = image.shape[:2]
    factor = min(1.0, options.dpi / dpi if dpi > 1.25 * options.dpi else 1.0)
    factor = min(factor, (options.max_pixels / (height * width)) ** 0.5)
    if factor >= 1.0:
        return image, dpi
    return cv2.resize(image, None, fx=factor, fy=factor, interpolation=cv2.INTER_AREA), round(dpi * factor)
