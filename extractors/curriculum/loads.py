"""Hours of a course by kind of activity: from a table, a line of a table, or `label: hours` lines."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from extractors.curriculum import figures
from extractors.curriculum.cards import MARKER, pairs
from extractors.curriculum.credited import counts_credits
from extractors.curriculum.grids import Place, grids
from extractors.curriculum.heads import Headed, activity_of, headed, mode_of
from extractors.curriculum.parted_hours import counted, parted, whole_before
from extractors.curriculum.passages import Block, passages
from extractors.curriculum.plans import is_plan
from extractors.curriculum.semesters import tell_semester
from extractors.curriculum.spoken_hours import spoken_hours
from extractors.curriculum.stacked import stacked
from extractors.curriculum.sum_rows import is_total
from extractors.curriculum.wording import lexicon
from models.document import Document
from models.rows import Value
from models.text import Span

_HOURED = re.compile(r"tiết|giờ|год|час|сағат|hour|ч\.", re.I)
_WHOLE = re.compile(r"(?<!\d)(\d{2,3})\s*(?:год|час|ч\.|ч\b|акад|сағ|hours)", re.I)
_BEFORE = re.compile(
    r"(\d{1,3})\s*(?:год\w*|час\w*|сағ\w*|hours?)\.?\s*(?:[–—-]\s*|of\s+)?([^\W\d_][^\d]{2,40}?)[\s.)]*", re.I
)
"""Hours told before their activity: `36 годин лекцій`, `18 годин – Лабораторні`."""
_DASHED = re.compile(r"\d\s*(?:год|час|сағ|hour)\w*\.?\s[–-]\s[^\W\d_]", re.I)
_SHORTENED = re.compile(r"\s*\([A-ZĐ]{1,4}\)(?=\s*:)")
"""The abbreviation of an activity behind its name: `Lý thuyết (LT): 28 tiết`."""
_SHORT = re.compile(r"^(?:số\s+(?:tiết|giờ)|кількість годин|количество часов|сағат саны)\s+", re.I)


MOST_A_WEEK = 8
"""Hours of an activity from which a line tells those of the whole course."""


@dataclass(frozen=True, slots=True)
class Load:
    """Hours of an activity; `mode` where forms of study stand apart; `source` says what kind of place they stand in,
    `group` where the table or cell begins whose figures stand beside each other."""

    activity: str
    hours: float
    span: Span
    mode: str | None = None
    mode_span: Span | None = None
    source: str = "line"
    group: int = -1


def loads(document: Document) -> list[Load]:
    """Return the hours of the document's course, each activity and mode once: a table of loads before lines."""
    found = [*_tables(document), *_stacked(document), *_lines(document), *_beside_credits(document)]
    if len({load.activity for load in found}) < 2:
        found = [*_embedded(document), *found]
    if len({load.activity for load in found}) < 2:
        found = [*_sums(document), *found]
    found = _without_weekly(found, document)
    best: dict[tuple[str, str | None], Load] = {}
    beside: list[Load] = []
    for load in found:
        first = best.setdefault((load.activity, load.mode), load)
        if first is not load and first.group == load.group >= 0 and first.span != load.span:
            beside.append(load)
    kept = [load for (activity, mode), load in best.items() if mode or not any(a == activity and m for a, m in best)]
    return sorted([*kept, *beside], key=lambda load: load.span.start)


def _without_weekly(found: list[Load], document: Document) -> list[Load]:
    """Leave out hours a week that lines of a card tell where the sums of a plan of topics tell those of the course."""
    told = [load for load in found if load.source == "line" and load.activity != "total"]
    if not told or max(load.hours for load in told) > MOST_A_WEEK or any(load.source != "line" for load in found):
        return found
    sums = [load for load in _sums(document) if load.activity != "total"]
    weekly = all(any(s.activity == load.activity and s.hours >= 4 * load.hours for s in sums) for load in told)
    return sums if sums and weekly else found


def _beside_credits(document: Document) -> Iterator[Load]:
    """Yield the hours of the whole course that stand beside its credits: `4 кредити ЄКТС / 120 годин`."""
    for pair in pairs(document):
        own = re.split(r"[(;](?!\s*\d{2,3}\s*[^\W\d_.]+\.?\s*\))", pair.text)[0]  # brackets hold hours of its kinds
        match = _WHOLE.search(own) if pair.meaning == "course.credits" and len(own) < 80 else None
        if match and not _activity(own[: match.start()].strip(" :–—-")):
            yield Load("total", float(match[1]), pair.span, source="card")


