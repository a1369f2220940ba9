"""Thematic plans: topics with their kind of activity, hours, weeks, sources, tasks and forms of control."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.curriculum import figures
from extractors.curriculum.cards.meanings import MARKER
from extractors.curriculum.courses.moved_rows import set_right
from extractors.curriculum.grids import Grid, Place, grids
from extractors.curriculum.heads import Column, Headed, activity_of, headed
from extractors.curriculum.hours.details import DETAIL, own_lines
from extractors.curriculum.hours.kind_marks import marked_kind, tell_kinds
from extractors.curriculum.hours.plan_heads import is_plan, is_sum, kinds, second_mode, titles
from extractors.curriculum.hours.side_by_side import numbers_classes, titles_side_by_side, told_kind
from extractors.curriculum.hours.split import Split, in_first_form, split_column, split_hours
from extractors.curriculum.hours.told_chapters import chapters_told, whole_titles
from extractors.curriculum.hours.told_kinds import with_named_hours, with_told_kinds
from extractors.curriculum.hours.told_twice import Topic, without_doubles, without_wide
from extractors.curriculum.hours.told_weeks import (
    captioned_week,
    titles_alone,
    week_alone,
    week_in_days,
    week_with_hours,
    weeks_told,
)
from extractors.curriculum.hours.torn_cells import is_no_code, is_no_source, is_torn
from extractors.curriculum.lines_above import lines_above
from extractors.curriculum.outcomes.heads import KINDS
from extractors.curriculum.passages import Passage, blocks, passages
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE
from extractors.finding.marking.persons import find_persons
from models.document import Document
from models.rows import Value
from models.text import Span
from normalizers.wordings import Wordings

_WORDS = KNOWLEDGE / "hours_words.tsv"
LABEL = Wordings(
    _WORDS, r"(?i)^(?:\d{1,2}\s*[-–.]?\s*<<topic_behind>>|<<topic>>\s*(?:№\s*)?\d{1,2}(?:\.\d{1,2})*)\s*[.:)–-]*\s*"
)
_PART = Wordings(_WORDS, r"^(?:<<content_module>>)?<<module>>\s*(?:№\s*)?[\dIVX]|^<<part>>\s*[\dIVX]+", re.I)
_CHAPTERED = Wordings(_WORDS, r"<<titled_chapter>>\s*(?:\d{1,2}\W|[:.]\s*\S)|\d{1,2}[.)]\s*\S", re.I)
_MARKED = Wordings(_WORDS, r"[(/]\s*(<<kind_mark>>)\.?\s*(?:[)/]\.?|$)", re.I)
_OF_PART = Wordings(_WORDS, r"^(?:[A-Z][.)]\s*)?(?:<<several>>\s+)?<<part_of_plan>>\s+", re.I)
"""What stands before the kind of class in a heading: `A. Phần lý thuyết`."""
_CAPTION = Wordings(_WORDS, r"\W*<<table>>\s+\d{1,2}(?:\.\d{1,2})?\s*[.:–-]?\s*", re.I)
"""The caption of a table, which may stand between it and its heading."""
_FILLED = re.compile(r"[^\W_]")
"""Anything but the dots and lines of a place that is not filled in."""
CAPTIONED = 2
"""Lines above a table that are its caption and its heading."""
_TOLD = Wordings(
    _WORDS,
    r"(?=(?<!\w)<<spoken_topic>>\s*(?:№\s*)?\d{1,2}(?:\.\d{1,2})*)"
    r"|(?=(?<!\w)(?:<<content_head>>)?<<module_head>>\s*(?:№\s*)?\d)",
)
_SET = Wordings(_WORDS, r"<<set_task>>", re.I)


def topics(document: Document) -> list[Topic]:
    """Return the topics of the plans: those of tables, and with hours those that lines tell of other kinds."""
    found: list[Topic] = []
    head: Headed | None = None
    plan = 0
    for grid in grids(document):
        own = headed(grid)
        if own is not None:
            head = with_told_kinds(set_right(own), document) if is_plan(own) and not _states(own, document) else None
        elif (
            head is not None
            and not any(all(find_persons(p.text, "vi") for p in row) for row in grid.rows)  # who signs the outline
            and not _heads_itself(head, grid)
            and (grid.width == head.grid.width or _goes_on(head, grid))
        ):
            head = set_right(Headed(grid, head.columns[: grid.width], 0))
        else:
            continue
        plan += own is not None
        if head is not None:
            week = captioned_week(document, grid.start)
            rows = _rows(head, heading_kind(document, grid.start))
            found += [replace(t, plan=plan, cells={**week, **t.cells}) for t in rows]
    listed = without_doubles(without_wide(found))
    tabled = {t.activity for t in listed}
    told = (t for t in _told(document) if not listed or t.activity not in {None, *tabled} and "hours" in t.cells)
    return [*listed, *told]


def _states(head: Headed, document: Document) -> bool:
    """Say whether a table under a heading of outcomes has nothing beside its contents but what outcomes they serve."""
    beside = {c.meaning for c in head.columns if c.path} - {"topic", "course_outcome"}
    stating = (p for p in passages(document) if p.subject in KINDS) if not beside else ()
    return any(grid.start == head.grid.start for passage in stating for grid in passage.grids())


def _heads_itself(head: Headed, grid: Grid) -> bool:
    """Say whether a table begins with words where the plan above has hours: heads of its own, though unknown ones."""
    first = grid.rows[0] if grid.rows else ()
    over = [first[c.index].text for c in head.hours() if c.index < len(first) and not first[c.index].merged]
    return len(first) > 2 and any(over) and all(re.match(r"[^\W\d_]{3}", text) for text in over)


def _goes_on(head: Headed, grid: Grid) -> bool:
    """Say whether a table without a head is the rest of a plan whose last columns stay empty in it."""
    columns = head.columns[: grid.width]
    title, hours = head.of("topic"), [c for c in columns if c in head.hours()]
    if grid.width >= len(head.columns) or title not in columns or not hours or not grid.rows:
        return False
    told = [r for r in grid.rows if sum(bool(p.text) and not p.merged for p in r) > 2]
    fits = [r for r in told if len(r[title.index].text) > 12 and figures.hours(r[hours[0].index].text) is not None]
    return len(fits) >= 2 and len(fits) * 5 >= len(told) * 4


def heading_kind(document: Document, start: int) -> str | None:
    """Return the kind of activity that the heading before a table names."""
    for line in reversed(lines_above(document, start)[-CAPTIONED:]):
        printed = document.text.content[line.start : line.end]
        caption = _CAPTION.match(printed)
        words = MARKER.sub("", printed[caption.end() :] if caption else printed)
        if line.table is not None:
            break
        if len(words) < 60 and (named := activity_of(words, 0.93) or activity_of(_OF_PART.sub("", words), 0.93)):
            return named
        if not caption:
            break
    before: Passage | None = None
    for passage in passages(document):
        if passage.start > start:
            break
        if passage.heading:
            before = passage
    if before is None:
        return None
    if before.subject.startswith("plan."):
        return before.subject.removeprefix("plan.")
    return activity_of(before.heading, 0.84)


def _rows(head: Headed, context: str | None) -> Iterator[Topic]:
    beside = titles_side_by_side(head)
    if beside:
        yield from _kinds_beside(head, beside)
    else:
        yield from _kind_by_kind(head, context)


def _kinds_beside(head: Headed, beside: list[tuple[str, Column, Column | None]]) -> Iterator[Topic]:
    """Yield the titles of a week, one of each kind of class."""
    for r in head.data:
        for kind, column, counted in beside if not is_sum(head, r) else ():
            place, value = head.at(r, column), figures.hours(head.at(r, counted).text)
            text = _title(own_lines(place))
            if not place.merged and place.column_span == 1 and any(c.isalpha() for c in text):
                yield Topic(kind, _cells(head, r, place, text, (head.at(r, counted), value) if value else None))


@dataclass(frozen=True, slots=True)
class _Plan:
    """How a plan tells the kinds of class: by columns of hours (`by_activity`), a column that names the kind
    (`named_by`), hours split in a cell, marks before the titles (`lettered`); `parted` that its parts have rows of
    their own, `blank` that no hours are filled in, `alone` that all but the titles are lost."""

    head: Headed
    title: Column | None
    by_activity: list[Column]
    named_by: Column | None
    split: Split | None
    lettered: bool
    parted: bool
    blank: bool
    alone: bool


def _plan(head: Headed) -> _Plan:
    """Return how a plan tells the kinds of class."""
    title = titles(head)
    by_activity = [c for c in head.columns if c.activity and c.activity != "total" and not second_mode(head, c)]
    parted = not all(_PART.match(head.at(r, title).text) or is_sum(head, r) for r in head.data)
    blank = not any(_FILLED.search(head.at(r, c).text) for r in head.data for c in head.hours())
    lettered = tell_kinds(head.at(r, title).text for r in head.data if not head.at(r, title).merged)
    alone = blank and _titles_alone(head)
    return _Plan(head, title, by_activity, kinds(head), split_column(head), lettered, parted, blank, alone)


def _kind_by_kind(head: Headed, context: str | None) -> Iterator[Topic]:
    activity = context or told_kind(titles(head))
    plan = _plan(with_named_hours(head, activity))
    week: dict[str, Value] = {}
    for r in plan.head.data:
        own = [p for p in plan.head.grid.rows[r] if p.text and not p.merged]
        if len({p.text for p in own}) == 1:
            named = activity_of(own[0].text, 0.9)
            activity = named or activity
            if plan.blank and not named and (plan.alone or _blank_topic(plan.head, r, own[0])):
                yield Topic(activity, _cells(plan.head, r, own[0], _title(own[0].text), None))
        elif any(is_total(p.text) for p in own[:3]):
            hours = _plain_hours(plan.head, r)
            yield Topic(activity, _cells(plan.head, r, plan.head.at(r, plan.title), "", hours), total=True)
        elif own and _is_topic(plan, r):
            place = plan.head.at(r, plan.title)
            if plan.lettered and (found := marked_kind(_title(own_lines(place)))):
                cells = _cells(plan.head, r, place, found[1], _plain_hours(plan.head, r))
                week = {k: v for k, v in cells.items() if k == "week"} or week
                yield Topic(found[0], {**cells, **week})
            else:
                yield from _taught(plan, r, activity)


def _is_topic(plan: _Plan, r: int) -> bool:
    """Say whether a row has a title of its own, which is no part of the plan, remark or detail of the topic above."""
    head, place = plan.head, plan.head.at(r, plan.title)
    again = place.merged and plan.named_by is not None and not head.at(r, plan.named_by).merged  # another form of class
    if place.merged and not again or not any(c.isalpha() for c in _title(own_lines(place))):
        return False
    told = (place.text, head.at(r, head.of("code", "number")).text)
    if plan.parted and any(_PART.match(text) for text in told) or _runs_over_hours(head, r, place):
        return False
    week = head.of("week")
    return not (DETAIL.match(place.text) and week and (head.at(r, week).merged or not head.at(r, week).text))


def _taught(plan: _Plan, r: int, activity: str | None) -> Iterator[Topic]:
    """Yield the topic of a row, once for each kind of class that its figures tell of."""
    head, place = plan.head, plan.head.at(r, plan.title)
    text = _title(own_lines(place))
    if plan.split and (counts := split_hours(head, r, plan.split)):
        for named, count in counts:
            yield Topic(named, _cells(head, r, place, text, (head.at(r, plan.split.column), count)), wide=True)
    elif plan.by_activity and len(head.hours()) > 1 and plan.named_by is None:
        for column in plan.by_activity:
            if value := figures.hours(in_first_form(column, head.at(r, column).text)):
                cells = _cells(head, r, place, text, (head.at(r, column), value))
                yield Topic(column.activity, cells, wide=True, column=column.index)
        if plan.blank:
            yield Topic(activity, _cells(head, r, place, text, None), wide=True)
        elif len(plan.by_activity) == 1 and not figures.hours(head.at(r, plan.by_activity[0]).text):
            whole = _plain_hours(head, r)
            yield from [Topic(activity, _cells(head, r, place, text, whole), wide=True)] if whole else []
    else:
        marked = _MARKED.search(place.text)
        kind = plan.by_activity[0].activity if plan.by_activity else activity
        kind = activity_of(marked[1], 0.9) if marked else kind
        kind = activity_of(head.at(r, plan.named_by).text, 0.9) if plan.named_by else kind
        yield Topic(kind, _cells(head, r, place, text, _plain_hours(head, r)))


def _titles_alone(head: Headed) -> bool:
    """Say whether every row but the sums holds a title and nothing else: all figures of the plan are lost."""
    rows = [[p for p in head.grid.rows[r] if p.text and not p.merged] for r in head.data if not is_sum(head, r)]
    at = titles(head)
    said = [head.at(r, at) for r in head.data if not is_sum(head, r)]
    return bool(head.hours()) and len(rows) > 2 and all(own == [t] for own, t in zip(rows, said, strict=True))


def _blank_topic(head: Headed, r: int, place: Place) -> bool:
    """Say whether a row that holds a title alone is a topic of a plan whose hours are not filled in."""
    ruled = bool(head.hours()) and place == head.at(r, titles(head)) and place.column_span == 1
    return ruled and _CHAPTERED.match(place.text) is not None


def _runs_over_hours(head: Headed, r: int, place: Place) -> bool:
    """Say whether a cell goes on below the columns of hours, which are told nowhere in its row: a remark."""
    title = titles(head)
    if title is None or place.column_span == 1 or _plain_hours(head, r):
        return False
    return any(title.index < c.index < title.index + place.column_span for c in head.hours())


def _title(text: str) -> str:
    text = _MARKED.sub("", LABEL.sub("", text))
    return re.sub(r"\s+", " ", text).strip(" /")


def _plain_hours(head: Headed, r: int) -> tuple[Place, float] | None:
    columns = [c for c in head.hours() if not second_mode(head, c) and not numbers_classes(head, c, titles(head))]
    for column in sorted(columns, key=lambda c: c.activity == "total"):
        value = figures.hours(in_first_form(column, head.at(r, column).text))
        if value is not None:
            return head.at(r, column), value
    return None


def _cells(head: Headed, r: int, place: Place, title: str, hours: tuple[Place, float] | None) -> dict[str, Value]:
    cells: dict[str, Value] = {}
    if title:
        cells["title"] = Value(title, place.span, 0.93, "plan")
    if hours:
        cells["hours"] = Value(hours[1], hours[0].span, 0.93, "plan")
    for column in ("week", "sources", "task", "control"):
        at = head.at(r, _telling(head, column))
        if column == "week" and is_torn(at.text) or column == "control" and is_no_code(head, r, _telling(head, column)):
            continue
        if column == "control" and at.text and not head.of(column) and not re.search(r"[^\W\d_]{2}", at.text):
            continue
        if column == "sources":  # `(1]`, as a scan reads `[1]`
            at = replace(at, text=re.sub(r"\((\d{1,2})\]", r"[\1]", at.text))
        if column == "sources" and is_no_source(head, r, _telling(head, column)):
            continue
        if at.text and at.text not in "-–—" and at != place and (column != "week" or len(at.text) <= 20):
            cells[column] = Value(at.text, at.span, 0.9, "plan")
            if column == "week":
                cells[column] = Value(week_alone(at.text), at.span, 0.9, "plan")
                cells = {**cells, **week_with_hours(at.text, at.span), **({"hours": cells["hours"]} if hours else {})}
    days = head.at(r, head.of("deadline"))
    if "week" not in cells and (named := week_in_days(days.text)):
        cells["week"] = Value(named, days.span, 0.88, "plan")
    return cells


def _telling(head: Headed, meaning: str) -> Column | None:
    """Return the column of a meaning; of what is done and set as a task, the task; `Đánh giá` is no label in plans."""
    columns = head.all(meaning) or (head.all("label") if meaning == "control" else [])
    return next((c for c in columns if _SET.search(c.path[-1])), None) or next(iter(columns), None)


def _told(document: Document) -> Iterator[Topic]:
    """Yield topics that the lines of a content section name: `Тема 1.2. Title.`, or the chapters of an outline."""
    for span in document.matter:
        lines = [(b.text, b.span) for b in blocks(document) if not b.row and span.start <= b.span.start < span.end]
        yield from (Topic(kind, cells) for kind, cells in chapters_told(lines, heading_kind(document, span.start)))
    for passage in passages(document):
        if not passage.subject.startswith("plan"):
            continue
        kind = passage.subject.partition(".")[2] or None
        yield from (Topic(kind, cells) for cells in weeks_told(passage))
        if not document.matter:
            yield from (Topic(named, cells) for named, cells in chapters_told(passage.lines(), kind))
        yield from (Topic(kind, cells) for cells in titles_alone(document, passage))
        for line, span in whole_titles(passage.lines(), LABEL):
            start = 0
            for chunk in _TOLD.pattern.split(line):
                at = max(0, line.find(chunk, start))
                start = at + len(chunk)
                label = LABEL.match(chunk)
                title = chunk[label.end() :].strip() if label else ""
                if label and 3 < len(title) <= 300:
                    place = Span(span.start + at, min(span.end, span.start + at + len(chunk)))
                    yield Topic(kind, {"title": Value(title, place, 0.85, "content")})
