"""Marks of the kind of class before the titles of a plan that has one column for all: `Д1. …`, `ТС1. …`, `ЗС 2. …`."""

import re
from collections.abc import Iterable

_KINDS = {
    "д": "lecture", "дәріс": "lecture", "л": "lecture", "лекция": "lecture",
    "тс": "practice", "пс": "practice", "пз": "practice", "тәжірибелік сабақ": "practice",
    "сс": "seminar", "сз": "seminar", "семинар": "seminar", "семинар сабағы": "seminar",
    "зс": "laboratory", "лз": "laboratory", "зертханалық сабақ": "laboratory", "зж": "laboratory",
    "боөж": "supervised_self_study", "обөж": "supervised_self_study", "соөж": "supervised_self_study",
    "бөж": "self_study", "сөж": "self_study",
}  # fmt: skip
"""Letters of Kazakh and Russian plans by kind of class; `practice` is a practical class and no placement."""
_MARK = re.compile(
    r"(?P<mark>" + "|".join(sorted(_KINDS, key=len, reverse=True)) + r")\s?[-№]?\s?\d{1,2}\s*[.:)–-]\s*(?=[^\W\d_]{2})",
    re.I,
)


def marked_kind(text: str) -> tuple[str, str] | None:
    """Return the kind of class that a title's mark tells, and the title without the mark."""
    match = _MARK.match(text)
    return (_KINDS[match["mark"].casefold()], text[match.end() :]) if match else None


def tell_kinds(titles: Iterable[str]) -> bool:
    """Say whether marks tell the kind in a column: at least two different ones, before at least half of its titles."""
    printed = [title for title in titles if title]
    kinds = [found[0] for title in printed if (found := marked_kind(title))]
    return len(set(kinds)) >= 2 and len(kinds) * 2 >= len(printed)
