"""Strokes in codes and semesters that a scan read otherwise."""

from dataclasses import replace

import pytest

from extractors.arranging import arrange
from extractors.curriculum.courses.groups import is_group
from extractors.curriculum.courses.misread_strokes import placed, shaped
from extractors.curriculum.grids import grids
from extractors.curriculum.heads import headed
from extractors.parsing import parse
from models.document import Genre
from models.page import Line, Page, Source, Word
from models.rows import Value
from models.text import PlacedWord, Span
from tests.extraction_curriculum.paper import document

MANY = ["LY01", "LY02", "TOAN11", "TOAN12", "DIA21", "DIA22", "SINH31", "SINH32"]
CODES = ["VL01", "VL02", "VL12", "VL13"]


def read(word: str, confidence: float):
    """Return a document of one word that was read with a confidence."""
    text = arrange((Page(1, (Line((Word(word, None, confidence),)),), 595.0, 842.0),))
    return parse(Source("x.pdf", "x.pdf", "0" * 64, "application/pdf", 1), text, Genre("programme", "vi", 1.0, ""), ())


@pytest.mark.parametrize(
    ("code", "confidence", "others", "meant"),
    [
        ("VLI1", 0.7, CODES, "VL11"),
        ("VL2O", 0.7, CODES, "VL20"),
        ("VL0I3", 0.7, CODES, "VL03"),  # a stroke too many
        ("VLI02", 0.7, CODES, "VLI02"),
        ("VLI1", 0.95, CODES, "VLI1"),  # read for sure
        ("VLI1", 0.7, CODES[:3], "VLI1"),  # too few
        ("VLI2", 0.7, CODES, "VLI2"),  # the plan has that code already
        ("VLI1", 0.7, [*CODES, "VLI3"], "VLI1"),  # a series of its own
        ("DLI1", 0.7, CODES, "DLI1"),  # other letters
        ("HOAI4", 0.95, MANY, "HOA14"),  # all others have two figures
        ("HOAI4", 0.95, [*MANY, "SINH3"], "HOAI4"),
        ("HOAI4", 0.95, MANY[:6], "HOAI4"),
        ("HOAI4", 1.0, MANY, "HOAI4"),  # of a text layer
    ],
)
def test_a_letter_for_a_figure_is_settled_by_the_codes_around(code, confidence, others, meant):
    found = shaped(read(code, confidence), Value(code, Span(0, len(code)), 0.9, "list"), [*others, code])
    assert found.value == meant


@pytest.mark.parametrize(
    ("roman", "confidence", "meant"), [("II", 0.9, 3), ("II", None, 2), ("V", 0.9, 5), ("III", 0.9, 3)]
)
def test_the_column_with_the_credits_tells_the_semester_that_strokes_misstate(roman, confidence, meant):
    table = [
        [("Mã HP", 2, 1), ("Tên học phần", 2, 1), ("Số TC", 2, 1), ("Học kỳ", 2, 1), ("Tín chỉ theo học kỳ", 1, 3)],
        ["1", "2", "3"],
        ["VL01", "Quang học", "4", roman, "", "", "4"],
        ["VL02", "Cơ học", "3", "I", "3", "", ""],
        ["VL03", "Nhiệt học", "2", "II", "", "2", ""],
    ]
    made = document("CHƯƠNG TRÌNH ĐÀO TẠO", table, kind="programme")
    if confidence:
        at = made.text.content.index(f"\t{roman}\t") + 1
        word = PlacedWord(at, at + len(roman), 1, None, confidence)
        made = replace(made, text=replace(made.text, words=(word,)))
    head = headed(grids(made)[0])
    assert head
    said = Value(5 if roman == "V" else len(roman), None, 0.9, "list")
    assert placed(made, head, head.first, said).value == meant


@pytest.mark.parametrize(
    ("number", "heads"), [("II.1", True), ("H.1", True), ("IL2", True), ("IH", True), ("H12", False), ("HL02", False)]
)
def test_numbers_of_parts_that_lost_their_shape_head_parts(number, heads):
    table = [
        ["Mã môn", "Tên môn học", "Số tín chỉ", "Tổng số giờ"],
        ["MH01", "Tin học", "3", "75"],
        [number, "Môn học cơ sở", "5", "120"],
        ["MH02", "An toàn điện", "2", "45"],
        ["MH03", "Mạch điện", "3", "75"],
    ]
    head = headed(grids(document("CHƯƠNG TRÌNH ĐÀO TẠO", table, kind="programme"))[0])
    assert head and is_group(head, head.first + 1, head.of("code"), head.of("name")) is heads
