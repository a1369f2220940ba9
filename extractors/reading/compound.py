"""Compound files, in which Office kept everything before DOCX: whose they are, by the class of their root entry.

Source: [MS-CFB], sections 2.2 (header) and 2.6 (directory); [MS-DOC], section 2.5.2 (what a Word file begins with).
"""

import os
import struct
from typing import BinaryIO
from uuid import UUID

CLASSES: tuple[tuple[str, str], ...] = (
    ("00020906", "application/msword"),
    ("00020900", "application/msword"),
    ("00020820", "application/vnd.ms-excel"),
    ("00020810", "application/vnd.ms-excel"),
    ("64818d10", "application/vnd.ms-powerpoint"),
    ("ea7bae70", "application/vnd.ms-powerpoint"),
    ("00020d0b", "application/vnd.ms-outlook"),
    ("00021a14", "application/vnd.visio"),
    ("00021a13", "application/vnd.visio"),
    ("00021201", "application/x-mspublisher"),
)
"""First eight digits of the class of a root entry, and what the file is."""

STREAMS: tuple[tuple[str, str], ...] = (
    ("WordDocument", "application/msword"),
    ("Workbook", "application/vnd.ms-excel"),
    ("WORKBOOK", "application/vnd.ms-excel"),
    ("Book", "application/vnd.ms-excel"),
    ("PowerPoint Document", "application/vnd.ms-powerpoint"),
    ("__properties_version1.0", "application/vnd.ms-outlook"),
)
"""Names of streams that tell the same where the root entry has no class."""

ENCRYPTED = "EncryptedPackage"
"""The stream of an Office file behind a password."""

_ENTRY, _NAME, _CLASS = 128, 64, slice(80, 96)
_START, _SIZE = 116, 120  # where an entry says in which sector its stream begins, and how long it is
_LEAST, _MOST = 9, 16  # binary digits of the size of a sector
_LONG = 4096  # bytes of a stream that has sectors of its own
_WORD, _BARRED = 0xA5EC, 0x0100  # first number of a Word stream, and the flag of a password


def compound_type(place: str | os.PathLike[str]) -> str:
    """Return the media type of a compound file; `application/encrypted` where it is behind a password.

    What neither class nor streams tell is taken for a Word file, which LibreOffice then reads or refuses.
    """
    with open(place, "rb") as stream:
        digits, entries = _directory(stream)
        named = {_name(entry): entry for entry in entries}
        word = named.get("WordDocument")
        if ENCRYPTED in named or (word is not None and _barred(stream, word, digits)):
            return "application/encrypted"
    told = str(UUID(bytes_le=entries[0][_CLASS]))[:8] if entries else ""
    by_class = next((kind for own, kind in CLASSES if own == told), None)
    return by_class or next((kind for name, kind in STREAMS if name in named), "application/msword")


def _directory(stream: BinaryIO) -> tuple[int, list[bytes]]:
    """Return the binary digits of a sector's size and the entries of the directory's first sector, the root first.

    There are none where the header is unsound.
    """
    header = stream.read(512)
    if len(header) < 512:
        return 0, []
    digits, first = struct.unpack_from("<H", header, 30)[0], struct.unpack_from("<I", header, 48)[0]
    if not _LEAST <= digits <= _MOST:
        return 0, []
    stream.seek((first + 1) << digits)
    sector = stream.read(1 << digits)
    return digits, [sector[at : at + _ENTRY] for at in range(0, len(sector) - _ENTRY + 1, _ENTRY)]


def _name(entry: bytes) -> str:
    return entry[:_NAME].decode("utf-16-le", "replace").split("\0")[0]


def _barred(stream: BinaryIO, entry: bytes, digits: int) -> bool:
    """Whether the Word stream of an entry says that it is encrypted; a short one, kept among others, is not asked."""
    start, size = struct.unpack_from("<I", entry, _START)[0], struct.unpack_from("<I", entry, _SIZE)[0]
    if size < _LONG:
        return False
    stream.seek((start + 1) << digits)
    begins = stream.read(12)
    if len(begins) < 12:
        return False
    return struct.unpack_from("<H", begins)[0] == _WORD and bool(struct.unpack_from("<H", begins, 10)[0] & _BARRED)
