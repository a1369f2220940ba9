"""Hours that sentences tell: `120 годин, з них 32 години лекцій`, `30 hours of lectures and 15 seminar hours`."""

import re
from collections.abc import Iterator

from extractors.curriculum.heads import activity_of
from extractors.curriculum.wording import KNOWLEDGE
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "hours_words.tsv"
_HOUR = r"<<spoken_unit>>\b\.?"
_COUNTED = Wordings(
    _WORDS,
    rf"(?<![\d,.])(?P<hours>\d{{1,3}})\s*{_HOUR}\s*(?:[–—-]\s*|<<given_to>>)?"
    r"(?P<what>[^\W\d_][^\d,;:.()]{2,45}?)(?=\s*(?:[,;.()]|\b<<and_also>>\s+\d|$))",
    re.I,
)
_WHOLE = Wordings(_WORDS, rf"(?<![\d,.])(\d{{2,3}})\s*{_HOUR}\s*[,:;(–—-]?\s*<<among>>", re.I)
_SUMMED = Wordings(_WORDS, rf"<<whole>>\b\s*:?[^.;:]{{0,90}}?(?<![\d,.])(\d{{2,3}})\s*{_HOUR}", re.I)
_COUNTED_ENGLISH = re.compile(
    r"(?i)(?<![\d,.])(?P<hours>\d{1,3})\s(?:hours?\s(?:of|for)\s(?P<of>[a-z][^\d,;:.()]{2,45}?)"
    r"|(?P<kind>[a-z][a-z -]{2,25}?)\shours?)"
    r"(?=\s*(?:[,;.()]|\band\s+\d|\bof\s|$))"
)
_SUMMED_ENGLISH = Wordings(
    _WORDS, r"\b<<whole_english>>\s(\d{2,3})\s(?:[a-z]+\s)?hours?\b(?!\sof\s(?!<<whole_things>>))", re.I
)
_IN_CLASS = Wordings(_WORDS, r"<<in_class>>\w*(?:\s+[^\W\d_]+){0,3}\s*[:–—-]?\s*$", re.I)
"""Words before hours that are those in class, and not the whole: `контактная работа – 51 ч, из них …`."""
_PART = Wordings(_WORDS, r"^<<done>>\s+(?=\S)|\s+<<done_by>>$", re.I)


def spoken_hours(text: str) -> Iterator[tuple[str, float, int, int]]:
    """Yield activity, hours and place in the text of what a sentence counts: at least two kinds, or one and the whole.

    A sentence that only says how much the whole is yields that alone.
    """
    before = next((m for m in _WHOLE.finditer(text) if not _IN_CLASS.search(text[: m.start()])), None)
    whole = _SUMMED.search(text) or before
    whole = whole or _SUMMED_ENGLISH.search(text)
    parts = []
    for match in (*_COUNTED.finditer(text), *_COUNTED_ENGLISH.finditer(text)):
        named = match["what"] if match.re is _COUNTED.pattern else match["of"] or match["kind"]
        kind = activity_of(_PART.sub("", named.strip()), 0.9)
        if kind and kind != "total":
            parts.append((kind, float(match["hours"]), match.start(), match.end()))
    kinds = {kind for kind, *_ in parts}
    if len(kinds) < len(parts):
        return  # the hours of several semesters or forms of study
    if whole:
        yield "total", float(whole[1]), whole.start(1), whole.end(1)
    if len(parts) >= 2 or whole:
        yield from parts
