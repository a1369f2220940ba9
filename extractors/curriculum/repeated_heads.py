"""Heads that a table repeats on its next page: what a scan misread in one of them stands in the other.

`Nội sử dung` above the first page of a plan of topics is `Nội dung`, where all the other heads of the second page are
those of the first.
"""

from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.curriculum.wording import fold, lexicon

COLUMNS, DIFFERENT = 4, 0.34
"""Columns of such a table, at least, and the share of them whose heads may differ."""
ALIKE = 60.0
"""Likeness of 100 from which one reading of a head is another of the same."""


def told_elsewhere(own: Sequence[str], other: Sequence[str]) -> dict[int, str]:
    """Return the heads that the other print of a row of heads tells, by column; none where it is another row.

    A head that is known by itself stays.
    """
    if len(own) != len(other) or len(own) < COLUMNS:
        return {}
    differ = [n for n, (a, b) in enumerate(zip(own, other, strict=True)) if fold(a) != fold(b)]
    if len(differ) > DIFFERENT * len(own) or not all(map(str.strip, other)):
        return {}
    return {n: other[n] for n in differ if _is_known(other[n]) and not _is_known(own[n]) and _alike(own[n], other[n])}


def is_misread(head: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether a row is another print of a head of at least four columns: two of them are read alike and none
    otherwise than misread, or all alike but one, three of them words of their own."""
    if len(head) != len(other) or len(head) < COLUMNS:
        return False
    same = sum(bool(a) and fold(a) == fold(b) for a, b in zip(head, other, strict=True))
    words = {fold(a) for a, b in zip(head, other, strict=True) if any(map(str.isalpha, a)) and fold(a) == fold(b)}
    if len(words) >= COLUMNS - 1 and same >= len(head) - 1:
        return True
    known = sum(_is_known(text) for text in head)
    return same >= 2 and known >= COLUMNS - 1 and all(_alike(a, b) for a, b in zip(head, other, strict=True))


def _is_known(text: str) -> bool:
    return any(lexicon(table).match(text, sure) for table, sure in (("heads.tsv", 0.83), ("activities.tsv", 0.86)))


def _alike(one: str, two: str) -> bool:
    return fuzz.ratio(fold(one), fold(two)) >= ALIKE
