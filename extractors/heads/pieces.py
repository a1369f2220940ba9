"""Printed pieces of the head of a document: its lines, cut where two columns stand side by side."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import pairwise
from pathlib import Path

from rapidfuzz import fuzz

from models.document import Document
from models.text import Span
from normalizers.letters import lettered
from normalizers.wordings import Wordings

_MARKUP = re.compile(r"!\[[^\]\n]*\]\([^()\n]*\)|</?[a-z]{1,6}>|\*+|^#+\s*|\\(?=_)|[_―—-]{3,}")
# Three spaces part two columns, unless they are a blank to be filled in a date or a number.
SHORTEST = 6
"""Letters of the part of a body's name that stands beside a place, at least."""
_PARTED = re.compile(r"\t+|<br\s?/?>|(?<![ ])(?<!ngày)(?<!tháng)(?<!năm)(?<!Số:)(?<!Số) {3,}")
_INITIALED = re.compile(r"\s*[^\W\d_]\.\s?[^\W\d_]\.\s?[^\W\d_][^\W\d_’'-]{2,}\s*(?:\n|$)")
_PLACE_BESIDE = re.compile(
    lettered(
        r"(?P<body>\p{Lu}[\p{Lu}&.,\s-]*(?:\p{Lu}(?<!\sTP)(?<!\sTX)|\sT[PX]\.?(?=\s+(?:Thành|Thị)\s)))\s+"
        r"(?P<date>(?:(?:TP|TX|Tp|Tx)\.?\s?)?\p{Lu}\p{Ll}[^\d,;:/]{0,30},\s*ngày\b.*)"
    )
)
"""A body's name in capitals with place and date beside it, where the two columns of a head stand close."""

_SIGNER_BESIDE = Wordings(
    Path(__file__).parent / "knowledge" / "vietnamese_words.tsv",
    r"\W*<<kept>>\s?:.{2,70}?(?<![,:])\s+(?=(?:\p{Lu}\w{0,4}\.\s?){1,4}\p{Lu}\p{Ll}+(?:\s\p{Lu}\p{Ll}+){1,4}\s*$)",
)
"""The line that says where an act is kept, with the signer's name and titles beside it: `- Lưu: VT. TS. Lê An`."""
_SIGNED = Wordings(
    Path(__file__).parent / "knowledge" / "vietnamese_words.tsv",
    r".*\(<<signed>>\)\s+(?=(?:\p{Lu}\p{Ll}+\s?){2,6}$)",
)
"""The words that stand for a signature, with the signer's name behind them: `- Lưu: VT. (đã ký) Lê Thị An`."""


@dataclass(frozen=True, slots=True)
class Piece:
    """A printed line, or its part in one column: `text` without markup, where it stands, and the line's index.

    The second and later printed lines of a table cell have the row's index and a fraction.
    """

    text: str
    start: int
    end: int
    line: float
    gap: bool = False

    @property
    def span(self) -> Span:
        """Where it stands in the content."""
        return Span(self.start, self.end)

    @property
    def capitals(self) -> bool:
        """Whether all its letters are capitals."""
        letters = [c for c in self.text if c.isalpha()]
        return len(letters) > 2 and sum(c.isupper() for c in letters) >= 0.85 * len(letters)


def pieces(document: Document, start: int = 0, end: int | None = None, *, furniture: bool = False) -> list[Piece]:
    """Return the pieces between two offsets in reading order; `gap` says that a blank line stands before."""
    content = document.text.content
    stop = len(content) if end is None else end
    breaks = sorted(b for table in document.text.tables for cell in table.cells for b in cell.breaks)
    found: list[Piece] = []
    gap = False
    for index, line in enumerate(document.text.lines):
        if line.end <= start or line.start >= stop or (line.role not in ("body", "table") and not furniture):
            continue
        printed = content[line.start : line.end]
        if not printed.strip(" \t\u00a0\ufeff"):
            gap = True
            continue
        inside = [b - line.start for b in breaks[bisect_left(breaks, line.start) : bisect_left(breaks, line.end)]]
        inside += [m.end() for pattern in (_SIGNER_BESIDE, _SIGNED) if (m := pattern.match(printed))]
        parts = list(_parts(printed.rstrip(), line.start, index, inside))
        if parts and gap:
            parts[0] = replace(parts[0], gap=True)
        gap = gap and not parts
        found += parts
    return found