def _sums(document: Document) -> Iterator[Load]:
    """Yield the sums under the columns of a plan of topics; of several plans, those of the first that has them."""
    for grid in grids(document):
        head = headed(grid)
        columns = [c for c in head.columns if c.activity] if head and is_plan(head) else []
        for r in head.data if head and len({c.activity for c in columns}) >= 2 else ():
            if not any(is_total(p.text) for p in grid.rows[r][:3] if p.text and not p.merged):
                continue
            for column in columns:
                place = grid.rows[r][column.index]
                value = figures.hours(place.text)
                if value and place.span and not place.merged:
                    yield Load(column.activity or "", value, place.span, column.mode, None, "plan", grid.start)
            return


def _tables(document: Document) -> Iterator[Load]:
    for grid in grids(document):
        head = headed(grid)
        if head is None:
            continue
        if _names_activities(head):
            yield from _down(head)
        elif is_load_table(head) and not counts_credits(document, grid):
            yield from _across(head)


def _names_activities(head: Headed) -> bool:
    """Say whether the first column of a table of hours names kinds of activity, and nothing else stands beside it."""
    if not head.hours() or head.of("topic", "credits", "weight", "letter") or head.columns[0].activity:
        return False
    named = {activity for r in head.data if (activity := activity_of(head.grid.rows[r][0].text))}
    return len(named) >= 2


def is_load_table(head: Headed) -> bool:
    """Say whether a table has a column per activity and a row of hours, without topics or a list of courses."""
    kinds = {c.activity for c in head.columns if c.activity}
    return len(kinds) >= 2 and not head.of("topic", "letter", "weight") and len(list(head.data)) <= 4


def _down(head: Headed) -> Iterator[Load]:
    """Yield hours of a table that names an activity in every row."""
    columns = [c for c in head.columns[1:] if c.meaning in ("hours", "activity") or c.mode]
    for r in head.data:
        activity = activity_of(head.grid.rows[r][0].text)
        for column in columns if activity else ():
            place = head.at(r, column)
            value = figures.hours(place.text)
            if activity and value is not None and place.span:
                yield Load(activity, value, place.span, column.mode, None, "table")


def in_load_table(document: Document) -> dict[str, Value]:
    """Return semester and form of control of the course where the only row of its table of hours tells them."""
    for grid in grids(document):
        head = headed(grid)
        if head is None or _names_activities(head) or not is_load_table(head) or is_plan(head):
            continue
        rows = [r for r in head.data if figures.hours(head.at(r, next(c for c in head.columns if c.activity)).text)]
        rows = [r for r in rows if not any(is_total(p.text) or _AMONG.match(p.text) for p in head.grid.rows[r][:2])]
        cells: dict[str, Value] = {}
        if len(rows) == 1:
            tell_semester(head, rows[0], cells)
            place = head.at(rows[0], head.of("control"))
            if place.text and len(place.text) <= 60 and any(c.isalpha() for c in place.text):
                cells["control_form"] = Value(place.text, place.span, 0.9, "loads.table")
            code, count = head.at(rows[0], head.of("code")), head.at(rows[0], head.of("credits"))
            if re.fullmatch(r"(?=.*\d)[\w.\-/ ]{4,16}", code.text):
                cells["code"] = Value(code.text, code.span, 0.9, "loads.table")
            if (value := figures.credits(count.text)) is not None and 0 < value <= 30:
                cells["credits"] = Value(value, count.span, 0.9, "loads.table")
            for both, _, credit in _with_credits(head, rows[0]):
                cells.setdefault("credits", Value(credit, both, 0.9, "loads.table"))
        return cells
    return {}


def _across(head: Headed) -> Iterator[Load]:
    """Yield hours of a table with an activity in every column; of several rows the first with a total, or the only."""
    columns = [c for c in head.columns if c.activity]
    rows = [r for r in head.data if sum(figures.hours(head.at(r, c).text) is not None for c in columns) >= 2]
    rows = [r for r in rows if not _AMONG.match(head.grid.rows[r][0].text)]
    for r in rows[:1] if len(rows) == 1 else []:
        for both, whole, _ in _with_credits(head, r):
            yield Load("total", whole, both, None, None, "table", head.grid.start)
        for column in columns:
            place = head.at(r, column)
            value = figures.hours(place.text)
            if value and place.span:
                yield Load(column.activity or "", value, place.span, column.mode, None, "table", head.grid.start)


