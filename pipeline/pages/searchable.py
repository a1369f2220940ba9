"""A searchable PDF: the pages as they are, the repaired text over them to be found and copied.

Text that a page had is taken off where that changes nothing to be seen: a layer under a scan, or an invisible one.
Where it is what is seen, a sound page stays wholly as it is, and a garbled one is shown as a picture of itself.
"""

import tempfile
from dataclasses import dataclass, field
from pathlib import Path

import numpy as np
import pikepdf

from extractors.reading import ReadingOptions
from extractors.reading.identifying import identify
from extractors.reading.processes.apart import draw
from models.errors import DamagedFile, UnsupportedKind
from models.page import Source
from pipeline.pages.glyphless import Glyphless
from pipeline.pages.layout import LaidPage
from pipeline.pages.pictures import add_picture, show_picture
from pipeline.pages.textlayer import lay_text, strip_text

LOOKED_AT = 50
"""Dots per inch at which two pages are compared."""
ALIKE = 0.0005
"""Share of their pixels that may differ by more than a quarter of the scale."""
DRAWN_AT = 300


@dataclass(slots=True)
class Written:
    """What became of the pages: their numbers by what was done."""

    laid: list[int] = field(default_factory=list)
    kept: list[int] = field(default_factory=list)
    drawn: list[int] = field(default_factory=list)
    empty: list[int] = field(default_factory=list)


def write_searchable(source: Source, laid: tuple[LaidPage, ...], out: Path, options: ReadingOptions) -> Written:
    """Write a PDF of a PDF or an image file with its repaired text; UnsupportedKind for other kinds."""
    if source.media_type == "application/pdf":
        try:
            pdf = pikepdf.open(source.path)
        except pikepdf.PdfError as error:
            raise DamagedFile(f"not a whole PDF: {error}", where=source.path, advice="ask for it again") from error
    elif source.media_type.startswith("image/"):
        pdf = pikepdf.new()
        for page in laid:
            add_picture(pdf, Path(source.path), page.page.number, (page.width, page.height))
    else:
        what = f"{source.media_type} has no pictures of pages to lay text over"
        raise UnsupportedKind(what, where=source.path, advice="save it as PDF first")
    with pdf:
        written = _lay_all(pdf, source, laid, options)
        out.parent.mkdir(parents=True, exist_ok=True)
        pdf.save(out, compress_streams=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return written


def _lay_all(pdf: pikepdf.Pdf, source: Source, laid: tuple[LaidPage, ...], options: ReadingOptions) -> Written:
    font, written = Glyphless(pdf), Written()
    pages = {page.page.number: page for page in laid}
    seen_through = _stripped(pdf, source, laid, options) if source.media_type == "application/pdf" else {}
    for number, page in enumerate(pdf.pages, 1):
        words = pages.get(number)
        if words is None or not words.lines:
            written.empty.append(number)
            continue
        if not seen_through.get(number, True):
            image = None
            if words.page.route != "text_layer":
                image = draw(source, number, DRAWN_AT, options)
            if image is None:
                written.kept.append(number)
                continue
            show_picture(pdf, page, image, (words.width, words.height))
            written.drawn.append(number)
        else:
            written.laid.append(number)
        lay_text(page, words, font)
    font.finish()
    return written


def _stripped(pdf: pikepdf.Pdf, source: Source, laid: tuple[LaidPage, ...], options: ReadingOptions) -> dict[int, bool]:
    """Take the text off the pages; return for each that had some whether it looks the same, or had it put back."""
    before = {}
    for page in laid:
        sheet = pdf.pages[page.page.number - 1]
        contents, resources = sheet.obj.get("/Contents"), sheet.obj.get("/Resources")
        if page.lines and strip_text(pdf, sheet):
            before[page.page.number] = (contents, resources)
    if not before:
        return {}
    with tempfile.TemporaryDirectory(prefix="sohoa-pages-") as folder:
        bare = Path(folder) / "bare.pdf"
        pdf.save(bare)
        stripped = identify(bare)
        same = {number: look_alike(source, stripped, number, options) for number in before}
    for number, (contents, resources) in before.items():
        if not same[number]:
            sheet = pdf.pages[number - 1]
            sheet.obj.Contents = contents
            if resources is not None:
                sheet.obj.Resources = resources
    return same


def look_alike(one: Source, two: Source, number: int, options: ReadingOptions) -> bool:
    """Return whether a page looks the same in two files."""
    first, second = (draw(source, number, LOOKED_AT, options) for source in (one, two))
    if first is None or second is None or first.shape[:2] != second.shape[:2]:
        return False
    grey = [image if image.ndim == 2 else image.mean(2) for image in (first, second)]
    return bool(np.mean(np.abs(grey[0].astype(np.int16) - grey[1].astype(np.int16)) > 64) <= ALIKE)
