"""check: rows to findings. One file per family of rules, each with `check(document, rows) -> list[Finding]`."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from models.document import Document
from models.rows import Finding, Row

Check = Callable[[Document, tuple[Row, ...]], list[Finding]]


@cache
def families() -> dict[str, Check]:
    """Return the checks by family, in alphabetical order."""
    names = sorted(module.name for module in iter_modules(__path__))
    found = {name: import_module(f"{__name__}.{name}") for name in names}
    return {name: module.check for name, module in found.items() if hasattr(module, "check")}


def check(document: Document, rows: tuple[Row, ...]) -> tuple[Finding, ...]:
    """Return what a data steward should look at; a rule that holds says nothing."""
    findings: list[Finding] = []
    for family in families().values():
        findings += family(document, rows)
    return tuple(_once(findings))


def _once(findings: list[Finding]) -> Iterator[Finding]:
    """Yield what two families say of the same row once, in the graver words."""
    order = {"error": 0, "warning": 1, "info": 2}
    kept: dict[tuple[str, str | None, str], Finding] = {}
    for finding in findings:
        key = (finding.rule, finding.table_name, finding.row_key or finding.message)
        known = kept.get(key)
        if known is None or order.get(finding.severity, 3) < order.get(known.severity, 3):
            kept[key] = finding
    yield from kept.values()
