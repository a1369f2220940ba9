"""How a table of marks sets out pieces of work: the rows that name a group, and the works below them."""

import re
from dataclasses import dataclass
from itertools import takewhile

from extractors.curriculum.grading.columns import ITEM_CODE, named_columns, sums_up, unbulleted
from extractors.curriculum.grading.mark_figures import figures_of
from extractors.curriculum.heads import Column, Headed
from extractors.curriculum.itemising import BULLET
from extractors.curriculum.wording import fold
from models.rows import Value

_LEADING = re.compile(r"([A-Z]{1,3}\d{1,2}(?:\.\d{1,2})*)[.:)]*\s")
"""The code that the title of a work begins with."""


@dataclass(frozen=True, slots=True)
class Layout:
    """How a table sets out works in groups: the columns of works and of the names of their groups, the rows but sums.

    `groups` are the rows that name a group where a work has its name, `banded` those of them with a figure below,
    `loose` says that a work without a bullet belongs to none; `whole` are first rows of groups that have the figure of
    all, `nested` leads from works to the row of the group within a group, `sums` has figures by a group's name, `codes`
    the codes of rows whose groups only codes tell.
    """

    head: Headed
    title: Column
    period: Column | None
    rows: list[int]
    parted: bool
    groups: set[int]
    banded: dict[int, dict[str, Value]]
    loose: bool
    whole: set[int]
    nested: dict[int, int]
    sums: dict[str, dict[str, Value]]
    codes: dict[int, str]


def layout_of(head: Headed) -> Layout | None:
    """Return how a table groups its works, None where no column names them."""
    period, title = named_columns(head)
    if title is None:
        return None
    rows = [r for r in head.data if not sums_up(head, r)]
    parted = _parted(head, period, rows)
    groups = _spanning(head, period, title, rows)
    title, period = (period, None) if period and groups else (title, period)
    banded, loose = dict[int, dict[str, Value]](), False
    if period is None:
        banded = banded_rows(head, title, rows)
        groups = groups or {*banded} or _coded_groups(head, title, rows) or _summed(head, rows)
        loose = not groups
        groups = groups or unbulleted(head, title, rows)
    code = head.of("code") if period is None else None
    codes = {r: head.at(r, code).text.strip(" .") for r in rows if code}
    nested, whole = (_nested(head, title, rows), _whole_rows(head, period, rows)) if period else ({}, set())
    sums = _group_sums(head, period)
    return Layout(head, title, period, rows, parted, groups, banded, loose and bool(groups), whole, nested, sums, codes)


def _whole_rows(head: Headed, period: Column | None, rows: list[int]) -> set[int]:
    """Return the first rows of groups whose figure is what the works below it in the group make."""
    found: set[int] = set()
    named = [r for r in rows if head.at(r, period).text and not head.at(r, period).merged]
    for start in named:
        below = list(takewhile(lambda r: r not in named, (r for r in rows if r > start)))
        found |= {start} if _makes(head, start, below) else set()
    return found


def _makes(head: Headed, start: int, below: list[int]) -> bool:
    """Say whether the shares, or the highest scores, of several works below a row make its own."""
    for figure in ("weight_percent", "max_score"):
        whole, *parts = (figures_of(head, r).get(figure) for r in (start, *below))
        if len(parts) > 1 and whole and all(parts) and sum(float(str(p.value)) for p in parts if p) == whole.value:
            return True
    return False


def _summed(head: Headed, rows: list[int]) -> set[int]:
    """Return the first rows of groups, two at least from a table's first on, whose figure the works below them make."""
    found, n = set[int](), len(rows) if head.of("code") else 0  # codes tell groups better
    while size := next((k for k in range(2, len(rows) - n) if _makes(head, rows[n], rows[n + 1 : n + 1 + k])), 0):
        found.add(rows[n])
        n += size + 1
    return found if len(found) > 1 else set()


