"""Pictures of pages: what is embedded as it is, and pages drawn anew."""

import io
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import numpy as np
import pikepdf
from PIL import Image, ImageOps

from extractors.reading.files.images import learn_heic
from extractors.reading.identifying import identify

TURNS = {1: 0, 3: 180, 6: 90, 8: 270}
"""Clockwise degrees that an EXIF orientation asks for; mirrored ones are drawn anew."""
QUALITY = 88


def pixels_across(path: Path, number: int) -> float | None:
    """Return how many pixels wide a frame of an image file is, as a viewer shows it; None where it is none."""
    try:
        with _frame(path, number) as picture:
            turned = picture.getexif().get(0x0112, 1) >= 5
            return float(picture.height if turned else picture.width)
    except (OSError, EOFError, ValueError):
        return None


def add_picture(pdf: pikepdf.Pdf, path: Path, number: int, size: tuple[float, float]) -> pikepdf.Page:
    """Add a page that shows a frame of an image file; `size` is what a viewer shows, in points."""
    with _frame(path, number) as picture:
        turn = TURNS.get(picture.getexif().get(0x0112, 1))
        if picture.format in ("JPEG", "MPO") and picture.mode in ("L", "RGB") and turn is not None:
            content = path.read_bytes()
            stream = _stream(pdf, content, picture.size, grey=picture.mode == "L", packed=pikepdf.Name.DCTDecode)
        else:
            turn = 0
            stream = _drawn(pdf, ImageOps.exif_transpose(picture))
    width, height = size if turn in (0, 180) else size[::-1]
    page = _page(pdf, stream, width, height)
    page.obj.Rotate = turn
    return page


@contextmanager
def _frame(path: Path, number: int) -> Iterator[Image.Image]:
    source = identify(path)
    if source.media_type == "image/heic":
        learn_heic(source)
    with Image.open(path) as picture:
        if number > 1:
            picture.seek(number - 1)
        yield picture


def show_picture(pdf: pikepdf.Pdf, page: pikepdf.Page, image: np.ndarray, size: tuple[float, float]) -> None:
    """Have a page show a picture, grey or RGB, and nothing else; `size` is what a viewer shows, in points."""
    out = io.BytesIO()
    Image.fromarray(image).save(out, "JPEG", quality=QUALITY)
    height, width = image.shape[:2]
    stream = _stream(pdf, out.getvalue(), (width, height), grey=image.ndim == 2, packed=pikepdf.Name.DCTDecode)
    for key in ("/Annots", "/CropBox", "/Rotate", "/UserUnit", "/Group"):
        if key in page.obj:
            del page.obj[key]
    page.obj.Rotate = 0
    _fill(pdf, page, stream, *size)


def _drawn(pdf: pikepdf.Pdf, picture: Image.Image) -> pikepdf.Stream:
    """Return a picture packed without loss."""
    if picture.mode == "1":
        return _stream(pdf, zlib.compress(picture.tobytes(), 6), picture.size, grey=True, bits=1)
    if picture.mode in ("RGBA", "LA", "PA") or "transparency" in picture.info:
        clear = picture.convert("RGBA")
        picture = Image.alpha_composite(Image.new("RGBA", clear.size, "white"), clear).convert("RGB")
    if picture.mode.startswith(("I", "F")):
        values = np.asarray(picture, dtype=np.float64)
        picture = Image.fromarray((values / max(values.max(), 1.0) * 255).astype(np.uint8))
    if picture.mode != "L":
        picture = picture.convert("RGB")
    return _stream(pdf, zlib.compress(picture.tobytes(), 6), picture.size, grey=picture.mode == "L")


def _stream(
    pdf: pikepdf.Pdf,
    content: bytes,
    size: tuple[int, int],
    *,
    grey: bool,
    bits: int = 8,
    packed: pikepdf.Name = pikepdf.Name.FlateDecode,
) -> pikepdf.Stream:
    name = pikepdf.Name
    return pikepdf.Stream(
        pdf, content, Type=name.XObject, Subtype=name.Image, Width=size[0], Height=size[1], BitsPerComponent=bits,
        ColorSpace=name.DeviceGray if grey else name.DeviceRGB, Filter=packed,
    )  # fmt: skip


def _page(pdf: pikepdf.Pdf, stream: pikepdf.Stream, width: float, height: float) -> pikepdf.Page:
    page = pdf.add_blank_page(page_size=(width, height))
    _fill(pdf, page, stream, width, height)
    return page


def _fill(pdf: pikepdf.Pdf, page: pikepdf.Page, stream: pikepdf.Stream, width: float, height: float) -> None:
    page.obj.MediaBox = [0, 0, width, height]
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(Sheet=stream))
    page.obj.Contents = pdf.make_stream(f"q {width:.3f} 0 0 {height:.3f} 0 0 cm /Sheet Do Q\n".encode())
