"""Hours of a course that lines and the rows of a card tell: `Số tiết lý thuyết: 45`, `Лекційні заняття | 12 год.`"""

import re
from collections.abc import Iterator
from dataclasses import replace

from extractors.curriculum import figures
from extractors.curriculum.courses.credited import names_credits, parts_credits
from extractors.curriculum.grids import Grid, Place
from extractors.curriculum.heads import mode_of
from extractors.curriculum.hours.parted import counted, parted, whole_before
from extractors.curriculum.hours.spoken import spoken_hours
from extractors.curriculum.hours.told_hours import HOURED, UNMARKED, Load, activity_named, of_cell, of_line
from extractors.curriculum.itemising import BULLET
from extractors.curriculum.passages import Block, passages
from extractors.curriculum.sums.roles import EXAM
from extractors.curriculum.table_rows import is_total
from extractors.curriculum.wording import KNOWLEDGE, lexicon
from models.document import Document
from models.text import Span
from normalizers.wordings import Wordings

_UNIT = Wordings(KNOWLEDGE / "hours_words.tsv", r"<<hour>>\w{0,3}\.?", re.I)
"""The unit in a cell of its own behind the figure: `Лекции | 24 | час.`"""
LONGEST = 300
"""Characters of a sentence of hours at most."""
LEAST_HOURS = 20  # that lines without a unit make together, at least: more than the credits that a course has
_BARE = re.compile(r"([^:]{2,60}):\s*(\d{1,3})[\s.;]*")
SEVERAL = 2
"""Activities whose hours a cell tells from which none of them is what the label beside it calls for."""


def lines_of_loads(document: Document) -> Iterator[Load]:
    """Yield hours of lines and two-cell rows: `Số tiết lý thuyết: 45`, `Лекційні заняття | 12 год.`, of card tables."""
    for passage in passages(document):
        planned = passage.subject.startswith("plan") and not lexicon("titles.tsv").match(passage.heading, 0.9)
        if planned:
            whole = (load for block in passage.blocks if not block.row for load in _spoken(block))
            yield from (load for load in whole if load.activity == "total")
            cards = [b for b in passage.blocks if b.row and _of_hours(b.grid)]
            yield from (load for b in cards for load in _row(b.row, [], "workload", of_hours=True))
        if planned or passage.subject in ("assessment", "grades", "bibliography"):
            continue
        if UNMARKED.fullmatch(passage.heading):  # a numbered line of a card: `1.8 Số tiết lý thuyết 30`
            yield from of_line(passage.heading, Span(passage.start, passage.start + len(passage.heading)), "workload")
        mode_columns: list[tuple[int, str, Span]] = []
        headed_by: Grid | None = None
        run = -1
        bare = _bare_hours(passage.blocks)
        for block in _without_credits(_whole_sentences(passage.blocks)):
            if block.row:
                yield from _cells(block, {n: mode for n, mode, _ in mode_columns if block.grid is headed_by})
                modes = [
                    (n, m, p.span) for n, p in enumerate(block.row) if p.text and p.span and (m := mode_of(p.text))
                ]
                mode_columns, headed_by = (modes, block.grid) if len(modes) >= 2 else (mode_columns, headed_by)
                group = block.grid.start if block.grid and len(block.grid.texts(0)) <= 2 else -1
                for load in _row(block.row, mode_columns, passage.subject, of_hours=_of_hours(block.grid)):
                    yield load if load.activity == "total" else replace(load, group=group)
            else:
                told = list(of_line(block.text, block.span, "workload" if block.span in bare else passage.subject))
                run = (run if run >= 0 else block.span.start) if told else -1
                yield from (replace(load, group=run) for load in told)
            yield from _parted(block)
            yield from _spoken(block)


def _cells(block: Block, over: dict[int, str]) -> Iterator[Load]:
    """Yield the hours that cells of a row tell by themselves; `over` has the forms of study that head its columns."""
    named = _mode_named(block.row)
    beside = block.grid if sum(bool(p.text) and not p.merged for p in block.row) > 1 else None
    for n, place in enumerate(block.row):
        for load in of_cell(place, place.span) if place.text and place.span else ():
            load = replace(load, mode=named or over.get(n))
            yield replace(load, group=beside.start) if beside else load


def _bare_hours(printed: list[Block]) -> set[Span]:
    """Return the lines of activities whose figures bear no unit and are hours all the same: several in a row, below a
    line that speaks of hours or too many for credits, and no shares: `Lý thuyết: 45` over `Thực hành: 30`."""
    found: set[Span] = set()
    run: list[Block] = []
    houred = False
    for block in [*printed, Block("", Span(0, 0))]:
        match = None if block.row else _BARE.fullmatch(block.text)
        if match and activity_named(match[1]):
            run.append(block)
            houred = houred or HOURED.search(match[1]) is not None
            continue
        label, _, said = ("" if block.row else block.text).partition(":")
        if run and (activity_named(label) and HOURED.search(said) or label and not said and BULLET.match(label)):
            continue  # one of them with its unit, or left blank
        whole = sum(int(b.text.rsplit(":", 1)[1].strip(" .;")) for b in run)
        if len(run) >= 2 and (houred or whole >= LEAST_HOURS and whole != 100):
            found |= {b.span for b in run}
        run, houred = [], not block.row and block.text.endswith(":") and HOURED.search(block.text) is not None
    return found


