"""Day, number and place below the word of the kind on a form of an institution: `18.02.2013 № 01-12` over the town."""

import re

from extractors.heads.head import Head
from extractors.heads.pieces import Piece
from models.rows import Value

REQUISITE = re.compile(
    r"(?:(?:от|від)\s)?(?P<day>\d{1,2}\.\d\d\.\d{4})(?:\s?[гр]\.)?\s*№\s*(?P<number>[\w./-]+)|№\s*[\w./-]+"
    r"|[гм]\.\s?(?P<place>[А-ЯЁІЇЄҐ][\w-]+(?:\s[\w-]+)?)"
)
BELOW = 3
"""Lines below the word of the kind that the requisites may take."""


def read_form(head: Head, found: list[Piece], start: int | None) -> None:
    """Read number and place of rules from the lines right below a word of the kind that stands alone."""
    if start is None or len(found[start].text.split()) > 1:
        return
    for piece in found[start + 1 : start + 1 + BELOW]:
        told = REQUISITE.fullmatch(piece.text)
        if told is None:
            return
        for column, value in (("number", told["number"]), ("issued_at", told["place"])):
            if value and column not in head.values:
                head.put(column, Value(value, piece.span, 0.85, "head.form"))
