"""PDF: page by page, the text layer or the image under it."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

import numpy as np
import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfplumber.utils.exceptions import PdfminerException

from extractors.engines import Image
from extractors.reading.arbitrating import Layer, choose, layer_of
from extractors.reading.blank import refuse_blank
from extractors.reading.languages import MODELS
from extractors.reading.options import ReadingOptions
from extractors.reading.paper import Hint, Sheet, read_sheet
from extractors.reading.working import spread
from models.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge
from models.page import Page, PageNote, Source


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return the pages of a PDF."""
    with opened(source.path) as pdf:
        if not pdf.pages:
            raise EmptyFile("a PDF without pages", where=source.path, advice="ask for the file again")
        if len(pdf.pages) > options.max_pages:
            raise TooLarge(f"{len(pdf.pages)} pages, more than {options.max_pages}", where=source.path)
        pages = tuple(spread(lambda work: work(), _works(pdf, source, options), options.jobs))
    refuse_blank(pages, source)
    return pages


def _works(pdf: Any, source: Source, options: ReadingOptions) -> Iterator[Callable[[], Page]]:
    """Yield what is left to do per page: parsing and rendering are done here, in one thread, reading outside."""
    drawn, hint = pypdfium2.PdfDocument(source.path), Hint()
    try:
        for number, page in enumerate(pdf.pages, 1):
            yield _work(page, drawn, number, hint, options)
            page.close()
    finally:
        drawn.close()


def _work(page: Any, drawn: Any, number: int, hint: Hint, options: ReadingOptions) -> Callable[[], Page]:
    started = time.monotonic()
    try:
        layer = layer_of(page)
        if not layer.wants_image:
            done = replace(layer.page, seconds=time.monotonic() - started)
            return lambda: done
        image, dpi = render(drawn, number, layer.dpi, options)
    except Exception as error:  # one poison page, whatever it raises in foreign code, fails alone
        note = PageNote("unread", f"the page could not be drawn or parsed: {error!r}")
        failed = Page(number, (), route="blank", reason=note.message, notes=(note,))
        return lambda: failed
    language = layer.verdict.language if layer.verdict.code == "sound" else None
    if options.languages is None and language in MODELS:
        options = replace(options, languages=MODELS[language])
    return lambda: _read(layer, Sheet(image, dpi, number, hint), options)


def _read(layer: Layer, sheet: Sheet, options: ReadingOptions) -> Page:
    return choose(layer, read_sheet(sheet, options))


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


@contextmanager
def opened(path: str) -> Iterator[Any]:
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
    with pdf:
        yield pdf
