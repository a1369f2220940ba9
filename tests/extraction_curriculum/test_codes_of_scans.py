"""Codes of outcomes whose letters a scan misread."""

import pytest

from extractors.curriculum.outcomes.codes import only
from tests.extraction_curriculum.paper import document, rows


@pytest.mark.parametrize(("read", "meant"), [("Plo4", "PLO4"), ("Po 2", "PO 2"), ("CLo1", "CLO1"), ("PLOI", "PLO1")])
def test_small_letters_in_a_series_are_its_capitals(read: str, meant: str) -> None:
    found = only(read, "vi")
    assert found and found.text == meant


@pytest.mark.parametrize("text", ["Co2", "po2", "Po", "Po2a"])
def test_what_is_no_code_stays_none(text: str) -> None:
    assert only(text, "vi") is None


def test_a_matrix_whose_head_has_a_small_letter_is_read() -> None:
    matrix = [["Chuẩn đầu ra", "PO1", "Po2"], ["PLO1", "x", ""], ["PLO2", "", "x"]]
    told = [f"{code}: Nêu được {n} vai trò của nghề." for n, code in enumerate(("PO1", "PO2", "PLO1", "PLO2"), 2)]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", *told, "Ma trận chuẩn đầu ra", matrix, kind="programme")
    found = {frozenset((r["source_code"], r["target_code"])) for r in rows("outcome_links", made)}
    assert found == {frozenset(("PLO1", "PO1")), frozenset(("PLO2", "PO2"))}
