"""Who makes a share, where they are named behind it; the clause of a Vietnamese sentence that a figure is about."""

import re

from extractors.structure.figures.quantities import Figure
from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

_WORDS = FOLDER / "period_words.tsv"
SHARERS = Wordings(
    _WORDS, r"\s+(?!<<no_sharer>>(?!\w))(?P<who>[^\W\d_][^.,;:()]*?)(?=\s+<<sharer_end>>\s|\s*(?:[.,;:()]|$))"
)
"""Who makes a share that is named behind it: `và có ít nhất 35% cựu học viên trả lời`."""
MAKER = Wordings(_WORDS, r"<<maker>>\s", re.IGNORECASE)
"""Who makes a share that opens its item: `Ít nhất 70% học viên nộp bài đúng hạn`."""
JOINED = Wordings(_WORDS, r"(?:^|\s|(?=,))(?:<<joint>>|,)\s*<<has>>?\s*$")
MARK = Wordings(
    _WORDS, r"(?<!\w)<<marked>>\s+(?P<what>(?:<<mark>> )?điểm(?!\s<<no_mark>>)(?:\s(?!điểm\s)[^\s.;:]+){0,9}\s*)$"
)
"""The mark that a sentence is about at its end: `… nếu có điểm bình quân cả khóa đạt từ 2,50`."""
NUMBER = Wordings(_WORDS, r"(?<!\w)<<marked>>\s+(?P<what>(?:tổng\s)?số\s(?:(?!số\s)[^\s.;:]+\s?){2,11})$")
"""The number that a sentence is about at its end: `sinh viên có số tín chỉ nợ từ đầu khóa lớn hơn 20`."""
EACH = Wordings(_WORDS, r",\s+(?=<<every>>\s+[^\W\d_]+)", re.IGNORECASE)
Place = tuple[int, int]


def sharers(text: str, begin: int, figure: Figure, end: int) -> Place | None:
    """Return who makes a share, where nothing but a joint stands before it and they behind it."""
    joined = JOINED.search(text[begin : figure.words[0]])
    found = SHARERS.match(text, figure.figure[1], end) if figure.unit == "percent" else None
    if found and not joined and not (_opens(text[begin : figure.words[0]]) and MAKER.match(found["who"])):
        return None
    if found and _repeated(text[begin : figure.words[0]], found["who"]):
        return None
    return found.span("who") if found and len(found["who"].split()) >= 2 else None


def _repeated(before: str, behind: str) -> bool:
    """Whether a comma parts two shares of one whole: `bằng 80% mức trần, không quá 90% mức trần`."""
    return before.rstrip(" ,").casefold().endswith(" ".join(behind.split()[:2]).casefold())


def _opens(words: str) -> bool:
    """Whether nothing but the mark of an item stands before a comparator."""
    return not words.strip(" -–+•")


def narrowed(text: str, begin: int, end: int, unit: str | None) -> int:
    """Return where the words that a figure is about begin: a mark that is named last, a clause with `mỗi`."""
    mark = MARK.search(text[begin:end]) if unit in ("point", None) else None
    begin += mark.start("what") if mark else 0
    number = NUMBER.search(text[begin:end])
    begin += number.start("what") if number else 0
    share = list(EACH.finditer(text[begin:end]))
    return begin + (share[-1].end() if share else 0)
