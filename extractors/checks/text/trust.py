"""Trust: text lost beyond repair, garbled layers, figures that repair or OCR leave in doubt, mixed scripts."""

import re
from collections.abc import Iterator
from typing import Any

from extractors.checks.placing import row_at
from extractors.checks.telling import tell
from extractors.curriculum.hours.parted import run_together
from extractors.curriculum.hours.torn_cells import torn
from extractors.curriculum.passages import blocks
from models.document import Document
from models.edits import Edit
from models.rows import Finding, Row, Value
from models.text import Span
from normalizers.letters import lettered

SIGNLESS = "\ufffd"
"""What stands for a sign that the file has no code for."""
LOST = "\u27e6"
GARBLED_SHARE = 0.08  # of the words, repaired by the garble engine, that make a layer garbled
SHORT = 40  # characters of a span whose words are looked at one by one
UNSURE = 0.55  # mean OCR confidence of a figure's words below which somebody should look
FIGURES = ("number", "code", "value", "credits", "total_credits", "hours", "issued_on", "max_score", "weight_percent")
MIXED = re.compile(lettered(r"(?=\S*[A-Za-z])(?=\S*[А-Яа-яІЇЄіїє])[\p{Lu}\p{Ll}]{2,}"))
SIGN = re.compile(r"^(?:№|N[º°o]?\.?)\s?(?=\d|[А-ЯЁІЇЄ])")
"""What stands before a number and is no part of it; a Latin N in Cyrillic text too."""
CYRILLIC = re.compile(r"[\u0400-\u04ff]")
ALIEN = re.compile(r"(?:[^\s\u0400-\u04ff]+)?[\u0400-\u04ff][^\s]*")
SHOWN = 5
Doubt = tuple[str, dict[str, Any]]
SINGLY = 8
"""Rows of a table with figures in doubt that are named one by one."""
KINDS = ("unread_cell", "doubted_figure")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return which values a steward should not trust without looking."""
    return [
        *_layer(document),
        *_lost(document, rows),
        *_figures(document, rows),
        *_mixed(document, rows),
        *_cells(document),
    ]


def _layer(document: Document) -> list[Finding]:
    repaired = sum(edit.kind.startswith("garble") for edit in document.text.edits)
    words = max(len(document.text.content.split()), 1)
    if repaired < 20 or repaired < GARBLED_SHARE * words:
        return []
    return [tell("garbled_text_layer", "warning", "documents", repaired=repaired, words=words)]


def _lost(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Name the values that carry the mark of lost words."""
    findings = []
    lines = [line for line in document.text.content.split("\n") if SIGNLESS in line]
    if lines:
        count = sum(line.count(SIGNLESS) for line in lines)
        findings.append(tell("unreadable_text.signs", "warning", None, None, count=count, line=_line(lines[0])))
    for row in rows:
        columns = [name for name, cell in row.cells.items() if LOST in str(cell.value)]
        if columns:
            findings.append(tell("unreadable_text", "warning", row.table, row.row_key, columns=columns))
    return findings


