"""identify: what a file is, by its bytes."""

import hashlib
import os
import re
import stat
import unicodedata
import zipfile
from pathlib import Path

from extractors.reading.compound import ENCRYPTED, compound_type
from models.errors import DamagedFile, EmptyFile, EncryptedFile, TooLarge, UnreadableFile, UnsupportedKind
from models.page import Source

SNIFFED = 65_536
"""Bytes looked at to tell the kind."""

COMPOUND = "application/x-ole-storage"
"""What old Office programs and Outlook kept everything in."""

SIGNATURES: tuple[tuple[bytes, str], ...] = (
    (b"\x89PNG\r\n\x1a\n", "image/png"),
    (b"\xff\xd8\xff", "image/jpeg"),
    (b"II*\x00", "image/tiff"),
    (b"MM\x00*", "image/tiff"),
    (b"II+\x00", "image/tiff"),
    (b"GIF87a", "image/gif"),
    (b"GIF89a", "image/gif"),
    (b"\x00\x00\x00\x0cjP  \r\n\x87\n", "image/jp2"),
    (b"\xff\x4f\xff\x51", "image/jp2"),
    (b"BM", "image/bmp"),
    (b"{\\rtf", "application/rtf"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", COMPOUND),
)
"""First bytes and what they tell; `BM` only where the size in the header agrees."""

HEIF_BRANDS = (b"heic", b"heix", b"heim", b"heis", b"hevc", b"hevx", b"mif1", b"msf1")
"""What a file of the HEIF family says it is, in its ninth to twelfth byte."""

ZIPPED: tuple[tuple[str, str], ...] = (
    ("word/document.xml", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    ("xl/workbook.xml", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    ("ppt/presentation.xml", "application/vnd.openxmlformats-officedocument.presentationml.presentation"),
)

WHITE = "\t\n\r\f\v\x85"

MAIL_FIELD = re.compile(rb"(?mi)^(?:from|to|subject|date|received|mime-version|message-id|return-path):\s")
_UNUSED = (0x81, 0x8D, 0x8F, 0x90, 0x9D)  # codes that Windows-1252 has no character for


def identify(path: str | os.PathLike[str], *, max_bytes: int = 512 * 1024 * 1024, by_content: bool = False) -> Source:
    """Return the file's digest and media type, the latter decided by content.

    A picture that is named PDF is refused, for a wrong name is often a wrong file, unless `by_content` says otherwise.
    Raises UnreadableFile (no such file, no permission, a folder, a FIFO, a loop of links), EmptyFile, TooLarge (more
    than `max_bytes`), DamagedFile and UnsupportedKind.
    """
    place = str(path)
    try:
        status = os.stat(place)
        if not stat.S_ISREG(status.st_mode):
            raise UnreadableFile(
                "not a regular file", where=place, advice="name a file; `sohoa ingest` takes folders, too"
            )
        if status.st_size == 0:
            raise EmptyFile("the file has no bytes", where=place, advice="ask for the file again")
        if status.st_size > max_bytes:
            raise TooLarge(f"{status.st_size} bytes, more than {max_bytes}", where=place, advice="split the file")
        digest, head = _digest(place)
    except OSError as error:
        raise UnreadableFile(error.strerror or str(error), where=place, advice="check path and permission") from error
    kind = media_type(place, head)
    if not by_content and kind.startswith("image/") and place.lower().endswith(".pdf"):
        advice = f"rename it to end in .{kind.removeprefix('image/')}, or read it with --by-content"
        raise UnsupportedKind(f"named a PDF, but the content is {kind}", where=place, advice=advice)
    return Source(place, Path(place).name, digest, kind, status.st_size)


def _digest(place: str) -> tuple[str, bytes]:
    """Return the SHA-256 of the bytes, read in pieces, and the first of them."""
    digest, head = hashlib.sha256(), b""
    with open(place, "rb") as stream:
        while piece := stream.read(1 << 20):
            head = head or piece[:SNIFFED]
            digest.update(piece)
    return digest.hexdigest(), head


def media_type(place: str, head: bytes) -> str:
    """Return the media type of a file that starts with these bytes."""
    if b"%PDF-" in head[:1024]:
        return "application/pdf"
    for signature, kind in SIGNATURES:
        if head.startswith(signature) and (kind != "image/bmp" or head[6:10] == b"\0\0\0\0"):
            return _compound(place, head) if kind == COMPOUND else kind
    if head[4:8] == b"ftyp" and head[8:12] in HEIF_BRANDS:
        return "image/heic"
    if head[4:12] == b"ftypavif":
        return "image/avif"
    if head[:4] == b"RIFF" and head[8:12] == b"WEBP":
        return "image/webp"
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return _zipped(place)
    return _textual(place, head)


def _compound(place: str, head: bytes) -> str:
    kind = compound_type(place)
    if kind == "application/encrypted" or ENCRYPTED.encode("utf-16-le") in head:
        raise EncryptedFile("a password is needed", where=place, advice="save it without a password")
    return kind


def _zipped(place: str) -> str:
    try:
        with zipfile.ZipFile(place) as archive:
            names = set(archive.namelist())
            declared = archive.read("mimetype")[:100].decode("ascii", "replace") if "mimetype" in names else ""
    except (zipfile.BadZipFile, OSError, ValueError, NotImplementedError, RuntimeError) as error:
        raise DamagedFile(f"a broken ZIP container: {error}", where=place, advice="ask for the file again") from error
    for member, kind in ZIPPED:
        if member in names:
            return kind
    if declared.startswith("application/vnd.oasis.opendocument"):
        return declared.strip()
    return "application/zip"


def _textual(place: str, head: bytes) -> str:
    if decode(head, whole=False) is None:
        raise UnsupportedKind(
            "the bytes are of no kind that is read here", where=place, advice="convert it to PDF, DOCX or plain text"
        )
    start = head.lstrip(b"\xef\xbb\xbf \t\r\n")[:2000]
    if re.match(rb"(?i)<!doctype html|<html|<head|<body", start):
        return "text/html"
    block = re.split(rb"\r?\n\r?\n", start, maxsplit=1)[0]
    if len(MAIL_FIELD.findall(block)) >= 3 and re.match(rb"[A-Za-z-]+:", block):
        return "message/rfc822"
    return "text/plain"


def decode(data: bytes, *, whole: bool = True) -> str | None:
    """Return the text of bytes in UTF-8, UTF-16, UTF-32 or of one byte a character; None where they are no text.

    With `whole` False the bytes may stop inside a character. A few damaged bytes (one in 200) become U+FFFD; control
    characters other than tab, line ends and form feed in that number make it no text.
    """
    for mark, encoding in ((b"\xef\xbb\xbf", "utf-8"), (b"\xff\xfe\0\0", "utf-32"), (b"\0\0\xfe\xff", "utf-32")):
        if data.startswith(mark):
            return _sound(data.decode(encoding, "replace").lstrip("\ufeff"), whole)
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return _sound(data.decode("utf-16", "replace"), whole)
    if data.count(0) > len(data) // 8:
        low, high = data[0::2].count(0), data[1::2].count(0)
        return _sound(data.decode("utf-16-be" if low > high else "utf-16-le", "replace"), whole)
    sound = _sound(data.decode("utf-8", "replace"), whole)
    return sound if sound is not None else _sound(_western(data), whole)


def _western(data: bytes) -> str:
    """Return bytes of one character each as Windows-1252 shows them; repair knows which alphabet they were of."""
    return "".join(data[n : n + 1].decode("cp1252") if data[n] not in _UNUSED else "\ufffd" for n in range(len(data)))


def _sound(text: str, whole: bool) -> str | None:
    """Return the text unless more than one character in 200 is none that a text holds."""
    body = text if whole else text[:-2] or text
    odd = sum(1 for ch in body if ch == "\ufffd" or (ch not in WHITE and unicodedata.category(ch) in ("Cc", "Cn")))
    return text if odd * 200 <= len(body) else None
