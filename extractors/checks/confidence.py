"""Confidence: values that, by what became of such values on documents with gold, are hardly ever right."""

from extractors.calibrating import calibrated, observe, rebuilt_share
from models.document import Document
from models.rows import Finding, Row

DOUBTFUL = 0.3  # at a half, every twentieth sound document would have a finding
REBUILT = 0.02  # share of rebuilt words from which the doubt is in what was printed, not in the rules alone
SINGLY = 5  # rows of a table that are named one by one; more than these are one thing to look at


def check(document: Document, rows: tuple[Row, ...]) -> list[Finding]:
    """Return one finding for every row with doubtful values, or one for a table where they are many."""
    layer = rebuilt_share(document.text)
    severity = "warning" if layer >= REBUILT else "info"
    doubtful: dict[str, list[tuple[Row, str, float]]] = {}
    for row in rows:
        sure = {
            name: calibrated(observe(document.text, row.table, name, cell, layer))
            for name, cell in row.cells.items()
            if cell.value is not None
        }
        worst = min(sure.values(), default=1.0)
        if worst < DOUBTFUL:
            columns = ", ".join(name for name, chance in sure.items() if chance < DOUBTFUL)
            doubtful.setdefault(row.table, []).append((row, columns, worst))
    findings = []
    for table, found in doubtful.items():
        if len(found) > SINGLY:
            columns = ", ".join(sorted({name for _, names, _ in found for name in names.split(", ")}))
            message = f"{columns}: doubtful in {len(found)} rows"
            findings.append(Finding("low_confidence_value", severity, message, table))
            continue
        for row, columns, worst in found:
            message = f"{columns}: right in {worst:.0%} of such cases"
            findings.append(Finding("low_confidence_value", severity, message, table, row.row_key))
    return findings
