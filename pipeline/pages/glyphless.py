"""The font of the invisible text: no letters to see, every letter to copy.

A Type 0 font whose characters are numbered as they are met, with a ToUnicode map that says which they are: Vietnamese
stays as it is, precomposed. The font file, made with fontTools, has one glyph for all, a stroke without breadth: there
is nothing of it to be seen, but it has a height, for PDFium drops letters on their side that have none.
"""

import base64
import zlib
from collections.abc import Iterable

import pikepdf

WIDTH = 500
"""Thousandths of the size that every character is wide; words are stretched to their boxes."""
DESCENT = 0.2
"""Share of the size that hangs below the line."""
_FILE = """
eNqFUjFLw0AU/i7XVltaK9I6OAURcVIQkQ6Cg0hxUai7GmraDIkNTQvtoo6O/gwFB1cFN4cO/gFHxaGbS3RwMH6XxFo76Bfu3vvevXvve0cgAGRwCgl9
Z3dpeRMb14BYYPSg6hgusvDIz8lX6na39rjnv5I/kM9YpnE4n8mX6F9xrVoMJKfFIv0XrjnLaXWETw/ijFvKblQN5EJ+r7hjdFwkkCQfJ9ePDMe8vLvY
Iu+TH7sNr0VdhGapcyitXLfvN8X9/NobpFR5eD6p4ccGJeFLnY6Ehgi8I/WAOmM1flhpGCKMaLwTnWgYhRQ+XyFJvf/jV/V1IlSvRxqorTeSr38rG/RW
UxdiNQX2VPMk+CmuB0G0B09DnXJR33h61igKSv7oyf5nNspIYTvOF0gPVGoYIxNxRjrsLRIqMoXJ2NcwgdnYT6l42e66lm16XsWst22jiTJsdOHCojX5
x3io0NbRJjfQjCf6A19671GK
"""


class Glyphless:
    """The font of one PDF; it learns the characters as text is written with it."""

    def __init__(self, pdf: pikepdf.Pdf) -> None:
        self._pdf = pdf
        self._codes: dict[str, int] = {}
        self.font = pdf.make_indirect(pikepdf.Dictionary())

    def encoded(self, text: str) -> bytes:
        """Return a text as the hexadecimal string that shows it."""
        codes = [self._codes.setdefault(letter, len(self._codes) + 1) for letter in text]
        return b"<" + "".join(f"{code:04X}" for code in codes).encode() + b">"

    def finish(self) -> None:
        """Write the font; to be called once, when all text is written."""
        name, pdf = pikepdf.Name, self._pdf
        font = zlib.decompress(base64.b64decode(_FILE))
        descriptor = pikepdf.Dictionary(
            Type=name.FontDescriptor, FontName=name.Glyphless, Flags=4, FontBBox=[0, -200, WIDTH, 800], ItalicAngle=0,
            Ascent=800, Descent=-200, CapHeight=800, StemV=80, FontFile2=pdf.make_stream(font),
        )  # fmt: skip
        blank = pdf.make_stream(b"\0\1" * (len(self._codes) + 1))
        inner = pikepdf.Dictionary(
            Type=name.Font, Subtype=name.CIDFontType2, BaseFont=name.Glyphless, DW=WIDTH, CIDToGIDMap=blank,
            CIDSystemInfo=pikepdf.Dictionary(Registry=b"Adobe", Ordering=b"Identity", Supplement=0),
            FontDescriptor=pdf.make_indirect(descriptor),
        )  # fmt: skip
        whole = pikepdf.Dictionary(
            Type=name.Font, Subtype=name.Type0, BaseFont=name.Glyphless, Encoding=name("/Identity-H"),
            DescendantFonts=[pdf.make_indirect(inner)], ToUnicode=pdf.make_stream(to_unicode(self._codes.items())),
        )  # fmt: skip
        for key, value in whole.items():
            self.font[key] = value


def to_unicode(codes: Iterable[tuple[str, int]]) -> bytes:
    """Return the map from codes of two bytes to the characters that they stand for."""
    rows = [f"<{code:04X}> <{letter.encode('utf-16-be').hex().upper()}>" for letter, code in codes]
    parts = [rows[start : start + 100] for start in range(0, len(rows), 100)]
    maps = "\n".join(f"{len(part)} beginbfchar\n" + "\n".join(part) + "\nendbfchar" for part in parts)
    return (
        "/CIDInit /ProcSet findresource begin 12 dict begin begincmap\n"
        "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def\n"
        "/CMapName /Adobe-Identity-UCS def /CMapType 2 def\n"
        "1 begincodespacerange <0000> <FFFF> endcodespacerange\n"
        f"{maps}\nendcmap CMapName currentdict /CMap defineresource pop end end\n"
    ).encode("ascii")