def _nested(head: Headed, title: Column, rows: list[int]) -> dict[int, int]:
    """Return, for each bulleted work, the row of the group above it whose figure the works make: `Thường kỳ: 20` over
    `- Bài tập 10` and `- Thuyết trình 10`."""
    found: dict[int, int] = {}
    for start in rows:
        below = list(takewhile(lambda r: BULLET.match(head.at(r, title).text), (r for r in rows if r > start)))
        if not BULLET.match(head.at(start, title).text) and _makes(head, start, below):
            found |= dict.fromkeys(below, start)
    return found


def _parted(head: Headed, period: Column | None, rows: list[int]) -> bool:
    """Say whether a column parts the works into groups: at least two names in words, one of them for several works
    unless the head calls them parts of the mark."""
    if period is None or period.meaning not in ("period", "component", "assessment", "control"):
        return False
    said = [head.at(r, period).text for r in rows]
    names = {text for text in said if any(c.isalpha() for c in text)}
    return 2 <= len(names) < len(rows) or period.meaning == "period" and 2 <= len(names) == len(rows)


def _group_sums(head: Headed, period: Column | None) -> dict[str, dict[str, Value]]:
    """Return the figures of the sums that stand inside the groups, in rows that a group's merged name covers."""
    sums = [r for r in head.data if sums_up(head, r)] if period else []
    return {head.at(r, period).text: figures_of(head, r) for r in sums if head.at(r, period).merged}


def _spanning(head: Headed, period: Column | None, title: Column, rows: list[int]) -> set[int]:
    """Return the rows that name a group across both columns of words, where the works stand below them."""
    if period is None:
        return set()
    across = {r for r in rows if head.at(r, title).merged and head.at(r, title).span == head.at(r, period).span}
    across = {r for r in across if head.at(r, period).text and not head.at(r, period).merged}
    return across if rows and rows[0] in across and 2 * len(across) <= len(rows) else set()


def _coded_groups(head: Headed, title: Column, rows: list[int]) -> set[int]:
    """Return the rows whose titles begin with a code that others go on: `A1. Quá trình` over `A1.1. Báo cáo`."""
    codes = {r: found[1] for r in rows if (found := _LEADING.match(head.at(r, title).text))}
    return {r for r, code in codes.items() if any(is_below(code, other) for other in codes.values())}


def is_below(group: str, item: str) -> bool:
    """Say whether a code is an item's of a group's code: `BTTL#1` of `BTTL`, `A1.2` of `A1`."""
    if not group or item == group or not item.startswith(group):
        return False
    return bool(re.match(r"[.#\s-]\d" if group[-1].isdecimal() else r"[.#\s-]?\d", item[len(group) :]))


def has_children(codes: dict[int, str], r: int) -> bool:
    """Say whether a row is a group: other codes lie below its own, or it alone lies below no group."""
    mine = codes.get(r, "")
    if not mine or not ITEM_CODE.fullmatch(mine):
        return False
    if any(is_below(mine, other) for other in codes.values()):
        return True
    groups = [c for c in codes.values() if any(is_below(c, other) for other in codes.values())]
    return len(groups) >= 2 and not any(is_below(g, mine) for g in groups)


def banded_rows(head: Headed, title: Column, rows: list[int]) -> dict[int, dict[str, Value]]:
    """Return the rows that name a group over works and figures alike, each with the sum that a row below prints for it.

    Only where the first row is one, and works stand below every one of them.
    """
    figured = head.of("score", "weight")
    bands = [r for r in rows if figured and _over_figures(head, r, title, figured)]
    if not bands or bands[0] != rows[0] or any(r + 1 in bands or r + 1 not in head.data for r in bands):
        return {}
    found: dict[int, dict[str, Value]] = {}
    for r in bands:
        name = fold(head.at(r, title).text)
        sums = [
            n for n in head.data if n > r and sums_up(head, n) and name and name in fold(" ".join(head.grid.texts(n)))
        ]
        found[r] = figures_of(head, sums[0]) if sums else {}
    return found


def _over_figures(head: Headed, r: int, title: Column, figured: Column) -> bool:
    named, figure = head.at(r, title), head.at(r, figured)
    return bool(re.search(r"[^\W\d_]{3}", named.text)) and not named.merged and figure.span == named.span