_AMONG = re.compile(r"(?:в|у)\s?т\.?\s?ч\b|в том числе|у тому числі|практическ\w+ подготовк|в интерактивной", re.I)
"""The rows below the hours of a course that say which of them are of a special kind."""
_BOTH = re.compile(r"(?:час|год)\w*\.?\s*/\s*(?:з\.?\s?е|кред|зет)", re.I)


def _with_credits(head: Headed, r: int) -> Iterator[tuple[Span, float, float]]:
    """Yield place, hours and credits of a cell that gives both: `144/4` under `Трудоемкость час/з.е.`"""
    for column in head.columns:
        place = head.at(r, column)
        match = re.fullmatch(r"(\d{2,3})\s*/\s*(\d{1,2}(?:[.,]5)?)", place.text)
        if match and place.span and _BOTH.search(" ".join(column.path)):
            yield place.span, float(match[1]), float(figures.number(match[2]) or 0)
            return


def _embedded(document: Document) -> Iterator[Load]:
    """Yield hours of a row of figures under a row of activities, inside a table that lays out a page."""
    for grid in grids(document):
        head = headed(grid)
        for r, row in enumerate(grid.rows[:-1] if not head or not is_plan(head) else ()):
            kinds = {n: a for n, p in enumerate(row) if p.text and not p.merged and (a := activity_of(p.text, 0.93))}
            if len(set(kinds.values())) < 3:
                continue
            places = {n: grid.rows[r + 1][n] for n in kinds}
            values = {n: figures.number(p.text) for n, p in places.items()}
            if sum(v is not None for v in values.values()) * 2 > len(kinds):
                for n, value in values.items():
                    if value and (span := places[n].span):
                        yield Load(kinds[n], value, span, None, None, "table")
                return


def _stacked(document: Document) -> Iterator[Load]:
    """Yield hours of a card with a column for each form of study."""
    for label, values in stacked(document):
        activity = _activity(label)
        for mode, place in values if activity else ():
            value = figures.hours(place.text)
            if activity and value is not None and place.span:
                yield Load(activity, value, place.span, mode, None, "card")


def _lines(document: Document) -> Iterator[Load]:
    """Yield hours of lines and two-cell rows: `Số tiết lý thuyết: 45`, `Лекційні заняття | 12 год.`, of card tables."""
    for passage in passages(document):
        planned = passage.subject.startswith("plan") and not lexicon("titles.tsv").match(passage.heading, 0.9)
        if planned:
            whole = (load for block in passage.blocks if not block.row for load in _spoken(block))
            yield from (load for load in whole if load.activity == "total")
        if planned or passage.subject in ("assessment", "grades", "bibliography"):
            continue
        mode_columns: list[tuple[int, str, Span]] = []
        for block in passage.blocks:
            if block.row:
                named = _mode_named(block.row)
                cells = (load for p in block.row if p.text and p.span for load in _cell(p, p.span))
                yield from (replace(load, mode=named) for load in cells)
                modes = [
                    (n, m, p.span) for n, p in enumerate(block.row) if p.text and p.span and (m := mode_of(p.text))
                ]
                mode_columns = modes if len(modes) >= 2 else mode_columns
                group = block.grid.start if block.grid and len(block.grid.texts(0)) <= 2 else -1
                for load in _row(block.row, mode_columns, passage.subject):
                    yield load if load.activity == "total" else replace(load, group=group)
            else:
                yield from _line(block.text, block.span, passage.subject)
            yield from _parted(block)
            yield from _spoken(block)


def _mode_named(row: tuple[Place, ...]) -> str | None:
    """Return the form of study that the label of a row of two cells names: `Денна форма навчання: кількість годин`."""
    own = [p for p in row if p.text and not p.merged]
    return mode_of(re.split(r"[:(,–]", own[0].text)[0]) if len(own) == 2 else None


