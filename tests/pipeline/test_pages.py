"""What is written page by page: searchable PDF, hOCR, ALTO; each says what the repaired text says, where it stands."""

import io
import re
import shutil
import subprocess
from pathlib import Path

import pdfplumber
import pikepdf
import pypdfium2
import pytest
from lxml import etree
from PIL import Image, ImageDraw
from reportlab.pdfgen.canvas import Canvas

from extractors.arranging import arrange
from extractors.reading import ReadingOptions, identify, read
from extractors.reading.processes.apart import draw
from models.edits import Edit
from models.errors import UnsupportedKind
from models.page import Box, Cell, Grid, Line, Page, Placement, Word
from normalizers.repair import repair_text
from pipeline.cli.app import run
from pipeline.pages.layout import lay_out
from pipeline.pages.searchable import look_alike, write_searchable
from pipeline.pages.writing import write_pages
from pipeline.steps import Legible
from tests.samples.floors import DOCUMENTS
from tests.samples.recording import recorded

OPTIONS = ReadingOptions()


def legible(name):
    """Return a sample as OCR read it once, arranged and repaired."""
    pages = recorded(name)
    text, doubts = repair_text(arrange(pages))
    return Legible(identify(DOCUMENTS / name), pages, text, doubts)


def copied(path):
    """Return the words that a viewer copies out of a PDF, in the order that it has them."""
    document = pypdfium2.PdfDocument(path)
    try:
        return " ".join(page.get_textpage().get_text_range() for page in document).split()
    finally:
        document.close()


def places(path):
    """Return where the words of a PDF stand, from the upper left of what a viewer shows."""
    (page,) = read(identify(path))
    words = [w for block in page.blocks for w in (block.words if isinstance(block, Line) else ())]
    return {word.text: page.on_sheet(word.box) for word in words}


def page_of(*rows, **more):
    """Return a page of lines of words at (x, y)."""
    lines = tuple(
        Line(tuple(Word(text, Box(x, y, x + 6 * len(text), y + 12), 0.9) for text, x, y in row)) for row in rows
    )
    return Page(1, lines, 400.0, 500.0, route="ocr", mean_confidence=0.9, **more)


@pytest.mark.parametrize("name", ["vi_decision_programme_scan.pdf", "vi_decision_programme_layered.pdf"])
def test_what_is_copied_is_the_repaired_text_and_what_is_seen_stays(name, tmp_path):
    document = legible(name)
    out = tmp_path / "out.pdf"
    written = write_pages(document, OPTIONS, pdf=out, hocr=None, alto=None)
    assert copied(out) == document.text.content.split()
    assert written.laid == [1, 2, 3] and not written.drawn
    source = DOCUMENTS / name
    assert all(look_alike(identify(source), identify(out), number, OPTIONS) for number in (1, 2, 3))
    with pikepdf.open(source) as before, pikepdf.open(out) as after:
        for one, two in zip(before.pages, after.pages, strict=True):
            pictures = [
                sorted(image.read_raw_bytes() for image in page.get_images(recursive=False).values())
                for page in (one, two)
            ]
            assert pictures[0] == pictures[1]


def test_a_sound_page_stays_as_it_is_and_a_garbled_one_is_shown_as_a_picture(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 500))
    for line in ("Sound words that are seen", "C[n cf Lupt Gi6o dgc"):
        canvas.drawString(50, 400, line)
        canvas.showPage()
    canvas.save()
    seen = page_of([("Căn", 50, 88), ("cứ", 80, 88), ("Luật", 100, 88)])
    pages = (Page(1, seen.blocks, 400.0, 500.0), Page(2, seen.blocks, 400.0, 500.0, route="ocr"))
    source = identify(tmp_path / "a.pdf")
    written = write_searchable(source, lay_out(arrange(pages), pages), tmp_path / "out.pdf", OPTIONS)
    assert (written.kept, written.drawn) == ([1], [2])
    assert copied(tmp_path / "out.pdf") == ["Sound", "words", "that", "are", "seen", "Căn", "cứ", "Luật"]
    ink = [(255 - draw(identify(tmp_path / name), 2, 100, OPTIONS)).sum() for name in ("a.pdf", "out.pdf")]
    assert ink[0] > 0 and ink[1] == pytest.approx(ink[0], rel=0.1)


def test_an_old_layer_within_a_drawing_is_taken_off(tmp_path):
    canvas = Canvas(str(tmp_path / "a.pdf"), pagesize=(400, 500))
    canvas.beginForm("layer")
    hidden = canvas.beginText(50, 400)
    hidden.setTextRenderMode(3)
    hidden.textLine("old words")
    canvas.drawText(hidden)
    canvas.endForm()
    canvas.doForm("layer")
    canvas.rect(10, 10, 90, 90, fill=1)
    canvas.save()
    pages = (page_of([("new", 50, 88)]),)
    write_searchable(identify(tmp_path / "a.pdf"), lay_out(arrange(pages), pages), tmp_path / "out.pdf", OPTIONS)
    assert copied(tmp_path / "out.pdf") == ["new"]


