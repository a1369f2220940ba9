"""What is graded in a course: pieces of work and the periods or groups they belong to, with scores and weights."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from extractors.curriculum import figures
from extractors.curriculum.grids import Place, grids
from extractors.curriculum.heads import Column, Headed, headed
from extractors.curriculum.lists import is_total
from extractors.curriculum.passages import BULLET, items, passages
from extractors.curriculum.score_grids import scored
from extractors.curriculum.score_lists import listed_scores
from extractors.curriculum.told_marks import told_marks
from extractors.curriculum.wording import fold, lexicon
from models.document import Document
from models.rows import Value
from models.text import Span

_ITEM_CODE = re.compile(r"[A-ZĐА-ЯІ]{1,6}\d?(?:[.#\s-]?\d{1,2}(?:\.\d{1,2})?)?\.?")


_OUTCOMES = re.compile(r"[A-ZĐ]{1,5}\s?\d{1,2}(?:\.\d{1,2})*(?:\s*[,;–-]\s*(?:[A-ZĐ]{1,5}\s?)?\d{1,2}(?:\.\d{1,2})*)*")
_TIMES = re.compile(r"к(?:іл|ол)?-?(?:сть|во)\.?|кількість(?: робіт)?|количество(?: работ)?|number|quantity", re.I)


_COEFFICIENT = re.compile(r"hệ số", re.I)
_METHOD = re.compile(r"(?:phương pháp|cách thức|công cụ|tiêu chí)\b", re.I)
_FORM, _COMPONENT = re.compile(r"hình thức\b", re.I), re.compile(r"thành phần|hình thức", re.I)
_PERIOD = re.compile(r"giữa k[ỳì]|cuối k[ỳì]|quá trình|thường xuyên|thường k[ỳì]|kết thúc|định k[ỳì]", re.I)


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
        if head is not None and is_marks(head):
            found += _rows(head)
        else:
            found += [Marked(cells) for cells in scored(grid)]
    found = found or [Marked(*one) for one in told_marks(document)] or [Marked(c) for c in listed_scores(document)]
    _exam_share(document, found)
    return found


def is_marks(head: Headed) -> bool:
    """Say whether a table sets scores or weights of pieces of work."""
    named = head.of("assessment", "period", "control", "activity", "component", "task")
    contents = head.of("topic") and not (head.of("assessment", "period", "control") and head.of("weight"))
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
    shares = [figures.percent(head.at(r, head.of("weight")).text) or 0 for r in head.data if not _sums(head, r)]
    return sum(shares) > 150


def _rows(head: Headed) -> Iterator[Marked]:
    code = head.of("code")
    period, title = _named(head)
    if title is None:
        return
    running: dict[str, Value] = {}
    rows = [r for r in head.data if not _sums(head, r)]
    codes = {r: head.at(r, code).text.strip(" .") for r in rows if code}
    parted = _parted(head, period, rows)
    spanning = _spanning(head, period, title, rows)
    title, period = (period, None) if period and spanning else (title, period)
    groups = spanning or (_unbulleted(head, title, rows) if period is None else set())
    sums = _group_sums(head, period)
    for r in rows:
        place, named = head.at(r, title), head.at(r, period)
        if groups and not spanning and r not in groups and not BULLET.match(place.text):
            running = {}
        if r in groups:
            running = {"period": Value(place.text, place.span, 0.9, "marks")}
            yield Marked({**running, **_figures(head, r)}, group=True)
            continue
        if named.text and not named.merged and (not running or running["period"].value != named.text):
            running = {"period": Value(named.text, named.span, 0.92, "marks")}
            group = {**sums.get(named.text, {}), **_group(head, r, named), **_shared(head, r, period)}
            if group or parted:
                below = next((head.at(other, period).text for other in rows if other > r), "-")
                alone = below not in ("", named.text)  # its own figure is no other work's
                yield Marked({**running, **(_figures(head, r) if alone else {}), **group}, group=True)
        if code and _has_children(codes, r):
            running = _headed_group(codes[r], place, head, r)
            yield Marked(dict(running), group=True)
            if any(_below(codes[r], other) for other in codes.values()):
                running = {"period": running["period"]}
                continue
        if not any(c.isalpha() for c in place.text) or place.merged:
            continue
        cells = {
            **{k: v for k, v in running.items() if k == "period"},
            "title": Value(BULLET.sub("", place.text), place.span, 0.9, "marks"),
        }
        cells |= _figures(head, r)
        if (
            code
            and codes[r]
            and _ITEM_CODE.fullmatch(codes[r])
            and _prefix(running) not in ("", codes[r])
            and not _below(_prefix(running), codes[r])
        ):
            running, cells = {}, {k: v for k, v in cells.items() if k != "period"}
        yield Marked(cells)


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
    sums = [r for r in head.data if _sums(head, r)] if period else []
    return {head.at(r, period).text: _figures(head, r) for r in sums if head.at(r, period).merged}


def _spanning(head: Headed, period: Column | None, title: Column, rows: list[int]) -> set[int]:
    """Return the rows that name a group across both columns of words, where the works stand below them."""
    if period is None:
        return set()
    across = {r for r in rows if head.at(r, title).merged and head.at(r, title).span == head.at(r, period).span}
    across = {r for r in across if head.at(r, period).text and not head.at(r, period).merged}
    return across if rows and rows[0] in across and 2 * len(across) <= len(rows) else set()


def _unbulleted(head: Headed, title: Column, rows: list[int]) -> set[int]:
    """Return the rows that name groups: without a bullet, right above works that have one."""
    said = [(r, head.at(r, title).text) for r in rows if any(c.isalpha() for c in head.at(r, title).text)]
    bulleted = {r for r, text in said if re.match(r"[-–—•+*]\s*\S", text)}
    if len(bulleted) < 2 or not said or said[0][0] in bulleted:
        return set()
    below = {r: under for (r, _), (under, _) in zip(said, said[1:], strict=False)}
    return {r for r, under in below.items() if r not in bulleted and under in bulleted}


def _named(head: Headed) -> tuple[Column | None, Column | None]:
    """Return the columns of periods and of works: the two that stand before the figures, or one of works alone."""
    figures_at = min(c.index for c in head.columns if c.meaning in ("score", "weight"))
    wordy = [
        c
        for c in head.columns[:figures_at]
        if c.meaning in ("assessment", "period", "control", "activity", "component", "task", "topic", None)
        and any(len(head.at(r, c).text) > 2 for r in head.data)
        and not (c.meaning is None and _only_outcomes(head, c))
    ]
    work = head.of("assessment")
    coded = next((c for c in wordy if c.meaning in ("control", "assessment") and _all_codes(head, c)), None)
    if coded and (named := _named_beside(head, coded, wordy)):
        return next((c for c in reversed(wordy) if c.index < coded.index), None), named
    if work:
        return next((c for c in reversed(wordy) if c.index < work.index), None), work
    if len(wordy) >= 2 and _over_all(head, wordy[0]) and _unbulleted(head, wordy[1], list(head.data)):
        return None, wordy[1]
    if len(wordy) >= 2 and _tells_how(head, wordy[0], wordy[1]):
        return None, wordy[0]
    if len(wordy) >= 2:
        return wordy[0], wordy[1]
    return None, wordy[0] if wordy else head.of("description")


def _only_outcomes(head: Headed, column: Column) -> bool:
    """Say whether a column lists the outcomes that each work proves, and nothing else."""
    own = [p.text for r in head.data if (p := head.at(r, column)).text and not p.merged]
    return bool(own) and all(_OUTCOMES.fullmatch(text) for text in own)


def _over_all(head: Headed, column: Column) -> bool:
    """Say whether one merged cell fills a column: `Lý thuyết` over all works parts none of them from others."""
    own = [r for r in head.data if not _sums(head, r)]
    return len({head.at(r, column).text for r in own}) == 1 and sum(head.at(r, column).merged for r in own) > 1


def _tells_how(head: Headed, works: Column, methods: Column) -> bool:
    """Say whether the second column tells by which method each work of the first is graded; periods are no works."""
    said = [(p.text, p.merged) for r in head.data if (p := head.at(r, works)).text and not _sums(head, r)]
    formed = works.path and methods.path and _FORM.match(methods.path[-1]) and not _COMPONENT.match(works.path[-1])
    method = formed or methods.path and _METHOD.match(methods.path[-1])
    if not method or any(merged for _, merged in said):
        return False
    return len({text for text, _ in said}) == len(said) and not all(_PERIOD.search(text) for text, _ in said)


def _all_codes(head: Headed, column: Column) -> bool:
    """Say whether a column holds nothing but codes of works: `A1.1`, `BT2`."""
    own = [p.text for r in head.data if (p := head.at(r, column)).text and not p.merged and not _sums(head, r)]
    return len(own) >= 2 and all(_ITEM_CODE.fullmatch(text) for text in own)


def _named_beside(head: Headed, coded: Column, wordy: list[Column]) -> Column | None:
    """Return the column that names the works whose codes another column gives: `A1.1 | Chuyên cần`."""
    after = [c for c in wordy if c.index > coded.index]
    forms = [c for c in after if c.path and _FORM.match(c.path[-1]) and not _all_codes(head, c)]
    return next((c for c in after if c.meaning == "topic"), forms[0] if forms else None)


def _sums(head: Headed, r: int) -> bool:
    own = [p for p in head.grid.rows[r] if p.text and not p.merged]
    return not own or any(is_total(p.text) for p in own[:2])


def _prefix(running: dict[str, Value]) -> str:
    return str(running["period"].value) if "period" in running else ""


def _below(group: str, item: str) -> bool:
    """Say whether a code is an item's of a group's code: `BTTL#1` of `BTTL`, `A1.2` of `A1`."""
    if not group or item == group or not item.startswith(group):
        return False
    return bool(re.match(r"[.#\s-]\d" if group[-1].isdigit() else r"[.#\s-]?\d", item[len(group) :]))


def _has_children(codes: dict[int, str], r: int) -> bool:
    """Say whether a row is a group: other codes lie below its own, or it alone lies below no group."""
    mine = codes.get(r, "")
    if not mine or not _ITEM_CODE.fullmatch(mine):
        return False
    if any(_below(mine, other) for other in codes.values()):
        return True
    groups = [c for c in codes.values() if any(_below(c, other) for other in codes.values())]
    return len(groups) >= 2 and not any(_below(g, mine) for g in groups)


def _headed_group(code: str, place: Place, head: Headed, r: int) -> dict[str, Value]:
    cells = {"period": Value(code, head.at(r, head.of("code")).span, 0.9, "marks")}
    if place.text:
        cells["title"] = Value(place.text, place.span, 0.9, "marks")
    return cells | _figures(head, r)


def _figures(head: Headed, r: int) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    weight, score = head.at(r, _weights(head)), head.at(r, _scores(head))
    if weight.text and not weight.merged:
        value = figures.percent(weight.text)
        value = value if value is not None else figures.number(weight.text)
        if value is not None and 0 < value <= 100:
            if value >= 1 and _COEFFICIENT.match(head.of("weight").path[-1]):  # type: ignore[union-attr]
                return cells  # a coefficient of 1, 2 or 3 is no share
            fraction = value < 1 or value == 1 and "," in weight.text + "." in weight.text
            cells["weight_percent"] = Value(round(value * 100, 2) if fraction else value, weight.span, 0.93, "marks")
    if score.text and not score.merged and (value := figures.number(score.text)) is not None and value > 0:
        share = score.text.rstrip().endswith("%")
        cells.setdefault("weight_percent" if share else "max_score", Value(value, score.span, 0.93, "marks"))
    return cells


def _weights(head: Headed) -> Column | None:
    """Return the column of the works' shares: of two the one that is not the groups'."""
    columns = head.all("weight")
    shared = _group_weights(head, _named(head)[0]) if len(columns) > 1 else None
    return next((c for c in columns if c is not shared), None)


def _group_weights(head: Headed, period: Column | None) -> Column | None:
    """Return the column of the groups' shares, where the works have one of their own: filled where a group begins."""
    rows = [r for r in head.data if not _sums(head, r)]
    begun = [_begins(head, r, period) for r in rows]
    if period is None or len(head.all("weight")) < 2 or all(begun) or not any(begun):
        return None
    return next((c for c in head.all("weight") if [_begins(head, r, c) for r in rows] == begun), None)


