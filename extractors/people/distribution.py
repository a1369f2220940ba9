"""Distribution lists of Slavic and Kazakh orders: a label at the close, the recipients on its line or below it."""

import re
from collections.abc import Iterator
from pathlib import Path

from models.document import Document
from models.rows import Row, Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "recipients.tsv"
_OPENING = Wordings(_WORDS, r"\W*<<opening>>\s*:\s*", re.IGNORECASE)
_ITEM = re.compile(r"\s*(?:[-–—•]|\d{1,2}[.)])\s+(?=\S)")
_COPIES = Wordings(_WORDS, r"(?i)\s*[-–—(]?\s*\d{1,2}\s*<<copies>>\.?\)?|^\d{1,2}\s*<<copies>>\.?\s*[-–—]\s*")
_FILED = Wordings(_WORDS, r"(?:[вуі]\s)?<<filed>>\W*$", re.IGNORECASE)
_ENDS = Wordings(_WORDS, r"[^,;]{0,20}<<typist>>\w*\s?[.:]", re.IGNORECASE)
"""Who typed an order stands below its recipients."""
LONGEST = 90
MOST = 30


def read_distribution(document: Document) -> list[Row]:
    """Return a row for each recipient of a distribution list; `Рассылка: деканаты, бухгалтерия`."""
    text = document.text
    lines = [line for line in text.lines if line.role == "body" and line.table is None]
    for n, line in enumerate(lines):
        printed = text.content[line.start : line.end]
        opening = _OPENING.match(printed)
        if opening is None:
            continue
        rows = list(_items(printed[opening.end() :], line.start + opening.end()))
        for below in lines[n + 1 : n + 1 + MOST]:
            words = text.content[below.start : below.end]
            if _ENDS.match(words) or not words.strip() or rows and not _ITEM.match(words) and not _open(printed):
                break
            rows += _items(words, below.start)
            printed = words
        return rows[:MOST]
    return []


def _open(line: str) -> bool:
    """Say whether a list goes on below its line."""
    return line.rstrip().endswith((",", ";"))


def _items(words: str, start: int) -> Iterator[Row]:
    for match in re.finditer(r"[^,;]+", words):
        lead = _ITEM.match(match[0])
        item = match[0][lead.end() :] if lead else match[0]
        name = _COPIES.sub("", item).strip(" .,;:–—-")
        if len(name) < 2 or len(name) > LONGEST or not re.search(r"[^\W\d_]{2}", name):
            continue
        at = start + match.start() + (lead.end() if lead else 0)
        span = Span(at + len(item) - len(item.lstrip()), start + match.end())
        cells = {"name": Value(name, span, 0.88, "recipients.list")}
        if filed := _FILED.fullmatch(name):
            cells["purpose"] = Value(filed[0], span, 0.8, "recipients.list")
        yield Row("recipients", cells)
