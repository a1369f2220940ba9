"""DOCX: scans of pages and tables pasted in as pictures are read; logos are not, and a lost picture loses no text."""

import io
import zipfile
from pathlib import Path

import docx
import pytest
from docx.shared import Cm
from PIL import Image, ImageDraw, ImageFont

from extractors.reading import identify, read
from extractors.reading.files.drawing import drawn
from extractors.reading.files.word import pasted
from extractors.reading.options import ReadingOptions
from models.errors import DamagedFile
from models.page import Line, Page
from samples.fonts import font_file

LINES = (
    "THÔNG BÁO",
    "Về việc nộp học phí học kỳ một",
    "Sinh viên nộp học phí tại phòng tài vụ",
    "trước ngày khai giảng của học kỳ.",
    "Người nộp muộn báo cho cố vấn học tập",
    "và làm đơn gửi phòng đào tạo của trường.",
    "Phòng tài vụ trả lời đơn trong một tuần.",
    "Các khoa phổ biến cho sinh viên biết.",
)


def printed(wide: int, high: int) -> io.BytesIO:
    image = Image.new("L", (wide, high), "white")
    pen, font = ImageDraw.Draw(image), ImageFont.truetype(str(font_file("DejaVu Serif")), 34)
    for number, line in enumerate(LINES):
        pen.text((120, 80 + 60 * number), line, "black", font)
    file = io.BytesIO()
    image.save(file, "PNG", dpi=(200, 200))
    return io.BytesIO(file.getvalue())


def pages_of(document: "docx.document.Document", path: Path) -> tuple[Page, ...]:
    document.save(str(path))
    return read(identify(path))


def texts(page: Page) -> list[str]:
    return [block.as_text() for block in page.blocks if isinstance(block, Line)]


def test_a_scan_that_fills_a_page_is_a_page_with_its_picture(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_picture(printed(1654, 2339), width=Cm(15))
    document.add_paragraph("Phụ lục đánh máy")
    scan, typed = pages_of(document, tmp_path / "a.docx")
    assert (scan.number, scan.route, typed.number, typed.route) == (1, "ocr", 2, "text_layer")
    assert texts(scan)[:3] == list(LINES[:3]) and texts(typed) == ["Phụ lục đánh máy"]
    assert all(word.box for block in scan.blocks if isinstance(block, Line) for word in block.words)
    source = identify(tmp_path / "a.docx")
    assert pasted(source, 2, ReadingOptions()) is None and drawn(source, 2, 50) is None
    image = drawn(source, 1, 50)
    assert image is not None and image.shape[0] > image.shape[1]


def test_print_in_a_picture_stands_where_the_picture_stood(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Trước")
    document.add_picture(printed(1300, 600), width=Cm(14))
    document.add_paragraph("Sau")
    document.add_picture(printed(1300, 600), width=Cm(2))
    (page,) = pages_of(document, tmp_path / "a.docx")
    assert texts(page) == ["Trước", *LINES, "Sau"]
    assert not any(word.box for block in page.blocks if isinstance(block, Line) for word in block.words)


@pytest.mark.parametrize(("wide", "noted"), [(14, 1), (2, 0)])
def test_a_picture_that_the_file_has_lost_loses_no_text(tmp_path: Path, wide: int, noted: int) -> None:
    document = docx.Document()
    document.add_paragraph("Còn nguyên")
    document.add_picture(printed(1300, 600), width=Cm(wide))
    document.save(str(tmp_path / "whole.docx"))
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole, zipfile.ZipFile(tmp_path / "a.docx", "w") as part:
        for name in whole.namelist():
            if "media/" not in name:
                part.writestr(name, whole.read(name))
    (page,) = read(identify(tmp_path / "a.docx"))
    assert texts(page) == ["Còn nguyên"]
    assert [note.kind for note in page.notes] == ["unread"] * noted


def test_a_part_of_the_text_that_is_lost_is_damage(tmp_path: Path) -> None:
    docx.Document().save(str(tmp_path / "whole.docx"))
    with zipfile.ZipFile(tmp_path / "whole.docx") as whole, zipfile.ZipFile(tmp_path / "a.docx", "w") as part:
        for name in whole.namelist():
            if name != "word/styles.xml":
                part.writestr(name, whole.read(name))
    with pytest.raises(DamagedFile):
        read(identify(tmp_path / "a.docx"))
