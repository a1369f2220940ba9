"""What is graded in a course: pieces of work and the periods or groups they belong to, with scores and weights."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.curriculum import figures
from extractors.curriculum.grading.columns import ITEM_CODE, sums_up, with_shares
from extractors.curriculum.grading.mark_figures import figures_of, group_figures, shared_figures
from extractors.curriculum.grading.mark_groups import Layout, has_children, is_below, layout_of
from extractors.curriculum.grading.score_grids import scored
from extractors.curriculum.grading.told_marks import told_marks
from extractors.curriculum.grids import Place, grids
from extractors.curriculum.heads import Headed, headed
from extractors.curriculum.itemising import BULLET, items
from extractors.curriculum.passages import passages
from extractors.curriculum.wording import KNOWLEDGE, fold, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_SHARE_BEHIND = re.compile(r"(?<=\w)\s*[:–-]?\s*\(\s*\d{1,3}(?:[.,]\d+)?\s?%\s*\)$")
_GROUP_CODE, _CODE_IN_GROUP = re.compile(r"([A-ZĐ]\d{1,2})\b(?!\.\d)"), re.compile(r"([A-ZĐ]\d{1,2})\.\d{1,2}(?!\w)")
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


def _rows(head: Headed) -> Iterator[Marked]:
    layout = layout_of(head)
    if layout is None:
        return
    running: dict[str, Value] = {}
    marked: list[Marked] = []
    for r in layout.rows:
        running, found = _row(layout, r, running)
        marked += map(_without_share, found)
    yield from _in_coded_groups(marked)


def _in_coded_groups(marked: list[Marked]) -> Iterator[Marked]:
    """Yield works in the group whose code their own begins with, not in another one: the name of `A2` stands at half
    height beside `A2.1` and `A2.2`."""
    groups = {m[1]: one.cells["period"] for one in marked if (m := _GROUP_CODE.match(_prefix(one.cells)))}
    for one in marked:
        own = _CODE_IN_GROUP.match(str(one.cells["title"].value)) if "title" in one.cells and not one.group else None
        beside = _GROUP_CODE.match(_prefix(one.cells))
        if own and own[1] in groups and (beside is None or beside[1] != own[1]):
            one = replace(
                one, cells={"period": groups[own[1]], **{k: v for k, v in one.cells.items() if k != "period"}}
            )
        yield one


def _without_share(mark: Marked) -> Marked:
    """Return a mark whose period has no share behind its name: `A1. Quá trình` for `A1. Quá trình (30%)`."""
    periods = {k: replace(v, value=_SHARE_BEHIND.sub("", v.value)) for k, v in mark.cells.items() if k == "period"}
    return replace(mark, cells=mark.cells | periods)


def _row(layout: Layout, r: int, running: dict[str, Value]) -> tuple[dict[str, Value], list[Marked]]:
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
    if has_children(codes, r):
        running = _headed_group(codes[r], place, head, r)
        found.append(Marked(dict(running), group=True))
        if any(is_below(codes[r], other) for other in codes.values()):
            return {"period": running["period"]}, found
    if not any(c.isalpha() for c in place.text) or place.merged:
        return running, found
    if r in layout.nested.values():
        return running, [*found, Marked({**_inner(place), **figures_of(head, r)}, group=True)]
    if ITEM_CODE.fullmatch(codes.get(r, "")) and not (
        codes[r] == _prefix(running) or is_below(_prefix(running), codes[r])
    ):
        running = {}
    group = _inner(head.at(layout.nested[r], layout.title)) if r in layout.nested else running
    return running, [*found, Marked(_work(head, r, place, group))]


def _named_group(layout: Layout, r: int, running: dict[str, Value]) -> tuple[dict[str, Value], list[Marked]]:
    """Return the group that a row begins or goes on with, and the group with its figures where it begins."""
    head, period = layout.head, layout.period
    named = head.at(r, period)
    goes_on = ITEM_CODE.fullmatch(named.text) and running and not ITEM_CODE.fullmatch(str(running["period"].value))
    if not named.text or named.merged or goes_on or running and running["period"].value == named.text:
        return running, []
    running = {"period": Value(named.text, named.span, 0.92, "marks")}
    group = {**layout.sums.get(named.text, {}), **group_figures(head, r, named), **shared_figures(head, r, period)}
    if not (group or layout.parted) or r in layout.whole:
        return running, []
    below = next((head.at(other, period).text for other in layout.rows if other > r), "-")
    own = figures_of(head, r) if below not in ("", named.text) or not head.at(r, layout.title).text else {}
    return running, [Marked({**running, **own, **group}, group=True)]


def _inner(place: Place) -> dict[str, Value]:
    """Return the period that a row inside a group names for the works below it."""
    return {"period": Value(place.text.strip(" :"), place.span, 0.9, "marks")}


def _work(head: Headed, r: int, place: Place, running: dict[str, Value]) -> dict[str, Value]:
    """Return the cells of a work: its period, name and figures."""
    title = Value(BULLET.sub("", place.text), place.span, 0.9, "marks")
    return {**{k: v for k, v in running.items() if k == "period"}, "title": title, **figures_of(head, r)}


def _prefix(running: dict[str, Value]) -> str:
    return str(running["period"].value) if "period" in running else ""


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
