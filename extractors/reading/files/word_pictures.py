"""Pictures in a DOCX that may be of print: scans of whole pages pasted in, and tables and passages as pictures.

A picture that fills the better part of a page is a page of its own, read as any scan is. A smaller one stands where it
stood, where enough sure print was read in it; seals, logos and photos are left out.
"""

import re
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from docx.oxml.ns import qn

import extractors.reading as reading
from extractors.reading.layers.pictured import told_in
from extractors.reading.options import ReadingOptions
from models.errors import DocumentError
from models.page import Block, Cell, Grid, Line, Page, PageNote, Source, Word

POINTS = 72 / 914_400
"""Points in one of the units in which Word gives sizes."""
TEXT_AREA = (451.0, 698.0)
"""Width and height in points of the text area of A4, where a document does not say what its own is."""
SHEET = (0.6, 0.45)
"""Share of the width and height of the text area from which a picture is a page of its own."""
PART = (0.35, 0.06)
"""The same from which a picture is looked at for print."""
_OLD = "urn:schemas-microsoft-com:vml"
_FALLBACK = "{http://schemas.openxmlformats.org/markup-compatibility/2006}Fallback"
_SIDE = re.compile(r"(?<![-\w])(width|height):([\d.]+)(pt|in|cm|mm|px)?")
_UNITS = {"pt": 1.0, "in": 72.0, "cm": 72 / 2.54, "mm": 72 / 25.4, "px": 0.75, None: 0.75}


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture that may be of print: its bytes, how the file names it, and whether it fills a page."""

    content: bytes
    name: str
    is_sheet: bool


def text_area(document: Any) -> tuple[float, float]:
    """Return the width and height in points of the area for text of a document's first section."""
    for section in document.sections:
        wide, high = section.page_width, section.page_height
        if wide and high:
            across = wide - (section.left_margin or 0) - (section.right_margin or 0)
            down = high - (section.top_margin or 0) - (section.bottom_margin or 0)
            if across > 0 and down > 0:
                return across * POINTS, down * POINTS
    return TEXT_AREA


def pictures_in(paragraph: Any, part: Any, area: tuple[float, float]) -> Iterator[Picture]:
    """Yield the pictures of a paragraph that may be of print, in order; none that lies behind the text."""
    for drawing in _own(paragraph, qn("w:drawing")):
        size = next(drawing.iter(qn("wp:extent")), None)
        anchor = drawing.find(qn("wp:anchor"))
        if size is None or (anchor is not None and anchor.get("behindDoc") in ("1", "true")):
            continue
        shown = int(size.get("cx")) * POINTS, int(size.get("cy")) * POINTS
        for blip in drawing.iter(qn("a:blip")):
            yield from _picture(part, blip.get(qn("r:embed")), shown, area)
    for shape in _own(paragraph, f"{{{_OLD}}}shape"):
        sides = {
            side: float(figure) * _UNITS[unit or None] for side, figure, unit in _SIDE.findall(shape.get("style", ""))
        }
        for data in shape.iterfind(f"{{{_OLD}}}imagedata"):
            yield from _picture(part, data.get(qn("r:id")), (sides.get("width", 0), sides.get("height", 0)), area)


def _own(paragraph: Any, tag: str) -> Iterator[Any]:
    """Yield the elements of a paragraph that are in no paragraph within it, each once though Word keeps two forms."""
    for element in paragraph.iter(tag):
        if next(element.iterancestors(qn("w:p"))) is paragraph and next(element.iterancestors(_FALLBACK), None) is None:
            yield element


def _picture(part: Any, key: str | None, shown: tuple[float, float], area: tuple[float, float]) -> Iterator[Picture]:
    found = part.related_parts.get(key) if key else None
    shares = shown[0] / area[0], shown[1] / area[1]
    if found is not None and all(s >= least for s, least in zip(shares, PART, strict=True)):
        is_sheet = all(s >= least for s, least in zip(shares, SHEET, strict=True))
        yield Picture(found.blob, str(found.partname).rsplit("/", 1)[-1], is_sheet)


@contextmanager
def laid_down(picture: Picture) -> Iterator[Source]:
    """Give a picture as a file of its own; the document errors where it is of no kind that is read."""
    with tempfile.TemporaryDirectory(prefix="sohoa-picture-") as folder:
        place = Path(folder) / f"picture{Path(picture.name).suffix[:10]}"
        place.write_bytes(picture.content)
        yield reading.identify(place, by_content=True)


def read_sheet(picture: Picture, options: ReadingOptions) -> Page:
    """Return the page that a picture shows; one without text and with a note where it cannot be read."""
    try:
        with laid_down(picture) as source:
            page = reading.read(source, options)[0]
    except DocumentError as error:
        said = f"{picture.name}: {error.what}"
        return Page(1, (), route="blank", reason=said, notes=(PageNote("unread", said),))
    return replace(page, reason=f"{picture.name}: {page.reason}")


def read_part(picture: Picture, options: ReadingOptions) -> tuple[tuple[Block, ...], tuple[PageNote, ...]]:
    """Return what a picture within text shows, without boxes, and a note where it cannot be read.

    There are no blocks where it is hardly of print.
    """
    page = read_sheet(picture, options)
    return tuple(map(_unplaced, told_in(page))), tuple(note for note in page.notes if note.kind == "unread")


def _unplaced(block: Block) -> Block:
    if isinstance(block, Grid):
        return Grid(
            tuple(Cell(c.row, c.column, tuple(map(_line, c.lines)), c.row_span, c.column_span) for c in block.cells)
        )
    return _line(block)


def _line(line: Line) -> Line:
    return Line(
        tuple(Word(word.text, confidence=word.confidence, settled=word.settled) for word in line.words), line.role
    )
