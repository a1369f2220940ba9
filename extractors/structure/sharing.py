"""Who makes a share, where they are named behind it; the clause of a Vietnamese sentence that a figure is about."""

import re

from extractors.structure.figures import Figure

SHARERS = re.compile(
    r"\s+(?!(?:của|trên|tổng|so|khối|số|trong|các|và|hoặc|trở|kể|tính|thời)(?!\w))(?P<who>[^\W\d_][^.,;:()]*?)"
    r"(?=\s+(?:và|trên tổng|so với|của|để|trong)\s|\s*(?:[.,;:()]|$))"
)
"""Who makes a share that is named behind it: `và có ít nhất 30% người học phản hồi`."""
MARK = re.compile(
    r"(?<!\w)(?:có|và|với|khi|nếu|được)\s+(?P<what>(?:tổng |mức )?điểm(?!\s(?:danh|trường|cầu))"
    r"(?:\s(?!điểm\s)[^\s.;:]+){0,9}\s*)$"
)
"""The mark that a sentence is about at its end: `… nếu có điểm trung bình chung tích lũy đạt từ 2,00`."""
EACH = re.compile(r",\s+(?=(?:mỗi|từng)\s+[^\W\d_]+)", re.IGNORECASE)
Place = tuple[int, int]


def sharers(text: str, begin: int, figure: Figure, end: int) -> Place | None:
    """Return who makes a share, where nothing but a joint stands before it and they behind it."""
    joined = re.compile(r"(?:^|\s|(?=,))(?:và|trong đó|,)\s*(?:có|phải có)?\s*$").search(text[begin : figure.words[0]])
    found = SHARERS.match(text, figure.figure[1], end) if figure.unit == "percent" and joined else None
    return found.span("who") if found and len(found["who"].split()) >= 2 else None


def narrowed(text: str, begin: int, end: int, unit: str | None) -> int:
    """Return where the words that a figure is about begin: a mark that is named last, a clause with `mỗi`."""
    mark = MARK.search(text[begin:end]) if unit in ("point", None) else None
    begin += mark.start("what") if mark else 0
    share = list(EACH.finditer(text[begin:end]))
    return begin + (share[-1].end() if share else 0)
