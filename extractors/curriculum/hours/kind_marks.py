"""Marks of the kind of class before the titles of a plan that has one column for all: `Д1. …`, `ТС1. …`, `ЗС 2. …`."""

import re
from collections.abc import Iterable
from functools import cache

from extractors.curriculum.wording import KNOWLEDGE
from normalizers.knowledge import mapped

_TABLE = KNOWLEDGE / "kind_marks.tsv"


@cache
def _mark() -> re.Pattern[str]:
    marks = "|".join(sorted(map(re.escape, mapped(_TABLE, "mark", "activity")), key=len, reverse=True))
    return re.compile(rf"(?P<mark>{marks})\s?[-№]?\s?\d{{1,2}}\s*[.:)–-]\s*(?=[^\W\d_]{{2}})", re.I)


def marked_kind(text: str) -> tuple[str, str] | None:
    """Return the kind of class that a title's mark tells, and the title without the mark."""
    match = _mark().match(text)
    return (mapped(_TABLE, "mark", "activity")[match["mark"].casefold()], text[match.end() :]) if match else None


def tell_kinds(titles: Iterable[str]) -> bool:
    """Say whether marks tell the kind in a column: at least two different ones, before at least half of its titles."""
    printed = [title for title in titles if title]
    kinds = [found[0] for title in printed if (found := marked_kind(title))]
    return len(set(kinds)) >= 2 and len(kinds) * 2 >= len(printed)
