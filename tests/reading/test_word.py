"""DOCX: what Word prints but does not write, merged cells, layout tables."""

from pathlib import Path

import docx
import pytest
from docx.enum.text import WD_BREAK
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.oxml import OxmlElement, parse_xml

from extractors.reading import identify, read
from extractors.reading.files.word import KINDS
from extractors.reading.files.word_numbering import written
from models.errors import DamagedFile
from models.page import Grid, Line


def blocks_of(document: "docx.document.Document", path: Path) -> list[Line | Grid]:
    document.save(str(path))
    return [block for page in read(identify(path)) for block in page.blocks]


def texts(blocks: list[Line | Grid]) -> list[str]:
    return [block.as_text() for block in blocks if isinstance(block, Line)]


def test_numbers_that_word_prints_are_read(tmp_path: Path) -> None:
    document = docx.Document()
    for text in ("Mục tiêu", "Nội dung"):
        document.add_paragraph(text, style="List Number")
    document.add_paragraph("Ghi chú", style="List Bullet")
    assert texts(blocks_of(document, tmp_path / "a.docx")) == ["1. Mục tiêu", "2. Nội dung", "- Ghi chú"]


@pytest.mark.parametrize("kind", KINDS)
def test_templates_and_files_with_macros_are_word_files_too(tmp_path: Path, kind: str) -> None:
    document = docx.Document()
    document.add_paragraph("Điều 1. Phạm vi")
    document.part._content_type = kind
    assert texts(blocks_of(document, tmp_path / "a.dotx")) == ["Điều 1. Phạm vi"]


