"""Kin: findings that tell of one fault under several rules, of which the plainest is kept."""

import re
from collections.abc import Iterable, Iterator

from models.rows import Finding

_SUMS = ("topic_hours_sum", "workload_total", "period_score_sum", "credits_sum", "weight_sum")
"""Rules of sums that say what is summed up; those of tables and norms may tell of the same figures."""
_CODE = re.compile(r"(\D*)(\d+)")


def without_kin(findings: Iterable[Finding]) -> Iterator[Finding]:
    """Yield the findings but those that follow from another: rows that miss their total by what a rule of sums or a
    product says already, hours beside credits where parts and total disagree, codes called for where one is left out,
    the gap behind a code printed twice, labels of annexes that are not there."""
    found = list(findings)
    missed = {_gap(f) for f in found if f.rule in _SUMS or f.says == "table_total.product"} - {None}
    parted = any(f.says == "workload_total" for f in found)
    absent = {f.row_key for f in found if f.rule == "missing_outcome_code"}
    annexed = any(f.rule == "cited_clause_missing" and f.table_name == "forms" for f in found)
    doubled = {key for f in found if f.rule == "duplicate_outcome_code" for key in _next(str(f.row_key))}
    for finding in found:
        told = finding.says in ("table_total", "table_total.column") and _gap(finding) in missed
        norm = finding.rule == "credit_norm" and parted
        called = finding.rule == "undefined_outcome" and finding.row_key in absent
        behind = finding.rule == "missing_outcome_code" and finding.row_key in doubled
        labelled = finding.rule == "appendix_label_missing" and annexed
        if not (told or norm or called or behind or labelled):
            yield finding


def _gap(finding: Finding) -> float | None:
    """Return by how much what a finding compares differs; shares are compared with a hundred."""
    figures = [float(v) for name, v in finding.values if name in ("made", "said", "total", "printed")
               and isinstance(v, (int, float))]  # fmt: skip
    figures += [100.0] if finding.rule == "weight_sum" and len(figures) == 1 else []
    return round(abs(figures[0] - figures[1]), 2) if len(figures) == 2 else None


def _next(code: str) -> list[str]:
    """Return the code behind another in its series."""
    match = _CODE.fullmatch(code)
    return [f"{match[1]}{int(match[2]) + 1}"] if match else []
