"""Where and when a Vietnamese document was issued, by the line of its head: `Hà Nội, ngày 10 tháng 12 năm 2025`."""

import re
from pathlib import Path

from extractors.finding.marking.numbers import find_numbers
from extractors.heads.head import Head
from extractors.heads.pieces import Piece
from extractors.heads.vietnamese_titles import PLACED
from extractors.values import read_as
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.values.dates import TO_THE_DAY, find_dates
from normalizers.wordings import Wordings

_KNOWLEDGE = Path(__file__).parent / "knowledge"
_WORDS = _KNOWLEDGE / "vietnamese_words.tsv"
_DRAFTED = Wordings(_WORDS, r"\W*<<draft>>\W", re.IGNORECASE)
"""A line that says of when the draft is: `Dự thảo ngày 12/3/2025`."""
_DAY, _MONTH = Wordings(_WORDS, r"\b<<day>>\b"), Wordings(_WORDS, "<<month>>", re.IGNORECASE)
_BROKEN_DATE = Wordings(_WORDS, r"<<day>>\s\d{1,2}(?:\s<<month>>(?:\s\d{1,2}(?:\s<<year>>)?)?)?\s*$")
_REST_OF_DATE = Wordings(_WORDS, r"(?:(?:<<month>>\s)?\d{1,2}\s)?(?:<<year>>\s)?(?:19|20)\d\d\W?")
_MEETS = Wordings(_KNOWLEDGE / "dating_words.tsv", r"\W*(?:\d{1,2}[.)]\s*)?<<meets>>(?!\w)", re.IGNORECASE)
"""A line that says when something is to happen: its day is none of the document's."""
_BORN = Wordings(_KNOWLEDGE / "dating_words.tsv", r"(?<!\w)<<born>>(?!\w)", re.IGNORECASE)
BESIDE = 40
"""Letters that may stand beside the day on a line that dates a document without naming a place."""
_SPANNING = Wordings(_WORDS, r"(?<!\w)<<span>>\s", re.IGNORECASE)
_TOWN = Wordings(_WORDS, r"(?:\p{Lu}[\w.]*)(?:\s(?:<<town>>|\p{Lu}[\w.]*))*$")


def place_and_date(head: Head, top: list[Piece], document: Document) -> None:
    """Read `Hà Nội, ngày 10 tháng 12 năm 2025`; a date with blanks gives what is printed."""
    for index, piece in enumerate(top):
        if _DRAFTED.match(piece.text) or _MEETS.match(piece.text) or _BORN.search(piece.text):
            continue
        text = re.sub(r"\b(\w{2,})(?:,)?\s+\1\b", r"\1", _with_rest(top, index))
        dates = [d for d in find_dates(text, "vi") if len(d[2]) >= 7 or _MONTH.search(text, *d[:2])]
        place = PLACED.search(text)
        if place and (dates or _DAY.search(text)):
            numbers = find_numbers(text)
            symbol = re.compile(r"/\s?[A-ZĐ][\w&.]*(?:\s?[-–]\s?[\w&.]+)*\s").search(text, 0, place.end(1))
            if symbol and not numbers:
                text = " " * symbol.end() + text[symbol.end() :]
                place = PLACED.search(text) or place
            name = (
                place[1] if not numbers or numbers[-1].end <= place.start(1) else text[numbers[-1].end : place.end(1)]
            )
            words = _TOWN.search(name.replace("TP. ", "TP.").strip())
            if words:
                start = document.text.content.find(words[0], piece.start, piece.end)
                span = Span(start, start + len(words[0])) if start >= 0 else piece.span
                head.put("issued_at", Value(words[0], span, 0.9, "head.place"))
        if dates and (place or _dates_alone(text, dates[-1][:2])):
            head.put(
                "issued_on",
                read_as(
                    dates[-1][2],
                    piece.span,
                    confidence=0.95 if len(dates[-1][2]) == TO_THE_DAY else 0.7,
                    extractor="head.date",
                ),
            )
            return


def _dates_alone(text: str, day: tuple[int, int]) -> bool:
    """Say whether a line without a place dates the document: it has little more than the day, and no span of days."""
    rest = re.findall(r"[^\W\d_]", text[: day[0]] + text[day[1] :])
    said = (
        len(rest) > BESIDE or text.rstrip().endswith(".") or text.lstrip(" *").startswith("(") or _SPANNING.search(text)
    )
    return _DAY.search(text) is not None and not said


def _with_rest(top: list[Piece], index: int) -> str:
    """Return a line with the rest of its date, where a narrow column prints that below: `…, ngày 3 tháng 10 năm`."""
    text = top[index].text
    near = (piece.text for piece in top[index + 1 : index + 3] if 0 < piece.line - top[index].line <= 1)
    rest = next((words for words in near if _REST_OF_DATE.fullmatch(words)), "") if _BROKEN_DATE.search(text) else ""
    return f"{text} {rest}".rstrip()
