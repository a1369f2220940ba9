"""Confidence: values that, by what became of such values on documents with gold, are hardly ever right."""

from collections.abc import Iterable

from extractors.calibrating import calibrated, circumstances, observe
from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row

DOUBTFUL = 0.3  # at a half, every twentieth sound document would have a finding
REBUILT = 0.02  # share of rebuilt words from which the doubt is in what was printed, not in the rules alone
SINGLY = 5  # rows of a table that are named one by one; more than these are one thing to look at


def doubt(document: Document, rows: tuple[Row, ...], others: Iterable[Finding]) -> list[Finding]:
    """Return one finding for every row with doubtful values, or one for a table where they are many.

    `others` are the findings of the other families, which may contest the values of a table.
    """
    around = circumstances(document.text, others)
    severity = "warning" if around.layer >= REBUILT else "info"
    doubtful: dict[str, list[tuple[Row, tuple[str, ...], float]]] = {}
    for row in rows:
        sure = {
            name: calibrated(observe(document.text, row.table, name, cell, around))
            for name, cell in row.cells.items()
            if cell.value is not None
        }
        worst = min(sure.values(), default=1.0)
        if worst < DOUBTFUL:
            columns = tuple(name for name, chance in sure.items() if chance < DOUBTFUL)
            doubtful.setdefault(row.table, []).append((row, columns, worst))
    findings = []
    for table, found in doubtful.items():
        if len(found) > SINGLY:
            names = sorted({name for _, columns, _ in found for name in columns})
            findings.append(tell("low_confidence_value.table", severity, table, columns=names, count=len(found)))
            continue
        for row, columns, worst in found:
            said = {"columns": columns, "share": round(worst * 100)}
            findings.append(tell("low_confidence_value.seldom", severity, table, row.row_key, **said))
    return findings
