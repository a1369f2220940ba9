"""Pages in processes of their own: a poison page fails alone, within its bounds, and says why."""

import os
import time
import zlib

import pikepdf
import pytest
from PIL import Image
from reportlab.pdfgen.canvas import Canvas

from extractors.reading import ReadingOptions, identify, read
from extractors.reading.files import pdf as pdf_reader
from extractors.reading.processes import apart
from extractors.reading.processes import pool as page_processes
from extractors.reading.processes.apart import draw
from extractors.reading.processes.asking import Given
from extractors.reading.processes.pool import Lost
from models.errors import DamagedFile, EncryptedFile, TooLarge
from models.page import Line, Page

SMALL = ReadingOptions(languages="vie", page_bytes=400 << 20)
HASTY = ReadingOptions(languages="vie", draw_seconds=6.0)


def pdf_of(path, pages=3):
    """Write a PDF with a line on each page."""
    canvas = Canvas(str(path))
    for number in range(pages):
        canvas.drawString(72, 700, f"Page number {number + 1} says that the rules take effect on signing.")
        canvas.showPage()
    canvas.save()
    return path


def poisoned(path, content, filters="/FlateDecode"):
    """Write a PDF whose second of three pages has that content."""
    pdf_of(path)
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        stream = pikepdf.Stream(pdf, content)
        stream.Filter = pikepdf.Array([pikepdf.Name(name) for name in filters.split()])
        pdf.pages[1].obj.Contents = pdf.make_indirect(stream)
        pdf.save(path)
    return path


def said(page):
    return " ".join(block.as_text() for block in page.blocks if isinstance(block, Line))


def test_a_page_that_unpacks_to_gigabytes_costs_itself_alone(tmp_path):
    packer = zlib.compressobj(1)
    bomb = b"".join(packer.compress(bytes(1 << 24)) for _ in range(26)) + packer.flush()
    path = poisoned(tmp_path / "bomb.pdf", zlib.compress(bomb, 9), "/FlateDecode /FlateDecode")
    first, second, third = read(identify(path), SMALL)
    assert "number 1" in said(first) and "number 3" in said(third)
    assert not second.blocks and [note.kind for note in second.notes] == ["unread"]
    assert "parsing" in second.notes[0].message and "memory" in second.notes[0].message


@pytest.mark.parametrize("read_in_time", [0, 2])
def test_when_time_is_up_what_was_read_stands_and_the_rest_says_so(tmp_path, monkeypatch, read_in_time):
    asked = []

    def sooner(options, what, kind, *arguments):
        asked.append(what)
        return apart._here(what, pdf_reader, *arguments)

    def clock():
        return 10.0 if asked.count("page") >= read_in_time else 0.0

    monkeypatch.setattr(apart, "_asked", sooner)
    monkeypatch.setattr(apart.time, "monotonic", clock)
    path, options = pdf_of(tmp_path / "long.pdf", 4), ReadingOptions(languages="vie", apart=False, until=5.0)
    if not read_in_time:
        with pytest.raises(TooLarge, match="time allowed"):
            read(identify(path), options)
        return
    pages = read(identify(path), options)
    assert [bool(page.blocks) for page in pages] == [True, True, False, False]
    assert [note.kind for page in pages for note in page.notes] == ["untried", "untried"]


def test_a_page_that_takes_for_ever_is_ended_by_its_alarm(tmp_path):
    path = poisoned(tmp_path / "slow.pdf", zlib.compress(b"0 0 m 9 9 l S " * 1_000_000))
    started = time.monotonic()
    pages = read(identify(path), HASTY)
    assert time.monotonic() - started < 90
    assert [bool(page.blocks) for page in pages] == [True, False, True]
    assert "more time" in pages[1].notes[0].message


def test_a_process_that_dies_is_replaced_and_takes_its_group_along(tmp_path, monkeypatch):
    path = pdf_of(tmp_path / "a.pdf")
    source = identify(path)
    page_processes.ask_apart(1 << 30, ("count", "pdf", source, SMALL))
    (process,) = [p for p in page_processes._idle if p.most_bytes == 1 << 30]
    assert os.getpgid(process.child.pid) == process.child.pid
    os.kill(process.child.pid, 11)
    process.child.wait()
    assert page_processes.ask_apart(1 << 30, ("count", "pdf", source, SMALL)) == 3


