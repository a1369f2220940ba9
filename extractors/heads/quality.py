"""Codes and versions of documents of quality systems, as their running feet print them."""

import re
from pathlib import Path

from extractors.finding.marking.numbers import find_numbers
from extractors.heads.form_codes import VERSION
from extractors.heads.head import Head
from extractors.heads.pieces import body_offset, pieces
from extractors.heads.titles import FORM_CODE
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "form_code_words.tsv"
_VERSION_ALONE, _FOOT = Wordings(_WORDS, "<<version_alone>>"), Wordings(_WORDS, "<<foot>>")


def read_quality_code(head: Head, document: Document) -> None:
    """Read code and version from the running foot: `Версия: 01  П-3.4-2021  Лист 1`."""
    votes: dict[str, tuple[int, Span]] = {}
    for piece in pieces(document, 0, None, furniture=True):
        version = VERSION.search(piece.text)
        if version and "version" not in head.values and len(piece.text) < 60:
            head.put("version", Value(version[1], piece.span, 0.9, "head.version"))
        line = document.text.lines[int(piece.line)]
        whole = document.text.content[line.start : line.end]
        running = line.role == "furniture" and document.genre.language == "kk"
        if (running or _FOOT.search(whole)) and len(whole) < 140:
            for number in find_numbers(re.sub(r"</?b>|\s(?=-)|(?<=-)\s", "", piece.text)):
                if number.form == "code":
                    count, span = votes.get(number.value, (0, piece.span))
                    votes[number.value] = (count + 1, span)
    if votes:
        value, (count, span) = max(votes.items(), key=lambda item: item[1][0])
        head.put("number", Value(value, span, 0.95 if count > 1 else 0.7, "head.code"))
    if document.genre.kind == "regulation" and "number" not in head.values:
        for piece in pieces(document, 0, body_offset(document))[:40]:
            if FORM_CODE.fullmatch(piece.text):
                head.put("number", Value(piece.text, piece.span, 0.8, "head.code"))
    _version_row(head, document)


def _version_row(head: Head, document: Document) -> None:
    for piece, after in zip(found := pieces(document, 0, 3000), found[1:], strict=False):
        if _VERSION_ALONE.fullmatch(piece.text) and re.fullmatch(r"\d[\d.]{0,5}", after.text):
            head.put("version", Value(after.text, after.span, 0.8, "head.version"))
