"""write_pages: the files that are written page by page for one legible document."""

from pathlib import Path

from extractors.reading import ReadingOptions
from models.errors import UnsupportedKind
from pipeline.pages.alto import alto as as_alto
from pipeline.pages.hocr import hocr as as_hocr
from pipeline.pages.layout import LaidPage, lay_out
from pipeline.pages.pictures import pixels_across
from pipeline.pages.searchable import Written, write_searchable
from pipeline.steps import Legible

SCALE = 300 / 72
"""Pixels for a point where the file is no image: as if it were drawn at 300 dpi."""


def write_pages(
    legible: Legible, options: ReadingOptions, *, pdf: Path | None, hocr: Path | None, alto: Path | None
) -> Written | None:
    """Write what is asked for and return what became of the pages of the PDF; UnsupportedKind without places of words.

    hOCR and ALTO have a file per page, `<stem>-<number>.hocr` and `.xml`; their pixels are the image's own, or those of
    300 dpi.
    """
    laid = lay_out(legible.text, legible.pages)
    if not any(page.lines for page in laid):
        what = f"{legible.source.media_type} does not say where its words stand"
        raise UnsupportedKind(what, where=legible.source.path, advice="save it as PDF first")
    written = write_searchable(legible.source, laid, pdf, options) if pdf else None
    for page in laid:
        stem = f"{Path(legible.source.name).stem}-{page.page.number:04d}"
        scale = _scale(legible, page)
        for folder, suffix, form in ((hocr, "hocr", as_hocr), (alto, "xml", as_alto)):
            if folder is not None:
                folder.mkdir(parents=True, exist_ok=True)
                (folder / f"{stem}.{suffix}").write_bytes(form(page, legible.source.name, scale))
    return written


def _scale(legible: Legible, page: LaidPage) -> float:
    if not legible.source.media_type.startswith("image/") or not page.width:
        return SCALE
    across = pixels_across(Path(legible.source.path), page.page.number)
    return across / page.width if across else SCALE