def _figures(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Name the figures in doubt row by row, or once for a table where they are many: that is one thing to look at."""
    doubted: dict[str, list[tuple[Row, str, Doubt]]] = {}
    for row in rows:
        for column in FIGURES:
            cell = row.cells.get(column)
            if cell is None or cell.span is None or row.table in ("provisions", "forms"):
                continue
            reason = _doubt(document, cell) or (_refigured(document, cell) if column == "number" else None)
            if reason:
                doubted.setdefault(row.table, []).append((row, column, reason))
                break
    findings = []
    for table, found in doubted.items():
        if len(found) <= SINGLY:
            for row, column, (says, values) in found:
                findings.append(tell(says, "warning", table, row.row_key, column=column, **values))
            continue
        said = {"columns": sorted({column for _, column, _ in found}), "count": len(found)}
        listed = [str(row.row_key) for row, _, _ in found]
        findings.append(tell("low_confidence_value.many", "warning", table, rows=listed, **said))
    return findings


def _doubt(document: Document, cell: Value) -> Doubt | None:
    """Return the sentence that says what is doubtful about a figure, and its values."""
    assert cell.span is not None
    trace = document.text.trace(cell.span)
    if min(trace.confidence, weakest(document, cell.span)) < UNSURE and re.search(r"\d", trace.raw_text):
        sure = round(min(trace.confidence, weakest(document, cell.span)), 2)
        return "low_confidence_value.read", {"printed": _line(trace.raw_text), "confidence": sure}
    raw, printed = re.sub(r"\D", "", trace.raw_text), re.sub(r"\D", "", document.text[cell.span])
    if raw != printed and printed and _changed_figures(document.text.edits, trace.raw_text):
        return "low_confidence_value.rebuilt", {"printed": _line(trace.raw_text)}
    return None


def _refigured(document: Document, cell: Value) -> Doubt | None:
    """Return what is doubtful about a number in which letters were taken for the figures that they look like."""
    assert cell.span is not None
    printed = document.text[cell.span]
    looks = re.search(r"\d[lIO|]+\d|(?<!\w)[lI|]\d|\d[lIO|](?=\s?/)", printed) if len(printed) < SHORT else None
    if looks and re.sub(r"\D", "", printed) != re.sub(r"\D", "", str(cell.value)):
        return "low_confidence_value.rebuilt", {"printed": _line(printed)}
    return None


def _line(raw: str) -> str:
    return " ".join(raw[:60].split())


def weakest(document: Document, span: Span) -> float:
    """Return the confidence of the least certain word with figures; of a long span, where words outweigh them, 1."""
    if span.end - span.start > SHORT:
        return 1.0
    words = re.finditer(r"\S*\d\S*", document.text[span])
    spans = [Span(span.start + m.start(), span.start + m.end()) for m in words]
    return min((document.text.trace(one).confidence for one in spans), default=1.0)


def _changed_figures(edits: tuple[Edit, ...], raw: str) -> bool:
    """Whether an edit inside the printed words changed figures, not only letters beside them."""
    return any(edit.before in raw and re.sub(r"\D", "", edit.before) != re.sub(r"\D", "", edit.after) for edit in edits)


def _mixed(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Find numbers and codes printed with letters of two scripts that look alike; one finding where they are many."""
    found: dict[str, dict[str, str]] = {}
    for row in rows:
        for column in ("number", "code", "article"):
            cell = row.cells.get(column)
            if cell is None or cell.span is None:
                continue
            raw = document.text.trace(cell.span).raw_text.strip()
            raw = SIGN.sub("", raw)
            printed = raw if len(raw) < 40 else raw.split()[0]
            alien = _alien(raw, str(cell.value)) if len(raw) < 40 else None
            if MIXED.search(printed) or alien:
                found.setdefault(row.table, {}).setdefault(printed, row.row_key)
    findings = [f for table, raws in found.items() for f in _alike(table, raws)]
    return findings + _foreign(document, rows)


def _alien(raw: str, value: str) -> bool:
    """Whether a code was printed with look-alikes of another script alone: `РО2` in Cyrillic for a Latin `PO2`."""
    letters = [(a, b) for a, b in zip(re.findall(r"[^\W\d_]", raw), re.findall(r"[^\W\d_]", value), strict=False)]
    return any(bool(CYRILLIC.match(a)) != bool(CYRILLIC.match(b)) for a, b in letters) and len(raw) <= len(value) + 3


def _alike(table: str, raws: dict[str, str]) -> list[Finding]:
    if table == "provisions" or len(raws) > SHOWN:
        return [tell("look_alike_letters", "info", table, printed=[f"«{raw}»" for raw in raws])]
    return [tell("look_alike_letters", "info", table, key, printed=[f"«{raw}»"]) for raw, key in raws.items()]


def _foreign(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Find Cyrillic look-alikes within the Latin numbers and words of a document in Latin letters."""
    if document.genre.language not in ("vi", "en"):
        return []
    findings: dict[tuple[str | None, str | None], Finding] = {}
    for match in ALIEN.finditer(document.text.content):
        if re.search(r"[A-Za-zĐđ]", match[0]) and not re.search(r"[^АВЕКМНОРСТХІаеорсухі\W\dA-Za-zÀ-ỹĐđ_]", match[0]):
            table, key = row_at(document, rows, match.start())
            told = tell("look_alike_letters.cyrillic", "warning", table, key, printed=match[0])
            findings.setdefault((table, key), told)
    for start, before in _mended(document):
        table, key = row_at(document, rows, start)
        findings.setdefault((table, key), tell("look_alike_letters.mended", "info", table, key, printed=before))
    return list(findings.values())


def _mended(document: Document) -> Iterator[tuple[int, str]]:
    """Yield where repair brought look-alike letters of a code or number to one script, and what stood there."""
    gained, content = 0, document.text.content
    for edit in document.text.edits:
        start = edit.start + gained
        gained += len(edit.after) - len(edit.before)
        end = start + len(edit.after)
        if edit.kind == "unicode.look_alike" and re.search(r"\d", content[max(0, start - 1) : end + 1]):
            yield start, edit.before


def _cells(document: Document) -> list[Finding]:
    """Return where figures are missing because no reading was proved, and where one breaks the sums it belongs to."""
    findings = []
    for kind in KINDS:
        found = [page.number for page in document.pages for note in page.notes if note.kind == kind]
        if found:
            findings.append(tell(kind, "warning", "pages", count=len(found), pages=list(dict.fromkeys(found))))
    scraps = [document.text.trace(span).page for span in torn(document)]
    if scraps and not any(finding.rule == "unread_cell" for finding in findings):
        findings.append(tell("unread_cell", "warning", "pages", count=len(scraps), pages=list(dict.fromkeys(scraps))))
    lines = (block.text.rpartition(":") for block in blocks(document) if not block.row)
    return findings + [
        tell("unread_cell.parts", "warning", "workloads", label=label.strip(" -"), figure=value.strip())
        for label, _, value in lines if run_together(label, value)
    ]  # fmt: skip
