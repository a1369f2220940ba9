"""The code of the form of a quality system that a document is written on: `BM-ĐT-05.02`, `Форма № Н-3.04`."""

import re
from pathlib import Path

from extractors.heads.head import Head
from extractors.heads.pieces import pieces
from models.document import Document
from models.rows import Value
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "form_code_words.tsv"
_PARTS = r"(?:\s?[-–./_]\s?[\p{Lu}\d]+)"
_LABELLED = Wordings(
    _WORDS, lettered(rf"\W*(?i:<<label>>\s?(?:№|no\.?|số)?)\s*:?\s*(?P<code>[\p{{Lu}}\d]+{_PARTS}+)\W*")
)
_OWN = Wordings(_WORDS, lettered(rf"\W*(?P<code><<begins>>\d*(?:\s\p{{Lu}}{{2,6}}\s\d+)?{_PARTS}+)\W*"))
VERSION = Wordings(_WORDS, r"<<version>>\s?:?\s?(?:№\s?)?(\d{1,3}(?:\.\d(?!\d))?)(?!\d|\.\d{2}\.)")
TOP = 12
"""Pieces at the top of a document among which its form may have its code; elsewhere it stands in running lines."""


def read_form_code(head: Head, document: Document) -> None:
    """Read the code of the form, and its version, from lines of their own at the top or in the running lines; not what
    is the document's number."""
    found = pieces(document, 0, None, furniture=True)
    running = [p for p in found[TOP:] if document.text.lines[int(p.line)].role == "furniture"]
    for piece in (*found[:TOP], *running):
        match = _LABELLED.fullmatch(piece.text) or _OWN.fullmatch(piece.text)
        code = re.sub(r"\s?([-–./_])\s?", r"\1", match["code"]) if match else ""
        if any(map(str.isdecimal, code)) and code != head.get("number"):
            head.put("form_code", Value(code, piece.span, 0.85, "head.form"))
        if version := VERSION.fullmatch(piece.text.strip(" .|")):
            head.put("version", Value(version[1], piece.span, 0.85, "head.form"))
