"""PDF: page by page, the text layer or the image under it."""

import time
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from extractors.engines import Image
from extractors.reading.arbitrating import Layer, choose, layer_of
from extractors.reading.asking import IMAGE, LAYER, LOW, Ask, Given, Stage
from extractors.reading.languages import MODELS
from extractors.reading.options import ReadingOptions
from extractors.reading.paper import Hint, Sheet, read_sheet
from models.errors import DamagedFile, EmptyFile, EncryptedFile
from models.page import Page, PageNote, Source


@dataclass(slots=True)
class _Opened:
    """The PDF that is open here: one at a time, kept from page to page."""

    source: Source
    parsed: Any
    drawn: Any = field(default=None)

    def close(self) -> None:
        self.parsed.close()
        if self.drawn is not None:
            self.drawn.close()


_open: list[_Opened] = []


def rest() -> None:
    """Close the PDF that is open here."""
    while _open:
        _open.pop().close()


def _opened(source: Source) -> _Opened:
    if not _open or _open[0].source != source:
        rest()
        _open.append(_Opened(source, parsed(source.path)))
    return _open[0]


def _drawn(source: Source) -> Any:
    opened = _opened(source)
    if opened.drawn is None:
        opened.drawn = pypdfium2.PdfDocument(source.path)
    return opened.drawn


def count(source: Source, options: ReadingOptions) -> int:
    """Return the number of pages; EmptyFile where there are none."""
    pages = len(_opened(source).parsed.pages)
    if not pages:
        raise EmptyFile("a PDF without pages", where=source.path, advice="ask for the file again")
    return pages


def page(ask: Ask, stage: Stage) -> Given:
    """Return a page as it is asked for."""
    started = time.monotonic()
    stage("parsing")
    parsed_page = _opened(ask.source).parsed.pages[ask.number - 1]
    try:
        layer = layer_of(parsed_page) if ask.how != IMAGE else None
        dpi = layer.dpi if layer else 300
    finally:
        parsed_page.close()
    if layer and ask.how == LAYER:
        return Given(replace(_alone(layer), seconds=time.monotonic() - started))
    if layer and not layer.wants_image:
        return Given(replace(layer.page, seconds=time.monotonic() - started))
    options = ask.options
    stage("drawing")
    image, dpi = render(_drawn(ask.source), ask.number, dpi // 2 if ask.how == LOW else dpi, options)
    stage("reading")
    if layer and options.languages is None and layer.verdict.code == "sound":
        options = replace(options, languages=MODELS.get(layer.verdict.language or ""))
    hint = Hint(ask.models)
    seen = read_sheet(Sheet(image, dpi, ask.number, hint), options)
    return Given(choose(layer, seen) if layer else seen, hint.models)


def _alone(layer: Layer) -> Page:
    """Return the text layer of a page whose image cannot be had."""
    note = PageNote("unread", "its image could not be read, and its text layer stands for it")
    route = "repaired_text_layer" if layer.verdict.code == "garbled" else layer.page.route
    if not layer.page.blocks:
        return replace(layer.page, route="blank")
    return replace(layer.page, route=route, reason=note.message, notes=(note,))


def draw(source: Source, number: int, dpi: int, options: ReadingOptions) -> Image:
    """Return a page as pixels, grey or RGB, as a viewer shows it."""
    return render(_drawn(source), number, dpi, options)[0]


def render(drawn: Any, number: int, dpi: int, options: ReadingOptions) -> tuple[Image, int]:
    """Return a page as pixels at the given resolution, lower where the bound on pixels asks for it."""
    page = drawn[number - 1]
    width, height = page.get_size()
    pixels = width * height * (dpi / 72) ** 2
    if pixels > options.max_pixels:
        dpi = max(1, int(dpi * (options.max_pixels / pixels) ** 0.5))
    bitmap = page.render(scale=dpi / 72, rev_byteorder=True)
    try:
        image = np.array(bitmap.to_numpy()[..., :3])
    finally:
        bitmap.close()
        page.close()
    grey = not np.any(image[..., 0] != image[..., 1]) and not np.any(image[..., 1] != image[..., 2])
    return (np.ascontiguousarray(image[..., 0]) if grey else image), dpi


def parsed(path: str) -> Any:
    """Open a PDF with pdfplumber; what is wrong with it becomes a typed error."""
    try:
        pdf = pdfplumber.open(path)
        len(pdf.pages)
    except PdfminerException as error:
        cause = error.args[0] if error.args else error
        if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
            raise EncryptedFile("a password is needed", where=path, advice="save it without a password") from error
        raise DamagedFile(f"not a whole PDF: {cause!r}", where=path, advice="ask for the file again") from error
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError, AssertionError) as error:
        raise DamagedFile(f"not a whole PDF: {error!r}", where=path, advice="ask for the file again") from error
    return pdf
