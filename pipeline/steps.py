"""One document, from file to reading: the steps of the house in their order, undecorated."""

import re
import time
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from extractors.arranging import arrange
from extractors.calibrating import calibrated, circumstances, observe
from extractors.checks.telling import tell
from extractors.finding import find
from extractors.parsing import parse
from extractors.printed_labels import printed_labels
from extractors.reading import ReadingOptions, identify, read
from extractors.recognising import recognise
from extractors.resolving import resolve
from models.document import Document
from models.edits import Doubt
from models.page import Box, Page, Source
from models.rows import Finding, Reading, Row, Value
from models.text import Span, Text, Trace
from normalizers.repair import repair_text
from pipeline.fitting import fit
from pipeline.guarding import attempt, checked, tabulated

_CELL = re.compile(r"\S+(?: \S+)*")
"""What stands between tabs, line ends and gaps of a line."""


@dataclass(frozen=True, slots=True)
class Legible:
    """A document that can be read: its source, its pages, its repaired text and where repair was in doubt."""

    source: Source
    pages: tuple[Page, ...]
    text: Text
    doubts: tuple[Doubt, ...]


def make_legible(path: Path, options: ReadingOptions | None = None) -> Legible:
    """Read a file, put its text in order and repair it; raises the document errors of `models.errors`."""
    options = options or ReadingOptions()
    source = identify(path, by_content=options.by_content)
    pages = read(source, options)
    text, doubts = repair_text(arrange(pages), printed_labels("vi"))
    return Legible(source, pages, text, doubts)


def take_in(path: Path, options: ReadingOptions | None = None) -> Reading:
    """Read a file and return everything that it gives, ready to load."""
    legible = make_legible(path, options)
    genre = recognise(legible.text)
    parsed = parse(legible.source, legible.text, genre, legible.pages)
    faults: list[Finding] = []
    found = attempt(lambda: find(parsed), parsed, "the finding of mentions", faults)
    document = attempt(lambda: resolve(found), found, "the resolving of mentions", faults)
    rows, misfits = fit(_with_document_row(document, tabulated(document, faults)))
    checks = checked(document, rows, faults)
    findings = (*faults, *misfits, *_doubted(legible), *checks)
    return Reading(
        rows=rows,
        findings=findings,
        evidence=tuple(_evidence(document, rows, checks)),
        pages=tuple(_page(page) for page in legible.pages),
        text=legible.text.content,
        edits=tuple(_edits(legible.text)),
        other_readings=tuple(
            {"page": page.number, "text": page.other_reading} for page in legible.pages if page.other_reading
        ),
    )


def _with_document_row(document: Document, rows: tuple[Row, ...]) -> tuple[Row, ...]:
    """Return the rows with exactly one of `documents`, which holds what is known of the file itself."""
    source = document.source
    own = {
        "kind": Value(document.genre.kind, None, document.genre.confidence, "recognising"),
        "language": Value(document.genre.language, None, document.genre.confidence, "recognising"),
        "page_count": Value(len(document.pages), None, 1.0, "reading"),
        "sha256": Value(source.sha256, None, 1.0, "reading"),
        "source_name": Value(source.name, None, 1.0, "reading"),
        "media_type": Value(source.media_type, None, 1.0, "reading"),
    }
    said = next((row for row in rows if row.table == "documents"), Row("documents", {}, row_key="#1"))
    first = replace(said, cells=own | said.cells, ordinal=1, row_key=said.row_key or "#1")
    return (first, *(row for row in rows if row.table != "documents"))


def _evidence(document: Document, rows: tuple[Row, ...], checks: tuple[Finding, ...]) -> list[dict[str, Any]]:
    """Return for every value what stood on the page, where, and how sure it is."""
    records = []
    around = circumstances(document.text, checks)
    pages = {page.number: page for page in document.pages}
    for row in rows:
        for column, cell in row.cells.items():
            sure = calibrated(observe(document.text, row.table, column, cell, around))
            record: dict[str, Any] = {
                "table_name": row.table,
                "row_key": row.row_key,
                "column_name": column,
                "raw_text": cell.raw,
                "confidence": round(sure, 4),
                "extractor": cell.extractor,
            }
            if cell.span is not None:
                trace = _trace(document.text, cell.span, cell.value)
                record["raw_text"] = cell.raw if cell.raw is not None else trace.raw_text
                record["page"] = trace.page
                if trace.box is not None:
                    box = pages[trace.page].on_sheet(trace.box) if trace.page in pages else trace.box
                    record |= {side: round(getattr(box, side), 2) for side in ("x0", "y0", "x1", "y1")}
            records.append(record)
    return records


def _trace(text: Text, span: Span, value: Any) -> Trace:
    """Return where a value stands; of a span that runs through two columns, the cells that make up the value alone."""
    whole, said = text.trace(span), text.content[span.start : span.end]
    cells = list(_CELL.finditer(said))
    if not isinstance(value, str) or "\n" not in said or len(cells) <= said.count("\n") + 1:
        return whole
    left, own = _letters(value), []
    for cell in cells:
        letters = _letters(cell[0])
        if letters and left.startswith(letters):
            left = left.removeprefix(letters)
            own.append(text.trace(Span(span.start + cell.start(), span.start + cell.end())))
    if left or len(own) == len(cells) or {trace.page for trace in own} != {whole.page}:
        return whole
    return replace(whole, raw_text="\n".join(trace.raw_text for trace in own), box=Box.around(t.box for t in own))


def _letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text.casefold())


def _page(page: Page) -> dict[str, Any]:
    width, height = page.sheet
    return {
        "page": page.number,
        "width": width,
        "height": height,
        "rotation": page.rotation,
        "route": page.route,
        "reason": page.reason or None,
        "mean_confidence": page.mean_confidence,
        "seconds": round(page.seconds, 3),
    }


def _edits(text: Text) -> list[dict[str, Any]]:
    gained = 0
    records = []
    for ordinal, edit in enumerate(text.edits, 1):
        records.append(
            {
                "ordinal": ordinal,
                "page": text.page_at(edit.start + gained),
                "start": edit.start,
                "before": edit.before,
                "after": edit.after,
                "kind": edit.kind,
                "cost": edit.cost,
                "confidence": edit.confidence,
            }
        )
        gained += len(edit.after) - len(edit.before)
    return records


def _doubted(legible: Legible) -> list[Finding]:
    """Return one finding per reason of doubt, with the first few places; a page of noise is one thing to look at."""
    by_reason: dict[str, list[Doubt]] = {}
    for doubt in legible.doubts:
        by_reason.setdefault(doubt.reason, []).append(doubt)
    findings = []
    for reason, doubts in by_reason.items():
        shown = [f"«{doubt.text}»" + (f" («{doubt.suggestion}»?)" if doubt.suggestion else "") for doubt in doubts]
        severity = "warning" if len(doubts) > 5 else "info"
        findings.append(tell("left_unrepaired", severity, reason=reason, count=len(doubts), shown=shown))
    return findings


__all__ = ["Legible", "ReadingOptions", "make_legible", "take_in", "timed"]


def timed(path: Path, options: ReadingOptions | None = None) -> tuple[Reading, float]:
    """Return a file's reading and the seconds it took."""
    started = time.monotonic()
    reading = take_in(path, options)
    return reading, time.monotonic() - started
