"""What lines above the last signatures and on title pages of Vietnamese syllabi say of place and date."""

from pathlib import Path

from extractors.heads.head import Head
from extractors.heads.labelled import read_labelled
from extractors.heads.pieces import Piece, pieces
from extractors.values import read_as
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.wordings import Wordings

CLOSING = 1500
"""Characters at the end of a document among which it may be dated."""
_WORDS = Path(__file__).parent / "knowledge" / "vietnamese_words.tsv"
_CLOSING = Wordings(
    _WORDS,
    r"(?m)(?:^|\t|[ \t]{3,})[ \t*_]*(?:(?P<place>(?:<<city>>\s?)?\p{Lu}[^\W\d]*(?: [^\W\d]+){0,4}),\s*)?"
    r"(?P<date><<day>>\s*\d{0,2}\s*<<month>>\s*\d{0,2}\s*<<year>>\s*(?:\d{4})?)[ \t.*_]*$",
)
_PAGE_YEAR = Wordings(
    _WORDS, r"(?P<place>(?:\p{Lu}[^\W\d_]*\.?\s?|<<town>> ){1,6}?)\s?[,–-]\s?(?:<<in_year>> )?(?P<year>20\d\d)"
)


def closing_date(head: Head, document: Document) -> None:
    """Take the place, and the date where the head has none, from the line above the last signatures of a syllabus or a
    programme; the date also from behind its label there."""
    content = document.text.content
    found = list(_CLOSING.finditer(content, max(0, len(content) - CLOSING)))
    dates = find_dates(found[-1]["date"], "vi") if found else []
    if dates and len(dates[-1][2]) == TO_THE_DAY and "issued_on" not in head.values:
        at = Span(found[-1].start("date"), found[-1].end("date"))
        head.put("issued_on", read_as(dates[-1][2], at, confidence=0.75, extractor="head.closing"))
    if found and found[-1]["place"] and "issued_at" not in head.values:
        head.put("issued_at", Value(found[-1]["place"], Span(*found[-1].span("place")), 0.75, "head.closing"))
    if "issued_on" not in head.values:
        read_labelled(head, pieces(document, len(content) - CLOSING, len(content)), "vi", frozenset({"issued_on"}))


def title_page(head: Head, found: list[Piece]) -> None:
    """Take place and year from the last line of a title page where nothing else dates the paper: `Hà Nội, năm 2022`."""
    dated = next((m for piece in found if (m := _PAGE_YEAR.fullmatch(piece.text.strip())) and (at := piece)), None)
    if dated is None or "issued_on" in head.values:
        return
    head.put("issued_on", Value(dated["year"], at.span, 0.7, "head.page"))
    head.put("issued_at", Value(dated["place"].strip(), at.span, 0.7, "head.page"))
