"""How long a file is in reading, by and large, guessed from its bytes as they pass: scans take a hundred times as long.

A guess needs no library and opens nothing twice. It is good for the time left and for nothing else.
"""

import re
from dataclasses import dataclass

SCAN, PRINTED, OTHER = "scan", "printed", "other"

_PICTURE = re.compile(rb"/(?:DCT|CCITTFax|JBIG2|JPX)Decode\b")
_FONT = re.compile(rb"/Font(?:File|Name|Descriptor)?\b|/Length1\b")
_PICTURES = (b"\xff\xd8\xff", b"\x89PNG", b"II*\0", b"MM\0*", b"BM", b"GIF8")
_SCANNED_BYTES = 60_000
"""Bytes for each picture from which a PDF with fonts is a scan with a layer of text, and no letter with a seal."""
_SECONDS = {SCAN: (1.0, 6.0), PRINTED: (0.5, 1 / 150_000), OTHER: (0.3, 1 / 100_000)}
"""Seconds for a document, and for each page of a scan or each byte of another, on one core."""


@dataclass(frozen=True, slots=True)
class Effort:
    """What reading a file will take: the kind of work, and the seconds guessed before any was done."""

    kind: str = OTHER
    seconds: float = 1.0


class Glimpse:
    """Sees the bytes of a file as they pass, and says what effort it will be."""

    def __init__(self) -> None:
        self._head = b""
        self._size = self._pictures = 0
        self._has_fonts = False

    def sees(self, chunk: bytes) -> None:
        """Look at the next bytes; what lies across two chunks may be missed."""
        self._head = self._head or chunk[:1024]
        self._size += len(chunk)
        if b"%PDF-" in self._head:
            self._pictures += len(_PICTURE.findall(chunk))
            self._has_fonts = self._has_fonts or _FONT.search(chunk) is not None

    def effort(self) -> Effort:
        """Return what was made of it."""
        if self._head.startswith(_PICTURES):
            kind, amount = SCAN, 1.0
        elif b"%PDF-" not in self._head:
            kind, amount = OTHER, float(self._size)
        elif self._pictures and (not self._has_fonts or self._size / self._pictures > _SCANNED_BYTES):
            kind, amount = SCAN, float(self._pictures)
        else:
            kind, amount = PRINTED, float(self._size)
        opening, each = _SECONDS[kind]
        return Effort(kind, opening + each * amount)
