"""Raised figures of DOCX and HTML: marks of notes are no digits, powers stay."""

from pathlib import Path

import docx
import pytest

from extractors.arranging import arrange
from extractors.reading import identify, read


def _text(folder: Path, *parts: tuple[str, bool]) -> str:
    document = docx.Document()
    paragraph = document.add_paragraph()
    for text, raised in parts:
        paragraph.add_run(text).font.superscript = raised
    path = folder / "raised.docx"
    document.save(str(path))
    return arrange(read(identify(path))).content.strip()


@pytest.mark.parametrize(
    ("parts", "wanted"),
    [
        ((("Tối đa 18", False), ("1", True), (" tín chỉ", False)), "Tối đa 18 tín chỉ"),
        ((("Thông tư 05/2023/TT-BLĐ", False), ("2", True)), "Thông tư 05/2023/TT-BLĐ"),
        ((("lớp 25", False), ("(3)", True), (" người", False)), "lớp 25 người"),
        ((("phòng 40 m", False), ("2", True)), "phòng 40 m²"),
        ((("đạt 10", False), ("3", True), (" vòng", False)), "đạt 10³ vòng"),
        ((("1", True), (" Kể cả lớp tối.", False)), "¹ Kể cả lớp tối."),
        ((("ít nhất ", False), ("1", True), ("/2 số giờ", False)), "ít nhất 1/2 số giờ"),
        ((("lần 1", False), ("st", True)), "lần 1st"),
    ],
)
def test_a_raised_mark_is_no_digit(tmp_path, parts, wanted):
    assert _text(tmp_path, *parts) == wanted


def test_a_raised_mark_of_html_is_no_digit(tmp_path):
    path = tmp_path / "raised.html"
    path.write_text(
        "<html><body><p>Tối đa 18<sup><a>1</a></sup> tín chỉ, phòng 40 m<sup>2</sup></p></body></html>", "utf-8"
    )
    assert arrange(read(identify(path))).content.strip() == "Tối đa 18 tín chỉ, phòng 40 m²"
