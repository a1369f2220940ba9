"""What a file is, by its bytes; what bad input gets."""

import os
import zipfile

import pytest
from PIL import Image

from extractors.reading import identify, read
from extractors.reading.options import ReadingOptions
from models.errors import (
    DamagedFile,
    EmptyFile,
    EncryptedFile,
    TooLarge,
    UnreadableFile,
    UnsupportedKind,
)

JPEG = b"\xff\xd8\xff\xe0\x00\x10JFIF"


def pdf_of(pages: int = 1, tail: bytes = b"") -> bytes:
    """Return a small PDF with that many empty pages."""
    objects = [b"<</Type/Catalog/Pages 2 0 R>>", b""]
    kids = b" ".join(b"%d 0 R" % (3 + n) for n in range(pages))
    objects[1] = b"<</Type/Pages/Count %d/Kids[%s]>>" % (pages, kids)
    objects += [b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 200 200]>>"] * pages
    out, places = b"%PDF-1.4\n", []
    for number, body in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj%s endobj\n" % (number, body)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    return out + b"trailer<</Size %d/Root 1 0 R%s>>\nstartxref\n%d\n%%%%EOF" % (len(objects) + 1, tail, start)


@pytest.mark.parametrize(
    ("name", "data", "kind"),
    [
        ("a.txt", "Điều 1".encode(), "text/plain"),
        ("a.bin", "Điều 1".encode("utf-16"), "text/plain"),
        ("a", "Điều 1. Phạm vi".encode("utf-16-le"), "text/plain"),
        ("a.doc", b"%PDF-1.4 and so on", "application/pdf"),
        ("a.txt", JPEG, "image/jpeg"),
        ("a.jpg", b"\x89PNG\r\n\x1a\n", "image/png"),
        ("a.pdf", b"{\\rtf1 x}", "application/rtf"),
        ("a.txt", b"<!DOCTYPE html><p>x", "text/html"),
        ("a.txt", b"From: a@b.c\r\nTo: d@e.f\r\nSubject: x\r\n\r\nbody", "message/rfc822"),
    ],
)
def test_the_kind_is_told_by_content(tmp_path, name, data, kind):
    path = tmp_path / name
    path.write_bytes(data)
    assert identify(path).media_type == kind


def test_a_zip_is_told_by_its_members(tmp_path):
    for member, kind in (("word/document.xml", "wordprocessingml.document"), ("notes.txt", "application/zip")):
        path = tmp_path / "box"
        with zipfile.ZipFile(path, "w") as archive:
            archive.writestr(member, "x")
        assert identify(path).media_type.endswith(kind)


def test_what_has_no_bytes_to_read_is_unreadable(tmp_path):
    os.mkfifo(tmp_path / "pipe")
    os.symlink(tmp_path / "loop", tmp_path / "loop")
    for name in ("pipe", "loop", "nothing", "."):
        with pytest.raises(UnreadableFile):
            identify(tmp_path / name)


@pytest.mark.parametrize(
    ("name", "data", "error"),
    [
        ("a.docx", b"", EmptyFile),
        ("a.txt", bytes(range(256)) * 40, UnsupportedKind),
        ("a.pdf", JPEG, UnsupportedKind),
        ("a.docx", b"PK\x03\x04 and no more", DamagedFile),
    ],
)
def test_bad_input_is_refused_by_type(tmp_path, name, data, error):
    (tmp_path / name).write_bytes(data)
    with pytest.raises(error) as caught:
        identify(tmp_path / name)
    assert caught.value.where and caught.value.advice


def test_a_picture_named_pdf_is_read_by_its_content_where_that_is_asked_for(tmp_path):
    (tmp_path / "a.pdf").write_bytes(JPEG)
    with pytest.raises(UnsupportedKind, match=r"rename it to end in \.jpeg, or read it with --by-content"):
        identify(tmp_path / "a.pdf")
    assert identify(tmp_path / "a.pdf", by_content=True).media_type == "image/jpeg"


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (pdf_of(0), EmptyFile),
        (pdf_of(2), EmptyFile),
        (pdf_of()[:60], DamagedFile),
        (b"%PDF-1.7\n" + os.urandom(64).replace(b"obj", b"xxx"), DamagedFile),
    ],
)
def test_a_pdf_without_anything_to_read(tmp_path, data, error):
    (tmp_path / "a.pdf").write_bytes(data)
    with pytest.raises(error):
        read(identify(tmp_path / "a.pdf"))


def test_an_encrypted_pdf_needs_a_password(tmp_path):
    lock = b"/ID[<00><00>]/Encrypt<</Filter/Standard/V 1/R 2/O<%s>/U<%s>/P -4>>" % (b"11" * 32, b"22" * 32)
    (tmp_path / "a.pdf").write_bytes(pdf_of(1, lock))
    with pytest.raises(EncryptedFile):
        read(identify(tmp_path / "a.pdf"))


def test_a_bound_is_met_before_the_memory_is_spent(tmp_path):
    (tmp_path / "a.txt").write_bytes(b"x" * 100)
    with pytest.raises(TooLarge):
        identify(tmp_path / "a.txt", max_bytes=99)
    Image.new("1", (40_000, 20_000)).save(tmp_path / "a.png")
    with pytest.raises(TooLarge):
        read(identify(tmp_path / "a.png"))
    (tmp_path / "a.pdf").write_bytes(pdf_of(3))
    with pytest.raises(TooLarge):
        read(identify(tmp_path / "a.pdf"), ReadingOptions(max_pages=2))


def test_a_truncated_image_is_damaged(tmp_path):
    Image.effect_noise((300, 300), 60).save(tmp_path / "a.png")
    (tmp_path / "a.png").write_bytes((tmp_path / "a.png").read_bytes()[:5000])
    with pytest.raises(DamagedFile):
        read(identify(tmp_path / "a.png"))


def test_a_dump_of_data_in_one_line_is_refused_at_once(tmp_path):
    (tmp_path / "dump.txt").write_text("QUYẾT ĐỊNH " * 20_000 + "\nend\n", "utf-8")
    with pytest.raises(TooLarge, match="a line of 220000 characters"):
        read(identify(tmp_path / "dump.txt"), ReadingOptions())
    (tmp_path / "long.txt").write_text("QUYẾT ĐỊNH\n" * 20_000, "utf-8")
    assert read(identify(tmp_path / "long.txt"), ReadingOptions())


def test_a_text_of_more_pages_than_are_allowed_is_refused_before_it_is_read(tmp_path):
    (tmp_path / "dump.txt").write_text("Điều 1. Ban hành quy định này.\n" * 1_000, "utf-8")
    with pytest.raises(TooLarge, match="10 pages, more than 4"):
        read(identify(tmp_path / "dump.txt"), ReadingOptions(max_pages=4))
    assert read(identify(tmp_path / "dump.txt"), ReadingOptions(max_pages=10))


@pytest.mark.parametrize("size", [(1, 1), (2_000, 3), (3, 2_000)])
def test_a_dot_or_a_rule_is_no_page(tmp_path, size):
    Image.new("L", size, 0).save(tmp_path / "dot.png")
    with pytest.raises(EmptyFile, match=f"page 1 has {size[0]} x {size[1]} pixels"):
        read(identify(tmp_path / "dot.png"))