def _spoken(block: Block) -> Iterator[Load]:
    """Yield hours that a sentence counts, in a line or in a cell."""
    places = [(p.text, p.span) for p in block.row if p.text and p.span and not p.merged] or [(block.text, block.span)]
    for text, span in places if len(block.row) <= 4 else ():
        for activity, hours, start, end in spoken_hours(text):
            yield Load(activity, hours, Span(min(span.start + start, span.end), min(span.start + end, span.end)))


def _parted(block: Block) -> Iterator[Load]:
    """Yield hours that one figure tells of several activities, in a line or in the two cells of a row."""
    own = [p for p in block.row if p.text and not p.merged]
    if not block.row:
        label, _, value = block.text.rpartition(":")
        said = [(label, value, block.span)]
    else:
        said = [(p.text.rpartition(":")[0], p.text.rpartition(":")[2], p.span) for p in own if p.span and ":" in p.text]
        if len(own) == 2 and own[1].span:
            said.append((own[0].text, own[1].text, own[1].span))
    for label, value, span in said:
        for activity, hours in parted(label, value):
            yield Load(activity, hours, span, group=span.start)
    for text, span in [(p.text, p.span) for p in own if p.span] or [(block.text, block.span)]:
        if len(text) <= 200:
            yield from (Load(activity, hours, span, group=span.start) for activity, hours in counted(text))
    for place in own:
        whole = whole_before(place.text)
        if whole and place.span and len(list(_cell(place, place.span))) >= 2:
            yield Load("total", whole, place.span)


def _row(row: tuple[Place, ...], modes: list[tuple[int, str, Span]], subject: str) -> Iterator[Load]:
    own = [(n, p) for n, p in enumerate(row) if p.text and not p.merged]
    if len(own) < 2 or len(own) > 7:
        return
    activity = _activity(own[0][1].text)
    if activity is None or activity == "total" and sum(figures.number(p.text) is not None for _, p in own) > 2:
        return  # not an activity, or the sums of a plan's columns
    for n, place in own[1:]:
        value = figures.hours(place.text)
        if value is not None and place.span and (subject == "workload" or _HOURED.search(place.text + own[0][1].text)):
            mode = next((m for column, m, _ in modes if column == n), None)
            yield Load(activity, value, place.span, mode)


def _cell(place: Place, span: Span) -> Iterator[Load]:
    """Yield hours of a cell: of its whole text, or of its lines or bulleted items where there are several."""
    texts = [text for text, _ in place.lines]
    parts = [p for text in texts for p in re.split(r"(?:^|\s)[-–•+]\s(?=[^\W\d_])", text) if p.strip()]
    for part in parts if len(parts) > 1 and not _DASHED.search(place.text) else [place.text]:
        for load in _line(part, span, "workload"):
            at = place.text.find(part.strip())
            yield replace(load, group=span.start, span=Span(span.start + max(0, at), span.end) if at > 0 else load.span)


def _line(text: str, span: Span, subject: str) -> Iterator[Load]:
    """Yield hours of `label: value`, or of several of them in a line divided by commas or semicolons."""
    text = _SHORTENED.sub("", text)
    for chunk in re.split(r"(?:[;(](?!\d+[,.]\d)|,(?!\d))\s*|[.;]\s+[-–+]\s+", text) if len(text) < 400 else ():
        match = re.match(r"(.{2,60}?)\s*(?:[:–—]|\s-\s)\s*(\d{1,4}(?:[.,]\d+)?)(?!\d)\s*(\D{0,12}).*$", chunk)
        if match is None and (before := _BEFORE.fullmatch(chunk)) and _activity(before[2]):
            place = Span(span.start + max(0, text.find(chunk)), span.end)
            yield Load(_activity(before[2]) or "", float(before[1]), place)
        if not match or len(chunk) > 90 or re.match(r"%|бал|point|điểm", match[3]):
            continue
        activity = _activity(match[1].rpartition(":")[2]) or _activity(match[1])
        if activity and (subject == "workload" or _HOURED.search(match[3] + match[1])):
            value = figures.number(match[2])
            if value is not None:
                start = span.start + max(0, text.find(chunk))
                yield Load(activity, value, Span(start, min(span.end, start + len(chunk))))


def _activity(label: str) -> str | None:
    """Return the activity that a label names, apart from words for hours before it."""
    label = MARKER.sub("", label).strip(" :.–-+")
    return activity_of(label, 0.9) or activity_of(_SHORT.sub("", label), 0.9)
