"""What is no fault: numbers that run on, clauses of the act that is amended, letters that belong to a code."""

import pytest

from extractors.checks.teaching.codes import _stands_for_nought
from extractors.checks.text.clauses import check
from extractors.checks.text.series import gaps
from extractors.checks.text.wholeness import _numbering
from models.rows import Row, Value
from tests.extraction_identity.reading import document


def _provisions(*pairs: tuple[str, str]) -> list[Row]:
    rows = []
    for number, parent in pairs:
        cells = {"number": Value(number, None, 1.0, "test")}
        if parent:
            cells["parent"] = Value(parent, None, 1.0, "test")
        rows.append(Row("provisions", cells))
    return rows


@pytest.mark.parametrize(
    ("pairs", "missing"),
    [
        ((("1", ""), ("2", ""), ("A", ""), ("D", ""), ("3", "D"), ("4", "D")), []),
        ((("1", ""), ("1", "1"), ("2", "1"), ("2", ""), ("3", "2"), ("4", "2")), []),
        ((("1", ""), ("1", "1"), ("2", "1"), ("2", ""), ("4", "2")), [3]),
        ((("1", ""), ("2", ""), ("3", ""), ("3.4", "3")), [3]),
        ((("1", ""), ("2", ""), ("4", "")), [1]),
    ],
)
def test_numbers_that_run_on(pairs: tuple[tuple[str, str], ...], missing: list[int]) -> None:
    assert [gap.missing for gap in gaps(_provisions(*pairs))] == missing


def test_a_letter_that_belongs_to_its_code() -> None:
    assert not _stands_for_nought("GEO2046", {"GEO2046"})
    assert not _stands_for_nought("BIO5012", {"BIO5012", "BIO5014", "BI5001"})
    assert _stands_for_nought("MATO12", {"MATO12", "MAT101", "MAT115"})


def test_new_wordings_cite_the_amended_act() -> None:
    text = "Điều 1. Sửa đổi quy chế\n1. Điểm b: “b) theo quy định tại Điều 30 của Quy chế này”.\nĐiều 2. Hiệu lực\n"
    read = document(text)
    rows = tuple(_provisions(("Điều 1", ""), ("Điều 1.1", "Điều 1"), ("Điều 2", "")))
    amends = Row("citations", {"relation": Value("amends", None, 1.0, "test")})
    assert [f.rule for f in check(read, rows)] == ["cited_clause_missing"]
    assert check(read, (*rows, amends)) == []


def test_roman_parts_side_by_side_are_not_left_out() -> None:
    for below, wrong in (("II. Практика III. Атестація", False), ("II. Практика", True)):
        made = document(f"I. Графік\nПозначення.\nIV. План\nДисципліни.\n{below}\n", language="uk", kind="plan")
        found = _numbering(made, tuple(_provisions(("I", ""), ("IV", ""))))
        assert bool(found) is wrong
