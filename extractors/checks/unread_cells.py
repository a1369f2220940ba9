"""Cells of tables whose ink could not be read, or whose figure breaks sums: told once a document, with the pages."""

from extractors.checks.telling import tell
from extractors.curriculum.hours.parted import run_together
from extractors.curriculum.hours.torn_cells import torn
from extractors.curriculum.passages import blocks
from models.document import Document
from models.rows import Finding, Row

KINDS = ("unread_cell", "doubted_figure")


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
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
