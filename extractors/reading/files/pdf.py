"""PDF: page by page, the text layer or the image under it."""

import time
from dataclasses import dataclass, field, replace
from typing import Any

import numpy as np
import pdfplumber
import pypdfium2
from pdfminer.pdfdocument import PDFEncryptionError, PDFPasswordIncorrect
from pdfminer.pdfpage import PDFPage
from pdfplumber.utils.exceptions import PdfminerException

from extractors.engines import Image
from extractors.reading.arbitrating import Layer, choose, layer_of
from extractors.reading.files.annotations import flattened
from extractors.reading.layers import figureless
from extractors.reading.layers.pictured import COARSE, shows_print, with_pictured
from extractors.reading.layers.printed import PrintedPage
from extractors.reading.layers.second_figures import with_second_figures
from extractors.reading.layers.sideways import held_upright, laid_back, lying
from extractors.reading.layers.told_figures import with_told_figures
from extractors.reading.layers.under_layer import with_ruled
from extractors.reading.options import ReadingOptions
from extractors.reading.paper.languages import MODELS
from extractors.reading.paper.scanned import Sheet, read_sheet, size_of
from extractors.reading.paper.sizes import laid_on, taken_for
from extractors.reading.paper.upright import Hint
from extractors.reading.processes.asking import IMAGE, LAYER, LOW, Ask, Given, Stage
from models.errors import DamagedFile, EmptyFile, EncryptedFile
from models.page import Page, PageNote, Source


@dataclass(slots=True)
class _Opened:
    """The PDF that is open here: one at a time, kept from page to page. `sheets` are its pages as pdfminer has them."""

    source: Source
    parsed: Any
    sheets: list[Any]
    drawn: Any = field(default=None)

    def page(self, number: int) -> Any:
        """Return a page to be parsed: made when it is wanted, for one that cannot be made must not cost the others."""
        if self.sheets[number - 1] is None:
            raise ValueError("its entry in the tree of pages cannot be parsed")
        return PrintedPage(self.parsed, self.sheets[number - 1], number)

    def close(self) -> None:
        """Close the file."""
        if self.parsed is not None:
            self.parsed.stream.close()  # its own `close` makes all pages first
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
        _open.append(_with_annotations(_Opened(source, *parsed(source.path))))
    return _open[0]


def _with_annotations(opened: _Opened) -> _Opened:
    """Return a PDF with its annotations as parts of its pages; as it is where it has none."""
    whole = flattened(opened.source.path, opened.sheets)
    if whole is None:
        return opened
    try:
        pdf = pdfplumber.open(whole)
        laid = _Opened(opened.source, pdf, list(PDFPage.create_pages(pdf.doc)), pypdfium2.PdfDocument(whole.getvalue()))
    except Exception:  # what pdfminer, pdfplumber and PDFium raise on what was written anew
        return opened
    if len(laid.sheets) != len(opened.sheets):
        laid.close()
        return opened
    opened.close()
    return laid


def _drawn(source: Source) -> Any:
    opened = _opened(source)
    if opened.drawn is None:
        opened.drawn = pypdfium2.PdfDocument(source.path)
    return opened.drawn


def count(source: Source, options: ReadingOptions) -> int:
    """Return the number of pages; EmptyFile where there are none."""
    pages = len(_opened(source).sheets)
    if not pages:
        raise EmptyFile("a PDF without pages", where=source.path, advice="ask for the file again")
    return pages


