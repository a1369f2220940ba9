"""Who makes a share, where they are named behind it."""

import re

from extractors.structure.figures import Figure

SHARERS = re.compile(
    r"\s+(?!(?:của|trên|tổng|so|khối|số|trong|các|và|hoặc|trở|kể|tính|thời)(?!\w))(?P<who>[^\W\d_][^.,;:()]*?)"
    r"(?=\s+(?:và|trên tổng|so với|của|để|trong)\s|\s*(?:[.,;:()]|$))"
)
"""Who makes a share that is named behind it: `và có ít nhất 30% người học phản hồi`."""
Place = tuple[int, int]


def sharers(text: str, begin: int, figure: Figure, end: int) -> Place | None:
    """Return who makes a share, where nothing but a joint stands before it and they behind it."""
    joined = re.compile(r"(?:^|\s|(?=,))(?:và|trong đó|,)\s*(?:có|phải có)?\s*$").search(text[begin : figure.words[0]])
    found = SHARERS.match(text, figure.figure[1], end) if figure.unit == "percent" and joined else None
    return found.span("who") if found and len(found["who"].split()) >= 2 else None
