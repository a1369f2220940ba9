"""PDFs and images: each page read by a process of its own kind, so that a poison page costs itself and nothing else.

A page on which the process dies, runs out of time or of memory is tried again with less: at half the resolution, by its
image alone, by its text layer alone. What is left is a page without text and a note that says why.
"""

import threading
import time
from collections.abc import Callable
from dataclasses import dataclass, field, replace
from importlib import import_module
from typing import Any

from extractors.engines import Image
from extractors.reading.blank import refuse_blank
from extractors.reading.options import ReadingOptions
from extractors.reading.processes.asking import IMAGE, LAYER, LOW, WHOLE, Ask, Given
from extractors.reading.processes.pool import Lost, ask_apart
from extractors.reading.processes.working import spread
from models.errors import DamagedFile, DocumentError, EnvironmentLacks, TooLarge
from models.page import Page, PageNote, Source

LADDER: dict[tuple[str, str], tuple[str, ...]] = {
    ("pdf", "parsing"): (IMAGE,),
    ("pdf", "drawing"): (LOW, LAYER),
    ("pdf", "reading"): (LOW, LAYER),
    ("images", "reading"): (LOW,),
}
"""What is tried next, by kind and by the stage in which a page was lost."""

SAID = {LOW: "read at half the resolution", LAYER: "read from its text layer alone", IMAGE: "read from its image alone"}


@dataclass(slots=True)
class _Reading:
    """A document being read: what its pages share and learn from each other."""

    kind: str
    source: Source
    options: ReadingOptions
    models: str | None = None
    lost: int = 0
    errors: list[DocumentError] = field(default_factory=list)
    lock: threading.Lock = field(default_factory=threading.Lock)


def kind_of(source: Source) -> str:
    """Return the module here that reads a kind of file page by page."""
    return "pdf" if source.media_type == "application/pdf" else "images"


def read(source: Source, options: ReadingOptions) -> tuple[Page, ...]:
    """Return the pages of a PDF or of an image file; the document errors where none can be had."""
    reading = _Reading(kind_of(source), source, options)
    try:
        count = _counted(reading)
        if count > options.max_pages:
            raise TooLarge(f"{count} pages, more than {options.max_pages}", where=source.path)
        jobs = options.jobs if options.apart else 1
        pages = tuple(spread(lambda number: _page(reading, number), range(1, count + 1), jobs))
    finally:
        if not options.apart:
            import_module(f"extractors.reading.files.{reading.kind}").rest()
    if reading.errors and not any(page.blocks for page in pages):
        raise reading.errors[0]
    refuse_blank(pages, source)
    return pages


def draw(source: Source, number: int, dpi: int, options: ReadingOptions | None = None) -> Image | None:
    """Return a page as pixels, grey or RGB, as a viewer shows it; None where it cannot be drawn."""
    options = options or ReadingOptions()
    try:
        return _asked(options, "draw", kind_of(source), source, number, dpi, options)
    except (Lost, DocumentError):
        return None


def _counted(reading: _Reading) -> int:
    try:
        return int(_asked(reading.options, "count", reading.kind, reading.source, reading.options))
    except Lost as lost:
        what = f"it cannot be opened: {lost.why}"
        raise DamagedFile(what, where=reading.source.path, advice="ask for the file again") from lost


def _page(reading: _Reading, number: int) -> Page:
    """Return a page by the best way that it can be had."""
    ask = Ask(reading.source, number, _patient(reading), reading.models)
    why, tried = "", [WHOLE]
    while True:
        if time.monotonic() >= reading.options.until:
            return untried(number)
        try:
            given: Given = _asked(reading.options, "page", reading.kind, replace(ask, how=tried[-1]))
        except Lost as lost:
            reading.lost += 1
            why = why or f"{lost.stage}: {lost.why}"
            if time.monotonic() >= reading.options.until:
                continue
            left = [how for how in LADDER.get((reading.kind, lost.stage), ()) if how not in tried]
            if len(tried) > 2 or not left:
                return failed(number, why)
            tried.append(left[0])
            continue
        except DocumentError as error:
            reading.errors.append(error)
            return failed(number, error.what)
        reading.models = given.models or reading.models
        return _admitting(given.page, tried[-1], why)


def _patient(reading: _Reading) -> ReadingOptions:
    """Return the options with less time for a page the more of the document's were lost before."""
    options, share = reading.options, 1 + reading.lost // 2
    if share > 1:
        seconds, drawing = options.sheet_seconds / share, options.draw_seconds / share
        options = replace(options, sheet_seconds=max(seconds, 10.0), draw_seconds=max(drawing, 5.0))
    left = max(options.until - time.monotonic(), 1.0)
    if left >= options.sheet_seconds:
        return options
    return replace(options, sheet_seconds=left, draw_seconds=min(options.draw_seconds, left))


def failed(number: int, why: str) -> Page:
    """Return a page of which nothing could be had."""
    note = PageNote("unread", f"the page could not be read ({why})")
    return Page(number, (), route="blank", reason=note.message, notes=(note,))


def untried(number: int) -> Page:
    """Return a page that was left unread because the time allowed for its document was up."""
    note = PageNote("untried", "not read: the time allowed for the document was up")
    return Page(number, (), route="blank", reason=note.message, notes=(note,))


def _admitting(page: Page, how: str, why: str) -> Page:
    """Return a page with a note of what was left out where it was not read as it should be."""
    if how == WHOLE:
        return page
    if how == LAYER and not page.blocks:
        return failed(page.number, why)
    said = f"{SAID[how]} ({why})"
    return replace(page, reason=f"{page.reason}; {said}", notes=(*page.notes, PageNote("unread", said)))


def _asked(options: ReadingOptions, what: str, kind: str, *arguments: Any) -> Any:
    if options.apart:
        return ask_apart(options.page_bytes, (what, kind, *arguments))
    return _here(what, import_module(f"extractors.reading.files.{kind}"), *arguments)


def _here(what: str, module: Any, *arguments: Any) -> Any:
    """Return the same answer from this process, for which a fault is no death."""
    stages = ["opening"]
    work: Callable[..., Any] = getattr(module, what)
    try:
        return work(*arguments, stages.append) if what == "page" else work(*arguments)
    except (DocumentError, EnvironmentLacks):
        raise
    except Exception as error:  # as in a process apart, whatever foreign code raises is this page's
        raise Lost(stages[-1], repr(error)[:500]) from error
