"""Compound files of old Office programs: whose they are, and which are behind a password."""

import struct
from uuid import UUID

import pytest

from extractors.reading import identify
from extractors.reading.compound import compound_type
from models.errors import EncryptedFile

SECTOR = 512
WORD, EXCEL, MAIL = (f"{first}-0000-0000-c000-000000000046" for first in ("00020906", "00020820", "00020d0b"))


def entry(name: str, root: str | None = None, start: int = 0, size: int = 0) -> bytes:
    """Return an entry of a directory, of the root's class where it has one."""
    named = name.encode("utf-16-le").ljust(64, b"\0") + struct.pack("<H", 2 * len(name) + 2)
    class_id = UUID(root).bytes_le if root else bytes(16)
    return named.ljust(80, b"\0") + class_id + bytes(20) + struct.pack("<IQ", start, size)


def compound(*entries: bytes, word: bytes = b"", at: int = 1) -> bytes:
    """Return a file whose directory stands in sector `at`, its Word stream in the sector behind it."""
    header = bytearray(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".ljust(SECTOR, b"\0"))
    struct.pack_into("<H", header, 30, 9)
    struct.pack_into("<I", header, 48, at)
    directory = b"".join(entries).ljust(SECTOR, b"\0")
    return bytes(header) + bytes(SECTOR * at) + directory + word.ljust(SECTOR, b"\0")


@pytest.mark.parametrize(
    ("entries", "kind"),
    [
        ((entry("Root Entry", WORD),), "application/msword"),
        ((entry("Root Entry", EXCEL),), "application/vnd.ms-excel"),
        ((entry("Root Entry", MAIL),), "application/vnd.ms-outlook"),
        ((entry("Root Entry"), entry("Workbook")), "application/vnd.ms-excel"),
        ((entry("Root Entry"), entry("WordDocument")), "application/msword"),
        ((entry("Root Entry"),), "application/msword"),
        ((), "application/msword"),
    ],
)
def test_the_kind_is_told_by_class_and_streams(tmp_path, entries, kind):
    path = tmp_path / "a.doc"
    path.write_bytes(compound(*entries, at=300))
    assert identify(path).media_type == kind


@pytest.mark.parametrize(("flags", "barred"), [(0x0100, True), (0x00FF, False)])
def test_a_word_file_says_that_it_is_behind_a_password(tmp_path, flags, barred):
    path = tmp_path / "a.doc"
    word = struct.pack("<H", 0xA5EC) + bytes(8) + struct.pack("<H", flags)
    path.write_bytes(compound(entry("Root Entry", WORD), entry("WordDocument", start=2, size=4096), word=word))
    if not barred:
        assert identify(path).media_type == "application/msword"
        return
    with pytest.raises(EncryptedFile):
        identify(path)


def test_a_package_behind_a_password_is_known_wherever_its_directory_stands(tmp_path):
    path = tmp_path / "a.docx"
    path.write_bytes(compound(entry("Root Entry"), entry("EncryptedPackage"), at=300))
    with pytest.raises(EncryptedFile):
        identify(path)


@pytest.mark.parametrize("size", [8, 100, 512, 700])
def test_what_is_cut_off_is_left_to_its_reader(tmp_path, size):
    path = tmp_path / "a.doc"
    path.write_bytes(compound(entry("Root Entry", WORD))[:size])
    assert compound_type(path) == "application/msword"