def page(ask: Ask, stage: Stage) -> Given:
    """Return a page as it is asked for."""
    started = time.monotonic()
    stage("parsing")
    layer = _layer(ask) if ask.how != IMAGE else None
    dpi = layer.dpi if layer else 300
    if layer and ask.how == LAYER:
        return Given(replace(_alone(layer), seconds=time.monotonic() - started))
    if layer and layer.doubt:
        layer = _proved(layer, layer.doubt, ask)
    if layer and not layer.wants_image and not layer.pictured:
        return Given(replace(layer.page, seconds=time.monotonic() - started))
    options = ask.options
    stage("drawing")
    if layer and not layer.wants_image and not _shows_more(layer, ask):
        return Given(replace(layer.page, seconds=time.monotonic() - started))
    image, dpi = render(_drawn(ask.source), ask.number, dpi // 2 if ask.how == LOW else dpi, options)
    stage("reading")
    if layer and options.languages is None and layer.verdict.code == "sound":
        options = replace(options, languages=MODELS.get(layer.verdict.language or ""))
    hint = Hint(ask.models)
    seen = _seen(image, dpi, ask, hint, options, sized=layer is None or bool(layer.page.blocks))
    if layer is None:
        return Given(seen, hint.models)
    chosen = choose(layer, seen)
    if chosen.route == "ocr" and layer.page.blocks:
        chosen = with_told_figures(with_second_figures(chosen, layer.page), layer.page)
    if layer.scanned and chosen.route != "ocr":
        chosen = with_ruled(chosen, seen, image, dpi)
    return Given(
        with_pictured(chosen, seen, scan=layer.scanned) if chosen.route == "text_layer" else chosen, hint.models
    )


def _seen(image: Image, dpi: int, ask: Ask, hint: Hint, options: ReadingOptions, *, sized: bool) -> Page:
    """Return what a page shows, as one of A4 where nothing but the picture is `sized` by a page that is no paper."""
    sheet = size_of(image, dpi)
    of_paper = dpi if sized else taken_for(sheet, dpi)
    seen = read_sheet(Sheet(image, of_paper, ask.number, hint), options)
    return seen if of_paper == dpi else laid_on(seen, sheet)


def _layer(ask: Ask) -> Layer:
    parsed_page = _opened(ask.source).page(ask.number)
    turn = lying(parsed_page)
    if turn:
        parsed_page = held_upright(parsed_page, turn)
    try:
        layer = layer_of(parsed_page)
        return replace(layer, page=laid_back(layer.page, turn)) if turn else layer
    finally:
        parsed_page.close()


def _shows_more(layer: Layer, ask: Ask) -> bool:
    """Return whether a page shows print that its text layer has not, looked for at a low resolution."""
    return shows_print(layer.page, *render(_drawn(ask.source), ask.number, COARSE, ask.options))


def _proved(layer: Layer, doubt: figureless.Doubt, ask: Ask) -> Layer:
    """Return a doubted layer as one whose image is wanted where the page shows figures that it has not."""
    try:
        drawn = render(_drawn(ask.source), ask.number, figureless.COARSE, ask.options)
    except pypdfium2.PdfiumError:  # its layer can be had all the same
        return layer
    lost = figureless.shows_figures(layer.page, doubt, *drawn)
    return replace(layer, wants_image=True, figureless=True) if lost else layer


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


def parsed(path: str) -> tuple[Any, list[Any]]:
    """Open a PDF with pdfplumber and list its pages; what is wrong with it becomes a typed error.

    Pages that pdfminer cannot parse and PDFium can draw are listed as None.
    """
    pdf: Any = None
    sheets: list[Any] = []
    try:
        pdf = pdfplumber.open(path)
        for sheet in PDFPage.create_pages(pdf.doc):
            sheets.append(sheet)
        return pdf, sheets
    except (PdfminerException, PDFPasswordIncorrect, PDFEncryptionError) as error:
        cause = error.args[0] if isinstance(error, PdfminerException) and error.args else error
        if isinstance(cause, PDFPasswordIncorrect | PDFEncryptionError):
            raise EncryptedFile("a password is needed", where=path, advice="save it without a password") from error
        return pdf, sheets + [None] * _drawable(path, len(sheets), cause)
    except (ValueError, TypeError, KeyError, AttributeError, RecursionError, OSError, AssertionError) as error:
        return pdf, sheets + [None] * _drawable(path, len(sheets), error)


def _drawable(path: str, parsed_pages: int, cause: object) -> int:
    """Return how many pages PDFium can draw beyond those parsed; DamagedFile where that and those are none."""
    try:
        drawn = pypdfium2.PdfDocument(path)
        pages = len(drawn)
        drawn.close()
    except pypdfium2.PdfiumError:
        pages = 0
    if not pages and not parsed_pages:
        what = f"not a whole PDF: {cause or type(cause).__name__}"
        raise DamagedFile(what, where=path, advice="ask for the file again")
    return max(0, pages - parsed_pages)