@pytest.mark.parametrize(
    ("failing", "asked", "admitted"),
    [
        ({"whole": "parsing"}, ["whole", "image"], "image alone"),
        ({"whole": "drawing"}, ["whole", "low"], "half the resolution"),
        ({"whole": "reading", "low": "reading"}, ["whole", "low", "layer"], "text layer alone"),
        ({"whole": "reading", "low": "drawing", "layer": "parsing"}, ["whole", "low", "layer"], "could not be read"),
    ],
)
def test_what_is_lost_is_tried_again_with_less(tmp_path, monkeypatch, failing, asked, admitted):
    tried = []

    def answer(options, what, kind, *arguments):
        if what == "count":
            return 1
        tried.append(arguments[0].how)
        if tried[-1] in failing:
            raise Lost(failing[tried[-1]], "ended by SIGSEGV")
        return Given(Page(1, (Line((), text="Điều 1"),), reason="read"))

    monkeypatch.setattr(apart, "_asked", answer)
    source = identify(pdf_of(tmp_path / "a.pdf", 1))
    if "could not" in admitted:
        with pytest.raises(DamagedFile, match="SIGSEGV"):
            read(source)
    else:
        (page,) = read(source)
        assert admitted in page.reason and page.notes[0].kind == "unread"
    assert tried == asked


def test_time_for_a_page_shrinks_where_many_are_lost(tmp_path, monkeypatch):
    seconds = []

    def answer(options, what, kind, *arguments):
        if what == "count":
            return 8
        seconds.append(arguments[0].options.sheet_seconds)
        if arguments[0].number < 8:
            raise Lost("opening", "no")
        return Given(Page(8, (Line((), text="Điều 1"),)))

    monkeypatch.setattr(apart, "_asked", answer)
    pages = read(identify(pdf_of(tmp_path / "a.pdf", 1)))
    assert seconds == sorted(seconds, reverse=True) and seconds[-1] == 100 and len(pages) == 8


def test_typed_errors_come_through_whole(tmp_path):
    path = pdf_of(tmp_path / "a.pdf")
    with pikepdf.open(path, allow_overwriting_input=True) as pdf:
        pdf.save(path, encryption=pikepdf.Encryption(user="secret", owner="secret"))
    with pytest.raises(EncryptedFile, match="password") as caught:
        read(identify(path))
    assert caught.value.where == str(path) and caught.value.advice
    Image.new("L", (9000, 9000), 255).save(tmp_path / "wide.png")
    with pytest.raises(TooLarge, match="9000 x 9000"):
        read(identify(tmp_path / "wide.png"), ReadingOptions(max_pixels=10_000_000))


def test_apart_and_in_this_process_the_same_is_read(tmp_path):
    source = identify(pdf_of(tmp_path / "a.pdf"))
    here, there = read(source, ReadingOptions(apart=False)), read(source, ReadingOptions(jobs=2))
    assert [(p.number, p.blocks) for p in here] == [(p.number, p.blocks) for p in there]


def test_an_edited_file_of_the_same_name_is_read_anew(tmp_path):
    assert len(read(identify(pdf_of(tmp_path / "a.pdf", 3)))) == 3
    assert len(read(identify(pdf_of(tmp_path / "a.pdf", 2)))) == 2


def test_a_page_that_cannot_be_parsed_is_read_from_its_image_and_costs_no_other(tmp_path, monkeypatch):
    with pikepdf.open(pdf_of(tmp_path / "a.pdf"), allow_overwriting_input=True) as pdf:
        pdf.pages[1].obj.MediaBox = pikepdf.Name("/Nothing")
        pdf.save(tmp_path / "a.pdf")
    monkeypatch.setattr(pdf_reader, "read_sheet", lambda sheet, options: Page(sheet.number, (Line((), text="seen"),)))
    pages = read(identify(tmp_path / "a.pdf"), ReadingOptions(apart=False))
    assert [said(page).split()[:3] for page in pages] == [["Page", "number", "1"], ["seen"], ["seen"]]
    assert "image alone" in pages[1].reason and not pages[0].notes


def test_every_frame_of_a_tiff_is_a_page_and_a_page_is_drawn_as_it_is_shown(tmp_path):
    frames = [Image.new("L", (300, 400), shade) for shade in (255, 200, 120)]
    frames[0].save(tmp_path / "a.tif", save_all=True, append_images=frames[1:])
    source = identify(tmp_path / "a.tif")
    assert [int(draw(source, number, 300)[5, 5]) for number in (1, 2, 3)] == [255, 200, 120]
    assert draw(source, 4, 300) is None
    exif = Image.Exif()
    exif[0x0112] = 6
    Image.new("L", (300, 400), 255).save(tmp_path / "a.jpg", exif=exif)
    assert draw(identify(tmp_path / "a.jpg"), 1, 300).shape == (300, 400)
