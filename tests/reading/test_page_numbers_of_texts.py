"""Text files without form feeds: lines that only number a page end it, other numbers do not."""

import pytest

from extractors.arranging import arrange
from extractors.reading.files.plain import pages_of
from models.page import Grid

LINE = "Sinh viên lớp {} nộp hồ sơ vay vốn tại phòng {} của nhà A."
PAGES = ["\n".join(LINE.format(f"{chr(65 + p) * 5}", n) for n in range(9)) for p in range(4)]
ROWS = "\n".join(f"{n}\tMôn {n}\t{n + 1}" for n in range(1, 4))
HEAD = "TT\tTên học phần\tSố tín chỉ"


@pytest.mark.parametrize("form", ["{}", "- {} -", "Trang {}/4", "Стор. {}", "{} / 4 бет"])
def test_numbers_that_count_pages_end_them(form):
    text = "\n\n".join(f"{page}\n\n{form.format(n)}" for n, page in enumerate(PAGES, 1)) + "\n\nHết."
    pages = pages_of(text)
    assert len(pages) == 5 and sum(len(page.blocks) for page in pages) == len(text.split("\n"))
    body = [line for line in arrange(pages).lines if line.role == "body"]
    assert len([line for line in body if line.end > line.start]) == 4 * 9 + 1


def test_a_number_between_rows_of_a_table_is_no_row():
    pages = pages_of(f"{HEAD}\n{ROWS}\n\n7\n\n{ROWS}\n{ROWS}")
    assert [len(page.blocks) for page in pages] == [3, 2]
    assert all(isinstance(page.blocks[n], Grid) for page, n in zip(pages, (0, 1), strict=True))
    assert pages[0].blocks[2].role == "furniture"


def test_numbers_of_a_list_or_out_of_order_end_nothing():
    listed = "\n\n".join(f"{n}\n\nMôn học số {n}" for n in range(1, 9))
    assert len(pages_of(listed)) == 1
    assert (
        len(
            pages_of("\n\n".join(f"{page}\n\n{n}" for n, page in zip((40, 12, 75, 3), PAGES, strict=True)) + "\n\nHết.")
        )
        == 1
    )
    assert len(pages_of("\n\n".join(f"{page}\n{n}" for n, page in enumerate(PAGES, 1)) + "\nHết.")) == 1


def test_three_numbers_that_count_whole_pages_end_them_without_empty_lines():
    whole = [f"{page}\n{page.upper()}\n{page.lower()}" for page in (*PAGES, PAGES[0])]
    text = "\n".join(f"{page}\n{n}" for n, page in enumerate(whole[1:], 2)) + "\nHết."
    pages = pages_of(text)
    assert len(pages) == 5 and pages[0].blocks[-1].role == "furniture"
    assert len(pages_of("\n".join(f"{page}\n{n}" for n, page in enumerate(whole[:2], 2)) + "\nHết.")) == 1


@pytest.mark.parametrize(
    ("line", "read"),
    [
        ("Học  viên nộp  đơn trước kỳ  2", "Học viên nộp đơn trước kỳ 2"),
        ("NỘI  QUY  PHÒNG  THÍ NGHIỆM", "NỘI QUY PHÒNG THÍ NGHIỆM"),
        ("Người lập  Người duyệt", "Người lập  Người duyệt"),
        ("Ghế   12 chiếc", "Ghế   12 chiếc"),
    ],
)
def test_spaces_that_justify_a_line_become_one(line, read):
    assert pages_of(line)[0].blocks[0].as_text() == read