def _parts(printed: str, offset: int, index: int, breaks: list[int]) -> Iterator[Piece]:
    """Cut a line at its columns, and a cell at its printed lines."""
    at = 0
    for part in [*_PARTED.finditer(printed), None]:
        until = part.start() if part else len(printed)
        cuts = [at, *(b for b in breaks if at < b < until), until]
        for order, (first, last) in enumerate(pairwise(cuts)):
            piece = _piece(printed, first, last, offset, index + min(order, 99) / 100)
            if piece is not None:
                yield piece
        at = part.end() if part else until


def _piece(printed: str, at: int, until: int, offset: int, index: float) -> Piece | None:
    text = re.sub(r"\s+", " ", _MARKUP.sub("", printed[at:until])).strip(" \u00a0\ufeff")
    lead = len(printed[at:until]) - len(printed[at:until].lstrip(" \u00a0\ufeff*#"))
    tail = len(printed[at:until].rstrip(" \u00a0*"))
    return Piece(text, offset + at + lead, offset + at + max(tail, lead), index) if text else None


def body_offset(document: Document) -> int:
    """Return where the body begins as parsing says; a signer's initials (`І. С. Сорока`) are no first section."""
    start = document.zones.body.start
    if not _INITIALED.match(document.text.content[start : start + 60]):
        return start
    first = re.compile(r"(?m)^\s*1\.?\s+[^\W\d_]{3}").search(document.text.content, start)
    return first.start() if first else start


def bare(text: str) -> str:
    """Return a text in small Latin letters without marks, for comparison with what a poor scan printed."""
    text = unicodedata.normalize("NFD", text.lower().replace("đ", "d"))
    return re.sub(r"[^\w\s]", " ", "".join(c for c in text if not unicodedata.combining(c)))


def told_signed(text: str) -> bool:
    """Say whether a text ends with the words that stand for a signature in a copy."""
    return _SIGNED.match(f"{text} Lê An") is not None


def alike(text: str, label: str, least: float = 84) -> bool:
    """Say whether a printed text is a label in spite of misread letters."""
    a, b = bare(text).strip(), bare(label).strip()
    return abs(len(a) - len(b)) <= max(2, len(b) // 4) and fuzz.ratio(a, b) >= least


def without(piece: Piece, phrase: str) -> Piece | None:
    """Return what is left of a piece before a phrase that the other column printed on its line, None where nothing."""
    text, wanted = bare(piece.text), bare(phrase)
    if len(text) < len(wanted) * 0.7 or len(text) != len(piece.text):
        return piece
    found = fuzz.partial_ratio_alignment(wanted, text, score_cutoff=74)
    if found is None or found.dest_end - found.dest_start < 0.7 * len(wanted):
        return piece
    start = text.rfind(" ", 0, found.dest_start + 1) + 1 if found.dest_start else 0
    kept = piece.text[:start].rstrip()
    return Piece(kept, piece.start, piece.start + len(kept), piece.line, piece.gap) if kept else None


def place_apart(piece: Piece) -> list[Piece]:
    """Return a piece cut where the place and date of the other column begin; as it is where it holds no such."""
    match = _PLACE_BESIDE.fullmatch(piece.text)
    if match is None or len(match["body"]) < SHORTEST:
        return [piece]
    cut = piece.end - len(match["date"])
    return [replace(piece, text=match["body"], end=cut), replace(piece, text=match["date"], start=cut, gap=False)]


def joined(parts: list[Piece]) -> tuple[str, Span] | None:
    """Return pieces as one running text, with the span from the first to the last."""
    if not parts:
        return None
    text = ""
    for part in parts:
        if text.endswith("-") and part.text[:1].islower() and re.search(r"[а-яёіїєґ]-$", text):
            text = text[:-1] + part.text
        else:
            text = f"{text} {part.text}" if text else part.text
    return text.strip(), Span(min(p.start for p in parts), max(p.end for p in parts))
