"""Codes of courses that a scan read in letters of the wrong script."""

import re
from dataclasses import replace

from models.document import Document
from models.rows import Value
from normalizers.unicode.twins import to_latin

_CODE = re.compile(r"([А-ЯІ]{2,5})(\s?\d{3,5}(?:[-.]\d{1,2})?)")


def in_latin(document: Document, code: Value) -> Value:
    """Return the code of a Kazakh course in Latin letters, as the series is written, where an engine that knows
    Cyrillic alone read them all as their twins: `ВКМ2214`. A letter without a twin tells that the code is Cyrillic."""
    match = _CODE.fullmatch(str(code.value))
    if match is None or document.genre.language != "kk" or code.span is None:
        return code
    latin = to_latin(match[1])
    read = document.text.trace(code.span).confidence < 1
    return replace(code, value=latin + match[2]) if read and latin.isascii() else code
