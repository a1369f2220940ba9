"""Trust: text lost beyond repair, garbled layers, figures that repair or OCR leave in doubt, mixed scripts."""

import re

from models.document import Document
from models.edits import Edit
from models.rows import Finding, Row, Value

LOST = "\u27e6"
GARBLED_SHARE = 0.08  # of the words, repaired by the garble engine, that make a layer garbled
UNSURE = 0.55  # mean OCR confidence of a figure's words below which somebody should look
FIGURES = ("number", "code", "value", "credits", "total_credits", "hours", "issued_on", "max_score", "weight_percent")
MIXED = re.compile(r"(?=\S*[A-Za-z])(?=\S*[А-Яа-яІЇЄіїє])[A-Za-zА-Яа-яІЇЄіїє]{2,}")
SHOWN = 5


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return which values a steward should not trust without looking."""
    return [*_layer(document), *_lost(document, rows), *_figures(document, rows), *_mixed(document, rows)]


def _layer(document: Document) -> list[Finding]:
    repaired = sum(edit.kind.startswith("garble") for edit in document.text.edits)
    words = max(len(document.text.content.split()), 1)
    if repaired < 20 or repaired < GARBLED_SHARE * words:
        return []
    message = f"the text layer was garbled: {repaired} of {words} words rest on a repair"
    return [Finding("garbled_text_layer", "warning", message, "documents")]


def _lost(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Name the values that carry the mark of lost words."""
    findings = []
    for row in rows:
        columns = [name for name, cell in row.cells.items() if LOST in str(cell.value)]
        if columns:
            message = f"words of {', '.join(columns)} are lost beyond repair"
            findings.append(Finding("unreadable_text", "warning", message, row.table, row.row_key))
    return findings


def _figures(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    findings = []
    for row in rows:
        for column in FIGURES:
            cell = row.cells.get(column)
            if cell is None or cell.span is None or row.table in ("provisions", "forms"):
                continue
            reason = _doubt(document, cell)
            if reason:
                findings.append(
                    Finding("low_confidence_value", "warning", f"{column}: {reason}", row.table, row.row_key)
                )
                break
    return findings


def _doubt(document: Document, cell: Value) -> str | None:
    assert cell.span is not None
    trace = document.text.trace(cell.span)
    if trace.confidence < UNSURE and re.search(r"\d", trace.raw_text):
        return f"read as {trace.raw_text.strip()[:60]!r} with confidence {trace.confidence:.2f}"
    raw, printed = re.sub(r"\D", "", trace.raw_text), re.sub(r"\D", "", document.text[cell.span])
    if raw != printed and printed and _changed_figures(document.text.edits, trace.raw_text):
        return f"rebuilt from {trace.raw_text.strip()[:60]!r}"
    return None


def _changed_figures(edits: tuple[Edit, ...], raw: str) -> bool:
    """Whether an edit inside the printed words changed figures, not only letters beside them."""
    return any(edit.before in raw and re.sub(r"\D", "", edit.before) != re.sub(r"\D", "", edit.after) for edit in edits)


def _mixed(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Find numbers and codes printed with letters of two scripts that look alike; one finding for a table."""
    found: dict[str, list[str]] = {}
    for row in rows:
        for column in ("number", "code", "article"):
            cell = row.cells.get(column)
            if cell is None or cell.span is None:
                continue
            raw = document.text.trace(cell.span).raw_text
            if MIXED.search(raw) and raw.strip() not in found.setdefault(row.table, []):
                found[row.table].append(raw.strip())
    return [
        Finding("look_alike_letters", "info", f"letters of two scripts in {', '.join(map(repr, raws[:SHOWN]))}", table)
        for table, raws in found.items()
        if raws
    ]
