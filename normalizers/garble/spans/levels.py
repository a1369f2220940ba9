"""Levels of languages (`B1`, `C1`) whose figures were read as strokes (`Bl`, `cl`), beside others that stand clean."""

import re

from normalizers.garble.model.tokens import ACRONYM
from normalizers.garble.spans.fixed import Fixed

_CLEAN = re.compile(r"(?<!\w)[ABC][12](?!\w)")
_FEWEST = 2  # different levels that show a document to tell some
_LIKE = re.compile(r"(?<![^\s(])(?!AI|[ab]1)([ABC](?=[lI|!])|[abc](?=[12lI|!]))([12lI|!])(?=[),;]?(?!\S))")
_LINE = re.compile(r"[^\n\f]+")
_BREAK = re.compile(r"\t| {4,}")


def find_levels(text: str) -> list[Fixed]:
    """Return the levels of a text that were misread, on lines that tell another one or alone in cells and brackets."""
    if len(set(_CLEAN.findall(text))) < _FEWEST:
        return []
    return [
        Fixed(line.start() + m.start(), line.start() + m.end(), m[1].upper() + level, "garble.label", (ACRONYM,))
        for line in _LINE.finditer(text)
        for m in _LIKE.finditer(line.group())
        for level in ("2" if m[2] == "2" else "1",)
        if _CLEAN.search(line.group())
        or f"({m.group()})" in line.group()
        or m.group() in map(str.strip, _BREAK.split(line.group()))
    ]
