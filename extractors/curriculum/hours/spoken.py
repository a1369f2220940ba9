"""Hours that sentences tell: `120 годин, з них 32 години лекцій`, `30 hours of lectures and 15 seminar hours`."""

import re
from collections.abc import Iterator

from extractors.curriculum.heads import activity_of

_HOUR = r"(?:ак(?:ад)?(?:ем\w+)?\.?\s*)?(?:год(?:ин\w*)?|час(?:ов|а|ы)?|ч)\b\.?"
_COUNTED = re.compile(
    rf"(?<![\d,.])(?P<hours>\d{{1,3}})\s*{_HOUR}\s*(?:[–—-]\s*|на\s+|відведено на\s+)?"
    r"(?P<what>[^\W\d_][^\d,;:.()]{2,45}?)(?=\s*(?:[,;.()]|\b(?:та|і|и|й|а також)\s+\d|$))",
    re.I,
)
_AMONG = r"(?:з них|із них|з яких|із яких|у тому числі|в тому числі|в т\. ?ч\.|из них|из которых|в том числе)"
_WHOLE = re.compile(rf"(?<![\d,.])(\d{{2,3}})\s*{_HOUR}\s*[,:;(–—-]?\s*{_AMONG}", re.I)
_SUMMED = re.compile(
    r"(?:загальн\w+\s+(?:обсяг|кількість|трудомісткість)|обсяг\s+(?:дисципліни|курсу|навчальної дисципліни)"
    r"|на вивчення (?:навчальної )?дисципліни|общ\w+\s+(?:трудо[её]мкость|об[ъь][её]м)|трудо[её]мкость)\b"
    rf"\s*:?[^.;:]{{0,90}}?(?<![\d,.])(\d{{2,3}})\s*{_HOUR}",
    re.I,
)
_COUNTED_ENGLISH = re.compile(
    r"(?<![\d,.])(?P<hours>\d{1,3})\s(?:hours?\s(?:of|for)\s(?P<of>[a-z][^\d,;:.()]{2,45}?)"
    r"|(?P<kind>[a-z][a-z -]{2,25}?)\shours?)"
    r"(?=\s*(?:[,;.()]|\band\s+\d|\bof\s|$))",
    re.I,
)
_SUMMED_ENGLISH = re.compile(
    r"\b(?:total(?:\sworkload)?(?:\sof|\sis)?|equivalent to|corresponds? to|equals?|amounts to)\s(\d{2,3})\s"
    r"(?:[a-z]+\s)?hours?\b(?!\sof\s(?!total|study|student|work))",
    re.I,
)
_IN_CLASS = re.compile(r"(?:контактн|аудиторн|ауд\.)\w*(?:\s+[^\W\d_]+){0,3}\s*[:–—-]?\s*$", re.I)
"""Words before hours that are those in class, and not the whole: `контактная работа – 51 ч, из них …`."""
_PART = re.compile(
    r"^(?:аудиторн\w+|проведення|проведение|виконання|выполнение|вивчення)\s+(?=\S)|\s+(?:студент|здобувач|обучающ)\w*"
    r"(?:\s+(?:вищої\s+)?освіти)?$",
    re.I,
)


def spoken_hours(text: str) -> Iterator[tuple[str, float, int, int]]:
    """Yield activity, hours and place in the text of what a sentence counts: at least two kinds, or one and the whole.

    A sentence that only says how much the whole is yields that alone.
    """
    before = next((m for m in _WHOLE.finditer(text) if not _IN_CLASS.search(text[: m.start()])), None)
    whole = _SUMMED.search(text) or before
    whole = whole or _SUMMED_ENGLISH.search(text)
    parts = []
    for match in (*_COUNTED.finditer(text), *_COUNTED_ENGLISH.finditer(text)):
        named = match["what"] if match.re is _COUNTED else match["of"] or match["kind"]
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
