"""The picture of a page, for the eye: drawn from the original file, as long as it still is what was read."""

import io
from functools import lru_cache
from pathlib import Path

import pypdfium2
from PIL import Image, ImageOps

from pipeline.discovering import discover

_DPI = 110
_MAX_PIXELS = 60_000_000


def page_png(path: str, sha256: str, page: int) -> bytes | None:
    """Return a page, from 1, as PNG; None where the format has no pictures or the file is gone or has changed."""
    try:
        return _draw(path, sha256, page)
    except (OSError, EOFError, ValueError, pypdfium2.PdfiumError, Image.DecompressionBombError):
        return None


@lru_cache(maxsize=32)
def _draw(path: str, sha256: str, page: int) -> bytes:
    if next(discover([Path(path)])).sha256 != sha256:
        raise ValueError("the file is no longer what was read")
    if page < 1:
        raise ValueError("pages count from 1")
    image = _pdf_page(path, page) if _is_pdf(path) else _image_page(path, page)
    with io.BytesIO() as out:
        image.convert("L").save(out, "PNG")
        return out.getvalue()


def _is_pdf(path: str) -> bool:
    with open(path, "rb") as file:
        return b"%PDF-" in file.read(1024)


def _pdf_page(path: str, page: int) -> Image.Image:
    document = pypdfium2.PdfDocument(path)
    try:
        sheet = document[page - 1]
        scale = _DPI / 72
        width, height = sheet.get_size()
        if width * height * scale * scale > _MAX_PIXELS:
            scale = (_MAX_PIXELS / (width * height)) ** 0.5
        drawn: Image.Image = sheet.render(scale=scale).to_pil()
        return drawn
    finally:
        document.close()


def _image_page(path: str, page: int) -> Image.Image:
    with Image.open(path) as image:
        if image.width * image.height > _MAX_PIXELS:
            raise ValueError("too many pixels")
        image.seek(page - 1)
        copy = ImageOps.exif_transpose(image.copy())
    copy.thumbnail((1600, 2200))
    return copy
