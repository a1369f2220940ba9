"""What is graded in a course: pieces of work and the periods or groups they belong to, with scores and weights."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from itertools import takewhile

from extractors.curriculum import figures
from extractors.curriculum.grading.columns import ITEM_CODE, named_columns, sums_up, unbulleted, with_shares
from extractors.curriculum.grading.mark_figures import figures_of, group_figures, shared_figures
from extractors.curriculum.grading.score_grids import scored
from extractors.curriculum.grading.told_marks import told_marks
from extractors.curriculum.grids import Place, grids
from extractors.curriculum.heads import Column, Headed, headed
from extractors.curriculum.itemising import BULLET, items
from extractors.curriculum.passages import passages
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_LEADING = re.compile(r"([A-Z]{1,3}\d{1,2}(?:\.\d{1,2})*)[.:)]*\s")
"""The code that the title of a work begins with."""
_SHARE_BEHIND = re.compile(r"(?<=\w)\s*[:–-]?\s*\(\s*\d{1,3}(?:[.,]\d+)?\s?%\s*\)$")
_WORK = Wordings(
    KNOWLEDGE / "mark_heads.tsv",
    r"(?:[•●▪*;:]|(?:^|(?<=\s))[-–—]|^)\s*(?P<title>[^\W\d_][^•●▪:;%\n\t]{2,80}?)\s*[:–—-]\s*(?P<weight>\d{1,3})\s?%"
    r"(?:\s<<of_mark>>)?\s?[,;(.]?\s*<<most_points>>\s*[:–—-]?\s*(?P<score>\d{1,3})(?!\d|[,.]\d|\s?%)",
    re.I | re.M,
)


@dataclass
class Marked:
    """A graded piece of work, or, with `group`, a period or group of them; cells but for the course."""

    cells: dict[str, Value]
    group: bool = False


def marks(document: Document) -> list[Marked]:
    """Return what is graded, in reading order: from tables, else from lines whose shares make a hundred."""
    found: list[Marked] = []
    for grid in grids(document):
        head = headed(grid)
        head = with_shares(head) if head is not None else None
        if head is not None and is_marks(head):
            found += _rows(head)
        else:
            found += [Marked(cells) for cells in scored(grid)]
    found = found or [Marked(*one) for one in told_marks(document)] or [Marked(c) for c in _listed_scores(document)]
    _exam_share(document, found)
    return found


def is_marks(head: Headed) -> bool:
    """Say whether a table sets scores or weights of pieces of work."""
    named = head.of("assessment", "period", "control", "activity", "component", "task")
    contents = head.of("topic") and not (head.of("assessment", "period", "control") and head.of("weight", "score_min"))
    return (
        bool(named and head.of("score", "weight"))
        and not (contents or head.of("letter", "points", "percent", "credits", "name", "hours"))
        and not (head.of("week") and head.of("topic", "task", "sources"))
        and not _by_outcome(head)
    )


def _by_outcome(head: Headed) -> bool:
    """Say whether a table shares out every outcome among the works that prove it: the shares make a hundred of each."""
    if head.columns[0].meaning != "course_outcome" or head.of("weight") is None:
        return False
    shares = [figures.percent(head.at(r, head.of("weight")).text) or 0 for r in head.data if not sums_up(head, r)]
    return sum(shares) > 150


@dataclass(frozen=True, slots=True)
class _Layout:
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


def _rows(head: Headed) -> Iterator[Marked]:
    layout = _layout(head)
    if layout is None:
        return
    running: dict[str, Value] = {}
    for r in layout.rows:
        running, found = _row(layout, r, running)
        yield from map(_without_share, found)


def _without_share(mark: Marked) -> Marked:
    """Return a mark whose period has no share behind its name: `A1. Quá trình` for `A1. Quá trình (30%)`."""
    periods = {k: replace(v, value=_SHARE_BEHIND.sub("", v.value)) for k, v in mark.cells.items() if k == "period"}
    return replace(mark, cells=mark.cells | periods)


def _layout(head: Headed) -> _Layout | None:
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
    return _Layout(
        head, title, period, rows, parted, groups, banded, loose and bool(groups), whole, nested, sums, codes
    )


def _row(layout: _Layout, r: int, running: dict[str, Value]) -> tuple[dict[str, Value], list[Marked]]:
    """Return the group that goes on below a row, `running`, and what is graded in it."""
    head, codes, place = layout.head, layout.codes, layout.head.at(r, layout.title)
    if r in layout.groups:
        running = {"period": Value(place.text, place.span, 0.9, "marks")}
        own = layout.banded[r] if r in layout.banded else figures_of(head, r)
        return running, [Marked({**running, **own}, group=True)]
    if layout.loose and not BULLET.match(place.text):
        running = {}
    running, found = _named_group(layout, r, running)
    if r in layout.whole:
        return running, [*found, Marked({**running, **figures_of(head, r)}, group=True)]
    if _has_children(codes, r):
        running = _headed_group(codes[r], place, head, r)
        found.append(Marked(dict(running), group=True))
        if any(_below(codes[r], other) for other in codes.values()):
            return {"period": running["period"]}, found
    if not any(c.isalpha() for c in place.text) or place.merged:
        return running, found
    if r in layout.nested.values():
        return running, [*found, Marked({**_inner(place), **figures_of(head, r)}, group=True)]
    if ITEM_CODE.fullmatch(codes.get(r, "")) and not (
        codes[r] == _prefix(running) or _below(_prefix(running), codes[r])
    ):
        running = {}
    group = _inner(head.at(layout.nested[r], layout.title)) if r in layout.nested else running
    return running, [*found, Marked(_work(head, r, place, group))]


def _named_group(layout: _Layout, r: int, running: dict[str, Value]) -> tuple[dict[str, Value], list[Marked]]:
    """Return the group that a row begins or goes on with, and the group with its figures where it begins."""
    head, period = layout.head, layout.period
    named = head.at(r, period)
    if not named.text or named.merged or running and running["period"].value == named.text:
        return running, []
    running = {"period": Value(named.text, named.span, 0.92, "marks")}
    group = {**layout.sums.get(named.text, {}), **group_figures(head, r, named), **shared_figures(head, r, period)}
    if not (group or layout.parted) or r in layout.whole:
        return running, []
    below = next((head.at(other, period).text for other in layout.rows if other > r), "-")
    own = figures_of(head, r) if below not in ("", named.text) else {}  # its own figure is no other work's
    return running, [Marked({**running, **own, **group}, group=True)]


def _inner(place: Place) -> dict[str, Value]:
    """Return the period that a row inside a group names for the works below it."""
    return {"period": Value(place.text.strip(" :"), place.span, 0.9, "marks")}


def _work(head: Headed, r: int, place: Place, running: dict[str, Value]) -> dict[str, Value]:
    """Return the cells of a work: its period, name and figures."""
    title = Value(BULLET.sub("", place.text), place.span, 0.9, "marks")
    return {**{k: v for k, v in running.items() if k == "period"}, "title": title, **figures_of(head, r)}


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
    return {r for r, code in codes.items() if any(_below(code, other) for other in codes.values())}


def _prefix(running: dict[str, Value]) -> str:
    return str(running["period"].value) if "period" in running else ""


def _below(group: str, item: str) -> bool:
    """Say whether a code is an item's of a group's code: `BTTL#1` of `BTTL`, `A1.2` of `A1`."""
    if not group or item == group or not item.startswith(group):
        return False
    return bool(re.match(r"[.#\s-]\d" if group[-1].isdecimal() else r"[.#\s-]?\d", item[len(group) :]))


def _has_children(codes: dict[int, str], r: int) -> bool:
    """Say whether a row is a group: other codes lie below its own, or it alone lies below no group."""
    mine = codes.get(r, "")
    if not mine or not ITEM_CODE.fullmatch(mine):
        return False
    if any(_below(mine, other) for other in codes.values()):
        return True
    groups = [c for c in codes.values() if any(_below(c, other) for other in codes.values())]
    return len(groups) >= 2 and not any(_below(g, mine) for g in groups)


def _headed_group(code: str, place: Place, head: Headed, r: int) -> dict[str, Value]:
    cells = {"period": Value(code, head.at(r, head.of("code")).span, 0.9, "marks")}
    if place.text:
        cells["title"] = Value(place.text, place.span, 0.9, "marks")
    return cells | figures_of(head, r)


def names_exam(text: str) -> bool:
    """Say whether words name the final examination."""
    folded = fold(text)
    return any(fold(row["label"]) in folded for row in lexicon("exams.tsv").rows)


def _exam_share(document: Document, found: list[Marked]) -> None:
    """Give the one examination its share of the final mark, where a line of the assessment says it."""
    exams = [m for m in found if not m.group and names_exam(str(m.cells["title"].value))]
    if len(exams) != 1 or "weight_percent" in exams[0].cells:
        return
    if any("weight_percent" in m.cells for m in found):
        return
    for passage in passages(document):
        for text, span in items(passage.lines()) if passage.subject in ("assessment", "grades") else ():
            share = figures.percent(text)
            if share and len(text) < 120 and text.count("%") == 1 and names_exam(text):
                exams[0].cells["weight_percent"] = Value(share, Span(span.start, span.end), 0.85, "marks")
                return


def _listed_scores(document: Document) -> Iterator[dict[str, Value]]:
    """Yield the cells of each work of such a text, where the shares and the scores make a hundred each."""
    found = list(_WORK.finditer(document.text.content))
    whole = all(sum(int(m[part]) for m in found) == 100 for part in ("weight", "score"))
    for match in found if len(found) >= 2 and whole else ():
        yield {
            column: Value(
                match[part].strip() if part == "title" else int(match[part]), Span(*match.span(part)), 0.85, "marks"
            )
            for column, part in (("title", "title"), ("weight_percent", "weight"), ("max_score", "score"))
        }


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
