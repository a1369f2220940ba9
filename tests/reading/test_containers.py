"""HTML, ZIP, mail, and files that need LibreOffice."""

import os
import time
import zipfile

import docx
import pytest

from extractors.arranging import arrange
from extractors.reading import identify, read
from models.errors import DamagedFile, EnvironmentLacks, TooLarge


def test_html_tables_keep_their_spans(tmp_path):
    (tmp_path / "a.html").write_text(
        "<html><head><title>no</title></head><body><p>Điều&nbsp;1</p><table><tr><th colspan=2>h</th></tr>"
        "<tr><td rowspan=2>a</td><td>b</td></tr><tr><td>c<br>d</td></tr></table><script>no</script>tail</body></html>"
    )
    text = arrange(read(identify(tmp_path / "a.html")))
    assert text.raw == "Điều 1\nh\t\na\tb\n\tc d\ntail\n"


def test_a_zip_gives_the_pages_of_its_files_and_notes_the_others(tmp_path):
    with zipfile.ZipFile(tmp_path / "a.zip", "w") as archive:
        archive.writestr("b/two.txt", "two\fthree")
        archive.writestr("a/one.txt", "one")
        archive.writestr("c/noise.bin", bytes(range(256)) * 20)
    pages = read(identify(tmp_path / "a.zip"))
    assert arrange(pages).raw == "one\ftwo\fthree\f\n"
    assert "noise.bin" in pages[3].notes[0].message


def test_a_bomb_and_a_nest_are_refused(tmp_path):
    with zipfile.ZipFile(tmp_path / "bomb.zip", "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("a.txt", b"a" * 3_000_000)
    with pytest.raises(TooLarge):
        read(identify(tmp_path / "bomb.zip"))
    inner = tmp_path / "0.zip"
    with zipfile.ZipFile(inner, "w") as archive:
        archive.writestr("a.txt", "a")
    for depth in range(1, 5):
        with zipfile.ZipFile(tmp_path / f"{depth}.zip", "w") as archive:
            archive.write(tmp_path / f"{depth - 1}.zip", "in.zip")
    with pytest.raises(TooLarge, match="deep"):
        read(identify(tmp_path / "4.zip"))


def test_a_mail_gives_head_body_and_attachments(tmp_path):
    (tmp_path / "a.eml").write_bytes(
        b"From: a@b.vn\r\nTo: c@d.vn\r\nSubject: Quyet dinh\r\nMIME-Version: 1.0\r\n"
        b'Content-Type: multipart/mixed; boundary="x"\r\n\r\n--x\r\nContent-Type: text/plain\r\n\r\nsee below\r\n'
        b'--x\r\nContent-Disposition: attachment; filename="n.txt"\r\n\r\nattached\r\n--x--\r\n'
    )
    raw = arrange(read(identify(tmp_path / "a.eml"))).raw
    assert "Subject: Quyet dinh\fsee below" in raw and raw.endswith("attached\n")


def office_that(tmp_path, monkeypatch, does):
    """Put a LibreOffice that is none before all others; `$folder` is where it is to write."""
    (tmp_path / "bin").mkdir()
    script = f'#!/bin/sh\nwhile [ "$1" != --outdir ]; do shift; done; folder=$2\n{does}\n'
    (tmp_path / "bin" / "soffice").write_text(script)
    (tmp_path / "bin" / "soffice").chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path / 'bin'}:{os.environ['PATH']}")
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 x}")
    return identify(tmp_path / "a.rtf")


def test_libreoffice_turns_old_files_into_docx(tmp_path, monkeypatch):
    document = docx.Document()
    document.add_paragraph("Điều 1. Ban hành quy định")
    document.save(str(tmp_path / "made.docx"))
    source = office_that(tmp_path, monkeypatch, f"cp {tmp_path / 'made.docx'} $folder/document.docx")
    (page,) = read(source)
    assert page.blocks[0].as_text() == "Điều 1. Ban hành quy định" and "LibreOffice" in page.reason


def test_a_libreoffice_that_hangs_or_fails_costs_the_file_alone(tmp_path, monkeypatch):
    monkeypatch.setattr("extractors.reading.files.office.SECONDS", 0.5)
    source = office_that(tmp_path, monkeypatch, "sleep 60")
    started = time.monotonic()
    with pytest.raises(TooLarge, match="LibreOffice took more"):
        read(source)
    assert time.monotonic() - started < 20
    (tmp_path / "bin" / "soffice").write_text("#!/bin/sh\nexit 1\n")
    monkeypatch.setattr("extractors.reading.files.office.SECONDS", 30.0)
    with pytest.raises(DamagedFile, match="cannot read it"):
        read(source)


def test_without_libreoffice_the_advice_says_what_to_install(tmp_path, monkeypatch):
    (tmp_path / "bin").mkdir()
    monkeypatch.setenv("PATH", str(tmp_path / "bin"))
    (tmp_path / "a.rtf").write_bytes(b"{\\rtf1 x}")
    with pytest.raises(EnvironmentLacks, match="libreoffice-writer"):
        read(identify(tmp_path / "a.rtf"))