def _whole_sentences(printed: list[Block]) -> Iterator[Block]:
    """Yield the blocks, lines of hours with what goes on of their sentence below: `… 30 tiết, thực`, `hành 15 tiết`."""
    held: Block | None = None
    for block in printed:
        if held is not None and not block.row and _goes_on(held, block):
            span = Span(held.span.start, block.span.end)
            held = Block(f"{held.text} {block.text}", span, lines=(*held.lines, *block.lines))
            continue
        if held is not None:
            yield held
        opens = not block.row and HOURED.search(block.text) and block.text[-1:] not in ".:"
        held = block if opens else None
        if not opens:
            yield block
    if held is not None:
        yield held


def _goes_on(above: Block, below: Block) -> bool:
    """Say whether a line goes on with the sentence above: in lower case, or with the next figure behind a comma."""
    listed = above.text.endswith(",") and below.text[:1].isdecimal()
    return (below.text[:1].islower() or listed) and len(above.text) < LONGEST


def _without_credits(printed: Iterator[Block]) -> Iterator[Block]:
    """Yield the blocks but those that part the credits of the course: in one line or row of a card, or in items
    without a unit below the credits (`Số tín chỉ: 3` over `- Lý thuyết: 2`)."""
    parting = False
    for block in printed:
        own = [p.text for p in block.row if p.text and not p.merged] if block.row else block.text.split(":", 1)
        item = BULLET.match(block.text) is not None
        credited = (
            not item and len(own) == 2 and names_credits(own[0]) and figures.credits(own[1].strip(" :")) is not None
        )
        parting = credited or parting and item and not HOURED.search(block.text)
        if not (parting and item) and not (len(own) == 2 and parts_credits(*own)):
            yield block


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
            for activity, hours, what in counted(text):
                yield Load(activity, hours, span, group=span.start, label=what)
    label, _, told = ("", "", block.text) if block.text[:1].isdecimal() else block.text.partition(":")
    told = "" if block.row or activity_named(label) not in (None, "total") else told
    several = max(len(list(of_line(told, block.span, "workload"))), len(list(counted(told))))
    if (whole := whole_before(told)) and several >= 2:
        yield Load("total", whole, block.span)
    for place in own:
        whole = whole_before(place.text) or (len(place.lines) > 1 and whole_before(f"{place.lines[0][0]}:"))
        if whole and place.span and len(list(of_cell(place, place.span))) >= 2:
            yield Load("total", whole, place.span)


def _two_loads(own: list[Place]) -> bool:
    """Say whether a row has two activities with their hours side by side: `Лекции | 60 | Практика | 90`."""
    labels, counts = own[::2], own[1::2]
    return all(activity_named(p.text) for p in labels) and all(figures.hours(p.text) is not None for p in counts)


def _of_hours(grid: Grid | None) -> bool:
    """Say whether a card of two columns tells all hours of a course in hours: `Жалпы сағат саны | 270`."""
    told = [row for row in grid.rows if len(row) == 2 and HOURED.search(row[0].text)] if grid else []
    return any(activity_named(row[0].text) == "total" and figures.hours(row[1].text) is not None for row in told)


def _row(
    row: tuple[Place, ...], modes: list[tuple[int, str, Span]], subject: str, *, of_hours: bool = False
) -> Iterator[Load]:
    own = [(n, p) for n, p in enumerate(row) if p.text and not p.merged]
    if len(own) < 2 or len(own) > 7:
        return
    beside = row[: own[0][0]]  # a label of several rows: `Số tiết | Lý thuyết | 36`
    over = " ".join(place.text for place in beside)
    if len(own) > 2 and activity_named(own[0][1].text) in (None, "total") and activity_named(own[1][1].text):
        over, own = own[0][1].text, own[1:]
    if len(own) == 4 and _two_loads([p for _, p in own]):
        for (_, label), (_, figure) in (own[:2], own[2:]):
            named, value = activity_named(label.text), figures.hours(figure.text)
            if named and value is not None and figure.span:
                yield Load(named, value, figure.span)
        return
    activity = activity_named(own[0][1].text) or activity_named(own[0][1].text.rpartition(":")[2])
    activity = activity or (lexicon("exams.tsv").exact(own[0][1].text) if subject == "workload" else None)
    figured = sum(figures.number(p.text) is not None for _, p in own)
    if activity is None or activity == "total" and figured > (2 if modes or len(row) < 3 or not _is_sum(own) else 1):
        return  # not an activity, or the sums of a plan's columns
    if (told := own[0][1]).span and any(of_cell(told, told.span)):
        return  # the label tells its hours itself: what stands beside it is of another label
    unit = of_hours or any(_UNIT.fullmatch(p.text) for _, p in own[1:])
    for n, place in own[1:]:
        value = figures.hours(place.text)
        houred = unit or subject == "workload" or HOURED.search(f"{place.text} {own[0][1].text} {over}")
        if activity == "exam" and (value or 0) < EXAM and not HOURED.search(place.text):
            continue  # its semester
        if value is not None and place.span and houred and len(list(of_cell(place, place.span))) < SEVERAL:
            mode = next((m for column, m, _ in modes if column == n), None)
            yield Load(activity, value, place.span, mode)


def _is_sum(own: list[tuple[int, Place]]) -> bool:
    """Say whether a row is the sum of a plan's two columns: a word of sums, then nothing but their figures."""
    return is_total(own[0][1].text) and all(figures.number(p.text) is not None for _, p in own[1:])