def test_a_page_ends_at_an_explicit_break(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Trang một").add_run().add_break(WD_BREAK.PAGE)
    document.add_paragraph("Trang hai")
    document.save(str(tmp_path / "a.docx"))
    pages = read(identify(tmp_path / "a.docx"))
    assert [texts(list(page.blocks)) for page in pages] == [["Trang một"], ["Trang hai"]]


def test_merged_cells_span(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(3, 3)
    for row in range(3):
        for column in range(3):
            table.cell(row, column).text = f"{row}{column}"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(0, 0).merge(table.cell(1, 0))
    (grid,) = [block for block in blocks_of(document, tmp_path / "a.docx") if isinstance(block, Grid)]
    spans = {(cell.row, cell.column): (cell.row_span, cell.column_span) for cell in grid.cells}
    assert spans[(0, 0)] == (2, 1) and spans[(0, 1)] == (1, 2) and (1, 0) not in spans and len(grid.cells) == 7


W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
BOX = (
    f'<w:r xmlns:w="{W}" xmlns:v="urn:schemas-microsoft-com:vml"><w:pict><v:shape><v:textbox><w:txbxContent>'
    "<w:p><w:r><w:t>Số: 12/QĐ-ĐH</w:t></w:r></w:p></w:txbxContent></v:textbox></v:shape></w:pict></w:r>"
)


def test_text_boxes_are_read_in_the_text_and_in_cells(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Quyết định")._p.append(parse_xml(BOX))
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "Ô"
    table.cell(0, 1).paragraphs[0]._p.append(parse_xml(BOX))
    blocks = blocks_of(document, tmp_path / "a.docx")
    assert texts(blocks) == ["Quyết định", "Số: 12/QĐ-ĐH"]
    (grid,) = [block for block in blocks if isinstance(block, Grid)]
    assert [[line.as_text() for line in cell.lines] for cell in grid.cells] == [["Ô"], ["Số: 12/QĐ-ĐH"]]


def test_footnotes_stand_in_the_margin_of_the_last_page(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Điều 1. Học phần được miễn")
    note = f'<w:footnotes xmlns:w="{W}"><w:footnote w:id="2"><w:p><w:r><w:t>Theo Quyết định 5</w:t></w:r></w:p>'
    part = Part(
        PackURI("/word/footnotes.xml"),
        "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml",
        f"{note}</w:footnote></w:footnotes>".encode(),
        document.part.package,
    )
    document.part.relate_to(part, "http://schemas.openxmlformats.org/officeDocument/2006/relationships/footnotes")
    lines = [block for block in blocks_of(document, tmp_path / "a.docx") if isinstance(block, Line)]
    assert [(line.as_text(), line.role) for line in lines][-1] == ("Theo Quyết định 5", "margin")


def test_deleted_text_is_out_and_inserted_text_in(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph("Thời gian: ")
    for tag, inner, text in (("w:del", "w:delText", "ba năm"), ("w:ins", "w:t", "bốn năm")):
        change, run, words = OxmlElement(tag), OxmlElement("w:r"), OxmlElement(inner)
        words.text = text
        run.append(words)
        change.append(run)
        paragraph._p.append(change)
    assert texts(blocks_of(document, tmp_path / "a.docx")) == ["Thời gian: bốn năm"]


def test_hidden_text_is_out_and_capitals_are_read_as_printed(tmp_path: Path) -> None:
    document = docx.Document()
    paragraph = document.add_paragraph()
    paragraph.add_run("Chủ nhiệm khoa").font.all_caps = True
    paragraph.add_run(" bản nháp 3").font.hidden = True
    paragraph.add_run(" ký").font.hidden = False
    assert texts(blocks_of(document, tmp_path / "a.docx")) == ["CHỦ NHIỆM KHOA ký"]


def test_a_frame_of_one_cell_within_a_cell_leaves_the_table_one(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(2, 2)
    for row, names in enumerate((("Tên học phần", "Số tín chỉ"), ("Vẽ kỹ thuật", "3"))):
        for column, name in enumerate(names):
            table.cell(row, column).text = name
    table.cell(1, 0).text = ""
    table.cell(1, 0).add_table(1, 1).cell(0, 0).text = "Vẽ kỹ thuật"
    (grid,) = blocks_of(document, tmp_path / "a.docx")
    assert isinstance(grid, Grid)
    assert [cell.lines[0].as_text() for cell in grid.cells] == ["Tên học phần", "Số tín chỉ", "Vẽ kỹ thuật", "3"]


def test_a_truncated_docx_is_damaged(tmp_path: Path) -> None:
    document = docx.Document()
    document.add_paragraph("Điều 1")
    document.save(str(tmp_path / "whole.docx"))
    source = identify(tmp_path / "whole.docx")
    whole = (tmp_path / "whole.docx").read_bytes()
    (tmp_path / "whole.docx").write_bytes(whole[: len(whole) // 2])
    with pytest.raises(DamagedFile):
        read(source)


@pytest.mark.parametrize(
    ("number", "form", "expected"),
    [
        (4, "lowerRoman", "iv"),
        (28, "lowerLetter", "bb"),
        (3, "russianLower", "в"),
        (7, "decimalZero", "07"),
        (9, "?", "9"),
    ],
)
def test_number_formats(number: int, form: str, expected: str) -> None:
    assert written(number, form) == expected


def test_rows_beside_an_inner_table_stay_rows_and_in_order(tmp_path: Path) -> None:
    document = docx.Document()
    table = document.add_table(rows=3, cols=2)
    for row, words in zip(table.rows, (("Кредити", "4"), ("Джерела", ""), ("Семестр", "5")), strict=True):
        for cell, word in zip(row.cells, words, strict=True):
            cell.text = word
    label = table.rows[1].cells[0].paragraphs[0].runs[0]
    label._r.insert(0, OxmlElement("w:lastRenderedPageBreak"))
    inner = table.rows[1].cells[1].add_table(rows=1, cols=2)
    inner.rows[0].cells[0].text, inner.rows[0].cells[1].text = "Книга", "2015"
    document.save(tmp_path / "inner.docx")
    blocks = [block for page in read(identify(tmp_path / "inner.docx")) for block in page.blocks]
    tables = [[line.as_text() for c in b.cells for line in c.lines] for b in blocks if isinstance(b, Grid)]
    assert tables == [["Кредити", "4"], ["Книга", "2015"], ["Семестр", "5"]]
    assert [b.as_text() for b in blocks if isinstance(b, Line)] == ["Джерела"]
    assert [isinstance(b, Line) for b in blocks] == [False, True, False, False]


def test_words_of_doubled_signs_are_read_once(tmp_path: Path) -> None:
    made = docx.Document()
    made.add_paragraph("PPHHÓÓ GGIIÁÁMM ĐĐỐỐCC")
    (line,) = blocks_of(made, tmp_path / "stamped.docx")
    assert isinstance(line, Line) and [word.text for word in line.words] == ["PHÓ", "GIÁM", "ĐỐC"]