def _begins(head: Headed, r: int, column: Column | None) -> bool:
    place = head.at(r, column)
    return bool(place.text) and not place.merged


def _shared(head: Headed, r: int, period: Column | None) -> dict[str, Value]:
    """Return the share of the group that begins in a row, from the column of the groups' shares."""
    place = head.at(r, _group_weights(head, period))
    value = figures.percent(place.text) or figures.number(place.text)
    return {"weight_percent": Value(value, place.span, 0.9, "marks")} if value and 1 <= value <= 100 else {}


def _scores(head: Headed) -> Column | None:
    """Return the column of scores: of `score of one | how many | in all` the last."""
    score = head.of("score")
    after = [c for c in head.columns if score and c.index > score.index]
    times = next((c for c in after if c.path and _TIMES.fullmatch(c.path[-1])), None)
    return next((c for c in after if times and c.index > times.index and c.activity == "total"), score)


def _group(head: Headed, r: int, named: Place) -> dict[str, Value]:
    """Return the sum that is printed for a period beside its first row: a total score, or a share over its rows."""
    cells: dict[str, Value] = {}
    total = head.at(r, head.of("score_total"))
    if total.text:
        bounds = figures.share(total.text)
        value = bounds[1] if bounds else figures.number(total.text)
        if value:
            cells["max_score"] = Value(value, total.span, 0.85, "marks")
    if share := figures.percent(named.text):
        cells["weight_percent"] = Value(share, named.span, 0.85, "marks")
    return cells


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
