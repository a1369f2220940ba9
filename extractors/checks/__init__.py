"""check: rows to findings. One file per family of rules, each with `check(document, rows) -> list[Finding]`."""

from collections.abc import Callable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import iter_modules

from models.document import Document
from models.rows import Finding, Row
from normalizers.knowledge import read_table

Check = Callable[[Document, tuple[Row, ...]], list[Finding]]
Guard = Callable[[Callable[[], list[Finding]], str], list[Finding]]


def straight(step: Callable[[], list[Finding]], _name: str) -> list[Finding]:
    """Call the step of a family; what it raises goes on."""
    return step()


@cache
def rule_names() -> dict[str, dict[str, str]]:
    """Return what every rule means, by rule: `vietnamese` and `english`."""
    rows = read_table(Path(__file__).parent / "knowledge" / "rules.tsv", ("rule", "vietnamese", "english"))
    return {row["rule"]: row for row in rows}


@cache
def families() -> dict[str, Check]:
    """Return the checks by family, in alphabetical order."""
    names = sorted(module.name for module in iter_modules(__path__))
    found = {name: import_module(f"{__name__}.{name}") for name in names}
    return {name: module.check for name, module in found.items() if hasattr(module, "check")}


def check(document: Document, rows: tuple[Row, ...], guard: Guard = straight) -> tuple[Finding, ...]:
    """Return what a data steward should look at; a rule that holds says nothing.

    `guard` calls the step of a family and may give no findings where that fails.
    """
    told = [guard(lambda f=family: f(document, rows), name) for name, family in families().items()]  # type: ignore[misc]
    return tuple(_once(told))


def _once(told: list[list[Finding]]) -> Iterator[Finding]:
    """Yield all findings, but what a later family says of a row by the same rule as an earlier one."""
    known: set[tuple[str, str | None, str]] = set()
    for findings in told:
        fresh = [f for f in findings if (f.rule, f.table_name, f.row_key or f.message) not in known]
        known |= {(f.rule, f.table_name, f.row_key or f.message) for f in fresh}
        yield from fresh