@pytest.mark.parametrize("rotate", [0, 90, 180, 270])
def test_words_lie_where_they_are_seen_on_turned_and_cropped_pages(tmp_path, rotate):
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page(page_size=(700, 800))
        page.obj.CropBox, page.obj.Rotate = [100, 50, 500, 550], rotate
        pdf.save(tmp_path / "a.pdf")
    size = (400.0, 500.0) if rotate in (0, 180) else (500.0, 400.0)
    page = page_of([("Quyết", 60, 100), ("định", 120, 100)], [("Điều", 60, 300)])
    pages = (Page(1, page.blocks, *size, route="ocr"),)
    write_searchable(identify(tmp_path / "a.pdf"), lay_out(arrange(pages), pages), tmp_path / "out.pdf", OPTIONS)
    assert copied(tmp_path / "out.pdf") == [
        "Quyết",
        "định",
        "Điều",
    ]  # also on its side
    found = places(tmp_path / "out.pdf")
    for text, x, y in (("Quyết", 60, 100), ("Điều", 60, 300)):
        box = found[text]
        assert (box.x0, box.y0, box.x1) == pytest.approx((x, y, x + 6 * len(text)), abs=3)


def test_words_of_a_page_that_was_laid_flat_follow_the_sheet(tmp_path):
    lies = Placement(500.0, 400.0, (0, -1, 450.0, 1, 0, 20.0, 0, 0, 1.0))  # a quarter turn and a margin
    page = page_of([("Quyết", 60, 100), ("định", 120, 100)], placement=lies)
    (laid,) = lay_out(arrange((page,)), (page,))
    word = laid.lines[0].words[0]
    assert (laid.width, laid.height) == (500.0, 400.0)
    assert word.box == Box(450 - 112, 80, 450 - 100, 110)
    assert (word.start, word.end) == ((338, 80), (338, 110))


def test_a_photo_is_embedded_as_it_came_with_its_words_where_they_are_seen(tmp_path):
    picture = Image.new("RGB", (500, 400), "white")
    ImageDraw.Draw(picture).rectangle((30, 40, 90, 60), fill="black")
    exif = Image.Exif()
    exif[0x0112] = 6
    picture.save(tmp_path / "a.jpg", exif=exif)
    page = page_of([("Quyết", 60, 100)])
    pages = (Page(1, page.blocks, 400.0, 500.0, route="ocr"),)
    source = identify(tmp_path / "a.jpg")
    write_searchable(source, lay_out(arrange(pages), pages), tmp_path / "out.pdf", OPTIONS)
    with pikepdf.open(tmp_path / "out.pdf") as pdf:
        (image,) = pdf.pages[0].get_images().values()
        assert image.read_raw_bytes() == (tmp_path / "a.jpg").read_bytes()
    assert places(tmp_path / "out.pdf")["Quyết"].x0 == pytest.approx(60, abs=2)


def test_every_frame_of_a_tiff_becomes_a_page(tmp_path):
    frames = [Image.new("1", (400, 500), 1), Image.new("L", (400, 500), 90)]
    frames[0].save(tmp_path / "a.tif", save_all=True, append_images=frames[1:])
    words = page_of([("Điều", 60, 100)]).blocks
    pages = tuple(Page(number, words, 400.0, 500.0, route="ocr") for number in (1, 2))
    written = write_searchable(
        identify(tmp_path / "a.tif"), lay_out(arrange(pages), pages), tmp_path / "out.pdf", OPTIONS
    )
    assert written.laid == [1, 2] and copied(tmp_path / "out.pdf") == ["Điều", "Điều"]


def test_words_whose_boxes_overlap_or_touch_are_copied_apart(tmp_path):
    row = [("Quyết", 60, 100), ("định", 84, 100), ("số", 108, 101), ("214/QĐ-", 119, 100), ("TTg", 120, 100)]
    row.append(("ngày", 260, 100))
    with pikepdf.new() as pdf:
        pdf.add_blank_page(page_size=(400, 500))
        pdf.save(tmp_path / "a.pdf")
    pages = (page_of(row),)
    write_searchable(identify(tmp_path / "a.pdf"), lay_out(arrange(pages), pages), tmp_path / "out.pdf", OPTIONS)
    assert copied(tmp_path / "out.pdf") == [text for text, _, _ in row]
    with pdfplumber.open(tmp_path / "out.pdf") as pdf:
        assert pdf.pages[0].extract_text().split() == [text for text, _, _ in row]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="no Poppler")
def test_poppler_copies_the_same(tmp_path):
    document = legible("vi_decision_programme_scan.pdf")
    write_pages(document, OPTIONS, pdf=tmp_path / "out.pdf", hocr=None, alto=None)
    said = subprocess.run(["pdftotext", "-raw", tmp_path / "out.pdf", "-"], capture_output=True, check=True, text=True)
    assert said.stdout.split() == document.text.content.split()


