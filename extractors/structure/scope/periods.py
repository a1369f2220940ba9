"""The period that a Vietnamese figure holds for, where it opens the sentence or stands right before the comparator."""

import re

from extractors.structure.words import FOLDER
from normalizers.wordings import Wordings

Place = tuple[int, int]
_WORDS = FOLDER / "period_words.tsv"
_PERIOD = r"<<period>>(?:\s<<half>>)?(?!\s<<no_period>>(?!\w))"
FRONTED = Wordings(
    _WORDS,
    rf"(?i)(?:Trong\s)?(?P<period>(?:(?<=Trong\s)|<<each_fronted>>\s){_PERIOD})(?:,\s+|\s+(?=<<who>>(?!\w)))(?=(?:[^\W\d_]+\s){{2,}})",
)
TRAILING = Wordings(_WORDS, rf"\s(?P<period><<in>>\s(?:<<in_one>>\s{_PERIOD}|<<whole>>))\s*$", re.IGNORECASE)
EACH = Wordings(_WORDS, rf"\s(?P<period><<each>>\s{_PERIOD})\s*$", re.IGNORECASE)
"""A period that times are counted in, where no word leads to it: `họp định kỳ mỗi quý một lần`."""

BEGUN = Wordings(
    _WORDS, rf"(?<=đầu)\s(?P<period>{_PERIOD}(?:\s(?:này|đó|mới))?)(?=\s(?:và|hoặc|để|thì)\s|\s?[,.;:()]|$)"
)
"""The period in whose first days something is done, without `của`: `trong 2 tuần đầu học kỳ`."""
COUNTED = Wordings(
    _WORDS,
    rf"(?:\s[^\W\d_]{{2,8}})?\s(?P<period><<in>>\s(?:<<in_one>>\s{_PERIOD}|<<whole>>)|<<each>>\s{_PERIOD})"
    r"(?=\s?[,.;:()]|\s(?:và|hoặc)\s|$)",
)
"""The period behind a word that is counted and named by itself alone: `ít nhất 02 đợt trong một năm học`."""


def counted_in(text: str, start: int, end: int) -> Place | None:
    """Return the period in which so many of something are counted, right behind the counted word."""
    found = COUNTED.match(text, start, end)
    return found.span("period") if found else None


def fronted(text: str, begin: int, end: int) -> tuple[Place, int] | None:
    """Return the period that opens a sentence and where what follows it begins: `Trong mỗi học kỳ chính, …`."""
    found = FRONTED.match(text, begin, end)
    return (found.span("period"), found.end()) if found else None


def trailing(text: str, begin: int, end: int, unit: str | None) -> Place | None:
    """Return the period right before a comparator: `Giờ trực thư viện trong một học kỳ từ …`."""
    found = TRAILING.search(text, begin, end) or (EACH.search(text, begin, end) if unit == "time" else None)
    if found is None or len(text[begin : found.start()].split()) < 2:
        return None
    return found.span("period")


def begun(text: str, start: int, end: int) -> Place | None:
    """Return the period right behind `đầu`, of which so many days or weeks are told."""
    found = BEGUN.match(text, start, end)
    return found.span("period") if found else None
