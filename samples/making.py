"""The kinds of file that a sheet is made into: born digital, scanned, photographed, with a garbled text layer."""

import io
import tempfile
import zlib
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pdfplumber
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from samples import paper
from samples.encoding import legacy
from samples.fonts import face
from samples.garbling import garble
from samples.printing import write_pdf
from samples.sheets import Sheet
from samples.writing import write_docx, write_text


@dataclass(frozen=True, slots=True)
class Maker:
    """How a file is made: what is added to the stem, the file's ending, what the manifest says, and the function."""

    suffix: str
    ending: str
    note: str
    make: Callable[[Sheet, Path], None]


def _random(sheet: Sheet) -> np.random.Generator:
    return np.random.default_rng(zlib.crc32(sheet.stem.encode()))


def _pages(sheet: Sheet, dpi: int) -> list[paper.Image]:
    with tempfile.TemporaryDirectory() as folder:
        write_pdf(sheet, Path(folder) / "clean.pdf")
        return paper.render(Path(folder) / "clean.pdf", dpi)


def _worn(sheet: Sheet, image: paper.Image, number: int, random: np.random.Generator) -> paper.Image:
    """Return a page as scanned: sealed and signed where the sheet says so, a little turned, grainy."""
    for mark in sheet.settings.get("seals", []):
        if mark["page"] == number:
            x, y = mark["at"]
            image = paper.seal(image, random, centre=(x, y), radius=0.092)
            image = paper.signature(image, random, centre=(x + 0.1, y + 0.005))
    return paper.noise(paper.skew(image, float(random.uniform(-0.7, 0.7))), random, 4)


def make_scan(sheet: Sheet, path: Path) -> None:
    """Write an image-only PDF of 200 dpi."""
    random = _random(sheet)
    pages = [_worn(sheet, page, number, random) for number, page in enumerate(_pages(sheet, 200), 1)]
    write_images(pages, path, 200, quality=38)


def make_photo(sheet: Sheet, path: Path) -> None:
    """Write the first page as a phone photo."""
    random = _random(sheet)
    page = _worn(sheet, _pages(sheet, 210)[0], 1, random)
    page = paper.blur(paper.shadow(paper.perspective(page, random, 0.05), random, 0.4), 0.6)
    path.write_bytes(paper.as_jpeg(page, 45))


def make_garbled_text(sheet: Sheet, path: Path) -> None:
    """Write the text with its Vietnamese marks misread, as a bad text layer copied out."""
    write_text(sheet, path)
    path.write_text(garble(path.read_text("utf-8"), zlib.crc32(sheet.stem.encode())), "utf-8")


def make_legacy_text(sheet: Sheet, path: Path) -> None:
    """Write the text as the bytes of TCVN3 show in Latin-1, as old word processors left it."""
    write_text(sheet, path)
    path.write_text(legacy(path.read_text("utf-8"), "tcvn3"), "utf-8")


def make_garbled_layer(sheet: Sheet, path: Path) -> None:
    """Write a scan (grey, 150 dpi) with an invisible garbled text layer."""
    random = _random(sheet)
    grey = [cv2.cvtColor(page, cv2.COLOR_BGR2GRAY) for page in _pages(sheet, 150)]
    with tempfile.TemporaryDirectory() as folder:
        write_pdf(sheet, Path(folder) / "clean.pdf")
        layers = [words_of(page) for page in pdfplumber.open(Path(folder) / "clean.pdf").pages]
    seed = zlib.crc32(sheet.stem.encode())
    garbled = [[(garble(text, seed), *box) for text, *box in layer] for layer in layers]
    write_images([paper.noise(cv2.cvtColor(page, cv2.COLOR_GRAY2BGR), random, 3) for page in grey], path, 150,
                 quality=35, layers=garbled, grey=True)  # fmt: skip


Layer = list[tuple[str, float, float, float, float]]


def words_of(page: Any) -> Layer:
    """Return the words of a page with their boxes in points (x0, top, x1, bottom)."""
    return [(w["text"], w["x0"], w["top"], w["x1"], w["bottom"]) for w in page.extract_words()]


def write_images(
    images: list[paper.Image],
    path: Path,
    dpi: int,
    *,
    quality: int = 45,
    layers: list[Layer] | None = None,
    grey: bool = False,
    shown: bool = False,
) -> None:
    """Write one image per page, with the words of `layers` invisible over it; `shown` draws the words alone."""
    canvas = Canvas(str(path), invariant=1, pageCompression=1)
    for number, image in enumerate(images):
        high, wide = image.shape[0] * 72 / dpi, image.shape[1] * 72 / dpi
        canvas.setPageSize((wide, high))
        if not shown:
            data = paper.as_jpeg(image[:, :, 1] if grey else image, quality)
            canvas.drawImage(ImageReader(io.BytesIO(data)), 0, 0, wide, high)
        for text, x0, top, x1, bottom in layers[number] if layers else ():
            _word(canvas, text, (x0, high - bottom, x1 - x0, bottom - top), 0 if shown else 3)
        canvas.showPage()
    canvas.save()


def _word(canvas: Canvas, text: str, box: tuple[float, float, float, float], mode: int) -> None:
    """Write a word as wide as its box (x, y from below, width, height); mode 3 is not drawn, 0 is."""
    x, y, width, height = box
    line = canvas.beginText(x, y + height * 0.22)
    line.setTextRenderMode(mode)
    name = face("Liberation Serif")
    line.setFont(name, height * 0.9)
    natural = canvas.stringWidth(text, name, height * 0.9)
    if natural:
        line.setHorizScale(100 * width / natural)
    line.textOut(text)
    canvas.drawText(line)


MAKERS = {
    "pdf": Maker("", ".pdf", "born digital, text layer", write_pdf),
    "txt": Maker("", ".txt", "plain text", write_text),
    "text_copy": Maker("_text", ".txt", "plain text of a document that is there as PDF too", write_text),
    "docx": Maker("", ".docx", "born digital, tables", write_docx),
    "scan": Maker("_scan", ".pdf", "image only, 200 dpi, red seal, signature, slight skew and grain", make_scan),
    "photo": Maker("_photo", ".jpg", "phone photo: perspective, shadow, JPEG", make_photo),
    "garbled_text": Maker("_garbled", ".txt", "text layer whose Vietnamese marks were misread", make_garbled_text),
    "legacy_text": Maker("_tcvn3", ".txt", "text in the old encoding TCVN3, read as Latin-1", make_legacy_text),
    "garbled_layer": Maker("_layered", ".pdf", "grey scan under an invisible garbled text layer", make_garbled_layer),
}
