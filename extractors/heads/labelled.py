"""What the card at the top of a regulation or policy says of the document: its number and title beside their labels."""

import re
from functools import cache
from itertools import pairwise
from pathlib import Path

from extractors.heads.head import Head, rank_of
from extractors.heads.pieces import Piece
from extractors.values import read_as
from models.rows import Value
from normalizers.knowledge import read_table
from normalizers.letters import lettered
from normalizers.values.dates import find_dates
from normalizers.values.names import fold
from normalizers.wordings import Wordings

_LABELS = Path(__file__).parent / "knowledge" / "head_labels.tsv"
_NUMBER = re.compile(lettered(r"(?=[^\d]{0,30}\d)[^\W_][\w./ –-]{0,28}|\p{Lu}{2,8}(?:-[\w.]{1,8}){1,4}"))
"""A number or code of a document: it holds a figure, or is a row of short parts."""
_RULES = re.compile(
    r"(?i)[A-Z][\w’'&/, -]{0,70}?"
    r"\b(?:Policy|Policies|Regulations?|Procedures?|Rules|Code of (?:Practice|Conduct)|Framework|Guidelines|Ordinance)"
    r"(?:(?: (?:for|of|on|governing|and)|: [A-Z]?[a-z]+) [\w’'&,() -]{3,90})?"
    r"(?: \(?(?:19|20)\d\d(?:[-–/]\d\d(?:\d\d)?)?\)?)?"
)
_LINES = Path(__file__).parent / "knowledge" / "title_lines.tsv"
_GENERAL = Wordings(_LINES, r"(?:[\w-]+\s(?:and\s)?){0,4}<<general_rules>>", re.IGNORECASE)
"""Rules whose line says no more than what kind they are: `PROGRAMME REGULATIONS`."""
_OF_PROGRAMME = Wordings(_LINES, r"<<of_programme>>\b")
"""How the line below them goes on with what they are for."""
COLUMNS = frozenset({"number", "title", "issued_on", "effective_from"})
OF_MEMOS = COLUMNS | {"day"}
"""Of a memorandum `Date` is the day it bears; in other papers that may be any."""
DAY_ALONE = 12
"""Characters that may stand beside the only date of a cell."""
_NUMBERED = re.compile(r"^\d{1,2}[.)]\s+")
_HEADING = re.compile(r"\d|(?:Related|Relevant|Associated|Other|Supporting|Previous)\b", re.I)


@cache
def _labels(language: str) -> dict[str, str]:
    rows = read_table(_LABELS, ("column", "language", "label"))
    return {fold(r["label"]): r["column"] for r in rows if r["language"] == language}


def read_labelled(head: Head, found: list[Piece], language: str, columns: frozenset[str] = COLUMNS) -> None:
    """Read what stands beside the labels of the columns asked for, in one line or in the next cell."""
    for piece, after in pairwise([*found, Piece("", 0, 0, -1)]):
        label, colon, rest = piece.text.partition(":")
        column = _labels(language).get(fold(_NUMBERED.sub("", label).strip(" .")))
        if column is None or column not in columns:
            continue
        text = re.split(r"\s{2,}", rest.strip())[0] if colon and rest.strip() else after.text
        text = re.split(r"\s+(?=(?:Version|Revision|Issue|Rev\.)\b)", text)[0] if language == "en" else text
        span = piece.span if colon and rest.strip() else after.span
        if column in ("issued_on", "effective_from", "day"):
            column = "issued_on" if column == "day" else column
            dates = find_dates(text, language)
            if dates and len(text) - (dates[0][1] - dates[0][0]) <= DAY_ALONE:
                head.put(column, read_as(dates[0][2], span, confidence=0.85, extractor="head.label"))
        elif text and (column != "number" or _NUMBER.fullmatch(text)):
            head.put(column, Value(text, span, 0.85, "head.label"))


def english_rules(found: list[Piece], labelled: int | None) -> list[Piece]:
    """Return the line at the top that ends in the word for rules: `ENROLMENT POLICY`; None of a card's own lines.

    `labelled` is the place of the first piece that begins with such a word; one before it wins.
    """
    for place, piece in enumerate(found[: min(12, labelled if labelled is not None else 12)]):
        alone = all(p is piece or p.line != piece.line for p in found)
        named = alone and len(piece.text) <= 120 and _RULES.fullmatch(piece.text) and not _HEADING.match(piece.text)
        if named and rank_of(piece.text, "en") is None and piece.text[0].isupper() and len(piece.text.split()) > 1:
            above = found[place - 1] if place and found[place - 1].line + 1 >= piece.line else None
            led = above is not None and above.text.endswith((",", " of", " for", " and"))
            below = found[place + 1 : place + 2] if _GENERAL.fullmatch(piece.text) else []
            going = [
                p for p in below if p.line == piece.line + 1 and len(p.text) <= 120 and _OF_PROGRAMME.match(p.text)
            ]
            return [*([above] if above and led else []), piece, *going]
    return []
