"""Rows that repeat: running heads within tables, and heads that a table prints again on its next page. What a scan
misread in one of those stands in the other.

`Nội sử dung` above the first page of a plan of topics is `Nội dung`, where all the other heads of the second page are
those of the first.
"""

import re
from collections import Counter
from collections.abc import Sequence

from rapidfuzz import fuzz

from extractors.arranging.furniture import MARKED_NUMBER
from extractors.curriculum.wording import fold, lexicon
from models.text import Text

COLUMNS, DIFFERENT = 4, 0.34
"""Columns of such a table, at least, and the share of them whose heads may differ."""
ALIKE = 60.0
"""Likeness of 100 from which one reading of a head is another of the same."""
EDGE = 3
"""Lines from the head or the foot of a table that may be running ones."""
LEAST_TABLES = 4
"""Tables in which a row repeats that is a running one."""


def told_elsewhere(own: Sequence[str], other: Sequence[str]) -> dict[int, str]:
    """Return the heads that the other print of a row of heads tells, by column; none where it is another row.

    A head that is known by itself stays.
    """
    if len(own) != len(other) or len(own) < COLUMNS:
        return {}
    differ = [n for n, (a, b) in enumerate(zip(own, other, strict=True)) if fold(a) != fold(b)]
    if len(differ) > DIFFERENT * len(own) or not all(map(str.strip, other)):
        return {}
    return {n: other[n] for n in differ if is_known(other[n]) and not is_known(own[n]) and _alike(own[n], other[n])}


def is_misread(head: Sequence[str], other: Sequence[str]) -> bool:
    """Say whether a row is another print of a head of at least four columns: two of them are read alike and none
    otherwise than misread, or all alike but one, three of them words of their own."""
    pairs = [(a, b) for a, b in zip(head, other, strict=False) if a or b]  # a speck makes a column without words
    if len(head) != len(other) or len(pairs) < COLUMNS:
        return False
    same = sum(bool(a) and fold(a) == fold(b) for a, b in pairs)
    words = {fold(a) for a, b in pairs if any(map(str.isalpha, a)) and fold(a) == fold(b)}
    if len(words) >= COLUMNS - 1 and same >= len(pairs) - 1:
        return True
    known = sum(is_known(text) for text in head)
    return same >= 2 and known >= COLUMNS - 1 and all(_alike(a, b) for a, b in pairs)


def is_known(text: str) -> bool:
    """Say whether a text is the label of a head or of an activity, in spite of misprints."""
    return any(lexicon(table).match(text, sure) for table, sure in (("heads.tsv", 0.83), ("activities.tsv", 0.86)))


def _alike(one: str, two: str) -> bool:
    return fuzz.ratio(fold(one), fold(two)) >= ALIKE


def page_breaks(rows: Sequence[Sequence[str]]) -> set[int]:
    """Return which rows of a table a page's end put among the others of a text: its number, and the head again."""
    ended: set[int] = set()
    repeated = 0
    for r, row in enumerate(rows):
        own = [text for text in row if text]
        again = repeated < r - 1 and [*map(fold, row)] == [*map(fold, rows[repeated])]
        heads = len(own) > 2 and sum(map(is_known, own)) * 2 > len(own)
        repeated = repeated + 1 if again and (repeated or heads) else 0
        if repeated or len(own) > 1 and MARKED_NUMBER.fullmatch(" ".join(own)):
            ended.add(r)
    return ended


def running_rows(text: Text) -> frozenset[str]:
    """Return the rows, as `bare` writes them, that repeat from page to page with a page number, or beside such a row.

    A row that stands twice in one table, or amid one, is content said again: `1.2 Підготовка до занять 2`.
    """
    lines = [n for n in text.lines if n.table is not None]
    sizes = Counter(line.table for line in lines)
    rows = [(n.table, bare(printed := text.content[n.start : n.end]), printed) for n in lines]
    tables: dict[str, list[int | None]] = {}
    printed_as: dict[str, set[str]] = {}
    beside: dict[str, list[str]] = {}
    amid: set[str] = set()
    place = 0
    for n, (table, said, printed) in enumerate(rows):
        place = place + 1 if n and rows[n - 1][0] == table else 0
        tables.setdefault(said, []).append(table)
        printed_as.setdefault(said, set()).add(printed)
        above = rows[n - 1][1] if n and rows[n - 1][0] == table else ""
        below = rows[n + 1][1] if n + 1 < len(rows) and rows[n + 1][0] == table else ""
        beside.setdefault(said, []).append(f"{above}\t{below}")
        if EDGE <= place < sizes[table] - EDGE:
            amid.add(said)
    once = {said for said, seen in tables.items() if len(set(seen)) == len(seen)} - amid
    often = {said for said in once if len(tables[said]) >= LEAST_TABLES and len(said) > 24}
    numbered = {said for said in often if len(printed_as[said]) >= LEAST_TABLES}
    constant = {said for said in often if all(set(pair.split("\t")) & numbered for pair in beside[said])}
    return frozenset(numbered | constant)


def bare(row: str) -> str:
    """Return a row without figures and case, its cells parted by bars: equal where a running one repeats."""
    return "|".join(fold(re.sub(r"[\dIVXІ]+", "", part)) for part in row.split("\t") if part.strip())
