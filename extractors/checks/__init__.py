"""check: rows to findings. A file per family of rules stands in a folder: `check(document, rows) -> list[Finding]`.

What confidence has to say comes last, for it depends on what the others found.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from functools import cache
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages

from extractors.checks.confidence import doubt
from extractors.checks.kin import without_kin
from extractors.checks.telling import tell
from models.document import Document
from models.rows import Finding, Row
from normalizers.knowledge import read_table

GATHERED = (
    "duplicate_outcome_code",
    "outcome_text_differs",
    "undefined_outcome",
    "duplicate_course_code",
    "duplicate_source",
)
"""Rules of which many at once come from tables misread, or from several documents in one file."""
SINGLY = 8
"""Findings of such a rule that are told one by one."""
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
    names = (module.name for module in walk_packages(__path__, f"{__name__}."))
    found = {name.rpartition(".")[2]: import_module(name) for name in names}
    return {name: found[name].check for name in sorted(found) if hasattr(found[name], "check")}


def check(document: Document, rows: tuple[Row, ...], guard: Guard = straight) -> tuple[Finding, ...]:
    """Return what a data steward should look at; a rule that holds says nothing.

    `guard` calls the step of a family and may give no findings where that fails.
    """
    told = [guard(lambda f=family: f(document, rows), name) for name, family in families().items()]  # type: ignore[misc]
    contesting = [finding for findings in told for finding in findings]
    told.append(guard(lambda: doubt(document, rows, contesting), "confidence"))
    return tuple(_gathered(without_kin(_once(told))))


def _gathered(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings, those of a rule of GATHERED as one where they are many: then the reading is in doubt."""
    found = list(findings)
    many = {rule for rule, count in Counter(f.rule for f in found).items() if rule in GATHERED and count > SINGLY}
    for rule in many:
        own = [f for f in found if f.rule == rule]
        keys = list(dict.fromkeys(str(f.row_key) for f in own if f.row_key))
        told = tell(f"{rule}.many", "warning", own[0].table_name, None, count=len(own), rows=keys)
        found[found.index(own[0])] = told
    yield from (f for f in found if f.rule not in many or f.says.endswith(".many"))


def _once(told: list[list[Finding]]) -> Iterator[Finding]:
    """Yield all findings, once, but what a later family says of a row by the same rule as an earlier one."""
    known: set[tuple[str, str | None, str]] = set()
    for findings in told:
        fresh = [f for f in dict.fromkeys(findings) if (f.rule, f.table_name, f.row_key or f.message) not in known]
        known |= {(f.rule, f.table_name, f.row_key or f.message) for f in fresh}
        yield from fresh
