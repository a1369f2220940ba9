"""Heads of English resolutions and orders: number, body, day and what they are about, in lines below each other.

`RESOLUTION No. 12/2020` / `of the Senate of Corvin University` / `of 4 March 2020` / `on the fees for evening courses`
"""

import re
from pathlib import Path

from extractors.heads.head import Head
from extractors.heads.pieces import Piece, joined
from extractors.values import read_as
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.wordings import Wordings

_WORDS = Path(__file__).parent / "knowledge" / "resolution_words.tsv"
_OPENS = Wordings(_WORDS, r"(?i:<<act>>)\s*(?i:No\.?|Number|№|Nr\.?)\s*(?P<number>[A-Z]{0,4}[-/ ]?\d[\w./-]{0,20})")
_RESTS = Wordings(_WORDS, r"(?i:<<rests>>)(?!\w)")
_BODY = Wordings(_WORDS, r"(?i:of|by)\s+(?P<body>(?:(?i:the)\s+)?(?i:<<body>>)(?!\w).{0,110}?)$")
_ABOUT = Wordings(_WORDS, r"(?P<about>(?i:<<about>>)\s.{4,400})$")
_DATED = re.compile(r"(?:of|dated|as of|on)\s+(?:the\s+)?$", re.I)
SHORT = 12
"""Characters of a line in capitals that is no subject."""
LINES = 9
"""Printed lines that such a head takes, at most."""


def read_resolution(head: Head, found: list[Piece], document: Document) -> None:
    """Read the head of a resolution; nothing where no line begins with an act and its number."""
    if document.genre.kind not in ("decision", "notice", "other"):
        return
    start = next((i for i, p in enumerate(found[:8]) if _OPENS.match(p.text)), None)
    opened = _OPENS.match(found[start].text) if start is not None else None
    if start is None or opened is None:
        return
    parts = []
    for piece in found[start : start + LINES]:
        if _RESTS.match(piece.text) or re.match(r"(?:§|Article|Art\.)\s*1\b|1\.\s", piece.text):
            break
        parts.append(piece)
    whole = joined(parts)
    if whole is None:
        return
    head.put("number", Value(opened["number"].rstrip("."), found[start].span, 0.88, "head.resolution"))
    _read_rest(head, whole[0][opened.end() :].strip(" ,"), whole[1])


def _read_rest(head: Head, text: str, span: Span) -> None:
    """Read body, day and subject from the words behind the number."""
    told = [d for d in find_dates(text, "en") if len(d[2]) == TO_THE_DAY]
    dates = [d for d in told if not text[: d[0]].strip() or _DATED.search(text[: d[0]])]
    if dates:
        head.put("issued_on", read_as(dates[0][2], span, confidence=0.85, extractor="head.resolution"))
        before, behind = text[: dates[0][0]], text[dates[0][1] :]
    else:
        before, behind = "", text
    body = _BODY.search(_DATED.sub("", before).strip(" ,")) or (_BODY.match(behind) if not dates else None)
    if body and not _ABOUT.search(body["body"]):
        head.put("issuer", Value(_lower(body["body"]), span, 0.8, "head.resolution"))
    about = next((m for m in (_ABOUT.match(behind.lstrip(" ,:–-")), _ABOUT.search(_DATED.sub("", before))) if m), None)
    shouted = behind.strip(" ,:–-")
    if about is None and len(shouted) > SHORT and shouted.isupper():
        head.put("title", Value(shouted, span, 0.8, "head.resolution"))
    if about:
        head.put("title", Value(about["about"].strip(" ."), span, 0.85, "head.resolution"))


def _lower(name: str) -> str:
    """Return a body's name without its article."""
    return re.sub(r"^the\s+", "", name, flags=re.I).strip(" ,")