def test_split_and_joined_words_share_the_boxes_of_what_they_were():
    page = page_of([("Điềul.", 60, 100), ("Q", 120, 100), ("uyết", 130, 100), ("định", 170, 100)])
    text = arrange((page,))
    edits = (Edit(0, 6, "Điềul.", "Điều 1.", "x"), Edit(7, 13, "Q uyết", "Quyết", "x"))
    (laid,) = lay_out(text.repaired(edits), (page,))
    words = {word.text: word.box for word in laid.lines[0].words}
    assert list(words) == ["Điều", "1.", "Quyết", "định"]
    assert words["Điều"].x0 == 60 and words["Điều"].x1 < words["1."].x0 and words["1."].x1 == 96
    assert words["Quyết"] == Box(120, 100, 154, 112)


def test_cells_are_lines_of_their_own_in_the_order_of_the_text(tmp_path):
    def cell(row, column, *texts):
        x, y = 50 + 100 * column, 50 + 40 * row
        lines = [Line((Word(text, Box(x, y + 14 * n, x + 30, y + 14 * n + 10)),)) for n, text in enumerate(texts)]
        return Cell(row, column, tuple(lines))

    grid = Grid((cell(0, 0, "Mã"), cell(0, 1, "Tên", "môn"), cell(1, 0, "M1"), cell(1, 1, "Toán")))
    page = Page(1, (grid,), 400.0, 500.0, route="ocr")
    (laid,) = lay_out(arrange((page,)), (page,))
    assert [[w.text for w in line.words] for line in laid.lines] == [["Mã"], ["Tên"], ["môn"], ["M1"], ["Toán"]]
    assert len({line.block for line in laid.lines}) == 1 and all(line.table for line in laid.lines)


def test_hocr_and_alto_say_the_same_words_within_the_page(tmp_path):
    document = legible("vi_decision_programme_scan.pdf")
    write_pages(document, OPTIONS, pdf=None, hocr=tmp_path / "hocr", alto=tmp_path / "alto")
    alto, html = "{http://www.loc.gov/standards/alto/ns-v4#}", "{http://www.w3.org/1999/xhtml}"
    said: dict[str, list[str]] = {"alto": [], "hocr": []}
    for path in sorted((tmp_path / "alto").iterdir()):
        root = etree.parse(str(path)).getroot()
        assert root.tag == f"{alto}alto" and root.find(f"{alto}Description/{alto}MeasurementUnit").text == "pixel"
        page = root.find(f"{alto}Layout/{alto}Page")
        assert page.get("ID") and page.get("PHYSICAL_IMG_NR")
        marks = [node.get("ID") for node in root.iter() if node.get("ID")]
        assert len(set(marks)) == len(marks)
        for line in root.iter(f"{alto}TextLine"):
            words = line.findall(f"{alto}String")
            assert len(line.findall(f"{alto}SP")) == len(words) - 1
            said["alto"] += [word.get("CONTENT") for word in words]
            for word in words:
                assert 0.0 <= float(word.get("WC")) <= 1.0
                assert int(word.get("HPOS")) + int(word.get("WIDTH")) <= int(page.get("WIDTH"))
    for path in sorted((tmp_path / "hocr").iterdir()):
        root = etree.parse(str(path)).getroot()
        assert root.tag == f"{html}html" and b"ocr-system" in path.read_bytes()
        for span in root.iter(f"{html}span"):
            if span.get("class") == "ocrx_word":
                assert re.fullmatch(r"bbox \d+ \d+ \d+ \d+; x_wconf \d+", span.get("title"))
                said["hocr"].append(span.text)
    assert said["alto"] == said["hocr"] == document.text.content.split()


def test_the_command_says_what_it_cannot_do(tmp_path, capsys):
    (tmp_path / "a.txt").write_text("Điều 1. Ban hành quy định này.\n")
    assert run(["pages", str(tmp_path / "a.txt"), "--pdf", str(tmp_path / "b.pdf")]) == 3
    assert "save it as PDF first" in capsys.readouterr().err
    assert run(["pages", str(tmp_path / "a.txt")]) == 2
    with pytest.raises(UnsupportedKind):
        write_searchable(identify(tmp_path / "a.txt"), (), tmp_path / "b.pdf", OPTIONS)


def test_the_command_writes_all_three(tmp_path, capsys):
    canvas = Canvas(str(tmp_path / "a.pdf"))
    canvas.drawString(72, 700, "Article 1. The rules take effect on signing by the rector of the university.")
    canvas.save()
    out = tmp_path / "out"
    asked = ["pages", str(tmp_path / "a.pdf"), "--pdf", str(out / "a.pdf"), "--hocr", str(out), "--alto", str(out)]
    assert run(asked) == 0
    assert sorted(path.name for path in out.iterdir()) == ["a-0001.hocr", "a-0001.xml", "a.pdf"]
    assert "1 left with the text" in capsys.readouterr().err
    assert io.BytesIO((out / "a.pdf").read_bytes()).read(5) == b"%PDF-"
    assert run([*asked[:2], "--pdf", str(Path(asked[1]))]) == 2
