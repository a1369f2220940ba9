"""What can be set about reading, with the bounds that keep a hostile file from eating the machine."""

import math
import os
from dataclasses import dataclass, field

OCR_ENGINE = "SOHOA_OCR_ENGINE"
"""The environment variable that names the engine, or two with a plus between them: `tesseract+rapid`."""


@dataclass(frozen=True, slots=True)
class ReadingOptions:
    """How files are read.

    `languages` are Tesseract models (`vie+eng`); None finds them page by page. `dpi` is the resolution that pages are
    brought to before OCR; a scan's own is kept between 200 and it. `jobs` pages of a document are read at a time.
    Bounds: `max_bytes` of a file, `max_pages` of a document, `max_pixels` of a page image before it is decoded,
    `page_seconds` of wall time for one call of the engine on a page, `engine_bytes` of its memory; `draw_seconds` for
    the parsing and for the drawing of a page each, `sheet_seconds` for all of it, `page_bytes` of memory meanwhile.
    After `until`, a time of `time.monotonic`, no further page of a PDF or an image file is tried.

    With `by_content` a picture that is named PDF is read as the picture that it is.

    Pages of PDFs and images are read in processes of their own; with `apart` False in this one, without the bounds.
    """

    languages: str | None = None
    engine: str = field(default_factory=lambda: os.environ.get(OCR_ENGINE, "tesseract"))
    dpi: int = 300
    jobs: int = 1
    max_bytes: int = 512 * 1024 * 1024
    max_pages: int = 5_000
    max_pixels: int = 60_000_000
    page_seconds: float = 120.0
    engine_bytes: int = 2 * 1024 * 1024 * 1024
    draw_seconds: float = 60.0
    sheet_seconds: float = 400.0
    page_bytes: int = 4 * 1024 * 1024 * 1024
    apart: bool = True
    until: float = math.inf
    max_depth: int = 3
    by_content: bool = False
