"""Codes of outcomes whose letters a scan misread."""

from dataclasses import replace

import pytest

from extractors.arranging import arrange
from extractors.curriculum.cards.codes_of_scans import in_latin
from extractors.curriculum.outcomes.codes import only
from models.page import Line, Page, Word
from models.rows import Value
from models.text import Span
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


@pytest.mark.parametrize(
    ("read", "sure", "language", "meant"),
    [
        ("ВКМ2214", 0.9, "kk", "BKM2214"),
        ("ВКМ2214", 1.0, "kk", "ВКМ2214"),
        ("ҚВК2214", 0.9, "kk", "ҚВК2214"),
        ("ВКМ2214", 0.9, "ru", "ВКМ2214"),
    ],
)
def test_codes_of_kazakh_courses_that_a_scan_read_in_twins(read: str, sure: float, language: str, meant: str) -> None:
    text = arrange([Page(1, (Line((Word(read, confidence=sure),)),), 600, 800)])
    made = replace(document("СИЛЛАБУС", language=language), text=text)
    assert in_latin(made, Value(read, Span(0, len(read)), 0.9, "card")).value == meant
