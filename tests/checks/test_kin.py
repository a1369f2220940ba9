"""One fault is told once, by the plainest rule; what follows from it is not told beside it."""

import pytest

from extractors.checks import _once
from extractors.checks.kin import without_kin
from extractors.checks.telling import tell
from models.rows import Finding


def _rules(*found: Finding) -> list[str]:
    return [finding.rule for finding in without_kin(found)]


def test_rows_that_miss_their_total_by_what_a_sum_says_already() -> None:
    hours = tell("topic_hours_sum.workload", "error", "topics", "#1", activity="lecture", made=34, said=32)
    rows = tell("table_total", "error", "topics", None, made=16.0, printed=14.0)
    others = tell("table_total", "error", "courses", None, made=9.0, printed=6.0)
    assert _rules(hours, rows, others) == ["topic_hours_sum", "table_total"]
    weights = tell("weight_sum", "error", "assessments", "#1", made=90.0)
    assert _rules(weights, tell("table_total", "error", "assessments", None, made=90.0, printed=100.0)) == [
        "weight_sum"
    ]


def test_hours_beside_credits_where_parts_and_total_disagree() -> None:
    total = tell("workload_total", "error", "workloads", "#1", total=160, made=150)
    norm = tell("credit_norm", "warning", "workloads", "#1", hours=160, expected=["5 × 30 = 150"])
    assert _rules(norm) == ["credit_norm"]
    assert _rules(norm, total) == ["workload_total"]
    classes = tell("workload_total.classes", "error", "workloads", "#1", total=60, made=160)
    assert _rules(norm, classes) == ["credit_norm", "workload_total"]


@pytest.mark.parametrize(
    ("others", "kept"),
    [
        (("missing_outcome_code", "CLO3"), ["undefined_outcome", "missing_outcome_code"]),
        (("missing_outcome_code", "CLO4"), ["missing_outcome_code"]),
    ],
)
def test_a_code_called_for_where_one_is_left_out(others: tuple[str, str], kept: list[str]) -> None:
    called = tell("undefined_outcome", "error", "outcomes", "CLO4", code="CLO4")
    rule, key = others
    assert _rules(called, tell(rule, "error", "outcomes", key, code=key)) == kept


def test_the_gap_behind_a_code_printed_twice() -> None:
    twice = tell("duplicate_outcome_code", "error", "outcomes", "CLO2", code="CLO2", first="a", second="b")
    missing = [tell("missing_outcome_code", "error", "outcomes", f"CLO{n}", code=f"CLO{n}") for n in (3, 5)]
    assert [f.row_key for f in without_kin([twice, *missing])] == ["CLO2", "CLO5"]


def test_an_annex_that_is_not_there_is_no_label_left_out() -> None:
    label = tell("appendix_label_missing", "warning", "forms", numbers=["3"])
    cited = tell("cited_clause_missing", "warning", "forms", None, where="2.1", wanted="Додаток 3")
    assert _rules(label) == ["appendix_label_missing"]
    assert _rules(label, cited) == ["cited_clause_missing"]


def test_the_same_of_two_tables_is_told_once() -> None:
    empty = tell("empty_column", "info", None, None, column="Ghi chú")
    assert list(_once([[empty, empty], [empty]])) == [empty]
